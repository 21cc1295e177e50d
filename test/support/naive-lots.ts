import pg from 'pg';

/** The same lots in tables of their own, for who reads what is left and then writes what they think: a planted fault. */
export class NaiveLots {
  private constructor(private readonly pool: pg.Pool) {}

  static async of(databaseUrl: string, connections: number): Promise<NaiveLots> {
    const pool = new pg.Pool({ connectionString: databaseUrl, max: connections });
    await pool.query('create schema naive');
    await pool.query('create table naive.lot as select id, quantity_kg, 0::numeric as held_kg from market.listing');
    await pool.query('create unique index lot_id on naive.lot (id)');
    await pool.query('create table naive.line (lot_id uuid not null, quantity_kg numeric not null)');
    return new NaiveLots(pool);
  }

  /** @returns how many were accepted */
  async sign(wishes: readonly (readonly string[])[], lineKg: number): Promise<number> {
    const signed = await Promise.all(wishes.map((lots) => this.signOne(lots, lineKg)));
    return signed.filter(Boolean).length;
  }

  async judge(): Promise<{ oversold: number; wronglyHeld: number }> {
    const { rows } = await this.pool.query<{ oversold: string; wrong: string }>(`
      with sold as (select lot_id, sum(quantity_kg) as kg from naive.line group by lot_id)
      select count(*) filter (where kg > quantity_kg) as oversold, count(*) filter (where kg <> held_kg) as wrong
      from naive.lot join sold on sold.lot_id = lot.id`);
    return { oversold: Number(rows[0]?.oversold), wronglyHeld: Number(rows[0]?.wrong) };
  }

  close(): Promise<void> {
    return this.pool.end();
  }

  private async signOne(lots: readonly string[], lineKg: number): Promise<boolean> {
    const client = await this.pool.connect();
    try {
      await client.query('begin');
      const { rows } = await client.query<{ id: string; held: string; quantity: string }>(
        'select id, held_kg as held, quantity_kg as quantity from naive.lot where id = any($1::uuid[])',
        [lots],
      );
      const fits = rows.every(({ held, quantity }) => Number(held) + lineKg <= Number(quantity));
      // Sorted: it is the reading first that is at fault here, not a deadlock.
      for (const { id, held } of fits ? rows.sort((a, b) => (a.id < b.id ? -1 : 1)) : []) {
        await client.query('update naive.lot set held_kg = $2 where id = $1', [id, Number(held) + lineKg]);
        await client.query('insert into naive.line values ($1, $2)', [id, lineKg]);
      }
      await client.query('commit');
      return fits;
    } finally {
      client.release();
    }
  }
}
