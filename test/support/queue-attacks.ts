import type { Attack } from './round-attacks.js';

/** What who is no administrator would read of what workers say. */
export const QUEUE_ATTACKS: Readonly<Record<string, Attack>> = {
  'platform.queue_report administrator_read': {
    attack: ({ manager }) => ({ by: manager, text: 'select from platform.queue_report' }),
    mutants: [`platform.actor('role') <> 'TRADER'`],
  },
  'platform.dead_letter administrator_read': {
    attack: ({ manager }) => ({ by: manager, text: 'select reason from platform.dead_letter' }),
    mutants: [`platform.actor('role') <> 'TRADER'`],
  },
};
