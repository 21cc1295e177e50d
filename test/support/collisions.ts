import type { Database, Transaction } from '@lienket/platform';
import type pg from 'pg';

/** Deadlock, serialization failure, lock not available. */
const CODES = ['40P01', '40001', '55P03'];

/** Where in the transaction about a contract PostgreSQL is to say that another one is in the way. */
export interface Collision {
  /** So many statements after the contract is first named; null: while committing. */
  readonly after: number | null;
  readonly code: number;
}

/** Transactions of a database that collide as planned: it is PostgreSQL that raises, so what was done is lost in truth. */
export class Collisions {
  happened = 0;
  private readonly planned = new Map<string, Collision[]>();

  private constructor() {}

  static async plant(database: Database, owner: pg.ClientBase): Promise<Collisions> {
    await owner.query(`
      create schema collisions;
      create function collisions.raise(code text) returns void language plpgsql as $$
        begin raise exception 'planted' using errcode = code; end $$;
      create table collisions.at_commit (code text not null);
      create function collisions.raise_late() returns trigger language plpgsql as $$
        begin perform collisions.raise(new.code); return null; end $$;
      create constraint trigger late after insert on collisions.at_commit deferrable initially deferred
        for each row execute function collisions.raise_late();
      grant usage on schema collisions to lienket_api;
      grant insert on collisions.at_commit to lienket_api`);
    const collisions = new Collisions();
    const transaction = database.transaction.bind(database);
    database.transaction = (work, actor) =>
      transaction((tx) => {
        collisions.disturb(tx);
        return work(tx);
      }, actor);
    return collisions;
  }

  /** One of them each time that a transaction is about this contract, until there are none left. */
  plan(contractId: string, collisions: readonly Collision[]): void {
    this.planned.set(contractId, [...collisions]);
  }

  private disturb({ entities }: Transaction): void {
    const runner = entities.queryRunner!;
    const query = runner.query.bind(runner) as (
      text: string,
      values?: unknown[],
      structured?: boolean,
    ) => Promise<unknown>;
    let next: Collision | undefined;
    let left = Infinity;
    const disturbed: typeof query = async (text, values, structured) => {
      const named = next ? undefined : values?.find((value) => typeof value === 'string' && this.planned.has(value));
      if (named !== undefined) {
        next = this.planned.get(named as string)!.shift();
        left = next?.after ?? (next ? 0 : Infinity);
      }
      const collides = left === 0;
      left -= 1;
      if (next && collides) {
        this.happened += 1;
        const code = CODES[next.code]!;
        if (next.after === null) await query('insert into collisions.at_commit values ($1)', [code]);
        else await query('select collisions.raise($1)', [code]);
      }
      return query(text, values, structured);
    };
    runner.query = disturbed as typeof runner.query;
  }
}
