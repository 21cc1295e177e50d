import { createHash } from 'node:crypto';

export type ContractEventType =
  | 'OFFERED'
  | 'COUNTERED'
  | 'SIGNED_BY_PARTY'
  | 'SIGNED'
  | 'DECLINED'
  | 'WITHDRAWN'
  | 'EXPIRED'
  | 'TERMINATED'
  | 'DELIVERY_RECORDED'
  | 'COMPLETED'
  | 'ATTESTED';

/** One entry of a contract's append-only history. */
export interface LedgerEntry {
  readonly contractId: string;
  /** 1, 2, 3 … within the contract. */
  readonly sequence: number;
  readonly type: ContractEventType;
  readonly at: Date;
  readonly organizationId: string | null;
  readonly version: number;
  /** What the entry says beyond its type; JSON-safe, digests where the content is large. */
  readonly facts: Readonly<Record<string, unknown>>;
}

/** SHA-256 in hex over the canonical JSON of the entry and the hash of the entry before it ('' for the first). */
export const entryHash = (entry: LedgerEntry, previousHash: string): string =>
  sha256(canonicalJson({ ...entry, previousHash }));

/** A digest of anything that JSON can say, whatever the order of its keys. */
export const digest = (value: unknown): string => sha256(canonicalJson(value));

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

/** JSON with the keys of every object in code unit order, so that the same content is always the same text. */
export function canonicalJson(value: unknown): string {
  if (value instanceof Date) return JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
  if (value === null || typeof value !== 'object') return JSON.stringify(value);
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${entries.map(([key, item]) => `${JSON.stringify(key)}:${canonicalJson(item)}`).join(',')}}`;
}
