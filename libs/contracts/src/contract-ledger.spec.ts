import { describe, expect, it } from '@jest/globals';
import { canonicalJson, entryHash, type LedgerEntry } from './contract-ledger.js';

const entry: LedgerEntry = {
  contractId: '019a-c',
  sequence: 1,
  type: 'OFFERED',
  at: new Date('2026-11-22T07:30:00.000Z'),
  organizationId: '019a-o',
  version: 1,
  facts: { b: [1, { z: null, a: 'ấ' }], a: true },
};

describe('the ledger of a contract', () => {
  it('writes the same content as the same text', () => {
    expect(canonicalJson({ b: 1, a: { d: [], c: 'x' } })).toBe('{"a":{"c":"x","d":[]},"b":1}');
    expect(entryHash({ ...entry, facts: { a: true, b: [1, { a: 'ấ', z: null }] } }, 'p')).toBe(entryHash(entry, 'p'));
  });

  it('has another hash for any other content and for any other past', () => {
    const hash = entryHash(entry, 'p');
    expect(hash).toMatch(/^[0-9a-f]{64}$/);
    expect(entryHash(entry, 'q')).not.toBe(hash);
    expect(entryHash({ ...entry, version: 2 }, 'p')).not.toBe(hash);
    expect(entryHash({ ...entry, at: new Date('2026-11-22T07:30:00.001Z') }, 'p')).not.toBe(hash);
  });
});
