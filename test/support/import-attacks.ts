import type { Attack } from './round-attacks.js';

/** What somebody would do to imports that aren't theirs, or to their own. */
export const IMPORT_ATTACKS: Readonly<Record<string, Attack>> = {
  'imports.import own_read': {
    attack: ({ manager }) => ({ by: manager, text: 'select from imports.import' }),
    mutants: [`platform.actor('role') = 'PROGRAM_MANAGER'`],
  },
  'imports.import own_add': {
    attack: ({ party }) => ({
      by: party,
      text: `insert into imports.import (started_by, kind, file_name, created_at) values ($1, 'REGISTER', 'mine', now())`,
      values: [party.userId],
    }),
    mutants: [`started_by = (select platform.actor('user_id'))::uuid`],
  },
  'imports.import own_end': {
    attack: ({ manager }) => ({ by: manager, text: `update imports.import set status = 'CANCELLED'` }),
    mutants: [`platform.actor('role') = 'PROGRAM_MANAGER'`],
  },
  'imports.import ended_only': {
    attack: ({ starter }) => ({ by: starter, text: `update imports.import set status = 'SAVING'` }),
  },
  'imports.import own_erase': { attack: ({ manager }) => ({ by: manager, text: 'delete from imports.import' }) },
  'imports.import_file own_add': {
    attack: ({ starter }) => ({
      by: starter,
      text: `insert into imports.import_file select id, 'another' from imports.import`,
    }),
    mutants: ['exists (select from imports.import i where i.id = import_id)'],
  },
  'imports.rejected_file own_read': {
    attack: ({ manager }) => ({ by: manager, text: 'select content from imports.rejected_file' }),
  },
};
