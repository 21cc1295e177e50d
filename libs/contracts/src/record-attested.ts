import type { Viewer } from '@lienket/identity';
import { announce, businessDay, type Transaction } from '@lienket/platform';
import { acquaintParties } from './acquaint-parties.js';
import type { AttestDraft } from './attest-rules.js';
import { contractChanged } from './contract-events.js';
import { digest } from './contract-ledger.js';
import type { ContractStore } from './contract.store.js';
import type { LedgerStore } from './ledger.store.js';

const AT_ONCE = 100;
const ANNOUNCED_AT_ONCE = 5000;

/**
 * Records linkages that the viewer attests and may attest: SIGNED from the start, with their history, each announced by itself.
 * @param progress hears how many are recorded
 * @returns the contracts' ids, in the order of the drafts
 */
export async function recordAttested(
  tx: Transaction,
  { contracts, ledger }: { readonly contracts: ContractStore; readonly ledger: LedgerStore },
  { userId }: Viewer,
  drafts: readonly AttestDraft[],
  at: Date,
  progress?: (done: number) => Promise<void>,
): Promise<string[]> {
  const ids: string[] = [];
  for (let start = 0; start < drafts.length; start += AT_ONCE) {
    const some = drafts.slice(start, start + AT_ONCE);
    const added = some.map((draft) => ({ facts: factsOf(draft, userId, at), parties: draft.parties }));
    const recorded = (await contracts.insertAll(tx, added, businessDay(at).slice(0, 4))).map((contract, place) => {
      const draft = some[place];
      if (!draft) throw new Error('A contract was recorded that nobody attested.');
      return { contract, draft };
    });
    await ledger.appendToEach(
      tx,
      recorded.map(({ contract, draft }) => {
        const facts = { userId, evidence: draft.evidence, content: digest(draft) };
        return { contract, happening: { type: 'ATTESTED', at, organizationId: null, facts } };
      }),
    );
    ids.push(...recorded.map(({ contract }) => contract.id));
    await progress?.(ids.length);
  }
  await announceAll(tx, ids, drafts);
  // All together, in one order: else two who record many would wait for each other in a circle.
  await acquaintParties(tx, drafts, { partners: true });
  return ids;
}

/** Those of one enterprise one after the other: whoever recounts so many at a time recounts it once, not with each of them. */
async function announceAll(tx: Transaction, ids: readonly string[], drafts: readonly AttestDraft[]): Promise<void> {
  const counts = new Map<string, number>();
  for (const { parties } of drafts)
    for (const { organizationId } of parties) counts.set(organizationId, (counts.get(organizationId) ?? 0) + 1);
  const announced = drafts.flatMap(({ parties }, place) => {
    const organizationIds = parties.map(({ organizationId }) => organizationId);
    const [busiest = ''] = organizationIds.toSorted((a, b) => (counts.get(b) ?? 0) - (counts.get(a) ?? 0));
    const contractId = ids[place];
    return contractId === undefined ? [] : [{ busiest, change: contractChanged({ contractId, organizationIds }) }];
  });
  announced.sort((a, b) => (a.busiest < b.busiest ? -1 : a.busiest > b.busiest ? 1 : 0));
  for (let start = 0; start < announced.length; start += ANNOUNCED_AT_ONCE)
    await announce(tx, ...announced.slice(start, start + ANNOUNCED_AT_ONCE).map(({ change }) => change));
}

const factsOf = (
  { form, signedOn, startsOn, endsOn, evidence, commodityCodes }: AttestDraft,
  attestedBy: string,
  createdAt: Date,
) => ({
  ...ATTESTED,
  form,
  signedOn,
  startsOn,
  endsOn,
  evidence,
  commodityCodes: [...new Set(commodityCodes)].sort(),
  attestedBy,
  createdAt,
});

const ATTESTED = {
  origin: 'ATTESTED',
  status: 'SIGNED',
  version: 1,
  offeredBy: null,
  terms: null,
  validUntil: null,
  terminatedOn: null,
} as const;
