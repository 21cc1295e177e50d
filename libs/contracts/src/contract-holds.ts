import type { Refusal } from '@lienket/platform';
import type { HoldRefusal, PostingHold } from '@lienket/market';
import { grams, kilograms } from '@lienket/market';
import type { ContractLine } from './contract-line.entity.js';

/** What signing takes of the postings that the lines refer to. */
export const holdsOf = (lines: readonly ContractLine[]): PostingHold[] =>
  lines.flatMap((line) => postingsOf(line).map((posting) => ({ ...posting, quantityKg: line.quantityKg })));

/** What terminating gives back: per line, what was agreed and not accepted. */
export const releasesOf = (lines: readonly ContractLine[]): PostingHold[] =>
  lines.flatMap((line) => {
    const left = grams(line.quantityKg) - grams(line.acceptedKg);
    return left > 0n ? postingsOf(line).map((posting) => ({ ...posting, quantityKg: kilograms(left) })) : [];
  });

/** The market's refusal with the first line that refers to the posting at fault. */
export function refusalFor(refusal: HoldRefusal, lines: readonly ContractLine[]): Refusal {
  if (refusal.code === 'INVALID_STATE') return refusal;
  const { kind, postingId, availableKg } = refusal;
  const line = lines.find((candidate) => (kind === 'LISTING' ? candidate.listingId : candidate.demandId) === postingId);
  if (!line) throw new Error(`No line refers to posting ${postingId}.`);
  return {
    code: 'INSUFFICIENT_QUANTITY',
    availableKg,
    lineId: line.id,
    ...(kind === 'LISTING' ? { listingId: postingId } : { demandId: postingId }),
  };
}

function postingsOf({ listingId, demandId }: ContractLine): Pick<PostingHold, 'kind' | 'postingId'>[] {
  const listing = listingId === null ? [] : [{ kind: 'LISTING' as const, postingId: listingId }];
  const demand = demandId === null ? [] : [{ kind: 'DEMAND' as const, postingId: demandId }];
  return [...listing, ...demand];
}
