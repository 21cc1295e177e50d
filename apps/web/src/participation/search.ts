export const READINGS = ['ALL', 'GOOD_OR_FAIR', 'COOPERATIVES', 'AGRICULTURAL_COOPERATIVES'] as const;
export type Reading = (typeof READINGS)[number];
export const KINDS = ['COOPERATIVE_UNION', 'COOPERATIVE', 'COOPERATIVE_GROUP'] as const;
export type Kind = (typeof KINDS)[number];
export const SPANS = ['12', '24', '60'] as const;
type Span = (typeof SPANS)[number];
export const TAKES_PART = ['yes', 'no'] as const;

/** What the dashboard asks, as its address says it: whoever opens the address sees the same. */
export interface ParticipationSearch {
  readonly reading?: Reading;
  readonly province?: string;
  readonly kind?: Kind;
  readonly commodity?: string;
  /** Months that the trend goes back. */
  readonly months?: Span;
  /** A day; today, and live, without it. */
  readonly asOf?: string;
  /** An instant: the figure as it was known then. */
  readonly knownAt?: string;
  /** Of the organizations: those that take part today, or those that don't. */
  readonly takesPart?: (typeof TAKES_PART)[number];
}

const SHAPES: Readonly<Record<keyof ParticipationSearch, RegExp>> = {
  reading: new RegExp(`^(${READINGS.join('|')})$`),
  province: /^\d\d$/,
  kind: new RegExp(`^(${KINDS.join('|')})$`),
  commodity: /^[a-z][a-z0-9-]*$/,
  months: new RegExp(`^(${SPANS.join('|')})$`),
  asOf: /^\d{4}-\d\d-\d\d$/,
  takesPart: /^(yes|no)$/,
  knownAt: /^\d{4}-\d\d-\d\dT[\d:.]+Z$/,
};

/** What of an address is a question of the dashboard; the rest is left out. */
export const participationSearch = (asked: Record<string, unknown>): ParticipationSearch =>
  Object.fromEntries(
    Object.entries(SHAPES).flatMap(([name, shape]) => {
      const said = asked[name];
      const text = typeof said === 'number' ? String(said) : said;
      return typeof text === 'string' && shape.test(text) ? [[name, text]] : [];
    }),
  );
