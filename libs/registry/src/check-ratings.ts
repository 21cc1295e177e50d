import { managedProvinces, type Viewer } from '@lienket/identity';
import {
  aboutColumns,
  announce,
  isUuid,
  readCell,
  UnreadableCell,
  type Day,
  type Form,
  type FormLine,
  type Queryable,
  type Reason,
  type RejectedLine,
} from '@lienket/platform';
import sql from 'sql-template-tag';
import type { CheckedLines, Progress } from './check-register.js';
import { addRatings } from './organization-bulk.store.js';
import { organizationChanged } from './organization-events.js';
import { RATED_KINDS } from './rating-band.js';
import { REGISTER_COLUMNS, type RegisterBackground } from './register-columns.js';
import { REASONS } from './register-reasons.js';

type RatingColumn = 'taxCode' | 'organizationId' | 'name' | 'year' | 'score';
type RatingLine = FormLine<RatingColumn>;

export const RATINGS_FORM: Form<RatingColumn> = {
  name: 'Xếp loại',
  columns: {
    taxCode: {
      heading: 'Mã số thuế',
      note: 'Mã số thuế của hợp tác xã hoặc liên hiệp, ở dạng văn bản; để trống nếu có mã trong Lienket.',
    },
    organizationId: {
      heading: 'Mã trong Lienket',
      note: 'Mã của tổ chức, như trong sổ Excel lấy từ Lienket; để trống nếu có mã số thuế.',
    },
    name: { heading: 'Tên tổ chức', note: 'Để người đọc dễ nhận ra; không được nhập.' },
    year: { heading: 'Năm', note: 'Bắt buộc. Không sau năm nay; mỗi tổ chức mỗi năm một dòng.', isRequired: true },
    score: {
      heading: 'Điểm',
      note: 'Bắt buộc. Từ 0 đến 100, nhiều nhất hai chữ số sau dấu chấm; thay điểm đã có của năm đó.',
      isRequired: true,
    },
  },
};

interface Rated {
  readonly id: string;
  readonly taxCode: string | null;
  readonly kind: string;
}

interface Score {
  readonly id: string;
  readonly year: number;
  readonly score: string;
}

const STEP = 1000;
const ANNOUNCED_AT_ONCE = 5000;
const FOUND_AT_ONCE = 10_000;

/** Judges every score by itself, by the others, and by the organization that it names: one that the viewer may rate. */
export async function checkRatings(
  from: Queryable,
  viewer: Viewer,
  lines: readonly RatingLine[],
  { today }: { readonly today: Day },
  progress: Progress,
): Promise<CheckedLines<RejectedLine<RatingColumn>>> {
  const { rejected, scores } = await judge(from, viewer, lines, today, progress);
  return {
    rejected,
    save: async (tx, saved) => {
      const ids = [...new Set(scores.map(({ id }) => id))].sort();
      await tx.query(sql`
        select from registry.organization where id = any(${ids}::uuid[]) order by id for no key update`);
      const again = await judge(tx, viewer, lines, today, () => Promise.resolve());
      if (again.rejected.length > 0) throw new Error('Some of these may not be rated any more.');
      await addRatings(tx, again.scores);
      await saved(scores.length);
      for (let start = 0; start < ids.length; start += ANNOUNCED_AT_ONCE)
        await announce(tx, ...ids.slice(start, start + ANNOUNCED_AT_ONCE).map((id) => organizationChanged(id)));
      return scores.length;
    },
  };
}

async function judge(
  from: Queryable,
  viewer: Viewer,
  lines: readonly RatingLine[],
  today: Day,
  progress: Progress,
): Promise<{ rejected: RejectedLine<RatingColumn>[]; scores: Score[] }> {
  const found = await ratedBy(from, viewer, lines, today);
  const background = { today, viewer, provinceOf: new Map<string, string>() };
  const used = new Map<string, number>();
  const judged: { line: RatingLine; reasons: Reason[]; score: Score }[] = [];
  for (const line of lines) {
    const read = readLine(line, found, background);
    judged.push({ line, ...read });
    used.set(placeOf(read.score), (used.get(placeOf(read.score)) ?? 0) + 1);
    if (judged.length % STEP === 0) await progress(judged.length);
  }
  for (const { reasons, score } of judged)
    if (reasons.length === 0 && (used.get(placeOf(score)) ?? 0) > 1) reasons.push(about('year', REASONS.twice));
  return {
    rejected: judged.flatMap(({ line, reasons }) => (reasons.length > 0 ? [{ ...line, reasons }] : [])),
    scores: judged.flatMap(({ reasons, score }) => (reasons.length === 0 ? [score] : [])),
  };
}

const placeOf = ({ id, year }: Score): string => `${id} ${String(year)}`;

function readLine(
  line: RatingLine,
  found: ReadonlyMap<string, Rated>,
  background: RegisterBackground,
): { reasons: Reason[]; score: Score } {
  const reasons: Reason[] = [];
  const cell = <T>(column: RatingColumn, read: (text: string) => T): T | null =>
    readCell(RATINGS_FORM, line, column, read, reasons);
  const taxCode = cell('taxCode', (text) => REGISTER_COLUMNS.taxCode(text, background));
  const id = (line.row.organizationId ?? '').trim().toLowerCase();
  const rated = found.get(id === '' ? (taxCode ?? '') : id);
  const named = id === '' ? 'taxCode' : 'organizationId';
  if (reasons.length === 0) {
    if (id === '' && taxCode === null) reasons.push(about(named, REASONS.missing));
    else if (!rated) reasons.push(about(named, REASONS.organization));
    else if (taxCode !== null && rated.taxCode !== taxCode) reasons.push(about('taxCode', REASONS.other));
    else if (!RATED_KINDS.has(rated.kind)) reasons.push(about(named, REASONS.rated, ':'));
  }
  const year = cell('year', (text) => given(REGISTER_COLUMNS.ratingYear(text, background)));
  const score = cell('score', (text) => given(REGISTER_COLUMNS.ratingScore(text, background)));
  return { reasons, score: { id: rated?.id ?? '', year: year ?? 0, score: score ?? '' } };
}

function given<T>(value: T | null): T {
  if (value === null) throw new UnreadableCell(REASONS.missing);
  return value;
}

/** Of the organizations that lines name those of the viewer's provinces, by tax code and by id. */
async function ratedBy(
  from: Queryable,
  viewer: Viewer,
  lines: readonly RatingLine[],
  today: Day,
): Promise<ReadonlyMap<string, Rated>> {
  const provinces = managedProvinces(viewer);
  const found = new Map<string, Rated>();
  for (let start = 0; start < lines.length; start += FOUND_AT_ONCE) {
    const part = lines.slice(start, start + FOUND_AT_ONCE).map(({ row }) => row);
    const ids = part.map(({ organizationId = '' }) => organizationId.trim()).filter(isUuid);
    const taxCodes = part.map(({ taxCode = '' }) => taxCode.trim());
    const rows = await from.query<Rated>(sql`
      select organization.id, organization.tax_code as "taxCode", profile.kind
      from registry.organization
      join registry.organization_profile profile on profile.organization_id = organization.id and profile.valid @> ${today}::date
      where (organization.id = any(${ids}::uuid[]) or organization.tax_code = any(${taxCodes}::text[]))
        and (${provinces}::text[] is null or profile.province_code = any(${provinces}::text[]))`);
    for (const row of rows) {
      found.set(row.id, row);
      if (row.taxCode !== null) found.set(row.taxCode, row);
    }
  }
  return found;
}

const about = (column: RatingColumn, reason: Reason, colon = ''): Reason =>
  aboutColumns(RATINGS_FORM, [column], reason, colon);
