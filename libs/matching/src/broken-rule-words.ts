import type { Day } from '@lienket/platform';
import { distanceBetweenM, type MatchRule } from './feasibility.js';
import { changesFor } from './pair-changes.js';
import type { DemandSide, ListingSide, Trader } from './pair.js';
import type { ReasonLanguage } from './reasons.js';

/** A pair that doesn't fit, and what its goods are called. */
export interface TellingPair {
  readonly listing: ListingSide<Trader>;
  readonly demand: DemandSide;
  readonly today: Day;
  readonly language: ReasonLanguage;
  readonly nameOf: (commodityCode: string) => string;
}

export interface FailedRule {
  readonly rule: MatchRule;
  readonly listingHas: string;
  readonly demandWants: string;
  /** What would be enough; null where neither side can help it. */
  readonly change: string | null;
}

/** What a broken rule is about, for both sides, and the smallest change that would keep it. */
export const brokenRuleInWords = (rule: MatchRule, pair: TellingPair): FailedRule => ({
  rule,
  ...WORDS[rule](pair, WRITERS[pair.language]),
});

type Words = Omit<FailedRule, 'rule'>;
type Say = (pair: TellingPair, write: Writer) => Words;
interface Writer {
  readonly say: (vietnamese: string, english: string) => string;
  readonly number: (value: number) => string;
  readonly day: (day: Day) => string;
}

const writer = (language: ReasonLanguage, locale: string, dates: Intl.DateTimeFormatOptions): Writer => {
  const numbers = new Intl.NumberFormat(locale, { maximumFractionDigits: 3 });
  const days = new Intl.DateTimeFormat(locale, { ...dates, year: 'numeric', timeZone: 'UTC' });
  return {
    say: (vietnamese, english) => (language === 'vi' ? vietnamese : english),
    number: (value) => numbers.format(value),
    day: (day) => days.format(Date.parse(day)),
  };
};
const WRITERS = {
  vi: writer('vi', 'vi-VN', { day: '2-digit', month: '2-digit' }),
  en: writer('en', 'en-GB', { day: 'numeric', month: 'long' }),
};

const kilograms = (grams: number, { number }: Writer): string => `${number(grams / 1000)} kg`;

const commodity: Say = ({ listing, demand, nameOf }) => ({
  listingHas: nameOf(listing.goods.code),
  demandWants: nameOf(demand.goods.code),
  change: null,
});

const variety: Say = ({ listing, demand }, { say }) => ({
  listingHas: listing.variety ?? say('không ghi giống', 'no variety named'),
  demandWants: demand.variety ?? '',
  change:
    listing.variety === null
      ? say(
          `Bên bán ghi giống ${demand.variety ?? ''}, nếu đúng là giống đó, hoặc bên mua không đòi giống.`,
          `The seller names the variety ${demand.variety ?? ''}, if it is that, or the buyer asks for no variety.`,
        )
      : say('Bên mua không đòi giống.', 'The buyer asks for no variety.'),
});

const grade: Say = (pair, { say }) => {
  const { listing, demand } = pair;
  const minimum = demand.minimumGrade ?? '';
  const accepted = changesFor('GRADE', listing, demand, pair.today).at(-1)?.demand?.minimumGrade;
  const buyer =
    typeof accepted === 'string'
      ? say(`bên mua nhận từ hạng ${accepted}.`, `the buyer takes grade ${accepted}.`)
      : say('bên mua không đòi hạng.', 'the buyer asks for no grade.');
  const canBeGraded = listing.grade === null && listing.goods.code === demand.goods.code;
  return {
    listingHas: listing.grade ?? say('chưa phân hạng', 'no grade'),
    demandWants: say(`từ hạng ${minimum}`, `grade ${minimum} or better`),
    change: canBeGraded
      ? say(
          `Bên bán phân hạng hàng và đạt từ hạng ${minimum}, hoặc ${buyer}`,
          `The seller has the goods graded, ${minimum} or better, or ${buyer}`,
        )
      : capital(buyer),
  };
};

const certification: Say = ({ listing, demand }, { say }) => {
  const missing = demand.requiredCertifications.filter((scheme) => !listing.certifications.includes(scheme)).join(', ');
  return {
    listingHas: listing.certifications.join(', ') || say('không có chứng nhận', 'no certificate'),
    demandWants: demand.requiredCertifications.join(', '),
    change: say(
      `Bên bán có thêm chứng nhận ${missing}, hoặc bên mua không đòi chứng nhận đó.`,
      `The seller gains ${missing}, or the buyer does without.`,
    ),
  };
};

const window: Say = ({ listing, demand }, { say, day }) => {
  const from = (first: Day, last: Day) =>
    say(`từ ${day(first)} đến ${day(last)}`, `from ${day(first)} to ${day(last)}`);
  return {
    listingHas: from(listing.availableFrom, listing.availableTo),
    demandWants: from(demand.deliverFrom, demand.deliverTo),
    change:
      listing.availableTo < demand.deliverFrom
        ? say(
            `Bên bán còn hàng đến ${day(demand.deliverFrom)}, hoặc bên mua nhận từ ${day(listing.availableTo)}.`,
            `The seller keeps the goods until ${day(demand.deliverFrom)}, or the buyer takes them from ${day(listing.availableTo)}.`,
          )
        : say(
            `Bên bán có hàng từ ${day(demand.deliverTo)}, hoặc bên mua nhận đến ${day(listing.availableFrom)}.`,
            `The seller has the goods from ${day(demand.deliverTo)}, or the buyer takes them until ${day(listing.availableFrom)}.`,
          ),
  };
};

const price: Say = ({ listing, demand }, { say, number }) => {
  const [ask, most] = [listing.askPriceVndPerKg ?? 0, demand.maximumPriceVndPerKg ?? 0];
  const vnd = (value: number) => say(`${number(value)} đồng/kg`, `${number(value)} VND/kg`);
  return {
    listingHas: vnd(ask),
    demandWants: say(`nhiều nhất ${vnd(most)}`, `at most ${vnd(most)}`),
    change: say(
      `Bên bán giảm ${vnd(ask - most)}, còn ${vnd(most)}, hoặc bên mua trả đến ${vnd(ask)}.`,
      `The seller asks ${vnd(ask - most)} less, ${vnd(most)}, or the buyer pays up to ${vnd(ask)}.`,
    ),
  };
};

const lot: Say = ({ listing, demand, today }, write) => {
  const { say } = write;
  const kg = (grams: number) => kilograms(grams, write);
  const [change] = changesFor('LOT', listing, demand, today);
  const [seller, buyer] = [change?.listing ?? {}, change?.demand ?? {}];
  return {
    listingHas: say(
      `còn ${kg(listing.remainingG)}, bán từ ${kg(listing.minimumLotG)}`,
      `${kg(listing.remainingG)} left, sold from ${kg(listing.minimumLotG)}`,
    ),
    demandWants: say(
      `còn cần ${kg(demand.remainingG)}, nhận từ ${kg(demand.minimumLotG)}`,
      `${kg(demand.remainingG)} still wanted, taken from ${kg(demand.minimumLotG)}`,
    ),
    change: sentence(say, [
      seller.minimumLotG !== undefined &&
        say(`bên bán bán từ ${kg(seller.minimumLotG)}`, `the seller sells from ${kg(seller.minimumLotG)}`),
      buyer.minimumLotG !== undefined &&
        say(`bên mua nhận từ ${kg(buyer.minimumLotG)}`, `the buyer takes from ${kg(buyer.minimumLotG)}`),
      ...moreOfIt(seller, buyer, write),
    ]),
  };
};

const distance: Say = ({ listing, demand }, { say, number }) => {
  const km = number(Math.ceil(distanceBetweenM(listing, demand) / 100) / 10);
  return {
    listingHas: say(`cách ${km} km theo đường chim bay`, `${km} km away in a straight line`),
    demandWants: say(
      'nhiều nhất 300 km, vì hàng chỉ để được 2 ngày trở lại',
      'at most 300 km, because the goods keep 2 days or less',
    ),
    change: null,
  };
};

const organizationStatus: Say = ({ listing, demand }, { say }) => {
  const state = (active: boolean) => (active ? say('đang hoạt động', 'active') : say('không hoạt động', 'not active'));
  return {
    listingHas: say(`bên bán ${state(listing.supplier.active)}`, `the seller is ${state(listing.supplier.active)}`),
    demandWants: say(`bên mua ${state(demand.buyer.active)}`, `the buyer is ${state(demand.buyer.active)}`),
    change: null,
  };
};

const sameOrganization: Say = (_, { say }) => {
  const same = say('cùng một tổ chức', 'the same organization');
  return { listingHas: same, demandWants: same, change: null };
};

const postingStatus: Say = ({ listing, demand, today }, write) => {
  const { say, day } = write;
  const state = (posting: { withdrawn: boolean; remainingG: number }, last: Day) => {
    if (posting.withdrawn) return say('đã rút', 'withdrawn');
    if (posting.remainingG <= 0) return say('đã đủ', 'filled');
    return last < today ? say(`hết hạn ngày ${day(last)}`, `expired on ${day(last)}`) : say('đang mở', 'open');
  };
  const [change] = changesFor('POSTING_STATUS', listing, demand, today);
  const [seller, buyer] = [change?.listing ?? {}, change?.demand ?? {}];
  return {
    listingHas: state(listing, listing.availableTo),
    demandWants: state(demand, demand.deliverTo),
    change: sentence(say, [
      seller.availableTo !== undefined &&
        say(`bên bán còn hàng đến ${day(today)}`, `the seller has the goods until ${day(today)}`),
      buyer.deliverTo !== undefined &&
        say(`bên mua nhận đến ${day(today)}`, `the buyer takes them until ${day(today)}`),
      ...moreOfIt(seller, buyer, write),
    ]),
  };
};

const moreOfIt = (seller: Partial<ListingSide<Trader>>, buyer: Partial<DemandSide>, write: Writer) => [
  seller.remainingG !== undefined &&
    write.say(
      `bên bán có thêm để còn ${kilograms(seller.remainingG, write)}`,
      `the seller has more, so that ${kilograms(seller.remainingG, write)} are left`,
    ),
  buyer.remainingG !== undefined &&
    write.say(
      `bên mua cần thêm để còn ${kilograms(buyer.remainingG, write)}`,
      `the buyer wants more, so that ${kilograms(buyer.remainingG, write)} are left to take`,
    ),
];

function sentence(say: Writer['say'], parts: readonly (string | false)[]): string | null {
  const said = parts.filter((part) => part !== false);
  return said.length === 0 ? null : `${capital(said.join(say(' và ', ' and ')))}.`;
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

const WORDS: Readonly<Record<MatchRule, Say>> = {
  COMMODITY: commodity,
  VARIETY: variety,
  GRADE: grade,
  CERTIFICATION: certification,
  WINDOW: window,
  PRICE: price,
  LOT: lot,
  DISTANCE: distance,
  ORGANIZATION_STATUS: organizationStatus,
  SAME_ORGANIZATION: sameOrganization,
  POSTING_STATUS: postingStatus,
};
