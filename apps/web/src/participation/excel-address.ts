import { KINDS, type ParticipationSearch } from './search';

/** The book of what the dashboard shows. */
export const figuresBook = ({ reading, province, kind, commodity, asOf, knownAt }: ParticipationSearch): string =>
  addressOf('figures', {
    denominator: reading,
    provinceCodes: province,
    kinds: kind,
    commodityCodes: commodity,
    asOf,
    knownAt,
  });

/** The book of the organizations that are listed; who manages them finds there those that aren't counted too, and why. */
export const organizationsBook = ({ province, kind, takesPart }: ParticipationSearch): string =>
  addressOf('organizations', {
    provinceCodes: province,
    kinds: kind ?? KINDS.join(','),
    participates: takesPart && String(takesPart === 'yes'),
  });

function addressOf(what: string, asked: Readonly<Record<string, string | undefined>>): string {
  const said = Object.entries(asked).filter((entry): entry is [string, string] => entry[1] !== undefined);
  return `/participation/${what}.xlsx?${new URLSearchParams(said).toString()}`;
}
