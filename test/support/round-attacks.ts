import type { Viewer } from '@lienket/identity';
import type { Scene } from './attack-scene.js';

export interface Attack {
  /** Whose it is, and what it says to PostgreSQL. It has succeeded when a row was read, added, changed or taken away. */
  attack(scene: Scene): { by: Viewer; text: string; values?: unknown[] };
  /** Widened in other ways than by everything. */
  mutants?: string[];
}

const START_ROUND = `insert into matching.round (started_by, managed_province_codes, transport_vnd_per_tonne_km, inclusion_bonus_vnd, created_at)
  values ($1, $2, 2600, 0, now())`;

/** What somebody would do to rounds that aren't theirs. */
export const ROUND_ATTACKS: Readonly<Record<string, Attack>> = {
  'matching.round seen_read': {
    attack: ({ manager }) => ({ by: manager, text: 'select from matching.round' }),
    mutants: [`platform.actor('role') = 'PROGRAM_MANAGER'`],
  },
  'matching.round own_add': {
    attack: ({ manager }) => ({ by: manager, text: START_ROUND, values: [manager.userId, ['80', '92']] }),
    mutants: [`started_by = (select platform.actor('user_id'))::uuid`],
  },
  'matching.round own_end': {
    attack: ({ party }) => ({ by: party, text: `update matching.round set status = 'CANCELLED'` }),
    mutants: ['matching.takes_part(id)'],
  },
  'matching.round cancelled_only': {
    attack: ({ starter }) => ({ by: starter, text: `update matching.round set status = 'RUNNING'` }),
  },
  'matching.round_allocation seen_read': {
    attack: ({ party }) => ({
      by: party,
      text: 'select from matching.round_allocation where $1 not in (supplier_id, buyer_id)',
      values: [party.organizationId],
    }),
    mutants: ['exists (select from matching.round r where r.id = round_id)'],
  },
  'matching.round_shadow_price seen_read': {
    attack: ({ party }) => ({
      by: party,
      text: `select from matching.round_shadow_price where least_organizations < 3 or round_id not in (select id from matching.round)`,
    }),
    mutants: ['least_organizations >= 3', 'exists (select from matching.round r where r.id = round_id)'],
  },
  'matching.round_file own_read': {
    attack: ({ party }) => ({ by: party, text: 'select content from matching.round_file' }),
    mutants: ['exists (select from matching.round r where r.id = round_id)'],
  },
};
