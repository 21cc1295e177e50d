import { brokenRuleInWords, brokenRules, MatchReads, PairReads } from '@lienket/matching';
import { Query, ResolveField, Resolver } from '@nestjs/graphql';
import type { RequestContext } from '../door/context.js';
import type { QueryExplainPairArgs } from '../generated/graphql.js';

@Resolver()
export class PairQueries {
  constructor(
    private readonly pairs: PairReads,
    private readonly matches: MatchReads,
  ) {}

  @Query()
  async explainPair(_: unknown, args: QueryExplainPairArgs, { loaders, today, language }: RequestContext) {
    const seen = [loaders.market.listing.load(args.listingId), loaders.market.demand.load(args.demandId)] as const;
    const [listing, demand] = await Promise.all(seen);
    const pair = listing && demand && (await this.pairs.pairOf(listing.id, demand.id, today));
    if (!pair) return null;
    const failures = brokenRules(pair.listing, pair.demand, today);
    const goods = await Promise.all(
      [pair.listing, pair.demand].map(async ({ goods: { code } }) => loaders.registry.commodity.load(code)),
    );
    const names = new Map(goods.map(({ code, nameVi, nameEn }) => [code, language === 'vi' ? nameVi : nameEn]));
    const telling = { ...pair, today, language, nameOf: (code: string) => names.get(code) ?? code };
    const match = failures.length === 0 ? await this.matches.matchOf(listing.id, demand.id, today) : null;
    return {
      feasible: failures.length === 0,
      failures: failures.map((rule) => brokenRuleInWords(rule, telling)),
      match: match && { ...match, listing, demand },
    };
  }
}

@Resolver('FailedRule')
export class FailedRuleFields {
  @ResolveField()
  canChange({ change }: { change: string | null }) {
    return change !== null;
  }
}
