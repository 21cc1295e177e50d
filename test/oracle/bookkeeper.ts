import pg from 'pg';
import { askOracle } from './participation-oracle.js';

/**
 * Looks at the tables as their owner and does the sums again by itself. It shares no code with the application, and sees
 * what no viewer sees.
 */
export class Bookkeeper {
  private constructor(readonly client: pg.Client) {}

  static async of(databaseUrl: string): Promise<Bookkeeper> {
    const client = new pg.Client({ connectionString: databaseUrl, options: '-c timezone=UTC' });
    await client.connect();
    return new Bookkeeper(client);
  }

  close(): Promise<void> {
    return this.client.end();
  }

  /** What doesn't hold in the books, rule by rule; nothing when all is well. */
  async faults(): Promise<Record<string, number>> {
    const { rows } = await this.client.query<{ rule: string; broken: string }>(RULES);
    return Object.fromEntries(
      rows.map(({ rule, broken }) => [rule, Number(broken)] as const).filter(([, broken]) => broken > 0),
    );
  }

  /** Which of these contracts aren't signed. */
  async unsignedOf(contractIds: Iterable<string>): Promise<string[]> {
    const { rows } = await this.client.query<{ id: string }>(
      `select wanted.id from unnest($1::uuid[]) as wanted (id)
      where not exists (select from contracts.contract c where c.id = wanted.id and c.signed_on is not null)`,
      [[...contractIds]],
    );
    return rows.map(({ id }) => id);
  }

  /** Of every topic, or of one. */
  async waitingAnnouncements(topic: string | null = null): Promise<number> {
    const { rows } = await this.client.query<{ count: string }>(
      'select count(*) as count from platform.outbox where topic = coalesce($1, topic)',
      [topic],
    );
    return Number(rows[0]?.count);
  }

  /** Conclusions of which not exactly one party fewer than there are was told. */
  async untold(): Promise<number> {
    const { rows } = await this.client.query<{ count: string }>(`
      select count(*) as count from contracts.contract_event e where e.type = 'SIGNED' and
        (select count(*) from notices.notice n where n.contract_id = e.contract_id and n.sequence = e.sequence and n.kind = 'SIGNED') <>
        (select count(*) - 1 from contracts.contract_party p where p.contract_id = e.contract_id)`);
    return Number(rows[0]?.count);
  }

  /** Who has a contract in force today with somebody else. */
  linked(): Promise<Set<string>> {
    return this.idsOn(`
      select distinct party.organization_id as id from contracts.contract_party party join contracts.contract c on c.id = party.contract_id
      where c.signed_on <= $1::date and c.starts_on <= $1::date and c.ends_on >= $1::date and (c.terminated_on is null or c.terminated_on > $1::date)`);
  }

  /** Who takes part in a chain today by what participation has written down. */
  takenForLinked(): Promise<Set<string>> {
    return this.idsOn(`
      select organization_id as id from participation.link_fact where commodity_code = '' and upper_inf(known) and valid @> $1::date`);
  }

  /** How many organizations participation has wrong today. */
  async drift(): Promise<number> {
    return differing(await this.takenForLinked(), await this.linked());
  }

  /** The figure of today for all organizations, counted from contracts and the register: "participating/counted". */
  async figure(provinceCode?: string): Promise<string> {
    const { participating, counted } = await askOracle(this.client, {
      day: today(),
      denominator: 'ALL',
      provinceCodes: provinceCode === undefined ? null : [provinceCode],
      kinds: null,
      commodityCodes: null,
    });
    return `${String(participating)}/${String(counted)}`;
  }

  private async idsOn(question: string): Promise<Set<string>> {
    const { rows } = await this.client.query<{ id: string }>(question, [today()]);
    return new Set(rows.map(({ id }) => id));
  }
}

/** In Vietnam. */
const today = () => new Date(Date.now() + 7 * 3_600_000).toISOString().slice(0, 10);

/** How many are in one of the two and not in the other. */
export function differing(some: ReadonlySet<string>, others: ReadonlySet<string>): number {
  return [...some].filter((id) => !others.has(id)).length + [...others].filter((id) => !some.has(id)).length;
}

const RULES = `
with line as (
  select l.listing_id, l.demand_id,
    case c.status when 'TERMINATED' then least(l.accepted_kg, l.quantity_kg) else l.quantity_kg end as kg
  from contracts.contract_line l join contracts.contract c on c.id = l.contract_id and c.version = l.version
  where c.status in ('SIGNED', 'COMPLETED', 'TERMINATED')
), posting as (
  select id, quantity_kg, held_kg, (select coalesce(sum(kg), 0) from line where listing_id = listing.id) as agreed_kg from market.listing
  union all
  select id, quantity_kg, held_kg, (select coalesce(sum(kg), 0) from line where demand_id = demand.id) from market.demand
), tally as (
  select c.id, c.status, c.signed_on is not null as concluded,
    (select count(*) from contracts.contract_party p where p.contract_id = c.id) as parties,
    (select count(*) from contracts.signature s where s.contract_id = c.id and s.version = c.version) as signatures,
    (select count(*) from contracts.contract_event e where e.contract_id = c.id and e.type = 'SIGNED') as conclusions,
    (select count(*) from contracts.contract_event e where e.contract_id = c.id) as entries,
    (select coalesce(max(sequence), 0) from contracts.contract_event e where e.contract_id = c.id) as last_entry
  from contracts.contract c where c.origin = 'SIGNED_HERE'
)
select 'holds more than there is' as rule, count(*) as broken from posting where held_kg > quantity_kg or held_kg < 0
union all select 'holds something else than was agreed', count(*) from posting where held_kg <> agreed_kg
union all select 'is signed without every signature', count(*) from tally where concluded and signatures <> parties
union all select 'has every signature and is not signed', count(*) from tally where status = 'OFFERED' and signatures = parties
union all select 'was concluded not exactly once', count(*) from tally where conclusions <> case when concluded then 1 else 0 end
union all select 'has gaps in its history', count(*) from tally where entries <> last_entry`;
