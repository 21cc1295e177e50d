import type { Transaction } from '@lienket/platform';
import { recount, type Touched } from '@lienket/participation';
import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import sql from 'sql-template-tag';

const PROVINCES = ['01', '14', '92'];
const KINDS = ['COOPERATIVE_GROUP', 'COOPERATIVE', 'COOPERATIVE_UNION', 'ENTERPRISE'];
const STATUSES = ['ACTIVE', 'ACTIVE', 'ACTIVE', 'PENDING', 'SUSPENDED', 'DISSOLVED'];
const FORMS = ['FULL_CHAIN', 'PRODUCTION', 'PROCESSING', 'SPOT_SALE'];
const COMMODITIES = ['durian', 'mango', 'robusta'];
/** Few, so that they meet again and again. */
const ORGANIZATIONS = 5;
const FIRST_DAY = Date.UTC(2024, 0, 1);
const DAYS = 1100;

const dayAt = (index: number): string => new Date(FIRST_DAY + index * 86_400_000).toISOString().slice(0, 10);
const pick = <T>(from: readonly T[], index: number): T => from[index % from.length] as T;

// Things begin and end on few days, and questions are asked on those days and beside them: faults live at the bounds.
const GRID = 50;
const day = fc.integer({ min: 0, max: DAYS / GRID }).map((step) => step * GRID);
const dayBeside = fc.tuple(day, fc.integer({ min: -1, max: 1 })).map(([at, aside]) => at + aside);
const organization = fc.nat(ORGANIZATIONS - 1);
const stretch = fc.record({
  from: day,
  status: fc.nat(5),
  kind: fc.nat(3),
  province: fc.nat(2),
  agricultural: fc.boolean(),
  union: fc.option(organization, { freq: 4 }),
});

/** What can happen, late and out of order as well: a history is told by the days on which things hold, not by when they are told. */
export const act = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({
      does: fc.constant('tellHistory' as const),
      who: organization,
      stretches: fc.array(stretch, { minLength: 1, maxLength: 3 }),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      does: fc.constant('rate' as const),
      who: organization,
      year: fc.integer({ min: 2023, max: 2026 }),
      score: fc.integer({ min: 30, max: 100 }),
    }),
  },
  {
    weight: 5,
    arbitrary: fc.record({
      does: fc.constant('sign' as const),
      parties: fc.oneof(
        fc.uniqueArray(organization, { minLength: 2, maxLength: 2 }),
        fc.uniqueArray(organization, { minLength: 2, maxLength: 4 }),
      ),
      form: fc.nat(3),
      attested: fc.boolean(),
      commodities: fc.uniqueArray(fc.nat(2), { minLength: 1, maxLength: 2 }),
      starts: day,
      signed: day,
      lasts: day,
    }),
  },
  { weight: 2, arbitrary: fc.record({ does: fc.constant('terminate' as const), which: fc.nat(20), after: day }) },
);
export type Act = typeof act extends fc.Arbitrary<infer T> ? T : never;

const anyQuestion = fc.record({
  day: dayBeside.map(dayAt),
  denominator: fc.constantFrom(
    'ALL' as const,
    'ALL' as const,
    'GOOD_OR_FAIR' as const,
    'COOPERATIVES' as const,
    'AGRICULTURAL_COOPERATIVES' as const,
  ),
  provinceCodes: fc.option(fc.subarray(PROVINCES, { minLength: 1 }), { freq: 1 }),
  kinds: fc.option(fc.subarray(KINDS, { minLength: 1 }), { freq: 1 }),
  commodityCodes: fc.option(fc.subarray(COMMODITIES, { minLength: 1 }), { freq: 1 }),
});

/** One narrow question, and the whole country on two days. */
export const questions = fc.tuple(anyQuestion, dayBeside, dayBeside).map(([narrow, ...days]) => [
  narrow,
  ...days.map((index) => ({
    day: dayAt(index),
    denominator: 'ALL' as const,
    provinceCodes: null,
    kinds: null,
    commodityCodes: null,
  })),
]);

/** A small country in one transaction that is never committed. */
export class World {
  private readonly ids = Array.from({ length: ORGANIZATIONS }, () => randomUUID());
  private readonly told = new Set<number>();
  private readonly contracts: string[] = [];

  constructor(private readonly tx: Transaction) {}

  /** Does it in the tables of registry and contracts, and has participation recount whom it touches. */
  async carryOut(act: Act): Promise<Date | null> {
    const touched = await this.write(act);
    const knownAt = await recount(this.tx, touched);
    await this.tx.query(sql`set constraints all immediate`);
    await this.tx.query(sql`set constraints all deferred`);
    return knownAt;
  }

  private async write(act: Act): Promise<Touched> {
    switch (act.does) {
      case 'tellHistory':
        return { parties: [], changedOrganizations: [await this.tellHistory(act.who, act.stretches)] };
      case 'rate':
        return { parties: [], changedOrganizations: [await this.rate(act.who, act.year, act.score)] };
      case 'sign':
        return { parties: await this.sign(act), changedOrganizations: [] };
      case 'terminate':
        return { parties: await this.terminate(act.which, act.after), changedOrganizations: [] };
    }
  }

  private async known(who: number): Promise<string> {
    const id = pick(this.ids, who);
    if (!this.told.has(who)) {
      this.told.add(who);
      await this.tx.query(
        sql`insert into registry.organization (id, name, chain_roles, created_at) values (${id}, ${`Organization ${String(who)}`}, '{PRODUCER}', now())`,
      );
      await this.tx.query(sql`
        insert into registry.organization_profile (organization_id, valid, status, kind, province_code, agricultural)
        values (${id}, daterange(${dayAt(0)}::date, null), 'ACTIVE', ${pick(KINDS, who)}, ${pick(PROVINCES, who)}, true)`);
      await recount(this.tx, { parties: [], changedOrganizations: [id] });
    }
    return id;
  }

  private async tellHistory(
    who: number,
    stretches: readonly {
      from: number;
      status: number;
      kind: number;
      province: number;
      agricultural: boolean;
      union: number | null;
    }[],
  ) {
    const id = await this.known(who);
    const sorted = [...new Map(stretches.map((part) => [part.from, part])).values()].sort((a, b) => a.from - b.from);
    await this.tx.query(sql`delete from registry.organization_profile where organization_id = ${id}`);
    for (const [index, part] of sorted.entries()) {
      const until = sorted[index + 1];
      const union = part.union === null || part.union === who ? null : await this.known(part.union);
      await this.tx.query(sql`
        insert into registry.organization_profile (organization_id, valid, status, kind, province_code, agricultural, union_id)
        values (${id}, daterange(${dayAt(part.from)}::date, ${until ? dayAt(until.from) : null}::date), ${pick(STATUSES, part.status)},
          ${pick(KINDS, part.kind)}, ${pick(PROVINCES, part.province)}, ${part.agricultural}, ${union})`);
    }
    return id;
  }

  private async rate(who: number, year: number, score: number) {
    const id = await this.known(who);
    const band = score >= 80 ? 'GOOD' : score >= 65 ? 'FAIR' : score >= 50 ? 'AVERAGE' : 'WEAK';
    await this.tx.query(sql`
      insert into registry.rating (organization_id, year, score, band) values (${id}, ${year}, ${score}, ${band})
      on conflict (organization_id, year) do update set score = excluded.score, band = excluded.band`);
    return id;
  }

  private async sign(act: Extract<Act, { does: 'sign' }>) {
    const parties: string[] = [];
    for (const who of act.parties) parties.push(await this.known(who));
    const id = randomUUID();
    const codes = act.commodities.map((index) => pick(COMMODITIES, index));
    await this.tx.query(sql`
      insert into contracts.contract (id, number, origin, status, form, version, starts_on, ends_on, signed_on, commodity_codes, created_at)
      values (${id}, ${id}, ${act.attested ? 'ATTESTED' : 'SIGNED_HERE'}, 'SIGNED', ${pick(FORMS, act.form)}, 1, ${dayAt(act.starts)},
        ${dayAt(act.starts + act.lasts)}, ${dayAt(act.signed)}, ${codes}, now())`);
    for (const [position, party] of parties.entries())
      await this.tx.query(sql`
        insert into contracts.contract_party (contract_id, organization_id, roles, lead, position) values (${id}, ${party}, '{PRODUCER}', ${position === 0}, ${position})`);
    if (!act.attested)
      for (const [position, code] of codes.entries())
        await this.tx.query(sql`
          insert into contracts.contract_line (contract_id, version, position, supplier_id, buyer_id, commodity_code, quantity_kg, price_mechanism, price_vnd_per_kg)
          values (${id}, 1, ${position}, ${parties[0]}, ${parties[1]}, ${code}, 1, 'FIXED', 1)`);
    this.contracts.push(id);
    return parties;
  }

  private async terminate(which: number, after: number) {
    const id = this.contracts[which % Math.max(1, this.contracts.length)];
    if (id === undefined) return [];
    await this.tx.query(sql`
      update contracts.contract set status = 'TERMINATED', terminated_on = least(ends_on, starts_on + ${after}::int) where id = ${id}`);
    const parties = await this.tx.query<{ id: string }>(
      sql`select organization_id as id from contracts.contract_party where contract_id = ${id}`,
    );
    return parties.map((party) => party.id);
  }
}
