import { createHash, randomBytes, randomUUID } from 'node:crypto';
import sql from 'sql-template-tag';
import { PASSWORD, type Lienket } from './lienket.js';
import type { Dice } from './random-match-world.js';
import { deskOf, RIVAL_NOON, type RivalMarket, type Somebody } from './rival-market.js';

const TODAY = RIVAL_NOON.slice(0, 10);
const KEPT = 40;

/** A mutation that its viewer may well carry out. */
export interface Wish {
  readonly by: string;
  readonly variables: Readonly<Record<string, unknown>>;
  /** Whoever else sent it would be gone. */
  readonly onlyBy?: true;
}

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

  constructor(
    private readonly lienket: Lienket,
    private readonly market: RivalMarket,
    private readonly dice: Dice,
  ) {
    this.desk = deskOf(lienket);
    const { contracts, listing, demand } = market;
    for (const contract of [contracts.offered, contracts.signed])
      this.learn({ __typename: 'LinkageContract', ...contract });
    this.learn({ __typename: 'Listing', id: listing });
    this.learn({ __typename: 'Demand', id: demand });
  }

  /** @returns null for a mutation of which nobody has said yet what is sound. */
  for(mutation: string): Promise<Wish> | null {
    const wish = this.wishes[mutation];
    return wish ? Promise.resolve(wish()) : null;
  }

  /** What a mutation has answered can be asked about next. */
  learn(thing: Thing): void {
    const things = this.known.get(thing.__typename ?? '') ?? [];
    this.known.set(thing.__typename ?? '', [...things.slice(-KEPT), thing]);
  }

  private readonly wishes: Readonly<Record<string, () => Wish | Promise<Wish>>> = {
    offerContract: () => ({ by: this.party().token, variables: { input: this.offer() } }),
    counterContract: () => {
      const { id, version } = this.one('LinkageContract');
      return { by: this.party().token, variables: { id, expectedVersion: version ?? 1, input: this.offer() } };
    },
    signContract: () => {
      const { id, version } = this.one('LinkageContract');
      return { by: this.party().token, variables: { id, expectedVersion: version ?? 1 } };
    },
    declineContract: () => this.about('LinkageContract', this.market.farm, { reason: 'Giá thấp' }),
    withdrawContract: () => this.about('LinkageContract', this.market.mill),
    terminateContract: () => this.about('LinkageContract', this.party(), { reason: 'Lũ về sớm' }),
    attestContract: () => ({
      by: this.market.manager80,
      variables: {
        input: {
          ...{ form: 'PROCESSING', parties: this.desk.inputOf(this.market.farm, this.market.mill).parties },
          ...{ commodityCodes: ['paddy'], evidence: 'HĐ 1', signedOn: TODAY, startsOn: TODAY, endsOn: '2027-01-01' },
        },
      },
    }),
    recordDelivery: () => {
      const { id, lines } = this.dice.whole(0, 1) === 0 ? this.market.contracts.signed : this.one('LinkageContract');
      const kg = { quantityKg: '1', acceptedKg: '0' };
      const lineId = lines?.[0]?.id ?? randomUUID();
      return { by: this.party().token, variables: { input: { contractId: id, lineId, deliveredOn: TODAY, ...kg } } };
    },
    createListing: () => ({ by: this.market.farm.token, variables: { input: this.listing() } }),
    updateListing: () => this.about('Listing', this.market.farm, { input: this.listing() }),
    withdrawListing: () => this.about('Listing', this.market.farm),
    createDemand: () => ({ by: this.market.mill.token, variables: { input: this.demand() } }),
    updateDemand: () => this.about('Demand', this.market.mill, { input: this.demand() }),
    withdrawDemand: () => this.about('Demand', this.market.mill),
    registerOrganization: async () => {
      const by = this.dice.whole(0, 1) === 0 ? this.market.manager80 : (await this.newcomer()).token;
      return { by, variables: { input: this.organization() } };
    },
    claimOrganization: async () => {
      const { token } = await this.newcomer();
      return { by: token, variables: { organizationId: await this.unclaimed() } };
    },
    approveClaim: async () => {
      const { token, login } = await this.newcomer();
      const organizationId = await this.unclaimed();
      const CLAIM = 'mutation ($id: ID!) { claimOrganization(organizationId: $id) }';
      await this.lienket.send(CLAIM, { id: organizationId }, { token });
      return { by: this.market.manager80, variables: { organizationId, login } };
    },
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
    signOut: async () => ({
      ...{ by: (await this.newcomer()).token, onlyBy: true },
      variables: { everywhere: this.dice.whole(0, 1) === 1 },
    }),
  };

  private party(): Somebody {
    return this.dice.of([this.market.farm, this.market.mill]);
  }

  private one(type: string): Thing {
    return this.dice.of(this.known.get(type) ?? []);
  }

  private about(type: string, { token }: Somebody, more: object = {}): Wish {
    return { by: token, variables: { id: this.one(type).id, ...more } };
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
