import {
  accept,
  announce,
  businessDay,
  Clock,
  invalid,
  refuse,
  type Day,
  type Result,
  type Transaction,
} from '@lienket/platform';
import { manages, type Viewer } from '@lienket/identity';
import { Injectable } from '@nestjs/common';
import { acquaintParties } from './acquaint-parties.js';
import { draftParties, type LinkageForm, type PartyInput } from './contract-draft.js';
import { contractChanged } from './contract-events.js';
import { digest } from './contract-ledger.js';
import { ContractStore } from './contract.store.js';
import { LedgerStore } from './ledger.store.js';
import { knownCommodities, partiesSeen } from './offer-background.js';
import { isTermShortEnough } from './offer-rules.js';
import { judgeParties } from './party-rules.js';

export interface AttestInput {
  readonly form: LinkageForm;
  readonly parties: readonly PartyInput[];
  readonly commodityCodes: readonly string[];
  readonly signedOn: Day;
  readonly startsOn: Day;
  readonly endsOn: Day;
  /** Number and place of the document. */
  readonly evidence: string;
}

/** Records a linkage that was signed on paper, by a manager of the province of one of its parties. SIGNED from the start. */
@Injectable()
export class AttestContract {
  constructor(
    private readonly clock: Clock,
    private readonly contracts: ContractStore,
    private readonly ledger: LedgerStore,
  ) {}

  async execute(tx: Transaction, viewer: Viewer, input: AttestInput): Promise<Result<string>> {
    if (viewer.role === 'TRADER') return refuse({ code: 'FORBIDDEN' });
    const at = this.clock.now();
    const today = businessDay(at);
    const parties = draftParties(input.parties);
    const seen = await partiesSeen(tx, viewer, parties, today);
    if (seen.size > 0 && ![...seen.values()].some(({ provinceCode }) => manages(viewer, provinceCode)))
      return refuse({ code: 'FORBIDDEN' });
    const judged = judgeParties(input.form, parties, seen);
    if (!judged.ok) return judged;
    const commodityCodes = [...new Set(input.commodityCodes)].sort();
    const term = judgeAttested(input, await knownCommodities(tx, commodityCodes), today);
    if (!term.ok) return term;

    const { form, signedOn, startsOn, endsOn, evidence } = input;
    const contract = await this.contracts.insert(
      tx,
      {
        ...ATTESTED,
        form,
        signedOn,
        startsOn,
        endsOn,
        evidence,
        commodityCodes,
        attestedBy: viewer.userId,
        createdAt: at,
      },
      parties,
      today.slice(0, 4),
    );
    const facts = { userId: viewer.userId, evidence, content: digest({ ...input, parties }) };
    await this.ledger.append(tx, contract, { type: 'ATTESTED', at, organizationId: null, facts });
    const organizationIds = parties.map((party) => party.organizationId);
    await acquaintParties(tx, [{ parties }], { partners: true });
    await announce(tx, contractChanged({ contractId: contract.id, organizationIds }));
    return accept(contract.id);
  }
}

const ATTESTED = {
  origin: 'ATTESTED',
  status: 'SIGNED',
  version: 1,
  offeredBy: null,
  terms: null,
  validUntil: null,
  terminatedOn: null,
} as const;

function judgeAttested(input: AttestInput, known: ReadonlySet<string>, today: Day): Result<void> {
  const unknown = input.commodityCodes.findIndex((code) => !known.has(code));
  if (unknown >= 0) return invalid(`input.commodityCodes.${String(unknown)}`, 'UNKNOWN');
  if (input.signedOn > today) return invalid('input.signedOn', 'ORDER');
  if (input.endsOn < input.startsOn) return invalid('input.endsOn', 'ORDER');
  return isTermShortEnough(input.startsOn, input.endsOn) ? accept(undefined) : invalid('input.endsOn', 'RANGE');
}
