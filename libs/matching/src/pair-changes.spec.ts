import { addDays, type Day } from '@lienket/platform';
import { describe, expect, it } from '@jest/globals';
import { demandsOf, listingsOf } from '../../../test/support/match-sides.js';
import { diceOf, randomMatchWorld, seedOfTest } from '../../../test/support/random-match-world.js';
import { brokenRules, type MatchRule } from './feasibility.js';
import { brokenRuleInWords } from './broken-rule-words.js';
import { changesFor, type PairChange } from './pair-changes.js';
import type { DemandSide, ListingSide } from './pair.js';

const WORLDS = 12;
const TODAY = '2026-11-22';
const NOT_SAID = /undefined|null|NaN|Invalid/;
const NEVER_CHANGED = ['COMMODITY', 'DISTANCE', 'ORGANIZATION_STATUS', 'SAME_ORGANIZATION'];

interface Broken {
  readonly rule: MatchRule;
  readonly listing: ListingSide;
  readonly demand: DemandSide;
}

const seed = seedOfTest();
const allBroken: Broken[] = Array.from({ length: WORLDS }, (_, number) =>
  randomMatchWorld(diceOf(seed + number), TODAY),
)
  .flatMap((world) => {
    const demands = demandsOf(world, TODAY);
    return listingsOf(world, TODAY).flatMap((listing) => demands.map((demand) => ({ listing, demand })));
  })
  .flatMap((pair) => brokenRules(pair.listing, pair.demand, TODAY).map((rule) => ({ rule, ...pair })));

describe('the smallest change', () => {
  it('of every rule that a pair of a random world breaks is enough, and anything less is not', () => {
    const seen: Partial<Record<MatchRule, number>> = {};
    const wrong: object[] = [];
    for (const { rule, listing, demand } of allBroken)
      for (const change of changesFor(rule, listing, demand, TODAY)) {
        if (isBroken(rule, listing, demand, change)) wrong.push({ seed, rule, change });
        for (const less of lesserChanges(change, listing, demand))
          if (!isBroken(rule, listing, demand, less)) wrong.push({ seed, rule, less });
        seen[rule] = (seen[rule] ?? 0) + 1;
      }
    expect(wrong.slice(0, 3)).toEqual([]);
    console.info(`changes from seed ${String(seed)}: ${JSON.stringify(seen)}`);
    for (const rule of ['VARIETY', 'GRADE', 'CERTIFICATION', 'WINDOW', 'PRICE', 'LOT', 'POSTING_STATUS'] as const)
      expect(seen[rule] ?? 0).toBeGreaterThan(20);
  });

  it('is there but for what neither side can help', () => {
    const without = allBroken.filter(
      ({ rule, listing, demand }) => changesFor(rule, listing, demand, TODAY).length === 0,
    );
    expect(without.length).toBeGreaterThan(100);
    for (const { rule, listing, demand } of without)
      expect(
        NEVER_CHANGED.includes(rule) || (rule === 'POSTING_STATUS' && (listing.withdrawn || demand.withdrawn)),
      ).toBe(true);
    for (const { rule, listing, demand } of allBroken)
      if (NEVER_CHANGED.includes(rule)) expect(changesFor(rule, listing, demand, TODAY)).toEqual([]);
  });

  it('is told in both languages, or told that there is none', () => {
    const wrong: object[] = [];
    for (const { rule, listing, demand } of allBroken)
      for (const language of ['vi', 'en'] as const) {
        const pair = { listing, demand, today: TODAY, language, nameOf: (code: string) => code };
        const { listingHas, demandWants, change } = brokenRuleInWords(rule, pair);
        const isPossible = changesFor(rule, listing, demand, TODAY).length > 0;
        const told = `${listingHas} ${demandWants} ${change ?? ''}`;
        if ((change !== null) !== isPossible || listingHas === '' || demandWants === '' || NOT_SAID.test(told))
          wrong.push({ seed, rule, told });
      }
    expect(wrong.slice(0, 3)).toEqual([]);
  });
});

const isBroken = (rule: MatchRule, listing: ListingSide, demand: DemandSide, change: PairChange): boolean =>
  brokenRules({ ...listing, ...change.listing }, { ...demand, ...change.demand }, TODAY).includes(rule);

/**
 * The same with one of its values a gram, a day, a đồng, a grade or a certificate nearer to what is there. Not so with what a filled
 * posting must have left to be open again: it is asked for one lot, where a gram would do.
 */
function lesserChanges({ listing = {}, demand = {} }: PairChange, own: ListingSide, other: DemandSide): PairChange[] {
  const ofListing = lesserValues(listing, own, own.goods.grades).map((less) => ({ listing: less, demand }));
  const ofDemand = lesserValues(demand, other, own.goods.grades).map((less) => ({ listing, demand: less }));
  return [...ofListing, ...ofDemand];
}

function lesserValues(change: object, before: object, grades: readonly string[]): object[] {
  return Object.entries(change).flatMap(([field, value]) =>
    field === 'remainingG' && (before as { remainingG: number }).remainingG === 0
      ? []
      : nearer(value, (before as Record<string, unknown>)[field], grades).map((less) => ({ ...change, [field]: less })),
  );
}

function nearer(value: unknown, before: unknown, grades: readonly string[]): unknown[] {
  if (typeof value === 'number' && typeof before === 'number') return [value + Math.sign(before - value)];
  if (isDay(value) && isDay(before)) return [addDays(value, before > value ? 1 : -1)];
  if (Array.isArray(value) && Array.isArray(before)) {
    const added = value.filter((scheme) => !before.includes(scheme));
    const dropped = before.filter((scheme) => !value.includes(scheme));
    return [
      ...added.map((scheme): unknown => value.filter((other) => other !== scheme)),
      ...dropped.map((scheme) => [...(value as unknown[]), scheme as unknown]),
    ];
  }
  const [rank, rankBefore] = [grades.indexOf(String(value)), grades.indexOf(String(before))];
  return rank > 0 && rankBefore >= 0 ? [grades[rank - 1]] : [];
}

const isDay = (value: unknown): value is Day => typeof value === 'string' && /^\d{4}-\d\d-\d\d$/.test(value);
