import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Participation1795300000007 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create schema participation;

      create table participation.known_instant (
        at timestamptz(3) primary key
      );
      comment on table participation.known_instant is 'the instants at which participation recorded a change; the first stands for the time before anything was known';
      insert into participation.known_instant values ('1970-01-01T00:00:00Z');

      create table participation.answered_until (
        only_row boolean primary key default true check (only_row),
        at timestamptz(3) not null
      );
      comment on table participation.answered_until is 'the latest instant after the newest known one for which a figure was answered: the next known instant is later';
      insert into participation.answered_until values (true, '1970-01-01T00:00:00Z');

      create table participation.profile_fact (
        organization_id uuid not null,
        valid daterange not null,
        known tstzrange not null,
        status text not null,
        kind text not null,
        province_code text not null,
        agricultural boolean not null,
        rating text,
        check (not isempty(valid)),
        check (lower_inc(known) and not upper_inc(known)),
        exclude using gist (organization_id with =, valid with &&, known with &&) deferrable initially deferred
      );
      comment on table participation.profile_fact is 'what an organization was on which days, as it was known when';
      create index profile_fact_current on participation.profile_fact (organization_id) where upper_inf(known);

      create table participation.link_fact (
        organization_id uuid not null,
        commodity_code text not null,
        valid daterange not null,
        known tstzrange not null,
        by_attestation boolean not null,
        check (not isempty(valid)),
        check (lower_inc(known) and not upper_inc(known)),
        exclude using gist (organization_id with =, commodity_code with =, valid with &&, known with &&) deferrable initially deferred
      );
      comment on table participation.link_fact is 'the days on which an organization takes part in a chain, as it was known when; commodity_code is empty for any commodity';
      create index link_fact_current on participation.link_fact (organization_id) where upper_inf(known);

      create view participation.current_link_v as
        select organization_id, valid from participation.link_fact where commodity_code = '' and upper_inf(known);
      comment on view participation.current_link_v is 'the days on which an organization takes part in a chain, as it is known now';

      create table participation.target (
        province_code text,
        denominator text not null check (denominator in ('ALL', 'GOOD_OR_FAIR', 'COOPERATIVES', 'AGRICULTURAL_COOPERATIVES')),
        due_on date not null,
        share double precision not null check (share between 0 and 1),
        comparison text not null check (comparison in ('AT_LEAST', 'MORE_THAN', 'ABOUT')),
        source text not null,
        unique nulls not distinct (province_code, denominator, due_on)
      );
      insert into participation.target (province_code, denominator, due_on, share, comparison, source) values
        (null, 'ALL', '2030-12-31', 0.50, 'AT_LEAST', 'Resolution 09/NQ-CP, read literally: a share of all organizations'),
        (null, 'ALL', '2045-12-31', 0.75, 'AT_LEAST', 'Resolution 09/NQ-CP, read literally: a share of all organizations'),
        (null, 'GOOD_OR_FAIR', '2030-12-31', 0.50, 'AT_LEAST', 'Resolution 20-NQ/TW, read by its grammar: a share of those rated good or fair'),
        (null, 'GOOD_OR_FAIR', '2045-12-31', 0.75, 'AT_LEAST', 'Resolution 20-NQ/TW, read by its grammar: a share of those operating effectively, here rated good or fair'),
        (null, 'COOPERATIVES', '2030-12-31', 0.50, 'AT_LEAST', 'Press reading (Dân Việt): at least half of the cooperatives'),
        (null, 'COOPERATIVES', '2045-12-31', 0.75, 'AT_LEAST', 'Press reading, carried on to 2045: three quarters of the cooperatives'),
        (null, 'AGRICULTURAL_COOPERATIVES', '2030-12-31', 0.50, 'AT_LEAST', 'Press reading, taken to agricultural cooperatives: at least half of them'),
        (null, 'AGRICULTURAL_COOPERATIVES', '2045-12-31', 0.75, 'AT_LEAST', 'Press reading, taken to agricultural cooperatives: three quarters of them');
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop schema participation cascade`);
  }
}
