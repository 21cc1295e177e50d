import { addDays, earliest, latest, type Day } from '@lienket/platform';
import type { ChainRole } from '@lienket/registry';
import { daysBetween, type DemoCalendar } from './demo-calendar.js';
import type { Crop } from './demo-crops.js';
import type { Dice } from './demo-dice.js';
import { isActive, profileOn, type DemoOrganization } from './demo-organization.js';
import type { DemoRegister } from './demo-organizations.js';

export interface DemoParty {
  readonly organization: DemoOrganization;
  readonly roles: readonly ChainRole[];
  readonly lead: boolean;
}

/** What a contract says and what became of it, before it is written out. */
export interface Agreement {
  readonly origin: 'SIGNED_HERE' | 'ATTESTED';
  readonly form: string;
  readonly parties: readonly DemoParty[];
  readonly crops: readonly Crop[];
  readonly signedOn: Day;
  readonly startsOn: Day;
  readonly endsOn: Day;
  readonly terminated: { readonly effectiveOn: Day; readonly knownOn: Day } | null;
  /** When it was recorded: on the day of the last signature, later where it was signed on paper. */
  readonly recordedOn: Day;
}

/** Shares of the kinds that take part, from the first month to today: published is 13.4 % of cooperatives. */
const SHARES = { COOPERATIVE: [0.09, 0.134], COOPERATIVE_GROUP: [0.02, 0.035] } as const;
const PAPER_SHARE = 0.42;
const TERMINATED_SHARE = 0.06;
/** Further contracts of those that are linked already, a month, for each of them. */
const FURTHER_SHARE = 0.09;
const RENEWED_SHARE = 0.7;
const FORMS: readonly (readonly [form: string, weight: number])[] = [
  ['PRODUCTION', 30],
  ['INPUTS_PRODUCTION', 20],
  ['PROCESSING', 14],
  ['PRODUCTION_PROCESSING', 14],
  ['INPUTS', 10],
  ['FULL_CHAIN', 8],
  ['INPUTS_PROCESSING', 4],
];
const TERMS_DAYS: readonly (readonly [days: number, weight: number])[] = [
  [150, 3],
  [240, 3],
  [365, 8],
  [540, 3],
  [730, 3],
  [1095, 1],
];
const OFF_TAKERS: readonly ChainRole[] = ['PROCESSOR', 'EXPORTER', 'DISTRIBUTOR'];

/** From the first day in force until the day before the second. */
const daysInForce = ({ signedOn, startsOn, endsOn, terminated }: Agreement): [Day, Day] => [
  signedOn > startsOn ? signedOn : startsOn,
  terminated && terminated.effectiveOn <= endsOn ? terminated.effectiveOn : addDays(endsOn, 1),
];

/** Linkages month by month, so many that the shares of the kinds rise as published. */
export function makeLinkages(dice: Dice, calendar: DemoCalendar, register: DemoRegister): Agreement[] {
  const terms: { agreement: Agreement; from: Day; until: Day }[] = [];
  const pinned = new Set([register.pinned.coop, register.pinned.coop2]);
  const collectives = register.all.filter(({ first, crops }) => first.kind !== 'ENTERPRISE' && crops.length > 0);
  const candidates = collectives.filter((organization) => !pinned.has(organization));
  const buyers = buyersOf(register, calendar.today);
  const lastStep = calendar.steps.length - 1;

  const linkedOn = (day: Day): Set<DemoOrganization> => {
    const inForce = terms.filter(({ from, until }) => from <= day && day < until);
    return new Set(inForce.flatMap(({ agreement }) => agreement.parties.map(({ organization }) => organization)));
  };
  const agree = (organization: DemoOrganization, index: number, partners: ReadonlySet<DemoOrganization>): Agreement => {
    const crop = dice.of(organization.crops);
    const offTaker = offTakerFor(dice, {
      organization,
      crop,
      buyers,
      partners,
      day: calendar.steps[index]?.to ?? calendar.today,
    });
    const agreement = draw(dice, calendar, { index, producer: organization, offTaker, crop });
    const [from, until] = daysInForce(agreement);
    terms.push({ agreement, from, until });
    return agreement;
  };

  for (const [index, step] of calendar.steps.entries()) {
    const day = index === lastStep ? calendar.today : step.to;
    const before = linkedOn(addDays(step.from, -45));
    const settledOn = addDays(step.from, -20);
    for (const kind of ['COOPERATIVE', 'COOPERATIVE_GROUP'] as const) {
      const ofKind = (organization: DemoOrganization) =>
        profileOn(organization, day)?.kind === kind && isActive(organization, day);
      const [least, most] = SHARES[kind];
      const counted = register.all.filter(ofKind).length;
      const wobble = index === lastStep ? 0 : Math.sin(index / 2.5) * 0.0012;
      const wanted = Math.round(counted * (least + ((most - least) * index) / lastStep + wobble));
      const possible = candidates.filter((candidate) => ofKind(candidate) && candidate.foundedOn <= settledOn);
      const linked = linkedOn(day);
      while ([...linked].filter(ofKind).length < wanted) {
        const free = possible.filter((candidate) => !linked.has(candidate));
        const lapsed = free.filter((candidate) => before.has(candidate));
        const chosen = lapsed.length > 0 && dice.chance(RENEWED_SHARE) ? dice.of(lapsed) : better(dice, free);
        for (const { organization } of agree(chosen, index, linked).parties) linked.add(organization);
      }
    }
    const linked = linkedOn(day);
    const further = candidates.filter((candidate) => linked.has(candidate) && isActive(candidate, day));
    for (let count = further.length * FURTHER_SHARE; count > 0; count -= 1)
      if (dice.chance(Math.min(1, count))) agree(dice.of(further), index, new Set());
  }
  return [...terms.map(({ agreement }) => agreement), ...unionContracts(dice, calendar, register, buyers)];
}

/** Enterprises that could buy on any day: those whose status never changes. */
const buyersOf = ({ all }: DemoRegister, today: Day): DemoOrganization[] =>
  all.filter(
    (organization) =>
      organization.first.kind === 'ENTERPRISE' &&
      organization.chainRoles.some((role) => OFF_TAKERS.includes(role)) &&
      organization.changes.length === 0 &&
      isActive(organization, today),
  );

/** The better rated of two, since such find partners more easily. */
function better(dice: Dice, choices: readonly DemoOrganization[]): DemoOrganization {
  const [one, other] = [dice.of(choices), dice.of(choices)];
  return one.usualScore >= other.usualScore ? one : other;
}

interface Searching {
  readonly organization: DemoOrganization;
  readonly crop: Crop;
  readonly buyers: readonly DemoOrganization[];
  /** Who takes part already. */
  readonly partners: ReadonlySet<DemoOrganization>;
  readonly day: Day;
}

/** An enterprise that buys the crop; for a group sometimes a cooperative of its province that is linked already. */
function offTakerFor(dice: Dice, { organization, crop, buyers, partners, day }: Searching): DemoOrganization {
  if (organization.first.kind === 'COOPERATIVE_GROUP' && dice.chance(0.4)) {
    const near = [...partners].filter((partner) => {
      const profile = profileOn(partner, day);
      return (
        profile?.kind === 'COOPERATIVE' &&
        profile.status === 'ACTIVE' &&
        profile.provinceCode === organization.first.provinceCode
      );
    });
    if (near.length > 0) return dice.of(near);
  }
  const suitable = buyers.filter((buyer) => buyer.crops.includes(crop));
  return dice.weighted(suitable.length > 0 ? suitable : buyers, (buyer) =>
    buyer.first.provinceCode === organization.first.provinceCode ? 4 : 1,
  );
}

interface Sketch {
  readonly index: number;
  readonly producer: DemoOrganization;
  readonly offTaker: DemoOrganization;
  readonly crop: Crop;
  readonly origin?: Agreement['origin'];
}

function draw(
  dice: Dice,
  calendar: DemoCalendar,
  { index, producer, offTaker, crop, origin: asked }: Sketch,
): Agreement {
  const step = calendar.steps[index];
  if (!step) throw new Error('There is no such month.');
  // What ran already when Lienket began was signed on paper.
  const origin = asked ?? (index === 0 || dice.chance(PAPER_SHARE) ? 'ATTESTED' : 'SIGNED_HERE');
  const termDays = dice.weighted(TERMS_DAYS, ([, weight]) => weight)[0];
  const signedOn =
    index === 0
      ? latest(
          addDays(step.to, -dice.whole(5, termDays - 20)),
          addDays(producer.foundedOn, 10),
          addDays(offTaker.foundedOn, 10),
        )
      : dice.day(step.from, step.to);
  const startsOn = dice.day(signedOn, index === 0 ? signedOn : earliest(addDays(signedOn, 12), step.to));
  const endsOn = addDays(startsOn, termDays - 1);
  const recordedOn =
    origin === 'SIGNED_HERE' ? signedOn : recordedAfter(dice, calendar, index === 0 ? calendar.takeOver : signedOn);
  const form = dice.weighted(FORMS, ([, weight]) => weight)[0];
  const byOffTaker = dice.chance(0.65);
  return {
    origin,
    form,
    crops: [crop],
    signedOn,
    startsOn,
    endsOn,
    recordedOn,
    terminated: dice.chance(TERMINATED_SHARE) ? terminationOf(dice, calendar, { startsOn, endsOn, recordedOn }) : null,
    parties: [
      { organization: producer, roles: ['PRODUCER'], lead: !byOffTaker },
      { organization: offTaker, roles: offTakingRoles(offTaker, form), lead: byOffTaker },
    ],
  };
}

function offTakingRoles(offTaker: DemoOrganization, form: string): ChainRole[] {
  const own = offTaker.chainRoles.find((role) => OFF_TAKERS.includes(role)) ?? 'DISTRIBUTOR';
  return form.startsWith('INPUTS') || form === 'FULL_CHAIN' ? [own, 'INPUT_SUPPLIER'] : [own];
}

/** Paper is recorded weeks after it was signed, sometimes a year: what was known then was less than what is known now. */
function recordedAfter(dice: Dice, { takeOver, yesterday }: DemoCalendar, signedOn: Day): Day {
  if (signedOn === takeOver && dice.chance(0.6)) return takeOver;
  const most = dice.weighted([30, 150, 500], (days) => (days === 30 ? 4 : days === 150 ? 4 : 2));
  return dice.day(signedOn, earliest(addDays(signedOn, most), yesterday));
}

function terminationOf(
  dice: Dice,
  { yesterday }: DemoCalendar,
  { startsOn, endsOn, recordedOn }: Pick<Agreement, 'startsOn' | 'endsOn' | 'recordedOn'>,
) {
  const knownOn = addDays(startsOn, Math.round(daysBetween(startsOn, endsOn) * dice.between(0.3, 0.7)));
  if (knownOn <= recordedOn || knownOn > yesterday) return null;
  return { knownOn, effectiveOn: earliest(addDays(knownOn, dice.of([0, 0, 15, 30])), endsOn) };
}

/** Two unions sell for their members, which doesn't make the members participate; one trades with its own member, which makes nobody. */
function unionContracts(
  dice: Dice,
  calendar: DemoCalendar,
  { all }: DemoRegister,
  buyers: readonly DemoOrganization[],
): Agreement[] {
  const unions = all.filter(({ first }) => first.kind === 'COOPERATIVE_UNION');
  const [first, second, third] = unions;
  if (!first || !second || !third) throw new Error('There are three unions.');
  const member = all.find(({ changes }) => changes.length === 1 && changes[0]?.profile.unionId === third.id);
  const lastStep = calendar.steps.length - 1;
  const sale = (union: DemoOrganization, index: number, offTaker: DemoOrganization): Agreement => {
    const crop = dice.of(union.crops);
    return {
      ...draw(dice, calendar, { index, producer: union, offTaker, crop, origin: 'ATTESTED' }),
      terminated: null,
    };
  };
  const longTerm = (agreement: Agreement): Agreement => ({
    ...agreement,
    endsOn: addDays(calendar.today, dice.whole(100, 400)),
  });
  return [
    sale(first, 4, dice.of(buyers)),
    longTerm(sale(first, Math.floor(lastStep / 2), dice.of(buyers))),
    longTerm(sale(second, Math.floor(lastStep * 0.7), dice.of(buyers))),
    ...(member ? [longTerm({ ...withProducer(sale(third, 8, third), member), form: 'INPUTS' })] : []),
  ];
}

const withProducer = (agreement: Agreement, organization: DemoOrganization): Agreement => ({
  ...agreement,
  parties: agreement.parties.map((party) => (party.roles.includes('PRODUCER') ? { ...party, organization } : party)),
});
