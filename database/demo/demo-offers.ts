import { addDays, type Day } from '@lienket/platform';
import type { DemoCalendar } from './demo-calendar.js';
import type { Unsigned } from './demo-contracts.js';
import type { Dice } from './demo-dice.js';
import type { Agreement } from './demo-linkages.js';
import { isActive, type DemoOrganization } from './demo-organization.js';
import type { DemoRegister } from './demo-organizations.js';

const SPOT_SALES = 45;
const OFFERS: readonly (readonly [fate: Unsigned, count: number, daysAgoLeast: number, daysAgoMost: number])[] = [
  ['OFFERED', 24, 1, 14],
  // Nobody answered in time: these have expired.
  ['OFFERED', 14, 45, 500],
  ['DECLINED', 26, 5, 900],
  ['WITHDRAWN', 18, 5, 900],
];
const FORMS = ['PRODUCTION', 'INPUTS_PRODUCTION', 'PROCESSING', 'FULL_CHAIN'];

/** Plain sales: they are contracts, and never count as taking part in a chain. */
export const makeSpotSales = (dice: Dice, calendar: DemoCalendar, register: DemoRegister): Agreement[] =>
  Array.from({ length: SPOT_SALES }, () => {
    const on = addDays(calendar.today, -dice.whole(2, 900));
    return between(dice, register, on, { form: 'SPOT_SALE', termDays: dice.whole(7, 30) });
  });

/** Offers that nobody signed to the end. */
export const makeUnsigned = (
  dice: Dice,
  calendar: DemoCalendar,
  register: DemoRegister,
): { agreement: Agreement; fate: Unsigned }[] =>
  OFFERS.flatMap(([fate, count, least, most]) =>
    Array.from({ length: count }, () => {
      const on = addDays(calendar.today, -dice.whole(least, most));
      return {
        fate,
        agreement: between(dice, register, on, { form: dice.of(FORMS), termDays: dice.of([180, 365, 730]) }),
      };
    }),
  );

function between(
  dice: Dice,
  { all, pinned }: DemoRegister,
  day: Day,
  { form, termDays }: { form: string; termDays: number },
): Agreement {
  const settledOn = addDays(day, -20);
  const trades = (organization: DemoOrganization) =>
    organization.crops.length > 0 && isActive(organization, settledOn) && isActive(organization, day);
  const supplier = dice.of(
    all.filter(
      (organization) =>
        organization.first.kind === 'COOPERATIVE' &&
        organization !== pinned.coop &&
        organization !== pinned.coop2 &&
        trades(organization),
    ),
  );
  const crop = dice.of(supplier.crops);
  const enterprises = all.filter((organization) => organization.first.kind === 'ENTERPRISE' && trades(organization));
  const suitable = enterprises.filter((buyer) => buyer.crops.includes(crop));
  const buyer = dice.of(suitable.length > 0 ? suitable : enterprises);
  const role = buyer.chainRoles.find((candidate) => candidate !== 'INPUT_SUPPLIER') ?? 'DISTRIBUTOR';
  return {
    origin: 'SIGNED_HERE',
    form,
    crops: [crop],
    signedOn: day,
    startsOn: day,
    endsOn: addDays(day, termDays),
    recordedOn: day,
    terminated: null,
    parties: [
      { organization: supplier, roles: ['PRODUCER'], lead: false },
      { organization: buyer, roles: [role], lead: true },
    ],
  };
}
