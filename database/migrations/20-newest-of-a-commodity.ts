import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The newest postings of one commodity, without looking at the newer ones of all others. */
export class NewestOfACommodity1795900000020 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create index listing_newest_of_commodity on market.listing (commodity_code, created_at desc, id desc);
      create index demand_newest_of_commodity on market.demand (commodity_code, created_at desc, id desc);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop index market.listing_newest_of_commodity, market.demand_newest_of_commodity`);
  }
}
