import type { Transaction } from '@lienket/platform';
import { setTimeout as sleep } from 'node:timers/promises';
import sql, { type Sql } from 'sql-template-tag';
import type { Act } from '../oracle/lifecycle-model.js';
import type { Before } from './lifecycle-desk.js';
import type { TradeWorld } from './trade-world.js';

/** A house in which contracts live by other rules. The model must differ from it. */
export interface PlantedLife {
  readonly name: string;
  /** A trigger, as its timing and table, and what it does. */
  readonly trigger?: { readonly on: Sql; readonly does: Sql };
  readonly before?: Partial<Record<Act['does'], Before>>;
}

const forgetSignature = (tx: Transaction, id: string) =>
  tx.query(
    sql`update contracts.contract set status = 'OFFERED', signed_on = null where id = ${id} and status = 'SIGNED'`,
  );

export const PLANTED_LIVES: readonly PlantedLife[] = [
  {
    name: 'a signature survives a counter-offer',
    trigger: {
      on: sql`after insert on contracts.contract_version`,
      does: sql`insert into contracts.signature
        select contract_id, new.version, organization_id, user_id, signed_at from contracts.signature
        where contract_id = new.contract_id and version = new.version - 1`,
    },
  },
  {
    name: 'termination gives nothing back to the lot',
    trigger: {
      on: sql`before update on market.listing`,
      does: sql`new.held_kg := greatest(new.held_kg, old.held_kg)`,
    },
  },
  {
    name: 'an offer can be signed after its last day',
    trigger: { on: sql`before insert on contracts.contract`, does: sql`new.valid_until := new.valid_until + 30` },
  },
  { name: 'a decline after the last signature is taken', before: { DECLINE: forgetSignature } },
  {
    // Right as long as nobody else is at it.
    name: 'a decline goes by what it saw before it waited',
    before: {
      DECLINE: async (tx, id) => {
        const open = await tx.query(sql`select from contracts.contract where id = ${id} and status = 'OFFERED'`);
        await sleep(20);
        await tx.query(sql`select from contracts.contract where id = ${id} for update`);
        if (open.length > 0) await forgetSignature(tx, id);
      },
    },
  },
];

export async function plant({ database }: TradeWorld, { trigger }: PlantedLife): Promise<void> {
  await database.query(sql`drop schema if exists planted cascade`);
  if (!trigger) return;
  await database.query(sql`create schema planted`);
  await database.query(sql`
    create function planted.fault() returns trigger language plpgsql security definer as $$ begin ${trigger.does}; return new; end $$`);
  await database.query(sql`create trigger planted ${trigger.on} for each row execute function planted.fault()`);
}
