import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { RoundBook, RoundPlan } from './round.js';
import { requireSound, UnsoundRound } from './sound-book.js';

/** What a round was run on and what it found: enough for anybody to check it, or to run it again. */
export interface RoundFile {
  readonly book: RoundBook;
  readonly plan: RoundPlan;
}

const FORMAT = 'lienket-round/1';

const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);
const posting = {
  id: z.string().min(1),
  organizationId: z.string(),
  provinceCode: z.string(),
  commodityCode: z.string(),
  spoilsFast: z.boolean(),
  variety: z.string().nullable(),
  from: day,
  to: day,
  quantityKg: z.int(),
  minimumLotKg: z.int(),
  latitude: z.number(),
  longitude: z.number(),
};
const list = <Item extends z.ZodType>(item: Item) => z.array(item).readonly();
const book = z.strictObject({
  today: day,
  transportVndPerTonneKm: z.int(),
  inclusionBonusVnd: z.int(),
  listings: list(
    z.strictObject({
      ...posting,
      gradeRank: z.int().nullable(),
      certifications: list(z.string()),
      askVndPerKg: z.int(),
      earnsBonus: z.boolean(),
    }),
  ),
  demands: list(
    z.strictObject({
      ...posting,
      minimumGradeRank: z.int().nullable(),
      requiredCertifications: list(z.string()),
      maximumVndPerKg: z.int(),
      maximumSuppliers: z.int().nullable(),
    }),
  ),
});
const flow = { listing: z.int().min(0), demand: z.int().min(0), quantityKg: z.int() };
const prices = z.strictObject({ supply: list(z.int()), demand: list(z.int()) });
/** It can pass what a JSON number holds exactly. */
const wholeVnd = z.codec(z.string().regex(/^(0|-?[1-9]\d*)$/), z.bigint(), {
  decode: (digits) => BigInt(digits),
  encode: (vnd) => String(vnd),
});
const plan = z.strictObject({
  allocations: list(z.strictObject({ ...flow, priceVndPerKg: z.int() })),
  objectiveVnd: wholeVnd,
  boundVnd: wholeVnd,
  boundPrices: prices,
  relaxation: z.strictObject({ flows: list(z.strictObject(flow)), prices }),
  newlyParticipating: z.int().min(0),
  bonusCostVnd: wholeVnd,
});
const file = z.strictObject({ format: z.literal(FORMAT), book, plan, digest: z.string() });

/** Keys in the order of the form, without spaces: the same round gives the same bytes. */
export const roundFileText = (ofBook: RoundBook, ofPlan: RoundPlan): string =>
  JSON.stringify(z.encode(file, { format: FORMAT, book: ofBook, plan: ofPlan, digest: digestOf(ofBook) }));

/** SHA-256 of the book as it stands in the file, in hexadecimal digits. */
export const digestOf = (its: RoundBook): string =>
  createHash('sha256')
    .update(JSON.stringify(z.encode(book, its)))
    .digest('hex');

/** @throws UnsoundRound */
export function readRoundFile(text: string): RoundFile {
  const read = z.safeDecode(file, parsed(text) as z.input<typeof file>);
  if (!read.success) throw new UnsoundRound(sentence(read.error.issues[0]));
  requireSound(read.data.book);
  if (digestOf(read.data.book) !== read.data.digest)
    throw new UnsoundRound('digest: the book is not the one that the digest was made of.');
  return { book: read.data.book, plan: read.data.plan };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new UnsoundRound(`The file is not JSON: ${(error as SyntaxError).message.replace(/\s+/g, ' ')}.`);
  }
}

function sentence(issue: z.core.$ZodIssue | undefined): string {
  if (!issue) return 'The file is not of the form that is asked for.';
  const place = issue.path.map((part) => (typeof part === 'number' ? `[${part}]` : `.${String(part)}`)).join('');
  return `${place === '' ? 'The file' : place.slice(1)}: ${issue.message.replace(/\s+/g, ' ').replace(/\.$/, '')}.`;
}
