export const IMPORT_KINDS = ['REGISTER', 'RATINGS', 'LINKAGES'] as const;
export type ImportKindName = (typeof IMPORT_KINDS)[number];

export type ImportStatus =
  'QUEUED' | 'CHECKING' | 'SAVING' | 'IMPORTED' | 'REJECTED' | 'UNREADABLE' | 'FAILED' | 'CANCELLED';
