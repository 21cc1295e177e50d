import { accept, businessDay, Clock, invalid, refuse, type Result, type Transaction } from '@lienket/platform';
import { mayTrade, type Viewer } from '@lienket/identity';
import { PostingStore } from '@lienket/market';
import { Injectable } from '@nestjs/common';
import { acquaintWithOffers } from './acquaint-parties.js';
import { draftOf, type OfferInput } from './contract-draft.js';
import { digest } from './contract-ledger.js';
import { transition } from './contract-lifecycle.js';
import { statusOn } from './contract-rules.js';
import { ContractStore } from './contract.store.js';
import { LedgerStore } from './ledger.store.js';
import { backgroundOf, firstNotActive } from './offer-background.js';
import { judgeOffer, validUntilOf } from './offer-rules.js';

/** Answers an offer with another one among the same parties; every signature on the version before is void. */
@Injectable()
export class CounterContract {
  constructor(
    private readonly clock: Clock,
    private readonly contracts: ContractStore,
    private readonly ledger: LedgerStore,
    private readonly postings: PostingStore,
  ) {}

  async execute(
    tx: Transaction,
    viewer: Viewer,
    { id, expectedVersion, input }: { id: string; expectedVersion: number; input: OfferInput },
  ): Promise<Result<string>> {
    const at = this.clock.now();
    const today = businessDay(at);
    const contract = await this.contracts.lock(tx, viewer, id, today);
    if (!contract) return refuse({ code: 'NOT_FOUND' });
    const { organizationId } = viewer;
    if (!mayTrade(viewer) || organizationId === null) return refuse({ code: 'FORBIDDEN' });

    const draft = draftOf(input);
    const background = await backgroundOf(tx, viewer, [draft], today);
    const judged = judgeOffer(draft, background, { organizationId, today });
    if (!judged.ok) return judged;
    const parties = await this.contracts.parties(tx, contract, today);
    const partyIds = new Set(parties.map((party) => party.organizationId));
    if (draft.parties.length !== partyIds.size || draft.parties.some((party) => !partyIds.has(party.organizationId)))
      return invalid('input.parties', 'MISMATCH');
    if (contract.version !== expectedVersion) return refuse({ code: 'CONFLICT' });
    const allowed = transition(statusOn(contract, today), 'COUNTER');
    if (!allowed.ok) return allowed;
    const state = firstNotActive(parties.map((party) => party.status));
    if (state !== null) return refuse({ code: 'INVALID_STATE', state });

    await this.contracts.replaceOffer(tx, contract, {
      draft,
      validUntil: validUntilOf(draft, today),
      offeredBy: organizationId,
      at,
    });
    await this.ledger.append(tx, contract, {
      type: 'COUNTERED',
      at,
      organizationId,
      facts: { userId: viewer.userId, content: digest(draft) },
    });
    await acquaintWithOffers(tx, this.postings, [draft], organizationId);
    return accept(id);
  }
}
