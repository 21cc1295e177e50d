import { accept, announce, Clock, Commands, Database, type Day, type Transaction } from '@lienket/platform';
import { Injectable } from '@nestjs/common';
import sql from 'sql-template-tag';
import { organizationChanged } from './organization-events.js';
import { addOrganizationsWithPast, newOrganizationIds, type OrganizationWithPast } from './organization-bulk.store.js';
import { changeFrom, newHistory } from './organization-profile.js';
import { plainName, type RegisterEntry } from './register-columns.js';
import { checkRows, readRow, type LinedRow, type RejectedRow } from './register-rows.js';

export type ImportOutcome =
  | { readonly imported: number }
  /** Nothing was imported: these rows can't be taken. */
  | { readonly imported: 0; readonly rejected: readonly RejectedRow[] };

const ANNOUNCED_AT_ONCE = 5000;

interface KnownUnion {
  readonly id: string;
  readonly taxCode: string;
  readonly registeredOn: Day;
}

/**
 * Takes the register that is there on the first day: every row is checked before any is written, and all are written or
 * none. Organizations are ACTIVE from their registration day on, without users. Opens its own transaction: it is no
 * user's wish, but a step of setting up.
 */
@Injectable()
export class ImportRegister {
  constructor(
    private readonly database: Database,
    private readonly commands: Commands,
    private readonly clock: Clock,
  ) {}

  async execute(rows: readonly LinedRow[]): Promise<ImportOutcome> {
    const background = { today: this.clock.today(), provinceOf: await this.provinceNames() };
    const read = rows.map(({ row }) => readRow(row, background));
    const result = await this.commands.run(async (tx) => {
      // Between looking and writing nobody else may take a tax code.
      await tx.query(sql`lock table registry.organization in share row exclusive mode`);
      const known = await knownTaxCodes(
        tx,
        read.flatMap(({ entry }) => [entry?.taxCode, entry?.unionTaxCode].filter((code) => code != null)),
      );
      const checked = checkRows(read, { taken: known.taken, unions: new Set(known.unions.keys()) });
      const rejected = rows.flatMap((lined, index) => {
        const reasons = checked[index]?.reasons ?? [];
        return reasons.length > 0 ? [{ ...lined, reasons }] : [];
      });
      if (rejected.length > 0) return accept<ImportOutcome>({ imported: 0, rejected });
      const entries = checked.flatMap(({ entry }) => (entry ? [entry] : []));
      const organizations = withPasts(
        entries,
        await newOrganizationIds(tx, entries.length),
        known.unions,
        this.clock.now(),
      );
      await addOrganizationsWithPast(tx, organizations);
      for (let start = 0; start < organizations.length; start += ANNOUNCED_AT_ONCE)
        await announce(
          tx,
          ...organizations.slice(start, start + ANNOUNCED_AT_ONCE).map(({ id }) => organizationChanged(id)),
        );
      return accept<ImportOutcome>({ imported: organizations.length });
    });
    // Else the first lists after it would be planned for an empty register.
    await this.database.query(sql`analyze registry.organization, registry.organization_profile, registry.rating`);
    if (!result.ok) throw new Error(`An import is never refused, yet it was: ${result.refusal.code}.`);
    return result.value;
  }

  /** Where a former province and a present one bear the same name, the present one is meant. Spreadsheets drop a leading zero. */
  private async provinceNames(): Promise<ReadonlyMap<string, string>> {
    const names = await this.database.query<{ name: string; code: string }>(sql`
      select name_vi as name, province_code as code from registry.former_province
      union all select name, code from registry.province, unnest(array[ltrim(code, '0'), code, name_en, name_vi]) as name`);
    const plain = names.map(({ name, code }) => [plainName(name), code] as const);
    return new Map(
      plain.flatMap(([name, code]) =>
        ['', 'tinh ', 'thanh pho ', 'tp ', 'tp. '].map((prefix) => [prefix + name, code] as const),
      ),
    );
  }
}

async function knownTaxCodes(
  tx: Transaction,
  taxCodes: readonly string[],
): Promise<{ taken: Set<string>; unions: Map<string, KnownUnion> }> {
  const rows = await tx.query<KnownUnion & { isUnion: boolean }>(sql`
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
