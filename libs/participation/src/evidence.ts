import type { Day, Queryable } from '@lienket/platform';
import sql from 'sql-template-tag';
import type { Reading } from './figure.js';
import type { ExclusionReason, ParticipationRate } from './linkage-share.js';
import { inScope, reasonOf } from './tallies.js';

/** What an organization of the scope is to the figure of a day. */
export interface EvidenceRow {
  readonly id: string;
  readonly kind: string;
  readonly provinceCode: string;
  readonly status: string;
  readonly agricultural: boolean;
  /** Null where it is unrated. */
  readonly rating: string | null;
  /** Why it is not counted; null where it is. */
  readonly reason: ExclusionReason | null;
  /** By the contracts of the scope, also where it is not counted. */
  readonly participates: boolean;
  readonly byAttestation: boolean;
}

export interface Evidence {
  readonly rate: ParticipationRate;
  readonly batches: AsyncIterable<readonly EvidenceRow[]>;
}

const BATCH_SIZE = 1000;

/** Batch by batch, by id: no transaction is kept open for somebody who reads slowly, and no more than a batch is held. */
export async function* readEvidence(
  database: Queryable,
  reading: Reading,
  day: Day,
): AsyncGenerator<readonly EvidenceRow[]> {
  const { scope, denominator, knownAt } = reading;
  let after = '00000000-0000-0000-0000-000000000000';
  for (;;) {
    const rows = await database.query<EvidenceRow | { readonly id: string; readonly kind: null }>(sql`
      with place as materialized (
        select id from registry.organization_v where id > ${after}::uuid order by id limit ${BATCH_SIZE}
      )
      select place.id, fact.kind, fact.province_code as "provinceCode", fact.status, fact.agricultural, fact.rating,
        ${reasonOf(denominator)} as reason, link.by_attestation is not null as participates,
        coalesce(link.by_attestation, false) as "byAttestation"
      from place left join lateral (
        select * from participation.profile_fact fact
        where fact.organization_id = place.id and fact.valid @> ${day}::date and fact.known @> ${knownAt}::timestamptz and ${inScope(reading)}
      ) fact on true
      left join lateral (
        select bool_and(by_attestation) as by_attestation from participation.link_fact link
        where link.organization_id = place.id and link.commodity_code = any(${scope.commodityCodes ?? ['']}::text[])
          and link.valid @> ${day}::date and link.known @> ${knownAt}::timestamptz
      ) link on true
      order by place.id`);
    const last = rows.at(-1);
    if (!last) return;
    after = last.id;
    const inside = rows.filter((row): row is EvidenceRow => row.kind !== null);
    if (inside.length > 0) yield inside;
  }
}
