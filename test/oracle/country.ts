import { recount } from '@lienket/participation';
import type { Transaction } from '@lienket/platform';
import { randomUUID } from 'node:crypto';
import sql from 'sql-template-tag';

interface Stretch {
  readonly from: string;
  readonly status?: 'PENDING' | 'ACTIVE' | 'SUSPENDED' | 'DISSOLVED';
  readonly province?: string;
  readonly agricultural?: boolean;
  readonly union?: string;
}

interface Linkage {
  readonly parties: readonly string[];
  readonly from: string;
  readonly to: string;
  readonly signedOn?: string;
  readonly form?: string;
  readonly attested?: boolean;
  readonly commodity?: string;
}

/** A country told by name and day, for histories that a reader can count by hand. */
export class Country {
  private readonly ids = new Map<string, string>();

  constructor(private readonly tx: Transaction) {}

  idOf(name: string): string {
    const id = this.ids.get(name);
    if (id === undefined) throw new Error(`Nobody is called ${name}.`);
    return id;
  }

  /** Tells, or corrects, what an organization was from which day on. @returns when participation knew. */
  async tell(name: string, kind: string, ...stretches: Stretch[]): Promise<Date | null> {
    const id = this.ids.get(name) ?? randomUUID();
    if (!this.ids.has(name)) {
      this.ids.set(name, id);
      await this.tx.query(
        sql`insert into registry.organization (id, name, chain_roles, created_at) values (${id}, ${name}, '{PRODUCER}', now())`,
      );
    }
    await this.tx.query(sql`delete from registry.organization_profile where organization_id = ${id}`);
    for (const [index, part] of stretches.entries())
      await this.tx.query(sql`
        insert into registry.organization_profile (organization_id, valid, status, kind, province_code, agricultural, union_id)
        values (${id}, daterange(${part.from}::date, ${stretches[index + 1]?.from ?? null}::date), ${part.status ?? 'ACTIVE'}, ${kind},
          ${part.province ?? '92'}, ${part.agricultural ?? true}, ${part.union === undefined ? null : this.idOf(part.union)})`);
    return recount(this.tx, { parties: [], changedOrganizations: [id] });
  }

  async rate(name: string, year: number, score: number, band: string): Promise<Date | null> {
    await this.tx.query(sql`
      insert into registry.rating (organization_id, year, score, band) values (${this.idOf(name)}, ${year}, ${score}, ${band})
      on conflict (organization_id, year) do update set score = excluded.score, band = excluded.band`);
    return recount(this.tx, { parties: [], changedOrganizations: [this.idOf(name)] });
  }

  async sign({
    parties,
    from,
    to,
    signedOn = from,
    form = 'PRODUCTION',
    attested = false,
    commodity = 'durian',
  }: Linkage): Promise<string> {
    const id = randomUUID();
    await this.tx.query(sql`
      insert into contracts.contract (id, number, origin, status, form, version, starts_on, ends_on, signed_on, commodity_codes, created_at)
      values (${id}, ${id}, ${attested ? 'ATTESTED' : 'SIGNED_HERE'}, 'SIGNED', ${form}, 1, ${from}, ${to}, ${signedOn}, ${[commodity]}, now())`);
    for (const [position, party] of parties.entries())
      await this.tx.query(sql`
        insert into contracts.contract_party (contract_id, organization_id, roles, lead, position)
        values (${id}, ${this.idOf(party)}, '{PRODUCER}', ${position === 0}, ${position})`);
    await this.recountParties(id);
    return id;
  }

  async terminate(contractId: string, on: string): Promise<Date | null> {
    await this.tx.query(
      sql`update contracts.contract set status = 'TERMINATED', terminated_on = ${on} where id = ${contractId}`,
    );
    return this.recountParties(contractId);
  }

  private async recountParties(contractId: string): Promise<Date | null> {
    const parties = await this.tx.query<{ id: string }>(
      sql`select organization_id as id from contracts.contract_party where contract_id = ${contractId}`,
    );
    return recount(this.tx, { parties: parties.map(({ id }) => id), changedOrganizations: [] });
  }
}
