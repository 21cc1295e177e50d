import { addDays } from '@lienket/platform';
import type { TestDatabase } from './database.js';
import { openTradingPlace, TODAY, type TradingPlace } from './trading-place.js';

const ORGANIZATION = 'id name status taxCode contact { name phone email } location { latitude longitude }';
const LINE = `id supplier { id } buyer { id } commodity { code } variety grade quantityKg acceptedKg priceMechanism priceVndPerKg
  listing { id status remainingKg organization { id } } demand { id status remainingKg buyer { id } }`;
const ALL = `id number origin status form version terms evidence startsOn endsOn validUntil signedOn terminatedOn inForce createdAt
  commodities { code } parties { organization { ${ORGANIZATION} } roles lead signedAt } lines { ${LINE} }
  versions { version offeredBy { id } at startsOn endsOn terms lines { priceVndPerKg listing { id } } }
  events(first: 100) { totalCount nodes { sequence type at version hash organization { id } } }
  deliveries { totalCount nodes { id deliveredOn quantityKg acceptedKg grade note at recordedBy { id } line { id acceptedKg } } }`;
export const OFFER = `mutation ($input: OfferContractInput!) { it: offerContract(input: $input) { ${ALL} } }`;
export const COUNTER = `mutation ($id: ID!, $version: Int!, $input: OfferContractInput!) { it: counterContract(id: $id, expectedVersion: $version, input: $input) { ${ALL} } }`;
export const SIGN = `mutation ($id: ID!, $version: Int!) { it: signContract(id: $id, expectedVersion: $version) { ${ALL} } }`;
export const DECLINE = `mutation ($id: ID!, $reason: String!) { it: declineContract(id: $id, reason: $reason) { ${ALL} } }`;
export const WITHDRAW = `mutation ($id: ID!) { it: withdrawContract(id: $id) { ${ALL} } }`;
export const TERMINATE = `mutation ($id: ID!, $reason: String!, $on: Date) { it: terminateContract(id: $id, reason: $reason, terminatedOn: $on) { ${ALL} } }`;
export const ATTEST = `mutation ($input: AttestContractInput!) { it: attestContract(input: $input) { ${ALL} } }`;
export const DELIVER = `mutation ($input: RecordDeliveryInput!) { it: recordDelivery(input: $input) { id deliveredOn quantityKg acceptedKg grade note at recordedBy { id } line { id acceptedKg } } }`;
export const ONE = `query ($id: ID!) { it: contract(id: $id) { ${ALL} } }`;
export const LIST = `query ($statuses: [ContractStatus!], $of: ID, $first: Int, $after: String) {
  it: contracts(statuses: $statuses, organizationId: $of, first: $first, after: $after) { totalCount pageInfo { hasNextPage endCursor } nodes { ${ALL.replace('first: 100', 'first: 1')} } } }`;
export const NOWHERE = '0190a0a0-0000-7000-8000-000000000000';

export interface Contract {
  readonly id: string;
  readonly number: string;
  readonly status: string;
  readonly inForce: boolean;
  readonly version: number;
  readonly createdAt: string;
  readonly lines: { readonly id: string; readonly acceptedKg: string }[];
  readonly events: {
    readonly nodes: { sequence: number; type: string; hash: string; organization: { id: string } | null }[];
  };
}
export interface Page {
  readonly totalCount: number;
  readonly nodes: Contract[];
  readonly pageInfo: { hasNextPage: boolean; endCursor: string | null };
}
export type Line = Record<string, unknown>;

export let place: TradingPlace;
export let farm: string;
export let mill: string;
export let stranger: string;
export let tokens: Record<'farm' | 'mill' | 'stranger', string>;

/** Opens the place once for a spec file; what is exported below is there from then on. */
export const openDesk = (): Promise<void> => openDeskOn();

/** The same on a database that is there already and stays there. */
export async function openDeskOn(given?: TestDatabase): Promise<void> {
  place = await openTradingPlace(given);
  [farm, mill, stranger] = [place.farm.organizationId, place.mill.organizationId, place.stranger.organizationId];
  tokens = { farm: place.farm.token, mill: place.mill.token, stranger: place.stranger.token };
}

export const line = (changes: Line = {}): Line => ({
  supplierId: farm,
  buyerId: mill,
  commodityCode: 'paddy',
  quantityKg: '100',
  priceVndPerKg: '7000',
  ...changes,
});
export const parties = () => [
  { organizationId: farm, roles: ['PRODUCER'] },
  { organizationId: mill, roles: ['PROCESSOR'], lead: true },
];
export const offerInput = (changes: Line = {}) => ({
  form: 'PRODUCTION',
  parties: parties(),
  lines: [line()],
  startsOn: TODAY,
  endsOn: addDays(TODAY, 90),
  ...changes,
});
export const attestInput = (changes: Line = {}) => ({
  form: 'PROCESSING',
  parties: parties(),
  commodityCodes: ['paddy'],
  signedOn: '2025-01-10',
  startsOn: '2025-01-01',
  endsOn: '2027-12-31',
  evidence: 'HĐ 12/2025, tủ số 3\nngăn 2',
  ...changes,
});
export const offer = (changes: Line = {}, token = tokens.mill) =>
  place.ask<Contract>(token, OFFER, { input: offerInput(changes) });
export const sign = (token: string, { id, version }: { id: string; version: number }) =>
  place.ask<Contract>(token, SIGN, { id, version });
export const read = (id: string, token = tokens.farm) => place.ask<Contract | null>(token, ONE, { id });
export const list = (variables: object, token = tokens.farm) => place.ask<Page>(token, LIST, variables);
export async function signed(changes: Line = {}): Promise<Contract> {
  const offered = await offer(changes);
  await sign(tokens.farm, offered);
  return sign(tokens.mill, offered);
}
export const post = async (kind: 'Listing' | 'Demand', changes: Line = {}): Promise<string> => {
  const window =
    kind === 'Listing'
      ? { availableFrom: TODAY, availableTo: addDays(TODAY, 30) }
      : { deliverFrom: TODAY, deliverTo: addDays(TODAY, 30) };
  const input = { commodityCode: 'paddy', quantityKg: '150', ...window, ...changes };
  const created = await place.ask<{ id: string }>(
    kind === 'Listing' ? tokens.farm : tokens.mill,
    `mutation ($input: ${kind}Input!) { it: create${kind}(input: $input) { id } }`,
    { input },
  );
  return created.id;
};
export const delivery = (contract: Contract, changes: Line = {}) => ({
  contractId: contract.id,
  lineId: contract.lines[0]!.id,
  deliveredOn: TODAY,
  quantityKg: '50',
  acceptedKg: '50',
  ...changes,
});
export const deliver = (contract: Contract, changes: Line = {}, token = tokens.farm) =>
  place.ask<object>(token, DELIVER, { input: delivery(contract, changes) });
export const state = (name: string | null) => ({ code: 'INVALID_STATE', state: name });
export const types = (contract: Contract | null) => contract?.events.nodes.map(({ type }) => type);
