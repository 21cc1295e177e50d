import { isUuid, type Day, type Transaction } from '@lienket/platform';
import type { Viewer } from '@lienket/identity';
import { Injectable } from '@nestjs/common';
import sql, { type Sql } from 'sql-template-tag';
import type { ContractDraft, DraftParty } from './contract-draft.js';
import { ContractLine } from './contract-line.entity.js';
import { ContractParty } from './contract-party.entity.js';
import { contractSeenBy } from './contract-sight.js';
import { ContractVersion } from './contract-version.entity.js';
import { Contract } from './contract.entity.js';
import { Signature } from './signature.entity.js';

/** A party with what its organization is today, and whether it has signed the contract's version. */
export interface PartyState {
  readonly organizationId: string;
  readonly status: string;
  readonly signed: boolean;
}

/** One offered version. */
export interface Offer {
  readonly draft: ContractDraft;
  readonly validUntil: Day;
  readonly offeredBy: string;
  readonly at: Date;
}

/** An offer or a signed contract whose last day has passed, and whose history doesn't say so yet. */
export interface LapsedContract {
  readonly id: string;
  readonly version: number;
  readonly status: 'OFFERED' | 'SIGNED';
  readonly lastDay: Day;
}

type ContractFacts = Omit<Contract, 'id' | 'number'>;

/** Contracts, their parties, versions, lines and signatures: the only place that writes them. */
@Injectable()
export class ContractStore {
  /** The contract, locked until the transaction ends; null where the viewer may not see it or there is none. */
  async lock(tx: Transaction, viewer: Viewer, id: string, today: Day): Promise<Contract | null> {
    if (!isUuid(id)) return null;
    const seen = await tx.query(
      sql`select from contracts.contract where id = ${id} and ${contractSeenBy(viewer, today)} for update`,
    );
    return seen.length === 1 ? tx.entities.findOneByOrFail(Contract, { id }) : null;
  }

  /** In the order in which the offer named them. */
  parties(tx: Transaction, contract: Contract, today: Day): Promise<PartyState[]> {
    return tx.query<PartyState>(sql`
      select party.organization_id as "organizationId", profile.status, signature.signed_at is not null as signed
      from contracts.contract_party party
      join registry.organization_profile_v profile on profile.organization_id = party.organization_id and profile.valid @> ${today}::date
      left join contracts.signature on signature.contract_id = party.contract_id
        and signature.version = ${contract.version} and signature.organization_id = party.organization_id
      where party.contract_id = ${contract.id} order by party.position`);
  }

  /** Of the contract's version, in the order of the offer. */
  lines(tx: Transaction, { id, version }: Contract): Promise<ContractLine[]> {
    return tx.entities.find(ContractLine, { where: { contractId: id, version }, order: { position: 'ASC' } });
  }

  /** A new contract for each offer, in their order. */
  async insertOffers(tx: Transaction, offers: readonly Offer[], year: string): Promise<Contract[]> {
    const contracts = await this.insertAll(
      tx,
      offers.map((offer) => ({
        facts: { ...offered(offer), origin: 'SIGNED_HERE', version: 1, createdAt: offer.at },
        parties: offer.draft.parties,
      })),
      year,
    );
    await this.insertVersions(tx, contracts, offers);
    return contracts;
  }

  /** Puts a counter-offer in the place of the version before; that one's signatures count no more. */
  async replaceOffer(tx: Transaction, contract: Contract, offer: Offer): Promise<void> {
    const changed = { ...offered(offer), version: contract.version + 1 };
    await tx.entities.update(Contract, contract.id, changed);
    Object.assign(contract, changed);
    await tx.entities.delete(ContractParty, { contractId: contract.id });
    await this.insertParties(tx, [{ contractId: contract.id, parties: offer.draft.parties }]);
    await this.insertVersions(tx, [contract], [offer]);
  }

  /** Adds contracts with their parties alone, in the order given: attested ones have neither versions nor lines. */
  async insertAll(
    tx: Transaction,
    added: readonly { readonly facts: ContractFacts; readonly parties: readonly DraftParty[] }[],
    year: string,
  ): Promise<Contract[]> {
    const next = await tx.query<{ id: string; number: number }>(
      sql`select uuidv7() as id, nextval('contracts.contract_number') as number from generate_series(1, ${added.length}::int)`,
    );
    const made = added.map(({ facts, parties }, place) => {
      const name = next[place];
      if (!name) throw new Error('The database gave no number.');
      const number = `LK-${year}-${String(name.number).padStart(6, '0')}`;
      return { contract: { ...facts, id: name.id, number }, contractId: name.id, parties };
    });
    const contracts = made.map(({ contract }) => contract);
    // Nothing is read back: nobody sees a contract before its parties are there.
    await tx.entities.createQueryBuilder().insert().into(Contract).values(contracts).updateEntity(false).execute();
    await this.insertParties(tx, made);
    return contracts;
  }

  async sign(
    tx: Transaction,
    { id, version }: Contract,
    by: { organizationId: string; userId: string; at: Date },
  ): Promise<void> {
    await tx.entities.insert(Signature, {
      contractId: id,
      version,
      organizationId: by.organizationId,
      userId: by.userId,
      signedAt: by.at,
    });
  }

  async change(
    tx: Transaction,
    id: string,
    changed: Partial<Pick<Contract, 'status' | 'signedOn' | 'terminatedOn'>>,
  ): Promise<void> {
    await tx.entities.update(Contract, id, changed);
  }

  /** By id after this one; the same order for everybody, so that two who lock many never wait in a circle. */
  async lockLapsed(
    tx: Transaction,
    { today, after, limit }: { today: Day; after: string | null; limit: number },
  ): Promise<string[]> {
    const rows = await tx.query<{ id: string }>(sql`
      select contract.id from contracts.contract
      where ${isLapsed(today)} and (${after}::uuid is null or contract.id > ${after}::uuid)
      order by contract.id limit ${limit} for update`);
    return rows.map(({ id }) => id);
  }

  lapsed(tx: Transaction, ids: readonly string[], today: Day): Promise<LapsedContract[]> {
    return tx.query<LapsedContract>(sql`
      select contract.id, contract.version, contract.status, ${LAST_DAY} as "lastDay"
      from contracts.contract where contract.id = any(${ids}::uuid[]) and ${isLapsed(today)}`);
  }

  private async insertParties(
    tx: Transaction,
    contracts: readonly { readonly contractId: string; readonly parties: readonly DraftParty[] }[],
  ): Promise<void> {
    const rows = contracts.flatMap(({ contractId, parties }) =>
      parties.map(({ organizationId, roles, lead }, position) => ({
        ...{ contractId, organizationId, lead, position },
        roles: [...roles],
      })),
    );
    await tx.entities.createQueryBuilder().insert().into(ContractParty).values(rows).updateEntity(false).execute();
  }

  /** The version that each contract is in, in the order of the offers. */
  private async insertVersions(
    tx: Transaction,
    contracts: readonly Contract[],
    offers: readonly Offer[],
  ): Promise<void> {
    const versions = contracts.flatMap(({ id: contractId, version }, place) => {
      const offer = offers[place];
      return offer ? [{ ...offer, contractId, version }] : [];
    });
    await tx.entities.insert(
      ContractVersion,
      versions.map(({ contractId, version, offeredBy, at: offeredAt, draft: { startsOn, endsOn, terms } }) => ({
        ...{ contractId, version, offeredBy, offeredAt, startsOn, endsOn, terms },
      })),
    );
    await tx.entities.insert(
      ContractLine,
      versions.flatMap(({ contractId, version, draft }) =>
        draft.lines.map((line, position) => ({ ...line, contractId, version, position })),
      ),
    );
  }
}

const LAST_DAY = sql`case contract.status when 'OFFERED' then least(contract.valid_until, contract.ends_on) else contract.ends_on end`;

const isLapsed = (today: Day): Sql => sql`contract.status in ('OFFERED', 'SIGNED') and ${LAST_DAY} < ${today}::date
  and not exists (
    select from contracts.contract_event event where event.contract_id = contract.id and event.type in ('EXPIRED', 'COMPLETED'))`;

const offered = ({ draft, validUntil, offeredBy }: Offer) => ({
  status: 'OFFERED' as const,
  form: draft.form,
  offeredBy,
  terms: draft.terms,
  evidence: null,
  startsOn: draft.startsOn,
  endsOn: draft.endsOn,
  validUntil,
  signedOn: null,
  terminatedOn: null,
  attestedBy: null,
  commodityCodes: [...new Set(draft.lines.map(({ commodityCode }) => commodityCode))].sort(),
});
