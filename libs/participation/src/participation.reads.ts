import { Injectable } from '@nestjs/common';
import type { Viewer } from '@lienket/identity';
import { accept, addYears, Commands, Database, invalid, refuse, type Day, type Result } from '@lienket/platform';
import sql from 'sql-template-tag';
import { readEvidence, type Evidence } from './evidence.js';
import type { Reading } from './figure.js';
import { knownMoment, sealUntil } from './known-instant.store.js';
import {
  WHOLE_COUNTRY,
  type Denominator,
  type ParticipationDimension,
  type ParticipationGroup,
  type ParticipationRate,
  type ParticipationScope,
} from './linkage-share.js';
import { SERIES_MAX, seriesDays } from './month-ends.js';
import { readGroups, readRates } from './readings.js';
import { Tallies } from './tallies.js';

const YEARS_AHEAD_MAX = 5;

export interface Question {
  readonly denominator?: Denominator;
  readonly scope?: ParticipationScope;
  /** The figure as it was known then; null for the newest. */
  readonly knownAt?: Date | null;
}

/** Answers how many organizations take part in value chains on whatever day, as it is known now or as it was known then. */
@Injectable()
export class ParticipationReads {
  private readonly tallies: Tallies;

  constructor(
    private readonly database: Database,
    private readonly commands: Commands,
  ) {
    this.tallies = new Tallies(database);
  }

  /** @param asOf a day up to five years ahead. Refused: a later one, an unknown code in the scope, an instant not yet known. */
  async rate(viewer: Viewer | null, today: Day, asOf: Day, question: Question): Promise<Result<ParticipationRate>> {
    const reading = await this.judge(viewer, today, asOf, question);
    if (!reading.ok) return reading;
    const [rate] = await readRates(this.database, this.tallies, { ...reading.value, days: [asOf] });
    if (!rate) throw new Error('No figure was read.');
    return accept(rate);
  }

  async series(
    viewer: Viewer | null,
    today: Day,
    from: Day,
    to: Day,
    question: Question,
  ): Promise<Result<ParticipationRate[]>> {
    const reading = await this.judge(viewer, today, to, question, 'to');
    if (!reading.ok) return reading;
    if (from > to) return invalid('from', 'ORDER');
    const days = seriesDays(from, to);
    if (days.length > SERIES_MAX) return invalid('from', 'RANGE');
    return accept(await readRates(this.database, this.tallies, { ...reading.value, days }));
  }

  async by(
    viewer: Viewer | null,
    today: Day,
    dimension: ParticipationDimension,
    asOf: Day,
    question: Question,
  ): Promise<Result<ParticipationGroup[]>> {
    if (dimension === 'COMMODITY' && !viewer) return refuse({ code: 'UNAUTHENTICATED' });
    const reading = await this.judge(viewer, today, asOf, question);
    if (!reading.ok) return reading;
    return accept(await readGroups(this.database, this.tallies, { ...reading.value, days: [asOf] }, dimension));
  }

  /** The organizations of the scope, of whom the figure beside them is made: by as many as are read at once, at the instant of the figure. */
  async evidence(viewer: Viewer, today: Day, asOf: Day, question: Question): Promise<Result<Evidence>> {
    const rate = await this.rate(viewer, today, asOf, question);
    if (!rate.ok) return rate;
    const { denominator, knownAt } = rate.value;
    const reading = { days: [asOf], denominator, scope: question.scope ?? WHOLE_COUNTRY, knownAt };
    return accept({ rate: rate.value, batches: readEvidence(this.database, reading, asOf) });
  }

  /** Which of these organizations take part in a chain on a day, as it is known now. */
  async participants(organizationIds: readonly string[], day: Day): Promise<Set<string>> {
    const rows = await this.database.query<{ id: string }>(sql`
      select distinct organization_id as id from participation.current_link_v
      where organization_id = any(${organizationIds}::uuid[]) and valid @> ${day}::date`);
    return new Set(rows.map(({ id }) => id));
  }

  private async judge(
    viewer: Viewer | null,
    today: Day,
    asOf: Day,
    { denominator = 'ALL', scope = WHOLE_COUNTRY, knownAt = null }: Question,
    dayField = 'asOf',
  ): Promise<Result<Omit<Reading, 'days'>>> {
    if (scope.commodityCodes && !viewer) return refuse({ code: 'UNAUTHENTICATED' });
    if (asOf > addYears(today, YEARS_AHEAD_MAX)) return invalid(dayField, 'RANGE');
    const unknown = await this.unknownCode(scope);
    if (unknown !== null) return invalid(unknown, 'UNKNOWN');
    const moment = await this.moment(knownAt);
    return moment.ok ? accept({ denominator, scope, knownAt: moment.value }) : moment;
  }

  /** Which recorded instant answers for the one asked for; what becomes known later can't change the answer any more. */
  private async moment(knownAt: Date | null): Promise<Result<Date | null>> {
    if (knownAt === null) return accept(null);
    const { newest, now } = await knownMoment(this.database);
    if (knownAt > newest && knownAt > now) return invalid('knownAt', 'RANGE');
    if (knownAt > newest)
      await this.commands.run(async (tx) => {
        await sealUntil(tx, knownAt);
        return accept(null);
      });
    return accept(knownAt);
  }

  private async unknownCode({ provinceCodes, commodityCodes }: ParticipationScope): Promise<string | null> {
    if (!provinceCodes && !commodityCodes) return null;
    const [row] = await this.database.query<{ field: string }>(sql`
      select 'scope.provinceCodes.' || position - 1 as field
      from unnest(${provinceCodes ?? []}::text[]) with ordinality as asked(code, position)
      where not exists (select from registry.province_v where province_v.code = asked.code)
      union all
      select 'scope.commodityCodes.' || position - 1
      from unnest(${commodityCodes ?? []}::text[]) with ordinality as asked(code, position)
      where not exists (select from registry.commodity_v where commodity_v.code = asked.code)
      limit 1`);
    return row?.field ?? null;
  }
}
