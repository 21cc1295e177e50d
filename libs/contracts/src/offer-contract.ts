import { accept, businessDay, Clock, refuse, type Result, type Transaction } from '@lienket/platform';
import { mayTrade, type Viewer } from '@lienket/identity';
import { PostingStore } from '@lienket/market';
import { Injectable } from '@nestjs/common';
import { acquaintParties } from './acquaint-parties.js';
import { draftOf, type OfferInput } from './contract-draft.js';
import { digest } from './contract-ledger.js';
import { ContractStore } from './contract.store.js';
import { LedgerStore } from './ledger.store.js';
import { backgroundOf, firstNotActive } from './offer-background.js';
import { judgeOffer, validUntilOf } from './offer-rules.js';

/** Offers a contract to its other parties. Offering is not signing, and holds nothing. */
@Injectable()
export class OfferContract {
  constructor(
    private readonly clock: Clock,
    private readonly contracts: ContractStore,
    private readonly ledger: LedgerStore,
    private readonly postings: PostingStore,
  ) {}

  async execute(tx: Transaction, viewer: Viewer, input: OfferInput): Promise<Result<string>> {
    if (!mayTrade(viewer)) return refuse({ code: 'FORBIDDEN' });
    const at = this.clock.now();
    const today = businessDay(at);
    const draft = draftOf(input);
    const background = await backgroundOf(tx, viewer, draft, today);
    const judged = judgeOffer(draft, background, { organizationId: viewer.organizationId, today });
    if (!judged.ok) return judged;
    const { organizationId } = viewer;
    if (organizationId === null) return refuse({ code: 'INVALID_STATE', state: null });
    const partyIds = draft.parties.map((party) => party.organizationId);
    const state = firstNotActive(partyIds.map((id) => background.organizations.get(id)?.status));
    if (state !== null) return refuse({ code: 'INVALID_STATE', state });

    const offer = { draft, validUntil: validUntilOf(draft, today), offeredBy: organizationId, at };
    const contract = await this.contracts.insertOffer(tx, offer, today.slice(0, 4));
    await this.ledger.append(tx, contract, {
      type: 'OFFERED',
      at,
      organizationId,
      facts: { userId: viewer.userId, content: digest(draft) },
    });
    await acquaintParties(tx, partyIds, { offeredBy: organizationId });
    await this.postings.acquaint(tx, [...background.listings.keys(), ...background.demands.keys()], partyIds);
    return accept(contract.id);
  }
}
