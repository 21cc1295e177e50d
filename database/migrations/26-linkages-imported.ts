import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Linkages that were signed on paper come in from Excel too. */
export class LinkagesImported1795900000026 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table imports.import drop constraint import_kind_check;
      alter table imports.import add constraint import_kind_check check (kind in ('REGISTER', 'RATINGS', 'LINKAGES'));
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table imports.import drop constraint import_kind_check;
      alter table imports.import add constraint import_kind_check check (kind in ('REGISTER', 'RATINGS')) not valid;
    `);
  }
}
