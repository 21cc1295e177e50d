import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { gunzipSync } from 'node:zlib';
import sql from 'sql-template-tag';
import { follow, startLienket, TestClock, type Lienket } from '../support/lienket.js';
import { addPerson, addTrader } from '../support/people.js';
import { deskOf, RIVAL_NOON, type Somebody } from '../support/rival-market.js';
import { ROUND, roundDesk, roundInHandElsewhere, START, type Round } from '../support/round-desk.js';

interface Found extends Round {
  readonly objectiveVnd: string;
  readonly boundVnd: string;
  readonly skippedListings: number;
  readonly skippedDemands: number;
  readonly newlyParticipating: number;
  readonly bonusCostVnd: string;
  readonly inputDigest: string;
  readonly certificate: { feasible: boolean; blockingPairs: number; gap: number; checkedAt: string };
  readonly allocations: { totalCount: number; nodes: AllocationSeen[] };
  readonly shadowPrices: { totalCount: number; nodes: { province: { code: string } }[] };
  readonly byProvince: {
    province: { code: string };
    suppliedKg: string;
    supplierCount: number;
    receivedKg: string;
  }[];
}
interface AllocationSeen {
  readonly listing: { id: string; organization: { id: string } };
  readonly demand: { id: string; buyer: { id: string } };
  readonly quantityKg: string;
  readonly priceVndPerKg: string;
  readonly surplusVnd: string;
}

const RESULT = `${ROUND} failure startedBy { login } commodities { code } provinces { code } deliverFrom deliverTo
  transportCostVndPerKgKm inclusionBonusVnd byProvince { province { code } suppliedKg supplierCount receivedKg } objectiveVnd boundVnd skippedListings skippedDemands newlyParticipating bonusCostVnd inputDigest
  certificate { feasible blockingPairs gap checkedAt }
  allocations(first: 100) { totalCount nodes {
    listing { id organization { id } } demand { id buyer { id } } quantityKg priceVndPerKg surplusVnd } }
  shadowPrices(first: 100) { totalCount nodes { commodity { code } province { code } supplyVndPerKg demandVndPerKg } }`;

let lienket: Lienket;
let desk: ReturnType<typeof roundDesk>;
let manager80: string;
let manager92: string;
let administrator: string;
let farm: Somebody;
let secondFarm: Somebody;
let otherFarm: Somebody;
let mill: Somebody;
let bystander: Somebody;

beforeAll(async () => {
  lienket = await startLienket({}, new TestClock(new Date(RIVAL_NOON)));
  desk = roundDesk(lienket);
  const country = await addPerson(lienket, 'country@example.vn', 'PROGRAM_MANAGER');
  manager80 = await addPerson(lienket, 'manager80@example.vn', 'PROGRAM_MANAGER', ['80']);
  manager92 = await addPerson(lienket, 'manager92@example.vn', 'PROGRAM_MANAGER', ['92']);
  administrator = await addPerson(lienket, 'administrator@example.vn', 'ADMINISTRATOR');
  const trader = (kind: string, name: string, provinceCode: string, role: string) =>
    addTrader(lienket, country, { kind, name, provinceCode, chainRoles: [role] });
  farm = await trader('COOPERATIVE', 'HTX Tân Hưng', '80', 'PRODUCER');
  secondFarm = await trader('COOPERATIVE', 'HTX Vĩnh Hưng', '80', 'PRODUCER');
  otherFarm = await trader('COOPERATIVE', 'HTX Phụng Hiệp', '92', 'PRODUCER');
  mill = await trader('ENTERPRISE', 'Nhà máy gạo Long An', '92', 'PROCESSOR');
  bystander = await trader('ENTERPRISE', 'Công ty Thới Lai', '92', 'EXPORTER');
  const market = deskOf(lienket);
  await market.post('Listing', farm, { quantityKg: '5000', askPriceVndPerKg: '6900' });
  await market.post('Listing', secondFarm, { quantityKg: '1500.7', askPriceVndPerKg: '6800' });
  await market.post('Listing', otherFarm, { quantityKg: '9000', askPriceVndPerKg: '6500' });
  await market.post('Listing', farm, { quantityKg: '100' });
  await market.post('Demand', mill, { quantityKg: '4000', maximumPriceVndPerKg: '9200' });
  await market.post('Demand', mill, { quantityKg: '10', maximumPriceVndPerKg: '9200', commodityCode: 'milled_rice' });
  await market.post('Demand', bystander, { quantityKg: '50' });
});
afterAll(() => lienket.close());

const found = (token: string, id: string) => desk.seen(token, id, RESULT) as Promise<Found | null>;

describe('a round of matching', () => {
  let id: string;
  let whole: Found;

  beforeAll(async () => {
    const client = lienket.socket(manager80);
    ({ id } = await desk.start(manager80, { inclusionBonusVnd: '1000000' }));
    const told: Found[] = [];
    const changes = follow<{ it: Found }>(
      client,
      `subscription ($id: ID!) { it: matchingRoundChanged(id: $id) { ${RESULT} } }`,
      { id },
    );
    for await (const { it } of changes) told.push(it);
    await client.dispose();
    whole = told.at(-1)!;
    expect(told.map(({ progress }) => progress)).toEqual([...told.map(({ progress }) => progress)].sort());
  });

  it('is watched by the manager who started it until it is solved, checked, and nobody could do better by trading outside of it', () => {
    expect(whole).toMatchObject({ status: 'SOLVED', progress: 1, stage: null, skippedListings: 1, skippedDemands: 1 });
    expect(whole.certificate).toMatchObject({ feasible: true, blockingPairs: 0 });
    expect(Number(whole.objectiveVnd)).toBeGreaterThan(0);
    expect(BigInt(whole.boundVnd)).toBeGreaterThanOrEqual(BigInt(whole.objectiveVnd));
  });

  it('allots whole kilograms of that manager’s provinces alone, and what they are worth adds up', () => {
    const { nodes, totalCount } = whole.allocations;
    expect(nodes).toHaveLength(totalCount);
    const suppliers = new Set(nodes.map(({ listing }) => listing.organization.id));
    expect(suppliers).toEqual(new Set([farm.organizationId, secondFarm.organizationId]));
    expect(nodes.every(({ quantityKg }) => /^\d+$/.test(quantityKg))).toBe(true);
    expect(nodes.reduce((sum, { quantityKg }) => sum + Number(quantityKg), 0)).toBe(4000);
    const surplus = nodes.reduce((sum, { surplusVnd }) => sum + BigInt(surplusVnd), 0n);
    expect(surplus + 1_000_000n * BigInt(whole.newlyParticipating)).toBe(BigInt(whole.objectiveVnd));
    expect(whole.newlyParticipating).toBe(2);
  });

  it('says where the goods are and where they go, to each as far as it sees them', async () => {
    expect(whole.byProvince).toEqual([
      { province: { code: '80' }, suppliedKg: '4000', supplierCount: 2, receivedKg: '0' },
      { province: { code: '92' }, suppliedKg: '0', supplierCount: 0, receivedKg: '4000' },
    ]);
    const theirs = (await found(farm.token, id))!;
    const { quantityKg } = theirs.allocations.nodes[0]!;
    expect(theirs.byProvince).toEqual([
      { province: { code: '80' }, suppliedKg: quantityKg, supplierCount: 1, receivedKg: '0' },
      { province: { code: '92' }, suppliedKg: '0', supplierCount: 0, receivedKg: quantityKg },
    ]);
    expect(Number(quantityKg)).toBeLessThan(4000);
  });

  it('says over what it was run, and who started it only to them and to administrators', async () => {
    const wish = {
      ...{ commodities: [], provinces: [], deliverFrom: null, deliverTo: null },
      ...{ transportCostVndPerKgKm: '2.6', inclusionBonusVnd: '1000000', failure: null },
    };
    expect(whole).toMatchObject({ ...wish, startedBy: { login: 'manager80@example.vn' } });
    expect(await found(administrator, id)).toMatchObject({ ...wish, startedBy: { login: 'manager80@example.vn' } });
    expect(await found(farm.token, id)).toMatchObject({ ...wish, startedBy: null });
  });

  it('shows a trader its own allocations, and no mean price of fewer than three organizations', async () => {
    const theirs = (await found(farm.token, id))!;
    expect(theirs.allocations.totalCount).toBe(1);
    expect(theirs.allocations.nodes.map(({ listing }) => listing.organization.id)).toEqual([farm.organizationId]);
    expect(theirs.shadowPrices).toEqual({ totalCount: 0, nodes: [] });
    expect(theirs).toMatchObject({
      status: 'SOLVED',
      objectiveVnd: whole.objectiveVnd,
      certificate: whole.certificate,
    });
    const buyers = (await found(mill.token, id))!;
    expect(buyers.allocations.totalCount).toBe(2);
    expect(whole.shadowPrices.totalCount).toBeGreaterThan(0);
  });

  it('is nobody else’s: another manager, and a trader who got nothing of it, don’t find it', async () => {
    for (const token of [manager92, otherFarm.token, bystander.token]) {
      expect(await found(token, id)).toBeNull();
      const { it } = await lienket.ask<{ it: { totalCount: number } }>(
        '{ it: matchingRounds { totalCount } }',
        {},
        { token },
      );
      expect(it.totalCount).toBe(0);
    }
    for (const token of [manager80, administrator, farm.token, mill.token]) {
      const { it } = await lienket.ask<{ it: { totalCount: number; nodes: Round[] } }>(
        '{ it: matchingRounds { totalCount nodes { id } } }',
        {},
        { token },
      );
      expect(it).toEqual({ totalCount: 1, nodes: [{ id }] });
    }
  });

  it('shows each side what it was allotted with after the posting is withdrawn', async () => {
    const listingId = (await found(farm.token, id))!.allocations.nodes[0]!.listing.id;
    const WITHDRAW = 'mutation ($id: ID!) { withdrawListing(id: $id) { id } }';
    await lienket.ask(WITHDRAW, { id: listingId }, { token: farm.token });
    const seen = (await found(mill.token, id))!.allocations.nodes.map(({ listing }) => listing.id);
    expect(seen).toContain(listingId);
    const { listing } = await lienket.ask<{ listing: object | null }>(
      'query ($id: ID!) { listing(id: $id) { id } }',
      { id: listingId },
      { token: bystander.token },
    );
    expect(listing).toBeNull();
    await deskOf(lienket).post('Listing', farm, { quantityKg: '5000', askPriceVndPerKg: '6900' });
  });

  it('is one file for who started it and administrators, and for nobody else', async () => {
    const get = (token?: string, headers: object = {}) =>
      fetch(`${lienket.url}/rounds/${id}.json`, {
        headers: { ...headers, ...(token !== undefined && { authorization: `Bearer ${token}` }) },
      });
    const text = await (await get(manager80)).text();
    expect(await (await get(administrator, { 'accept-encoding': 'identity' })).text()).toBe(text);
    const [stored] = await lienket.owner.query<{ content: Buffer }>(
      sql`select content from matching.round_file where round_id = ${id}`,
    );
    expect(gunzipSync(stored!.content).toString()).toBe(text);
    for (const token of [manager92, farm.token, mill.token, bystander.token]) {
      const answer = await get(token);
      expect([answer.status, await answer.json()]).toMatchObject([
        404,
        { errors: [{ extensions: { code: 'NOT_FOUND' } }] },
      ]);
    }
    expect((await get()).status).toBe(401);
    expect(
      (await fetch(`${lienket.url}/rounds/nothing`, { headers: { authorization: `Bearer ${manager80}` } })).status,
    ).toBe(404);
  });

  it('finds the same again, to the byte, on the same postings', async () => {
    const files: string[] = [];
    const digests: string[] = [];
    for (let time = 0; time < 2; time += 1) {
      const round = await desk.start(manager80);
      expect(await desk.ended(manager80, round.id)).toBe('SOLVED');
      digests.push((await found(manager80, round.id))!.inputDigest);
      const answer = await fetch(`${lienket.url}/rounds/${round.id}.json`, {
        headers: { authorization: `Bearer ${manager80}` },
      });
      files.push(await answer.text());
    }
    expect(files[0]).toBe(files[1]);
    expect(digests[0]).toBe(digests[1]);
    expect(digests[0]).not.toBe(whole.inputDigest);
  });

  it('ends solved where nothing fits', async () => {
    const { id: empty } = await desk.start(manager80, { commodityCodes: ['milled_rice'] });
    expect(await desk.ended(manager80, empty)).toBe('SOLVED');
    expect(await found(manager80, empty)).toMatchObject({ objectiveVnd: '0', boundVnd: '0', certificate: { gap: 0 } });
  });

  it('reads only what it is asked for', async () => {
    const { id: late } = await desk.start(manager80, { deliverFrom: '2027-06-01' });
    expect(await desk.ended(manager80, late)).toBe('SOLVED');
    expect((await found(manager80, late))!.allocations.totalCount).toBe(0);
  });
});

describe('a round whose postings can’t be true', () => {
  it('fails, and nothing of it is kept', async () => {
    const misplaced = await deskOf(lienket).post('Listing', otherFarm, { quantityKg: '9', askPriceVndPerKg: '6500' });
    await lienket.owner.query(sql`update market.listing set latitude = 1000, longitude = 1000 where id = ${misplaced}`);
    const { id } = await desk.start(manager92);
    expect(await desk.ended(manager92, id)).toBe('FAILED');
    const NOTHING = {
      failure: 'UNSOUND',
      byProvince: [],
      objectiveVnd: null,
      boundVnd: null,
      certificate: null,
      inputDigest: null,
    };
    const NONE = { totalCount: 0, nodes: [] };
    expect(await found(manager92, id)).toMatchObject({ ...NOTHING, allocations: NONE, shadowPrices: NONE });
  });
});

describe('a person who starts rounds', () => {
  it('has five unfinished ones at most', async () => {
    const inHand: string[] = [];
    for (let round = 0; round < 5; round += 1)
      inHand.push(await roundInHandElsewhere(lienket, 'administrator@example.vn'));
    const { errors } = await lienket.send(START, { input: {} }, { token: administrator });
    expect(errors?.[0]?.extensions).toMatchObject({ code: 'INVALID_STATE', state: 'RUNNING' });
    expect(await desk.cancel(administrator, inHand[0]!)).toMatchObject({ status: 'CANCELLED' });
    await desk.start(administrator, { commodityCodes: ['milled_rice'] });
  });
});

describe('a wish for a round', () => {
  const refusal = async (input: object, token = manager80) => {
    const { errors } = await lienket.send(START, { input }, { token });
    return [errors?.[0]?.extensions.code, errors?.[0]?.extensions['field']];
  };

  it('is refused at the field that is wrong', async () => {
    expect(await refusal({ commodityCodes: ['paddy', 'moonstone'] })).toEqual([
      'INVALID_INPUT',
      'input.commodityCodes.1',
    ]);
    expect(await refusal({ provinceCodes: ['80', '00'] })).toEqual(['INVALID_INPUT', 'input.provinceCodes.1']);
    expect(await refusal({ deliverFrom: '2026-12-02', deliverTo: '2026-12-01' })).toEqual([
      'INVALID_INPUT',
      'input.deliverTo',
    ]);
    for (const transportCostVndPerKgKm of ['-1', 'NaN', '1000.1', '2.6543', 2.6])
      expect(await refusal({ transportCostVndPerKgKm })).toEqual(['INVALID_INPUT', 'input.transportCostVndPerKgKm']);
    for (const inclusionBonusVnd of ['-1', '0.5', '1000000001', '1e18'])
      expect(await refusal({ inclusionBonusVnd })).toEqual(['INVALID_INPUT', 'input.inclusionBonusVnd']);
  });

  it('of a province that somebody else manages, or by a trader, is refused', async () => {
    expect(await refusal({ provinceCodes: ['80', '92'] })).toEqual(['FORBIDDEN', 'input.provinceCodes.1']);
    expect(await refusal({}, farm.token)).toEqual(['FORBIDDEN', undefined]);
  });
});
