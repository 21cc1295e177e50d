import { managedProvinces, type Viewer } from '@lienket/identity';
import { isStretch } from '@lienket/market';
import { accept, announce, Clock, invalid, refuse, type Day, type Result, type Transaction } from '@lienket/platform';
import { Injectable } from '@nestjs/common';
import sql, { type Sql } from 'sql-template-tag';
import { roundStarted } from './round-jobs.js';
import { RoundStore } from './round.store.js';

/** As the API takes it: what is left out or empty narrows nothing. */
export interface StartRoundInput {
  readonly commodityCodes?: readonly string[] | null;
  readonly provinceCodes?: readonly string[] | null;
  readonly deliverFrom?: Day | null;
  readonly deliverTo?: Day | null;
  readonly transportCostVndPerKgKm?: string | null;
  readonly inclusionBonusVnd?: string | null;
}

/** 2 VND for a kilogram and a road kilometre, and a road is 1.3 times the great circle. */
const TRANSPORT_VND_PER_KG_KM = '2.6';
const UNFINISHED_MAX = 5;

/** Starts a round over the open postings of the viewer's provinces. It runs by itself from then on. */
@Injectable()
export class StartRound {
  constructor(
    private readonly clock: Clock,
    private readonly rounds: RoundStore,
  ) {}

  async execute(tx: Transaction, viewer: Viewer, input: StartRoundInput): Promise<Result<string>> {
    if (viewer.role === 'TRADER') return refuse({ code: 'FORBIDDEN' });
    const commodityCodes = listed(input.commodityCodes);
    const provinceCodes = listed(input.provinceCodes);
    const known = await this.judgeCodes(tx, viewer, commodityCodes, provinceCodes);
    if (!known.ok) return known;
    const { deliverFrom = null, deliverTo = null } = input;
    if (!isStretch(deliverFrom, deliverTo)) return invalid('input.deliverTo', 'ORDER');
    const unfinished = await this.rounds.unfinishedOf(tx, viewer.userId);
    if (unfinished.length >= UNFINISHED_MAX) return refuse({ code: 'INVALID_STATE', state: unfinished[0]! });
    const id = await this.rounds.insert(tx, {
      startedBy: viewer.userId,
      commodityCodes,
      provinceCodes,
      managedProvinceCodes: managedProvinces(viewer),
      deliverFrom,
      deliverTo,
      transportVndPerTonneKm: Math.round(1000 * Number(input.transportCostVndPerKgKm ?? TRANSPORT_VND_PER_KG_KM)),
      inclusionBonusVnd: Number(input.inclusionBonusVnd ?? '0'),
      at: this.clock.now(),
    });
    await announce(tx, roundStarted);
    return accept(id);
  }

  private async judgeCodes(
    tx: Transaction,
    viewer: Viewer,
    commodityCodes: readonly string[] | null,
    provinceCodes: readonly string[] | null,
  ): Promise<Result<void>> {
    const commodity = await firstUnknown(tx, commodityCodes, sql`registry.commodity_v`);
    if (commodity >= 0) return invalid(`input.commodityCodes.${String(commodity)}`, 'UNKNOWN');
    const province = await firstUnknown(tx, provinceCodes, sql`registry.province_v`);
    if (province >= 0) return invalid(`input.provinceCodes.${String(province)}`, 'UNKNOWN');
    const managed = managedProvinces(viewer);
    const others = managed === null ? -1 : (provinceCodes ?? []).findIndex((code) => !managed.includes(code));
    return others < 0
      ? accept(undefined)
      : refuse({ code: 'FORBIDDEN', field: `input.provinceCodes.${String(others)}` });
  }
}

const listed = (codes: readonly string[] | null | undefined): readonly string[] | null =>
  codes && codes.length > 0 ? codes : null;

async function firstUnknown(tx: Transaction, codes: readonly string[] | null, view: Sql): Promise<number> {
  if (codes === null) return -1;
  const rows = await tx.query<{ code: string }>(sql`select code from ${view} where code = any(${[...codes]}::text[])`);
  const known = new Set(rows.map(({ code }) => code));
  return codes.findIndex((code) => !known.has(code));
}
