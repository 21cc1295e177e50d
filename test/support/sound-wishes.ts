import { createHash, randomBytes, randomUUID } from 'node:crypto';
import sql from 'sql-template-tag';
import { deadLetterOf } from './dead-letters.js';
import { PASSWORD, type Lienket } from './lienket.js';
import { addNewcomer } from './people.js';
import { photoOf } from './photo-desk.js';
import type { Dice } from './random-match-world.js';
import { importInHandElsewhere } from './import-desk.js';
import { roundInHandElsewhere } from './round-desk.js';
import { deskOf, RIVAL_NOON, type RivalMarket, type Somebody } from './rival-market.js';

const TODAY = RIVAL_NOON.slice(0, 10);
const KEPT = 40;
const TRIES = 4;

/** A mutation that its viewer may well carry out. */
export interface Wish {
  readonly by: string;
  readonly variables: Readonly<Record<string, unknown>>;
  /** Whoever else sent it would be gone. */
  readonly onlyBy?: true;
}

type Kind = 'LinkageContract' | 'Listing' | 'Demand';

interface Thing {
  readonly __typename?: string;
  readonly id?: string;
  readonly version?: number;
  readonly lines?: readonly { readonly id: string }[];
}

/** For every mutation something that can be sent, about farm and mill and what has become of their things meanwhile. */
export class SoundWishes {
  private readonly known = new Map<string, Thing[]>();
  private readonly desk: ReturnType<typeof deskOf>;
  private lastSigned: Thing & { readonly id: string };

  constructor(
    private readonly lienket: Lienket,
    private readonly market: RivalMarket,
    private readonly dice: Dice,
  ) {
    this.desk = deskOf(lienket);
    const { contracts, listing, demand } = market;
    this.lastSigned = contracts.signed;
    for (const contract of [contracts.offered, contracts.signed])
      this.learn({ __typename: 'LinkageContract', ...contract });
    this.learn({ __typename: 'Listing', id: listing });
    this.learn({ __typename: 'Demand', id: demand });
  }

  /** @returns null for a mutation of which nobody has said yet what is sound. */
  async for(mutation: string): Promise<Wish | null> {
    const wish = this.wishes[mutation];
    if (!wish) return null;
    for (let tries = 1; ; tries += 1)
      try {
        return await wish();
      } catch (refusal) {
        if (tries === TRIES) throw refusal;
        await this.readmit();
      }
  }

  /** What a mutation has answered can be asked about next. */
  learn(thing: Thing): void {
    const things = this.known.get(thing.__typename ?? '') ?? [];
    this.known.set(thing.__typename ?? '', [...things.slice(-KEPT), thing]);
  }

  private readonly wishes: Readonly<Record<string, () => Wish | Promise<Wish>>> = {
    offerContract: () => ({ by: this.party().token, variables: { input: this.offer() } }),
    offerFromBundle: async () => ({ by: this.market.mill.token, variables: { input: await this.bundleOffer() } }),
    counterContract: async () => {
      const { id, version } = await this.oneOrNew('LinkageContract');
      return { by: this.party().token, variables: { id, expectedVersion: version ?? 1, input: this.offer() } };
    },
    signContract: async () => {
      const { id, version } = await this.oneOrNew('LinkageContract');
      return { by: this.party().token, variables: { id, expectedVersion: version ?? 1 } };
    },
    declineContract: () => this.about('LinkageContract', this.market.farm, { reason: 'Giá thấp' }),
    withdrawContract: () => this.about('LinkageContract', this.market.mill),
    terminateContract: async () => {
      const more = { reason: 'Lũ về sớm' };
      if (this.dice.whole(1, 3) > 1) return this.about('LinkageContract', this.party(), more);
      const { id } = await this.desk.signed(this.market.farm, this.market.mill, { line: { quantityKg: '0.5' } });
      return { by: this.party().token, variables: { id, ...more } };
    },
    attestContract: () => ({
      by: this.market.manager80,
      variables: {
        input: {
          ...{ form: 'PROCESSING', parties: this.desk.inputOf(this.market.farm, this.market.mill).parties },
          ...{ commodityCodes: ['paddy'], evidence: 'HĐ 1', signedOn: TODAY, startsOn: TODAY, endsOn: '2027-01-01' },
        },
      },
    }),
    recordDelivery: async () => {
      if (this.dice.whole(1, 6) === 1)
        this.lastSigned = await this.desk.signed(this.market.farm, this.market.mill, { line: { quantityKg: '0.5' } });
      const { id, lines } = this.dice.whole(0, 1) === 0 ? this.lastSigned : this.one('LinkageContract');
      const kg = { quantityKg: '1', acceptedKg: '0' };
      const lineId = lines?.[0]?.id ?? randomUUID();
      return { by: this.party().token, variables: { input: { contractId: id, lineId, deliveredOn: TODAY, ...kg } } };
    },
    createListing: () => ({ by: this.market.farm.token, variables: { input: this.listing() } }),
    updateListing: () => this.about('Listing', this.market.farm, { input: this.listing() }),
    withdrawListing: () => this.about('Listing', this.market.farm),
    removeListingPhoto: async () => ({
      by: this.market.farm.token,
      variables: {
        id: await photoOf(this.lienket, await this.desk.post('Listing', this.market.farm, { quantityKg: '50' })),
      },
    }),
    createDemand: () => ({ by: this.market.mill.token, variables: { input: this.demand() } }),
    updateDemand: () => this.about('Demand', this.market.mill, { input: this.demand() }),
    withdrawDemand: () => this.about('Demand', this.market.mill),
    startMatchingRound: () => ({
      by: this.market.manager80,
      variables: { input: { commodityCodes: ['milled_rice'], inclusionBonusVnd: '1000' } },
    }),
    cancelImport: async () => ({
      by: this.market.country,
      variables: { id: await importInHandElsewhere(this.lienket, 'country@example.vn') },
    }),
    cancelMatchingRound: async () => ({
      by: this.market.country,
      variables: { id: await roundInHandElsewhere(this.lienket, 'country@example.vn') },
    }),
    offerFromRound: async () => ({
      by: this.market.farm.token,
      variables: {
        input: {
          ...{ roundId: await this.firstRound(), organizationIds: [this.market.mill.organizationId] },
          ...{ form: 'PRODUCTION', buyerRoles: ['PROCESSOR'], startsOn: TODAY, endsOn: '2027-01-01' },
        },
      },
    }),
    registerOrganization: async () => {
      const by = this.dice.whole(0, 1) === 0 ? this.market.manager80 : (await this.newcomer()).token;
      return { by, variables: { input: this.organization() } };
    },
    claimOrganization: async () => {
      const { token } = await this.newcomer();
      return { by: token, variables: { organizationId: await this.unclaimed() } };
    },
    approveClaim: () => this.claimed(),
    refuseClaim: () => this.claimed(),
    updateOrganization: () => this.managing({ input: { memberCount: this.dice.whole(1, 99), commune: 'Xã Tân Hưng' } }),
    setOrganizationStatus: async () => ({
      by: this.market.manager80,
      variables: { id: await this.unclaimed(), status: this.dice.of(['ACTIVE', 'SUSPENDED']) },
    }),
    rateOrganization: () => this.managing({ year: this.dice.whole(2024, 2026), score: '70.25' }),
    signIn: () => ({ by: this.market.farm.token, variables: { login: 'country@example.vn', password: PASSWORD } }),
    signUp: () => ({
      by: this.market.farm.token,
      variables: { login: `${randomBytes(8).toString('hex')}@example.vn`, password: PASSWORD },
    }),
    changePassword: async () => ({
      ...{ by: (await addNewcomer(this.lienket)).token, onlyBy: true },
      variables: { currentPassword: PASSWORD, newPassword: PASSWORD },
    }),
    eraseMe: async () => ({
      ...{ by: (await addNewcomer(this.lienket)).token, onlyBy: true },
      variables: { password: PASSWORD },
    }),
    invitePerson: () => ({
      by: this.market.farm.token,
      variables: { login: `${randomBytes(8).toString('hex')}@example.vn`, role: this.dice.of(['TRADER', 'READER']) },
    }),
    withdrawInvitation: async () => {
      const { login } = await this.newcomer();
      return { by: this.market.farm.token, variables: { id: (await this.invited(login)).id } };
    },
    acceptInvitation: async () => {
      const { token, login } = await this.newcomer();
      return { by: token, variables: { token: (await this.invited(login)).token } };
    },
    setUserRole: async () => {
      const { token } = await this.newcomer();
      const { me } = await this.lienket.ask<{ me: { id: string } }>('{ me { id } }', {}, { token });
      const role = this.dice.of(['TRADER', 'PROGRAM_MANAGER']);
      return { by: this.market.administrator, variables: { userId: me.id, role } };
    },
    retryDeadLetter: async () => ({
      by: this.market.administrator,
      variables: { id: await deadLetterOf(this.lienket) },
    }),
    setPersonRole: async () => {
      const { owner, colleague } = await this.house();
      return { by: owner, onlyBy: true, variables: { userId: colleague, role: this.dice.of(['OWNER', 'TRADER']) } };
    },
    removePerson: async () => {
      const { owner, colleague } = await this.house();
      return { by: owner, onlyBy: true, variables: { userId: colleague } };
    },
    handOver: async () => {
      const { owner, colleague } = await this.house();
      return { by: owner, onlyBy: true, variables: { userId: colleague } };
    },
    leaveOrganization: async () => {
      const { owner } = await this.house('OWNER');
      return { by: owner, onlyBy: true, variables: {} };
    },
    giveConsent: () => ({
      by: this.market.farm.token,
      variables: { purpose: 'CONTACT_SHOWN_TO_TRADERS', textVersion: 1 },
    }),
    withdrawConsent: () => ({ by: this.market.farm.token, variables: { purpose: 'CONTACT_SHOWN_TO_TRADERS' } }),
    readNotice: async () => ({ by: this.market.farm.token, variables: { id: await this.notice() } }),
    readAllNotices: () => ({ by: this.market.mill.token, variables: { until: RIVAL_NOON } }),
    signOut: async () => ({
      ...{ by: (await this.newcomer()).token, onlyBy: true },
      variables: { everywhere: this.dice.whole(0, 1) === 1 },
    }),
  };

  /** What is sent by chance may suspend who is needed for what is sent next. */
  /** The one that was solved before anything else happened. */
  private async firstRound(): Promise<string> {
    const [round] = await this.lienket.owner.query<{ id: string }>(
      sql`select id from matching.round where status = 'SOLVED' order by created_at, id limit 1`,
    );
    return round!.id;
  }

  /** One of the farm's. */
  private async notice(): Promise<string> {
    const [notice] = await this.lienket.owner.query<{ id: string }>(
      sql`select id from notices.notice where organization_id = ${this.market.farm.organizationId} order by random() limit 1`,
    );
    return notice!.id;
  }

  private async readmit(): Promise<void> {
    const ACTIVATE = 'mutation ($id: ID!) { setOrganizationStatus(id: $id, status: ACTIVE) { id } }';
    const { country, farm, mill, union, stranger } = this.market;
    for (const { organizationId } of [farm, mill, union, stranger])
      await this.lienket.send(ACTIVATE, { id: organizationId }, { token: country });
  }

  private party(): Somebody {
    return this.dice.of([this.market.farm, this.market.mill]);
  }

  private one(type: string): Thing {
    return this.dice.of(this.known.get(type) ?? []);
  }

  private async about(type: Kind, { token }: Somebody, more: object = {}): Promise<Wish> {
    return { by: token, variables: { id: (await this.oneOrNew(type)).id, ...more } };
  }

  /** Others end what is there; now and then there is something new. */
  private async oneOrNew(type: Kind): Promise<Thing> {
    const { farm, mill } = this.market;
    if (this.dice.whole(1, 6) > 1) return this.one(type);
    if (type === 'LinkageContract') return this.desk.offer(mill, farm, mill, { line: { quantityKg: '0.5' } });
    return { id: await this.desk.post(type, type === 'Listing' ? farm : mill, { quantityKg: '50' }) };
  }

  private managing(more: object): Wish {
    const { farm, mill, union } = this.market;
    return { by: this.market.manager80, variables: { id: this.dice.of([farm, mill, union]).organizationId, ...more } };
  }

  private offer(): object {
    const { farm, mill, listing, demand } = this.market;
    const onMarket = this.dice.whole(0, 1) === 0 ? { listingId: listing, demandId: demand } : {};
    return this.desk.inputOf(farm, mill, { line: { quantityKg: '0.5', ...onMarket }, terms: 'Nghiệm thu tại kho.' });
  }

  /** Others withdraw what is there, and it has to fit. */
  private async bundleOffer(): Promise<object> {
    const { farm, mill } = this.market;
    const demand = await this.desk.post('Demand', mill, { quantityKg: '50' });
    const listing = await this.desk.post('Listing', farm, { quantityKg: '50' });
    return this.desk.bundleInputOf(demand, [listing], { quantityKg: '0.5' }, 'Nghiệm thu tại kho.');
  }

  private listing(): object {
    const price = { askPriceVndPerKg: '6900', minimumLotKg: '1' };
    return { commodityCode: 'paddy', quantityKg: '9000', availableFrom: TODAY, availableTo: '2026-12-22', ...price };
  }

  private demand(): object {
    const price = { maximumPriceVndPerKg: '7200', maximumSuppliers: 3 };
    return { commodityCode: 'paddy', quantityKg: '9000', deliverFrom: TODAY, deliverTo: '2026-12-22', ...price };
  }

  private organization(): object {
    const place = { provinceCode: '80', latitude: 10.5, longitude: 105.5 };
    return { kind: 'COOPERATIVE', name: 'HTX Sen Hồng', chainRoles: ['PRODUCER'], ...place };
  }

  private async unclaimed(): Promise<string> {
    const { it } = await this.lienket.ask<{ it: { id: string } }>(
      'mutation ($input: RegisterOrganizationInput!) { it: registerOrganization(input: $input) { id } }',
      { input: this.organization() },
      { token: this.market.manager80 },
    );
    return it.id;
  }

  private async claimed(): Promise<Wish> {
    const { token, login } = await this.newcomer();
    const organizationId = await this.unclaimed();
    const CLAIM = 'mutation ($id: ID!) { claimOrganization(organizationId: $id) }';
    await this.lienket.send(CLAIM, { id: organizationId }, { token });
    return { by: this.market.manager80, variables: { organizationId, login } };
  }

  /** Two people of an organization of their own, whom nobody else needs. */
  private async house(role = 'READER'): Promise<{ owner: string; colleague: string }> {
    const [first, second] = [await this.newcomer(), await this.newcomer()];
    const organizationId = await this.unclaimed();
    const of = async (login: string, its: string) => {
      const [user] = await this.lienket.owner.query<{ id: string }>(sql`
        update identity.app_user set organization_id = ${organizationId}, organization_role = ${its} where login = ${login} returning id`);
      return user!.id;
    };
    await of(first.login, 'OWNER');
    return { owner: first.token, colleague: await of(second.login, role) };
  }

  /** To the farm; put straight into the tables, since a person may not invite many in an hour. */
  private async invited(login: string): Promise<{ id: string; token: string }> {
    const token = randomBytes(32).toString('base64url');
    const [made] = await this.lienket.owner.query<{ id: string }>(sql`
      insert into identity.invitation (organization_id, login, role, token_digest, created_at, expires_at)
      values (${this.market.farm.organizationId}, ${login}, 'READER', ${createHash('sha256').update(token).digest()}, now(), '2090-01-01') returning id`);
    return { id: made!.id, token };
  }

  /** A trader without an organization, put straight into the tables: the hashing of passwords is no part of what is tried here. */
  private async newcomer(): Promise<{ token: string; login: string }> {
    const token = randomBytes(32).toString('base64url');
    const login = `${randomBytes(8).toString('hex')}@example.vn`;
    await this.lienket.owner.query(sql`
      with person as (
        insert into identity.app_user (login, password_hash, role, created_at)
        values (${login}, 'nobody signs in by password', 'TRADER', now()) returning id
      )
      insert into identity.session (token_digest, user_id, created_at, expires_at)
      select ${createHash('sha256').update(token).digest()}, id, now(), '2090-01-01' from person`);
    return { token, login };
  }
}
