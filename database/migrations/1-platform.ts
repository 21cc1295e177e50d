import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Platform1795300000001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create schema platform;

      create table platform.outbox (
        id bigint generated always as identity primary key,
        topic text not null,
        payload jsonb not null,
        announced_at timestamptz not null default clock_timestamp()
      );
      create index outbox_topic on platform.outbox (topic, id);

      create table platform.idempotency_record (
        user_id uuid not null,
        key text not null,
        fingerprint text not null,
        result text not null,
        created_at timestamptz not null,
        primary key (user_id, key)
      );
      create index idempotency_record_created_at on platform.idempotency_record (created_at);

      create table platform.rate_limit (
        key text primary key,
        used integer not null,
        window_ends_at timestamptz not null
      );
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop schema platform cascade`);
  }
}
