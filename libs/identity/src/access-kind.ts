import type { Viewer } from './viewer.js';

/** What of an organization is personal, or may be: its contact, its people, where somebody may live, what was written freely. */
export type AccessKind = 'CONTACT' | 'TAX_CODE' | 'PLACE' | 'CONTRACT_TEXT' | 'PERSON';

/** One look of somebody at something personal of an organization. */
export interface Access {
  readonly organizationId: string;
  readonly kind: AccessKind;
}

/** Whether it is written down when this viewer reads what is personal: who sees others' by office, and nobody else. */
export const isWatched = ({ role }: Viewer): boolean => role !== 'TRADER';
