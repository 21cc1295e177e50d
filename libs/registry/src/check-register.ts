import type { Viewer } from '@lienket/identity';
import { announce, plainName, type Day, type Queryable, type Transaction } from '@lienket/platform';
import sql from 'sql-template-tag';
import { addOrganizationsWithPast, newOrganizationIds, type OrganizationWithPast } from './organization-bulk.store.js';
import { organizationChanged } from './organization-events.js';
import { changeFrom, newHistory } from './organization-profile.js';
import type { RegisterEntry } from './register-columns.js';
import type { RegisterLine, RejectedRegisterLine } from './register-form.js';
import { checkRows, readRow, type CheckedRow } from './register-rows.js';

/** Hears how many lines are done; what it throws ends the work. */
export type Progress = (done: number) => Promise<void>;

/** Lines that have been judged, all before any is saved. */
export interface CheckedLines<Rejected> {
  /** Where there are any, nothing may be saved. */
  readonly rejected: readonly Rejected[];
  /** Saves all the others, and announces them. @returns how many */
  readonly save: (tx: Transaction, progress: Progress) => Promise<number>;
}

const STEP = 1000;
const ANNOUNCED_AT_ONCE = 5000;

interface KnownUnion {
  readonly id: string;
  readonly taxCode: string;
  readonly registeredOn: Day;
}

/**
 * Judges every line of a register by itself, by the others and by what is registered. Organizations are ACTIVE from their registration day
 * on, without users. Who takes one of the tax codes between this and the saving makes the saving fail, as a whole.
 * @param viewer in whose provinces they have to be; null for an operator
 */
export async function checkRegister(
  from: Queryable,
  viewer: Viewer | null,
  lines: readonly RegisterLine[],
  { today, now }: { readonly today: Day; readonly now: Date },
  progress: Progress,
): Promise<CheckedLines<RejectedRegisterLine>> {
  const background = { today, provinceOf: await provinceNames(from), viewer };
  const read: CheckedRow[] = [];
  for (const { row } of lines) {
    read.push(readRow(row, background));
    if (read.length % STEP === 0) await progress(read.length);
  }
  const known = await knownTaxCodes(
    from,
    read.flatMap(({ entry }) => [entry?.taxCode, entry?.unionTaxCode].filter((code) => code != null)),
  );
  const checked = checkRows(read, { taken: known.taken, unions: new Set(known.unions.keys()) });
  const rejected = lines.flatMap((line, index) => {
    const reasons = checked[index]?.reasons ?? [];
    return reasons.length > 0 ? [{ ...line, reasons }] : [];
  });
  const entries = checked.flatMap(({ entry }) => (entry ? [entry] : []));
  return {
    rejected,
    save: async (tx, saved) => {
      const ids = await newOrganizationIds(tx, entries.length);
      await addOrganizationsWithPast(tx, withPasts(entries, ids, known.unions, now), saved);
      for (let start = 0; start < ids.length; start += ANNOUNCED_AT_ONCE)
        await announce(tx, ...ids.slice(start, start + ANNOUNCED_AT_ONCE).map((id) => organizationChanged(id)));
      return ids.length;
    },
  };
}

/** Where a former province and a present one bear the same name, the present one is meant. Spreadsheets drop a leading zero. */
async function provinceNames(from: Queryable): Promise<ReadonlyMap<string, string>> {
  const names = await from.query<{ name: string; code: string }>(sql`
    select name_vi as name, province_code as code from registry.former_province
    union all select name, code from registry.province, unnest(array[ltrim(code, '0'), code, name_en, name_vi]) as name`);
  const plain = names.map(({ name, code }) => [plainName(name), code] as const);
  return new Map(
    plain.flatMap(([name, code]) =>
      ['', 'tinh ', 'thanh pho ', 'tp ', 'tp. '].map((prefix) => [prefix + name, code] as const),
    ),
  );
}

async function knownTaxCodes(
  from: Queryable,
  taxCodes: readonly string[],
): Promise<{ taken: Set<string>; unions: Map<string, KnownUnion> }> {
  const rows = await from.query<KnownUnion & { isUnion: boolean }>(sql`
    select organization.id, organization.tax_code as "taxCode", lower(profile.valid) as "registeredOn", profile.kind = 'COOPERATIVE_UNION' as "isUnion"
    from registry.organization
    cross join lateral (
      select * from registry.organization_profile where organization_id = organization.id order by lower(valid) limit 1
    ) profile
    where organization.tax_code = any(${taxCodes}::text[])`);
  return {
    taken: new Set(rows.map(({ taxCode }) => taxCode)),
    unions: new Map(rows.filter(({ isUnion }) => isUnion).map((union) => [union.taxCode, union])),
  };
}

function withPasts(
  entries: readonly RegisterEntry[],
  ids: readonly string[],
  known: ReadonlyMap<string, KnownUnion>,
  now: Date,
): OrganizationWithPast[] {
  const identified = entries.flatMap((entry, index) => (ids[index] === undefined ? [] : [{ id: ids[index], entry }]));
  const unions = new Map(known);
  for (const { id, entry } of identified)
    if (entry.kind === 'COOPERATIVE_UNION' && entry.taxCode !== null)
      unions.set(entry.taxCode, { id, taxCode: entry.taxCode, registeredOn: entry.registeredOn });
  return identified.map(({ id, entry }) =>
    withPast(id, entry, entry.unionTaxCode === null ? undefined : unions.get(entry.unionTaxCode), now),
  );
}

function withPast(
  id: string,
  entry: RegisterEntry,
  union: KnownUnion | undefined,
  createdAt: Date,
): OrganizationWithPast {
  const { kind, provinceCode, agricultural, registeredOn, ratingYear, ratingScore } = entry;
  const history = newHistory({ status: 'ACTIVE', kind, provinceCode, agricultural, unionId: null }, registeredOn);
  const joinedOn = union && union.registeredOn > registeredOn ? union.registeredOn : registeredOn;
  return {
    id,
    record: {
      name: entry.name,
      taxCode: entry.taxCode,
      commune: entry.commune,
      latitude: entry.latitude,
      longitude: entry.longitude,
      chainRoles: [...entry.chainRoles],
      memberCount: entry.memberCount,
      highTech: entry.highTech,
      contactName: entry.contactName,
      contactPhone: entry.contactPhone,
      contactEmail: null,
      createdAt,
    },
    history: union ? changeFrom(history, 'unionId', union.id, joinedOn) : history,
    ratings: ratingYear !== null && ratingScore !== null ? [{ year: ratingYear, score: ratingScore }] : [],
  };
}
