import { LiveParticipation, ParticipationReads, type ParticipationGroup, type Question } from '@lienket/participation';
import { Query, ResolveField, Resolver, Subscription } from '@nestjs/graphql';
import type { RequestContext } from '../door/context.js';
import { Public } from '../door/guard.js';
import { answer } from '../door/refusal-error.js';
import type {
  OrganizationParticipatesArgs,
  ParticipationScope,
  QueryParticipationArgs,
  QueryParticipationByArgs,
  QueryParticipationSeriesArgs,
  SubscriptionParticipationChangedArgs,
} from '../generated/graphql.js';
import { GroupLabels } from './group-labels.js';

@Resolver()
export class ParticipationQueries {
  constructor(
    private readonly reads: ParticipationReads,
    private readonly labels: GroupLabels,
  ) {}

  @Public()
  @Query()
  async participation(_: unknown, args: QueryParticipationArgs, { viewer, today, language }: RequestContext) {
    return answer(await this.reads.rate(viewer, today, args.asOf ?? today, question(args)), language);
  }

  @Public()
  @Query()
  async participationSeries(
    _: unknown,
    args: QueryParticipationSeriesArgs,
    { viewer, today, language }: RequestContext,
  ) {
    return answer(await this.reads.series(viewer, today, args.from, args.to, question(args)), language);
  }

  @Public()
  @Query()
  async participationBy(_: unknown, args: QueryParticipationByArgs, { viewer, today, language }: RequestContext) {
    const groups: ParticipationGroup[] = answer(
      await this.reads.by(viewer, today, args.dimension, args.asOf ?? today, question(args)),
      language,
    );
    const labelOf = await this.labels.of(args.dimension, language);
    return groups.map((group) => ({ ...group, label: labelOf(group.key) }));
  }
}

@Resolver('Organization')
export class OrganizationParticipation {
  @ResolveField()
  participates(organization: { id: string }, args: OrganizationParticipatesArgs, { loaders, today }: RequestContext) {
    return loaders.participation.participates.load({ organizationId: organization.id, day: args.asOf ?? today });
  }
}

@Resolver()
export class ParticipationSubscriptions {
  constructor(private readonly live: LiveParticipation) {}

  @Public()
  @Subscription('participationChanged', { resolve: (rate: unknown) => rate })
  async participationChanged(
    _: unknown,
    args: SubscriptionParticipationChangedArgs,
    { viewer, language }: RequestContext,
  ) {
    return answer(await this.live.follow(viewer, question(args)), language);
  }
}

interface Asked {
  readonly denominator?: Question['denominator'] | null;
  readonly scope?: ParticipationScope | null;
  readonly knownAt?: Date | null;
}

const question = ({ denominator, scope, knownAt }: Asked): Question => ({
  ...(denominator && { denominator }),
  scope: {
    provinceCodes: listed(scope?.provinceCodes),
    kinds: listed(scope?.kinds),
    commodityCodes: listed(scope?.commodityCodes),
  },
  knownAt: knownAt ?? null,
});

/** An empty list is as if left out. */
const listed = (values: readonly string[] | null | undefined): readonly string[] | null =>
  values && values.length > 0 ? values : null;
