import { accept, earliest, invalid, latest, type Day, type Result } from '@lienket/platform';
import { grams, kilograms } from './kilograms.js';
import { POSTING_FIELDS, type PostingContent, type PostingKind } from './posting.js';

/** What the codes of a posting refer to. */
export interface PostingReferences {
  /** Best first; null where there is no such commodity. */
  readonly grades: readonly string[] | null;
  readonly knownCertifications: ReadonlySet<string>;
  readonly provinceIsKnown: boolean;
}

/** The rules between the fields of a posting, and of its references. Refuses with the field at fault. */
export function judgePosting(
  kind: PostingKind,
  content: PostingContent,
  { references, today, heldKg }: { references: PostingReferences; today: Day; heldKg: string },
): Result<void> {
  const fields = POSTING_FIELDS[kind];
  if (references.grades === null) return invalid('input.commodityCode', 'UNKNOWN');
  if (content.grade !== null && !references.grades.includes(content.grade)) return invalid(fields.grade, 'UNKNOWN');
  const unknown = content.certifications.findIndex((code) => !references.knownCertifications.has(code));
  if (unknown >= 0) return invalid(`${fields.certifications}.${String(unknown)}`, 'UNKNOWN');
  if (grams(content.quantityKg) < grams(heldKg)) return invalid('input.quantityKg', 'RANGE');
  if (grams(minimumLot(content)) > grams(content.quantityKg)) return invalid('input.minimumLotKg', 'RANGE');
  if (content.to < latest(content.from, today)) return invalid(fields.to, 'ORDER');
  if (!references.provinceIsKnown) return invalid('input.provinceCode', 'UNKNOWN');
  if ((content.latitude === null) !== (content.longitude === null))
    return invalid(content.latitude === null ? 'input.latitude' : 'input.longitude', 'MISMATCH');
  return accept(undefined);
}

/** The least lot, in kilograms: by default 1, or the whole quantity where that is less. */
export function minimumLot({ minimumLotKg, quantityKg }: Pick<PostingContent, 'minimumLotKg' | 'quantityKg'>): string {
  if (minimumLotKg !== null) return minimumLotKg;
  return grams(quantityKg) < 1000n ? kilograms(grams(quantityKg)) : '1';
}

/** Whether from..to is a stretch of days at all: both ends are included, and null leaves one open. */
export const isStretch = (from: Day | null, to: Day | null): boolean =>
  from === null || to === null || earliest(from, to) === from;
