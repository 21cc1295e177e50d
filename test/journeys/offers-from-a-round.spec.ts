import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { addDays } from '@lienket/platform';
import { startLienket, TestClock, type Lienket } from '../support/lienket.js';
import { addColleague, addPerson, addTrader } from '../support/people.js';
import { roundDesk } from '../support/round-desk.js';
import { deskOf, RIVAL_NOON, type Somebody } from '../support/rival-market.js';

interface Contract {
  readonly status: string;
  readonly parties: readonly { lead: boolean; roles: string[]; organization: { id: string } }[];
  readonly lines: readonly Line[];
}
interface Line {
  readonly listing: { id: string };
  readonly demand: { id: string };
  readonly quantityKg: string;
  readonly priceVndPerKg: string;
}
interface Found {
  readonly allocations: { nodes: (Line & { demand: { buyer: { id: string } } })[] };
}

const TODAY = '2026-11-22';
const LINE = 'listing { id } demand { id } quantityKg priceVndPerKg';
const OFFER = `mutation ($input: RoundOfferInput!) { it: offerFromRound(input: $input) {
  status parties { lead roles organization { id } } lines { ${LINE} } } }`;
const TERMS = { form: 'PRODUCTION', buyerRoles: ['PROCESSOR'], startsOn: TODAY, endsOn: addDays(TODAY, 60) };

let lienket: Lienket;
let manager: string;
let farm: Somebody;
let mill: Somebody;
let exporter: Somebody;
let roundId: string;
let theirs: Found['allocations']['nodes'];

beforeAll(async () => {
  lienket = await startLienket({}, new TestClock(new Date(RIVAL_NOON)));
  manager = await addPerson(lienket, 'manager@example.vn', 'PROGRAM_MANAGER');
  const trader = (kind: string, name: string, role: string) =>
    addTrader(lienket, manager, { kind, name, provinceCode: '80', chainRoles: [role] });
  farm = await trader('COOPERATIVE', 'HTX Tân Hưng', 'PRODUCER');
  mill = await trader('ENTERPRISE', 'Nhà máy gạo Long An', 'PROCESSOR');
  exporter = await trader('ENTERPRISE', 'Công ty Thới Lai', 'EXPORTER');
  const desk = deskOf(lienket);
  await desk.post('Listing', farm, { quantityKg: '700', askPriceVndPerKg: '6900' });
  await desk.post('Listing', farm, { quantityKg: '500', askPriceVndPerKg: '6800' });
  await desk.post('Demand', mill, { quantityKg: '900', maximumPriceVndPerKg: '7200' });
  await desk.post('Demand', exporter, { quantityKg: '300', maximumPriceVndPerKg: '7600' });
  const rounds = roundDesk(lienket);
  ({ id: roundId } = await rounds.start(manager));
  expect(await rounds.ended(manager, roundId)).toBe('SOLVED');
  const asked = `allocations { nodes { listing { id } demand { id buyer { id } } quantityKg priceVndPerKg } }`;
  theirs = ((await rounds.seen(farm.token, roundId, asked)) as unknown as Found).allocations.nodes;
});
afterAll(() => lienket.close());

const offer = async (token: string, more: object = {}) =>
  (await lienket.ask<{ it: Contract[] }>(OFFER, { input: { roundId, ...TERMS, ...more } }, { token })).it;
const refusal = async (token: string, more: object) => {
  const { errors } = await lienket.send(OFFER, { input: { roundId, ...TERMS, ...more } }, { token });
  return [errors?.[0]?.extensions.code, errors?.[0]?.extensions['field']];
};

const linesWith = (buyerId: string) =>
  theirs
    .filter(({ demand }) => demand.buyer.id === buyerId)
    .map(({ demand, ...line }) => ({ ...line, demand: { id: demand.id } }));

describe('an offer from a round', () => {
  it('is a contract with each other side, of what the round allots them, at its prices', async () => {
    const contracts = await offer(farm.token);
    const buyerOf = ({ parties }: Contract) => parties.find(({ lead }) => lead)!.organization.id;
    expect(contracts.map(buyerOf).sort()).toEqual([mill.organizationId, exporter.organizationId].sort());
    for (const contract of contracts) {
      expect(contract.status).toBe('OFFERED');
      expect(contract.parties.map(({ roles }) => roles)).toEqual([['PRODUCER'], ['PROCESSOR']]);
      expect(contract.lines).toEqual(linesWith(buyerOf(contract)));
      expect(contract.lines.length).toBeGreaterThan(0);
    }
  });

  it('can be made by a buyer, and to some alone', async () => {
    expect((await offer(mill.token)).map(({ lines }) => lines)).toEqual([linesWith(mill.organizationId)]);
    const [one, ...none] = await offer(farm.token, { organizationIds: [exporter.organizationId.toUpperCase()] });
    expect([one!.lines, none]).toEqual([linesWith(exporter.organizationId), []]);
  });

  it('is refused where nothing is allotted, to whom nothing is, by whom may not trade, and in a form that doesn’t fit', async () => {
    expect(await refusal(farm.token, { roundId: farm.organizationId })).toEqual(['INVALID_INPUT', 'input.roundId']);
    expect(await refusal(mill.token, { organizationIds: [farm.organizationId, exporter.organizationId] })).toEqual([
      'INVALID_INPUT',
      'input.organizationIds.1',
    ]);
    expect(await refusal(farm.token, { buyerRoles: ['PRODUCER'] })).toEqual(['INVALID_INPUT', 'input.form']);
    expect(await refusal(farm.token, { endsOn: '2026-11-01' })).toEqual(['INVALID_INPUT', 'input.endsOn']);
    const reader = await addColleague(lienket, farm, 'READER');
    for (const token of [reader.token, manager]) expect(await refusal(token, {})).toEqual(['FORBIDDEN', undefined]);
  });

  it('is made to all or to none', async () => {
    const SUSPEND = 'mutation ($id: ID!) { setOrganizationStatus(id: $id, status: SUSPENDED) { id } }';
    await lienket.ask(SUSPEND, { id: exporter.organizationId }, { token: manager });
    const count = async () =>
      (await lienket.ask<{ it: { totalCount: number } }>('{ it: contracts { totalCount } }', {}, farm)).it.totalCount;
    const before = await count();
    expect(await refusal(farm.token, {})).toEqual(['INVALID_STATE', undefined]);
    expect(await count()).toBe(before);
  });
});
