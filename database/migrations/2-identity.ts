import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Identity1795300000002 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create schema identity;

      create table identity.app_user (
        id uuid primary key default uuidv7(),
        login text not null unique,
        password_hash text not null,
        role text not null check (role in ('TRADER', 'PROGRAM_MANAGER', 'ADMINISTRATOR')),
        organization_id uuid,
        province_codes text[] not null default '{}',
        created_at timestamptz not null,
        check (organization_id is null or role = 'TRADER'),
        check (province_codes = '{}' or role = 'PROGRAM_MANAGER')
      );
      comment on column identity.app_user.province_codes is 'of a PROGRAM_MANAGER; empty means the whole country';
      create index app_user_organization on identity.app_user (organization_id) where organization_id is not null;

      create table identity.session (
        token_digest bytea primary key,
        user_id uuid not null references identity.app_user on delete cascade,
        created_at timestamptz not null,
        expires_at timestamptz not null
      );
      create index session_of_user on identity.session (user_id);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop schema identity cascade`);
  }
}
