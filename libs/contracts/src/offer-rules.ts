import { accept, addDays, addYears, earliest, invalid, latest, type Day, type Result } from '@lienket/platform';
import type { SeenPosting } from '@lienket/market';
import type { ContractDraft, DraftLine } from './contract-draft.js';
import { judgeParties, type PartyBackground } from './party-rules.js';

/** What the ids and codes of an offer refer to, as far as the caller may see it. */
export interface OfferBackground {
  readonly organizations: ReadonlyMap<string, PartyBackground>;
  readonly listings: ReadonlyMap<string, SeenPosting>;
  readonly demands: ReadonlyMap<string, SeenPosting>;
  readonly commodityCodes: ReadonlySet<string>;
}

const TERM_YEARS_MAX = 50;
const VALIDITY_DAYS = 30;

/** The rules between the fields of an offer, and of its references. Refuses with the field at fault. */
export function judgeOffer(
  draft: ContractDraft,
  background: OfferBackground,
  caller: { organizationId: string | null; today: Day },
): Result<void> {
  const judged = judgeParties(draft.form, draft.parties, background.organizations);
  if (!judged.ok) return judged;
  const parties = new Set(draft.parties.map(({ organizationId }) => organizationId));
  if (caller.organizationId !== null && !parties.has(caller.organizationId))
    return invalid('input.parties', 'MISMATCH');
  for (const [index, line] of draft.lines.entries()) {
    const field = faultOfLine(line, parties, background);
    if (field !== null) return invalid(`input.lines.${String(index)}.${field.name}`, field.rule);
  }
  return judgeTerm(draft, caller.today);
}

function faultOfLine(line: DraftLine, parties: ReadonlySet<string>, background: OfferBackground) {
  const unknown = (name: string) => ({ name, rule: 'UNKNOWN' }) as const;
  const mismatch = (name: string) => ({ name, rule: 'MISMATCH' }) as const;
  if (!parties.has(line.supplierId)) return unknown('supplierId');
  if (!parties.has(line.buyerId)) return unknown('buyerId');
  if (line.supplierId === line.buyerId) return mismatch('buyerId');
  if (!background.commodityCodes.has(line.commodityCode)) return unknown('commodityCode');
  const fits = (posting: SeenPosting, ownerId: string) =>
    posting.ownerId === ownerId && posting.commodityCode === line.commodityCode;
  if (line.listingId !== null) {
    const listing = background.listings.get(line.listingId);
    if (!listing) return unknown('listingId');
    if (!fits(listing, line.supplierId)) return mismatch('listingId');
  }
  if (line.demandId !== null) {
    const demand = background.demands.get(line.demandId);
    if (!demand) return unknown('demandId');
    if (!fits(demand, line.buyerId)) return mismatch('demandId');
  }
  return null;
}

function judgeTerm({ startsOn, endsOn, validUntil }: ContractDraft, today: Day): Result<void> {
  if (endsOn < latest(startsOn, today)) return invalid('input.endsOn', 'ORDER');
  if (!isTermShortEnough(startsOn, endsOn)) return invalid('input.endsOn', 'RANGE');
  if (validUntil !== null && (validUntil < today || validUntil > endsOn)) return invalid('input.validUntil', 'ORDER');
  return accept(undefined);
}

export const isTermShortEnough = (startsOn: Day, endsOn: Day): boolean => endsOn <= addYears(startsOn, TERM_YEARS_MAX);

/** The last day on which an offer can be signed: by default 30 days from now or the end of the term, whichever is earlier. */
export const validUntilOf = (draft: Pick<ContractDraft, 'validUntil' | 'endsOn'>, today: Day): Day =>
  draft.validUntil ?? earliest(addDays(today, VALIDITY_DAYS), draft.endsOn);
