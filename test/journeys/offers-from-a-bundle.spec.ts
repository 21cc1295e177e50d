import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { addDays, businessDay } from '@lienket/platform';
import sql from 'sql-template-tag';
import { addCrowd } from '../support/crowd.js';
import { startLienket, type Answer, type Lienket } from '../support/lienket.js';
import { addPerson, addTrader } from '../support/people.js';

const today = businessDay(new Date());
const AWARD = `id demand { id remainingKg } shares { status contractCount quantityKg averagePriceVndPerKg }
  contracts { id version status award { id } parties { organization { id } roles lead }
    lines { quantityKg priceVndPerKg grade listing { id } demand { id } } }`;
const BUNDLES = `query ($id: ID!) { demand(id: $id) { bundles { suppliers { quantityKg listing { id askPriceVndPerKg organization { id } } } } } }`;
const OFFER = `mutation ($input: BundleOfferInput!) { it: offerFromBundle(input: $input) { ${AWARD} } }`;
const ONE = `query ($id: ID!) { it: award(id: $id) { ${AWARD} } }`;
const CONTRACT = `query ($id: ID!) { it: contract(id: $id) { id award { id contracts { id } } } }`;
const CONTRACTS = `{ it: contracts(first: 100) { nodes { id award { id } parties { organization { id } } } } }`;

interface Somebody {
  readonly token: string;
  readonly organizationId: string;
}
interface Award {
  readonly id: string;
  readonly demand: { readonly id: string; readonly remainingKg: string };
  readonly shares: readonly object[];
  readonly contracts: readonly {
    readonly id: string;
    readonly version: number;
    readonly status: string;
    readonly award: { readonly id: string };
    readonly parties: readonly { readonly organization: { readonly id: string }; readonly lead: boolean }[];
    readonly lines: readonly {
      readonly quantityKg: string;
      readonly priceVndPerKg: string;
      readonly listing: { readonly id: string };
    }[];
  }[];
}
interface Share {
  readonly listingId: string;
  readonly quantityKg: string;
  readonly priceVndPerKg: string;
}

describe('A buyer who offers to all suppliers of a bundle', () => {
  let lienket: Lienket;
  let country: string;
  let [mill, rival, thoiLai, coDo, vinhThanh] = [] as unknown as [Somebody, Somebody, Somebody, Somebody, Somebody];
  let lots: Record<'thoiLai' | 'coDo' | 'vinhThanh', string>;

  beforeAll(async () => {
    lienket = await startLienket();
    country = await addPerson(lienket, 'country@example.vn', 'PROGRAM_MANAGER');
    mill = await trader('ENTERPRISE', 'Nhà máy gạo Cần Thơ', '92', 'PROCESSOR');
    rival = await trader('ENTERPRISE', 'Nhà máy gạo Hậu Giang', '92', 'PROCESSOR');
    thoiLai = await trader('COOPERATIVE', 'HTX Thới Lai', '80', 'PRODUCER');
    coDo = await trader('COOPERATIVE', 'HTX Cờ Đỏ', '80', 'PRODUCER');
    vinhThanh = await trader('COOPERATIVE', 'HTX Vĩnh Thạnh', '79', 'PRODUCER');
    lots = {
      thoiLai: await list(thoiLai, { quantityKg: '3000', askPriceVndPerKg: '7000' }),
      coDo: await list(coDo, { quantityKg: '4000', askPriceVndPerKg: '7100' }),
      vinhThanh: await list(vinhThanh, { quantityKg: '2500.5', askPriceVndPerKg: '7250' }),
    };
  });
  afterAll(() => lienket.close());

  const trader = (kind: string, name: string, provinceCode: string, role: string) =>
    addTrader(lienket, country, { kind, name, provinceCode, chainRoles: [role] });
  const ask = async <Data>({ token }: { token: string }, document: string, variables: object = {}, key?: string) =>
    (await lienket.ask<{ it: Data }>(document, variables, { token, ...(key !== undefined && { key }) })).it;
  const list = async (owner: Somebody, lot: object) => {
    const input = { commodityCode: 'paddy', availableFrom: today, availableTo: addDays(today, 20), ...lot };
    const made = 'mutation ($input: ListingInput!) { it: createListing(input: $input) { id } }';
    return (await ask<{ id: string }>(owner, made, { input })).id;
  };
  const want = async (buyer: Somebody, wish: object = {}) => {
    const days = { deliverFrom: today, deliverTo: addDays(today, 9) };
    const input = { commodityCode: 'paddy', quantityKg: '9000', maximumPriceVndPerKg: '7500', ...days, ...wish };
    const made = 'mutation ($input: DemandInput!) { it: createDemand(input: $input) { id } }';
    return (await ask<{ id: string }>(buyer, made, { input })).id;
  };
  const inputOf = (demandId: string, suppliers: readonly Share[], changes: object = {}) => ({
    ...{ demandId, suppliers, form: 'PRODUCTION', buyerRoles: ['PROCESSOR'] },
    ...{ startsOn: today, endsOn: addDays(today, 60), terms: 'Nghiệm thu tại kho.', ...changes },
  });
  const offer = (buyer: Somebody, input: object, key?: string) => ask<Award>(buyer, OFFER, { input }, key);
  const bundleOf = async (buyer: Somebody, demandId: string): Promise<Share[]> => {
    const { demand } = await lienket.ask<{
      demand: {
        bundles: { suppliers: { quantityKg: string; listing: { id: string; askPriceVndPerKg: string } }[] }[];
      };
    }>(BUNDLES, { id: demandId }, buyer);
    return demand.bundles[0]!.suppliers.map(({ quantityKg, listing }) => ({
      listingId: listing.id,
      quantityKg,
      priceVndPerKg: listing.askPriceVndPerKg,
    }));
  };
  const contractWith = (award: Award, supplier: Somebody) =>
    award.contracts.find(({ parties }) =>
      parties.some(({ organization }) => organization.id === supplier.organizationId),
    )!;
  const share = (listingId: string, quantityKg = '100', priceVndPerKg = '7000') => ({
    ...{ listingId, quantityKg, priceVndPerKg },
  });
  const tables = async () =>
    (
      await lienket.owner.query<{ contracts: number; awards: number; tied: number; events: number; versions: number }>(
        sql`select (select count(*) from contracts.contract) as contracts, (select count(*) from contracts.award) as awards,
          (select count(*) from contracts.award_contract) as tied, (select count(*) from contracts.contract_event) as events,
          (select count(*) from contracts.contract_version) as versions`,
      )
    )[0];
  const refused = (answer: Answer<object>) => answer.errors?.[0]?.extensions;

  describe('of the best one', () => {
    let award: Award;
    let shares: Share[];
    beforeAll(async () => {
      const demandId = await want(mill);
      shares = await bundleOf(mill, demandId);
      award = await offer(mill, inputOf(demandId, shares));
    });

    it('makes a contract with each of them, of what it looked at, and holds nothing', () => {
      expect(shares).toHaveLength(3);
      expect(award.contracts).toHaveLength(3);
      const offered = award.contracts.map(({ lines }) => ({ ...lines[0], count: lines.length }));
      for (const { listingId, ...rest } of shares)
        expect(offered).toContainEqual({
          ...{ ...rest, count: 1, grade: null },
          ...{ listing: { id: listingId }, demand: { id: award.demand.id } },
        });
      for (const { status, parties, award: its } of award.contracts) {
        expect([status, its.id]).toEqual(['OFFERED', award.id]);
        expect(parties).toMatchObject([
          { roles: ['PRODUCER'], lead: false },
          { organization: { id: mill.organizationId }, roles: ['PROCESSOR'], lead: true },
        ]);
      }
      expect(award.demand.remainingKg).toBe('9000');
      const paid = shares.reduce((sum, one) => sum + Number(one.quantityKg) * Number(one.priceVndPerKg), 0);
      const averagePriceVndPerKg = String(Math.round(paid / 9) / 1000);
      expect(award.shares).toEqual([{ status: 'OFFERED', contractCount: 3, quantityKg: '9000', averagePriceVndPerKg }]);
    });

    it('alone sees what ties them: a supplier sees its own contract, as if there were no other', async () => {
      for (const supplier of [thoiLai, coDo, vinhThanh]) {
        const own = contractWith(award, supplier).id;
        const { nodes } = await ask<{ nodes: object[] }>(supplier, CONTRACTS);
        expect(nodes).toEqual([expect.objectContaining({ id: own, award: null })]);
        expect(await ask(supplier, CONTRACT, { id: own })).toEqual({ id: own, award: null });
        expect(await ask(supplier, ONE, { id: award.id })).toBeNull();
        for (const { id } of award.contracts.filter((contract) => contract.id !== own))
          expect(await ask(supplier, CONTRACT, { id })).toBeNull();
      }
      expect(await ask(rival, ONE, { id: award.id })).toBeNull();
      expect(await ask(mill, ONE, { id: 'not an id' })).toBeNull();
      expect(await ask(mill, ONE, { id: award.id.toUpperCase() })).toEqual(award);
    });

    it('is seen by who manages its province, and not by who manages a supplier’s', async () => {
      const own = contractWith(award, thoiLai).id;
      const manager80 = { token: await addPerson(lienket, 'manager80@example.vn', 'PROGRAM_MANAGER', ['80']) };
      expect(await ask(manager80, CONTRACT, { id: own })).toEqual({ id: own, award: null });
      expect(await ask(manager80, ONE, { id: award.id })).toBeNull();
      const manager92 = await addPerson(lienket, 'manager92@example.vn', 'PROGRAM_MANAGER', ['92', '01']);
      const administrator = await addPerson(lienket, 'administrator@example.vn', 'ADMINISTRATOR');
      for (const token of [manager92, country, administrator])
        expect(await ask({ token }, ONE, { id: award.id })).toEqual(award);
    });

    it('sees what becomes of each: one signs, one declines, and one counters, which unties nothing', async () => {
      const [signed, declined, countered] = [thoiLai, coDo, vinhThanh].map((supplier) => contractWith(award, supplier));
      for (const by of [thoiLai, mill])
        await ask(by, 'mutation ($id: ID!) { it: signContract(id: $id, expectedVersion: 1) { id } }', signed);
      await ask(coDo, 'mutation ($id: ID!) { it: declineContract(id: $id, reason: "Giá thấp") { id } }', declined);
      const input = {
        ...{ form: 'PRODUCTION', startsOn: today, endsOn: addDays(today, 60) },
        parties: [
          { organizationId: vinhThanh.organizationId, roles: ['PRODUCER'] },
          { organizationId: mill.organizationId, roles: ['PROCESSOR'], lead: true },
        ],
        lines: ['7300', '7301', '7301'].map((priceVndPerKg) => ({
          ...{ supplierId: vinhThanh.organizationId, buyerId: mill.organizationId, commodityCode: 'paddy' },
          ...{ quantityKg: '500', priceVndPerKg },
        })),
      };
      const COUNTER = `mutation ($id: ID!, $input: OfferContractInput!) {
        it: counterContract(id: $id, expectedVersion: 1, input: $input) { version award { id } } }`;
      expect(await ask(vinhThanh, COUNTER, { id: countered!.id, input })).toEqual({ version: 2, award: null });

      const after = await ask<Award>(mill, ONE, { id: award.id });
      const one = (supplier: Somebody) => {
        const { quantityKg, priceVndPerKg } = contractWith(award, supplier).lines[0]!;
        return { contractCount: 1, quantityKg, averagePriceVndPerKg: priceVndPerKg };
      };
      expect(after.shares).toEqual([
        { status: 'DECLINED', ...one(coDo) },
        { status: 'OFFERED', contractCount: 1, quantityKg: '1500', averagePriceVndPerKg: '7300.667' },
        { status: 'SIGNED', ...one(thoiLai) },
      ]);
      expect(after.contracts.map(({ id }) => id)).toEqual(award.contracts.map(({ id }) => id));
      expect(after.demand.remainingKg).toBe(String(9000 - Number(one(thoiLai).quantityKg)));
      const OWN = 'query ($id: ID!) { it: contract(id: $id) { award { id } } }';
      expect(await ask(mill, OWN, countered)).toEqual({ award: { id: award.id } });
    });
  });

  it('may make something else of it: lots of one cooperative are the lines of one contract', async () => {
    const [one, other] = [await list(thoiLai, { quantityKg: '900' }), await list(thoiLai, { quantityKg: '800' })];
    const shares = [share(one, '1'), share(lots.coDo, '99999', '1'), share(other, '2.5')];
    const award = await offer(mill, inputOf(await want(mill), shares));
    expect(award.contracts).toHaveLength(2);
    expect(contractWith(award, thoiLai).lines).toMatchObject([
      { quantityKg: '1', listing: { id: one } },
      { quantityKg: '2.5', listing: { id: other } },
    ]);
    expect(contractWith(award, coDo).lines).toMatchObject([{ quantityKg: '99999', priceVndPerKg: '1' }]);
  });

  it('may have a hundred suppliers, and gets its answer in time', async () => {
    const crowd = await addCrowd(lienket.owner, 'COOPERATIVE', 100, 'PRODUCER');
    const made = await Promise.all(crowd.map((owner) => list(owner, { quantityKg: '80', askPriceVndPerKg: '7000' })));
    const input = inputOf(
      await want(mill),
      made.map((id) => share(id, '80')),
    );
    const from = performance.now();
    const award = await offer(mill, input);
    console.info(`an award of a hundred contracts: ${String(Math.round(performance.now() - from))} ms`);
    expect(award.contracts).toHaveLength(100);
    expect(award.shares).toMatchObject([{ contractCount: 100, quantityKg: '8000', averagePriceVndPerKg: '7000' }]);
  });

  it('has one award however often it sends the same wish under one key', async () => {
    const input = inputOf(await want(mill), [share(lots.coDo), share(lots.vinhThanh)]);
    const before = await tables();
    const made = await Promise.all(Array.from({ length: 5 }, () => offer(mill, input, 'offer once')));
    expect(new Set(made.map(({ id }) => id)).size).toBe(1);
    expect(await tables()).toMatchObject({
      contracts: before!.contracts + 2,
      awards: before!.awards + 1,
      tied: before!.tied + 2,
    });
  });

  it('shares suppliers with another buyer, and neither they nor the other see its award', async () => {
    const ours = await offer(mill, inputOf(await want(mill), [share(lots.coDo), share(lots.vinhThanh)]));
    const theirs = await offer(rival, inputOf(await want(rival), [share(lots.coDo), share(lots.vinhThanh)]));
    expect(await ask(rival, ONE, { id: ours.id })).toBeNull();
    expect(await ask(mill, ONE, { id: theirs.id })).toBeNull();
    const { nodes } = await ask<{ nodes: { id: string; award: unknown }[] }>(coDo, CONTRACTS);
    const ids = [ours, theirs].map((award) => contractWith(award, coDo).id);
    expect(nodes.filter(({ id }) => ids.includes(id)).map(({ award }) => award)).toEqual([null, null]);
    expect(nodes.every(({ award }) => award === null)).toBe(true);
    const own = await ask<{ nodes: Award['contracts'] }>(rival, CONTRACTS);
    expect(own.nodes.map(({ award }) => award.id)).toEqual([theirs.id, theirs.id]);
  });

  describe('makes none at all', () => {
    const refuses = async (by: Somebody, input: object) => {
      const before = await tables();
      const answer = await lienket.send<object>(OFFER, { input }, by);
      expect(await tables()).toEqual(before);
      return refused(answer);
    };
    const fault = (field: string) => ({ code: 'INVALID_INPUT', field });

    it('where one of them has been suspended meanwhile, and says which', async () => {
      const late = await trader('COOPERATIVE', 'HTX Phong Điền', '92', 'PRODUCER');
      const lot = await list(late, { quantityKg: '700' });
      const demandId = await want(mill, { quantityKg: '9500' });
      const suspend = 'mutation ($id: ID!) { it: setOrganizationStatus(id: $id, status: SUSPENDED) { id } }';
      const shares = [share(lots.coDo), share(lot), share(lots.vinhThanh)];
      await ask({ token: country }, suspend, { id: late.organizationId });
      expect(await refuses(mill, inputOf(demandId, shares))).toEqual(fault('input.suppliers.1.listingId'));
    });

    it.each<[string, (demandId: string) => Promise<object> | object, object]>([
      [
        'a lot that nobody has',
        (id) => inputOf(id, [share(lots.coDo), share(id)]),
        fault('input.suppliers.1.listingId'),
      ],
      [
        'a lot that stands there twice',
        (id) => inputOf(id, [share(lots.coDo), share(lots.vinhThanh), share(lots.coDo)]),
        fault('input.suppliers.2.listingId'),
      ],
      [
        'a lot of other goods',
        async (id) => inputOf(id, [share(await list(coDo, { quantityKg: '900', commodityCode: 'milled_rice' }))]),
        fault('input.suppliers.0.listingId'),
      ],
      [
        'a lot that asks for more than the buyer pays',
        async (id) => inputOf(id, [share(await list(coDo, { quantityKg: '900', askPriceVndPerKg: '7501' }))]),
        fault('input.suppliers.0.listingId'),
      ],
      [
        'an enterprise where the form is for producers, even if it is the last',
        async (id) => inputOf(id, [share(lots.coDo), share(await list(rival, { quantityKg: '900' }))]),
        fault('input.suppliers.1.listingId'),
      ],
      ['a demand that nobody has', () => inputOf(lots.coDo, [share(lots.coDo)]), fault('input.demandId')],
      ['somebody else’s demand', async () => inputOf(await want(rival), [share(lots.coDo)]), { code: 'FORBIDDEN' }],
      [
        'a term that ends before it begins',
        (id) => inputOf(id, [share(lots.coDo)], { endsOn: addDays(today, -1) }),
        fault('input.endsOn'),
      ],
      ['no suppliers', (id) => inputOf(id, []), fault('input.suppliers')],
      [
        'more than a hundred',
        (id) =>
          inputOf(
            id,
            Array.from({ length: 101 }, () => share(lots.coDo)),
          ),
        fault('input.suppliers'),
      ],
      ['no kilograms', (id) => inputOf(id, [share(lots.coDo, '0')]), fault('input.suppliers.0.quantityKg')],
      ['no role of its own', (id) => inputOf(id, [share(lots.coDo)], { buyerRoles: [] }), fault('input.buyerRoles')],
    ])('for %s', async (_, input, refusal) => {
      expect(await refuses(mill, await input(await want(mill)))).toEqual(refusal);
    });

    it('where the house breaks down at the last step, and all under the same key once it stands again', async () => {
      const input = inputOf(await want(mill), [share(lots.coDo), share(lots.vinhThanh)]);
      await lienket.owner.query(sql`create schema planted`);
      await lienket.owner.query(
        sql`create function planted.break() returns trigger language plpgsql as $$ begin raise exception 'planted'; end $$`,
      );
      await lienket.owner.query(
        sql`create trigger planted after insert on contracts.award_contract for each row execute function planted.break()`,
      );
      expect(await refuses(mill, input)).toMatchObject({ code: 'INTERNAL_SERVER_ERROR' });
      await lienket.owner.query(sql`drop schema planted cascade`);
      expect((await offer(mill, input, 'again')).contracts).toHaveLength(2);
    });
  });
});
