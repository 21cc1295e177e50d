import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { addDays, businessDay } from '@lienket/platform';
import { startLienket, type Answer, type Lienket } from '../support/lienket.js';
import { addPerson, addTrader } from '../support/people.js';

const today = businessDay(new Date());

const LISTING = `id variety grade certifications quantityKg remainingKg minimumLotKg availableFrom availableTo askPriceVndPerKg status createdAt
  organization { name } commodity { code } province { code } location { latitude longitude }`;
const DEMAND = `id variety minimumGrade requiredCertifications quantityKg remainingKg minimumLotKg maximumSuppliers deliverFrom deliverTo
  maximumPriceVndPerKg status createdAt buyer { name } commodity { code } province { code } location { latitude longitude }`;
const LINE = `id supplier { name } buyer { name contact { email } } commodity { code } variety grade quantityKg acceptedKg priceMechanism priceVndPerKg
  listing { remainingKg } demand { remainingKg }`;
const CONTRACT = `id number origin status form version terms evidence startsOn endsOn validUntil signedOn terminatedOn inForce createdAt
  before: inForce(asOf: "2000-01-01") commodities { code } parties { organization { name } roles lead signedAt } lines { ${LINE} }
  versions { version offeredBy { name } at startsOn endsOn terms lines { priceVndPerKg } }
  events(first: 2) { totalCount pageInfo { hasNextPage endCursor } nodes { sequence type at version hash organization { name } } }
  deliveries { totalCount nodes { id quantityKg acceptedKg grade note deliveredOn at recordedBy { name } line { id } } }`;

interface Contract {
  readonly id: string;
  readonly version: number;
  readonly lines: readonly { readonly id: string }[];
  readonly events: { readonly pageInfo: { readonly endCursor: string } };
}

describe('the life of contracts, as GraphQL tells it', () => {
  let lienket: Lienket;
  let manager: string;
  let farm: { token: string; organizationId: string };
  let mill: { token: string; organizationId: string };

  beforeAll(async () => {
    lienket = await startLienket();
    manager = await addPerson(lienket, 'manager@example.vn', 'PROGRAM_MANAGER');
    farm = await addTrader(lienket, manager, {
      kind: 'COOPERATIVE',
      name: 'HTX Lúa Tân Hưng',
      provinceCode: '80',
      chainRoles: ['PRODUCER'],
    });
    mill = await addTrader(lienket, manager, {
      kind: 'ENTERPRISE',
      name: 'Nhà máy gạo Long An',
      provinceCode: '79',
      chainRoles: ['PROCESSOR'],
    });
  });
  afterAll(() => lienket.close());

  const change = async <Data = Contract>(
    token: string,
    field: string,
    types: string,
    args: object,
    selection = CONTRACT,
  ): Promise<Data> => {
    const data = await lienket.ask<{ it: Data }>(`mutation (${types}) { it: ${field} { ${selection} } }`, args, {
      token,
    });
    return data.it;
  };
  const refusal = async (token: string, field: string, types: string, args: object): Promise<unknown> => {
    const answer: Answer = await lienket.send(`mutation (${types}) { it: ${field} { id } }`, args, { token });
    return answer.errors?.[0]?.extensions;
  };
  const offer = (line: object = {}, changes: object = {}) => ({
    form: 'PRODUCTION',
    parties: [
      { organizationId: farm.organizationId, roles: ['PRODUCER'] },
      { organizationId: mill.organizationId, roles: ['PROCESSOR'], lead: true },
    ],
    lines: [
      {
        supplierId: farm.organizationId,
        buyerId: mill.organizationId,
        commodityCode: 'paddy',
        quantityKg: '500.5',
        priceVndPerKg: '7000',
        ...line,
      },
    ],
    startsOn: today,
    endsOn: addDays(today, 90),
    ...changes,
  });
  const offerIt = (input: object) =>
    change(mill.token, 'offerContract(input: $input)', '$input: OfferContractInput!', { input });
  const sign = (token: string, { id, version }: Contract) =>
    change(token, 'signContract(id: $id, expectedVersion: $version)', '$id: ID!, $version: Int!', { id, version });

  it('goes from postings over a counter-offer to signature, delivery and termination', async () => {
    const listing = await change<{ id: string }>(
      farm.token,
      'createListing(input: $input)',
      '$input: ListingInput!',
      {
        input: {
          commodityCode: 'paddy',
          variety: 'ST25',
          grade: 'Lúa thường',
          certifications: ['VIETGAP'],
          quantityKg: '1000',
          availableFrom: today,
          availableTo: addDays(today, 60),
          latitude: 10.123456,
          longitude: 105.654321,
        },
      },
      LISTING,
    );
    expect(listing).toMatchObject({
      minimumLotKg: '1',
      remainingKg: '1000',
      status: 'OPEN',
      location: { latitude: 10.123456 },
      province: { code: '80' },
    });
    const demand = await change<{ id: string }>(
      mill.token,
      'createDemand(input: $input)',
      '$input: DemandInput!',
      {
        input: {
          commodityCode: 'paddy',
          quantityKg: '2000',
          maximumSuppliers: 4,
          deliverFrom: today,
          deliverTo: addDays(today, 30),
          maximumPriceVndPerKg: '7500',
        },
      },
      DEMAND,
    );
    const lists = await lienket.ask<{ listings: object; demands: object }>(
      `query ($from: Date) { listings(filter: { from: $from, commodityCodes: ["paddy"] }) { totalCount nodes { ${LISTING} } edges { cursor } }
        demands(filter: { certifications: [] }) { totalCount nodes { ${DEMAND} } } }`,
      { from: today },
      { token: mill.token },
    );
    expect(lists).toMatchObject({
      listings: { totalCount: 1, nodes: [{ id: listing.id, location: { latitude: 10.12, longitude: 105.65 } }] },
      demands: { totalCount: 1, nodes: [{ id: demand.id }] },
    });

    const offered = await offerIt(offer({ listingId: listing.id, demandId: demand.id }));
    expect(offered).toMatchObject({
      status: 'OFFERED',
      version: 1,
      inForce: false,
      lines: [{ listing: { remainingKg: '1000' }, acceptedKg: '0' }],
    });
    const counter = {
      id: offered.id,
      input: offer({ listingId: listing.id, demandId: demand.id, priceVndPerKg: '7200' }, { terms: 'Giao tại ruộng' }),
    };
    const countered = await change(
      farm.token,
      'counterContract(id: $id, expectedVersion: 1, input: $input)',
      '$id: ID!, $input: OfferContractInput!',
      counter,
    );
    expect(countered).toMatchObject({
      version: 2,
      terms: 'Giao tại ruộng',
      versions: [
        { version: 1, offeredBy: { name: 'Nhà máy gạo Long An' }, lines: [{ priceVndPerKg: '7000' }] },
        { version: 2, offeredBy: { name: 'HTX Lúa Tân Hưng' }, lines: [{ priceVndPerKg: '7200' }] },
      ],
    });
    await sign(farm.token, countered);
    const signed = await sign(mill.token, countered);
    expect(signed).toMatchObject({
      status: 'SIGNED',
      inForce: true,
      before: false,
      signedOn: today,
      lines: [{ listing: { remainingKg: '499.5' }, demand: { remainingKg: '1499.5' } }],
      events: {
        totalCount: 5,
        pageInfo: { hasNextPage: true },
        nodes: [
          { sequence: 1, type: 'OFFERED' },
          { sequence: 2, type: 'COUNTERED' },
        ],
      },
      commodities: [{ code: 'paddy' }],
    });
    const more = await lienket.ask<{ contract: object }>(
      'query ($id: ID!, $after: String) { contract(id: $id) { events(after: $after) { nodes { sequence type hash } pageInfo { hasNextPage } } } }',
      { id: signed.id, after: signed.events.pageInfo.endCursor },
      { token: manager },
    );
    expect(more).toMatchObject({
      contract: {
        events: { nodes: [{ sequence: 3 }, { sequence: 4 }, { type: 'SIGNED' }], pageInfo: { hasNextPage: false } },
      },
    });

    const delivery = {
      contractId: signed.id,
      lineId: signed.lines[0]?.id,
      deliveredOn: today,
      quantityKg: '200',
      acceptedKg: '199.25',
      note: 'Độ ẩm\ncao',
    };
    const recorded = await change<object>(
      farm.token,
      'recordDelivery(input: $input)',
      '$input: RecordDeliveryInput!',
      { input: delivery },
      `id acceptedKg note recordedBy { name } line { ${LINE} }`,
    );
    expect(recorded).toMatchObject({
      acceptedKg: '199.25',
      recordedBy: { name: 'HTX Lúa Tân Hưng' },
      line: { acceptedKg: '199.25' },
    });
    const ended = await change(farm.token, 'terminateContract(id: $id, reason: "Lũ")', '$id: ID!', { id: signed.id });
    expect(ended).toMatchObject({
      status: 'TERMINATED',
      terminatedOn: today,
      inForce: false,
      deliveries: { totalCount: 1 },
      lines: [{ listing: { remainingKg: '800.75' } }],
    });
  });

  it('is declined, withdrawn or attested, and listed by status', async () => {
    const [declined, withdrawn] = [await offerIt(offer()), await offerIt(offer())];
    expect(
      await change(farm.token, 'declineContract(id: $id, reason: "Giá")', '$id: ID!', { id: declined.id }),
    ).toMatchObject({ status: 'DECLINED' });
    expect(await change(mill.token, 'withdrawContract(id: $id)', '$id: ID!', { id: withdrawn.id })).toMatchObject({
      status: 'WITHDRAWN',
    });
    const { parties, form, startsOn, endsOn } = offer();
    const input = {
      parties,
      form,
      startsOn,
      endsOn,
      signedOn: today,
      commodityCodes: ['robusta'],
      evidence: 'HĐ 5/2026',
    };
    const attested = await change(manager, 'attestContract(input: $input)', '$input: AttestContractInput!', { input });
    expect(attested).toMatchObject({
      origin: 'ATTESTED',
      status: 'SIGNED',
      inForce: true,
      lines: [],
      versions: [],
      commodities: [{ code: 'robusta' }],
    });
    const { contracts } = await lienket.ask<{ contracts: object }>(
      `query ($of: ID) { contracts(statuses: [DECLINED, SIGNED], organizationId: $of, first: 2) { totalCount nodes { ${CONTRACT} } pageInfo { hasNextPage } } }`,
      { of: farm.organizationId },
      { token: farm.token },
    );
    expect(contracts).toMatchObject({
      totalCount: 2,
      nodes: [{ id: attested.id }, { id: declined.id }],
      pageInfo: { hasNextPage: false },
    });
  });

  it('names the field at fault', async () => {
    const fault = (path: string) => expect.objectContaining({ code: 'INVALID_INPUT', field: path });
    const offering = (input: object) =>
      refusal(mill.token, 'offerContract(input: $input)', '$input: OfferContractInput!', { input });
    expect(await offering(offer({ quantityKg: '0' }))).toEqual(fault('input.lines.0.quantityKg'));
    expect(await offering(offer({ quantityKg: '1000000000.001' }))).toEqual(fault('input.lines.0.quantityKg'));
    expect(await offering(offer({ priceVndPerKg: '7000.5' }))).toEqual(fault('input.lines.0.priceVndPerKg'));
    expect(await offering(offer({}, { lines: [] }))).toEqual(fault('input.lines'));
    expect(await offering(offer({}, { parties: offer().parties.slice(1) }))).toEqual(fault('input.parties'));
    expect(await offering(offer({}, { endsOn: '9999-12-31' }))).toEqual(fault('input.endsOn'));
    expect(await offering(offer({ listingId: '\u0000' }))).toEqual(fault('input.lines.0.listingId'));
    const posting = { commodityCode: 'paddy', quantityKg: '5', availableFrom: today, availableTo: today };
    const listing = (input: object) =>
      refusal(farm.token, 'createListing(input: $input)', '$input: ListingInput!', { input: { ...posting, ...input } });
    expect(await listing({ latitude: 30, longitude: 105 })).toEqual(fault('input.latitude'));
    expect(await listing({ latitude: 10 })).toEqual(fault('input.longitude'));
    expect(await listing({ variety: '' })).toEqual(fault('input.variety'));
    expect(await listing({ minimumLotKg: '6' })).toEqual(fault('input.minimumLotKg'));
    const asked = async (query: string) =>
      (await lienket.send(query, {}, { token: farm.token })).errors?.[0]?.extensions;
    expect(await asked('{ listings(filter: { from: "2026-12-02", to: "2026-12-01" }) { totalCount } }')).toEqual(
      fault('filter.to'),
    );
    for (const list of ['listings', 'demands', 'contracts']) {
      const cursor = Buffer.from(JSON.stringify(['yesterday', 'x'])).toString('base64url');
      expect(await asked(`{ ${list}(after: "${cursor}") { totalCount } }`)).toEqual(fault('after'));
      expect(await asked(`{ ${list}(first: 101) { totalCount } }`)).toEqual(fault('first'));
    }
  });
});
