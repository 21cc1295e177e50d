import { addDays, businessDay } from '@lienket/platform';
import { randomUUID } from 'node:crypto';
import type pg from 'pg';
import type { Dice } from './dice.js';

/** One thing that happened, as its announcement tells it, and as it left the two organizations that it is about. */
export interface News {
  /** Among those that happened at once. */
  readonly index: number;
  readonly does: 'SIGN' | 'TERMINATE' | 'MOVE';
  readonly topic: string;
  readonly payload: object;
  readonly organizationIds: readonly string[];
  /** Whether each of them takes part in a chain now. */
  readonly linkedAfter: readonly boolean[];
}

interface Pair {
  readonly id: string;
  readonly parties: readonly [string, string];
}

const today = businessDay(new Date());
const STATES = '[2020-01-01,)';

/** Organizations that sign, terminate and move, put straight into the tables; announced by whoever tests, as they like. */
export class LinkageNews {
  readonly all: News[] = [];
  private readonly standing: Pair[] = [];
  private readonly contractsOf = new Map<string, number>();

  private constructor(
    private readonly client: pg.ClientBase,
    private readonly organizations: readonly string[],
    private readonly provinces: readonly string[],
  ) {}

  static async of(
    client: pg.ClientBase,
    world: { organizations: number; provinces: readonly string[] },
  ): Promise<LinkageNews> {
    const ids = Array.from({ length: world.organizations }, () => randomUUID());
    await client.query(
      `insert into registry.organization (id, name, chain_roles, created_at) select id, 'HTX ' || id, '{PRODUCER}', now() from unnest($1::uuid[]) as id`,
      [ids],
    );
    await client.query(
      `insert into registry.organization_profile (organization_id, valid, status, kind, province_code, agricultural)
      select id, $2, 'ACTIVE', 'COOPERATIVE', $3, true from unnest($1::uuid[]) as id`,
      [ids, STATES, world.provinces[0]],
    );
    return new LinkageNews(client, ids, world.provinces);
  }

  /** Lets so many things happen, one after the other, and tells nobody yet. */
  async happen(dice: Dice, count: number): Promise<News[]> {
    const signed: Pair[] = [];
    const terminated: Pair[] = [];
    const moved = new Map<string, string>();
    const news = Array.from({ length: count }, (_, index) => {
      const chance = dice.next();
      if (chance < 0.15) return this.move(index, dice, moved);
      if (chance < 0.45 && this.standing.length > 0) return this.terminate(index, dice, terminated);
      return this.sign(index, dice, signed);
    });
    await this.client.query(SIGN, [JSON.stringify(signed), addDays(today, -10), addDays(today, 100)]);
    await this.client.query(
      `update contracts.contract set status = 'TERMINATED', terminated_on = $2 where id = any($1::uuid[])`,
      [terminated.map(({ id }) => id), today],
    );
    await this.client.query(
      `update registry.organization_profile profile set province_code = moved.to_code
      from unnest($1::uuid[], $2::text[]) as moved (id, to_code) where organization_id = moved.id`,
      [[...moved.keys()], [...moved.values()]],
    );
    this.all.push(...news);
    return news;
  }

  async announce(news: readonly News[]): Promise<void> {
    await this.client.query(
      `insert into platform.outbox (topic, payload)
      select topic, payload from jsonb_to_recordset($1::jsonb) as told (topic text, payload jsonb)`,
      [JSON.stringify(news.map(({ topic, payload }) => ({ topic, payload })))],
    );
  }

  async knownInstants(): Promise<string> {
    const { rows } = await this.client.query<{ told: string }>(
      `select count(*) || ' until ' || max(at) as told from participation.known_instant`,
    );
    return rows[0]!.told;
  }

  private sign(index: number, dice: Dice, signed: Pair[]): News {
    const one = dice.pick(this.organizations);
    const other = dice.pick(this.organizations.filter((id) => id !== one));
    const contract: Pair = { id: randomUUID(), parties: [one, other] };
    signed.push(contract);
    this.standing.push(contract);
    return this.told(index, 'SIGN', contract, 1);
  }

  private terminate(index: number, dice: Dice, terminated: Pair[]): News {
    const [contract] = this.standing.splice(dice.below(this.standing.length), 1);
    if (!contract) throw new Error('Nothing stands.');
    terminated.push(contract);
    return this.told(index, 'TERMINATE', contract, -1);
  }

  private told(index: number, does: 'SIGN' | 'TERMINATE', { id, parties }: Pair, change: 1 | -1): News {
    const linkedAfter = parties.map((party) => {
      const contracts = (this.contractsOf.get(party) ?? 0) + change;
      this.contractsOf.set(party, contracts);
      return contracts > 0;
    });
    const payload = { contractId: id, organizationIds: parties };
    return { index, does, topic: 'contracts.contract-changed', payload, organizationIds: parties, linkedAfter };
  }

  private move(index: number, dice: Dice, moved: Map<string, string>): News {
    const organizationId = dice.pick(this.organizations);
    moved.set(organizationId, dice.pick(this.provinces));
    const linkedAfter = [(this.contractsOf.get(organizationId) ?? 0) > 0];
    const about = { organizationIds: [organizationId], linkedAfter };
    return { index, does: 'MOVE', topic: 'registry.organization-changed', payload: { organizationId }, ...about };
  }
}

const SIGN = `
with signed as (
  select * from jsonb_to_recordset($1::jsonb) as signed (id uuid, parties jsonb)
), contract as (
  insert into contracts.contract (id, number, origin, status, form, version, starts_on, ends_on, signed_on, commodity_codes, created_at)
  select id, id, 'ATTESTED', 'SIGNED', 'PRODUCTION', 1, $2::date, $3::date, $2::date, '{paddy}', now() from signed
)
insert into contracts.contract_party (contract_id, organization_id, roles, lead, position)
select id, party::uuid, '{PRODUCER}', place = 1, place from signed cross join jsonb_array_elements_text(parties) with ordinality as told (party, place)`;
