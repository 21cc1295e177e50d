import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import sql from 'sql-template-tag';
import { NOWHERE } from '../support/contract-desk.js';
import { deadLetterOf } from '../support/dead-letters.js';
import { startLienket, TestClock, type Lienket } from '../support/lienket.js';
import { addColleague, addNewcomer } from '../support/people.js';
import { importInHandElsewhere } from '../support/import-desk.js';
import { photoOf } from '../support/photo-desk.js';
import { placesOfSchema, type Place } from '../support/places.js';
import { roundDesk, roundInHandElsewhere } from '../support/round-desk.js';
import { competeUnseen, deskOf, openRivalMarket, RIVAL_NOON, type RivalMarket } from '../support/rival-market.js';

const TODAY = '2026-11-22';
/** Where an id of a thing of somebody's can be sent; provinces and commodities are everybody's, and no account is kept from an administrator. */
const places = placesOfSchema().filter(
  ({ root, of, type, name }) =>
    root === 'mutation' && type.name === 'ID' && !/Codes?(\.0)?$/.test(name) && of !== 'Mutation.setUserRole',
);

let lienket: Lienket;
let market: RivalMarket;
/** Things that neither farm, nor mill, nor the manager of their province can see, of every kind. */
let unseen: string[];

interface Sound {
  readonly token: string;
  readonly variables: Readonly<Record<string, unknown>>;
}
let sound: Readonly<Record<string, () => Promise<Sound>>>;

beforeAll(async () => {
  lienket = await startLienket({ LIENKET_OFFERS_PER_MINUTE: '100000' }, new TestClock(new Date(RIVAL_NOON)));
  market = await openRivalMarket(lienket);
  await competeUnseen(lienket, market);
  await roundInHandElsewhere(lienket, 'manager92@example.vn');
  await importInHandElsewhere(lienket, 'manager92@example.vn');
  const found = await lienket.owner.query<{ id: string }>(sql`
    (select organization_id::text as id from registry.organization_profile where status = 'PENDING' and province_code = '92')
    union all (select id::text from market.listing where withdrawn_at is not null)
    union all (select id::text from market.demand where withdrawn_at is not null)
    union all (select contract_id::text from contracts.contract_party where organization_id = ${market.rivalFarm.organizationId})
    union all (select id::text from contracts.contract_line where supplier_id = ${market.rivalFarm.organizationId})
    union all (select id::text from identity.app_user where organization_id = ${market.rivalFarm.organizationId})
    union all (select id::text from identity.invitation where organization_id = ${market.rivalFarm.organizationId})
    union all (select id::text from notices.notice where organization_id = ${market.rivalFarm.organizationId})
    union all (select id::text from matching.round)
    union all (select photo.id::text from market.listing_photo photo join market.listing on listing.id = listing_id where withdrawn_at is not null)
    union all (select id::text from imports.import)`);
  unseen = found.map(({ id }) => id);
  sound = soundWishes();
});
afterAll(() => lienket.close());

/** For every mutation something that its viewer may do, were every id what it is. */
function soundWishes(): Readonly<Record<string, () => Promise<Sound>>> {
  const { farm, mill, manager80, union, listing, demand, contracts } = market;
  const desk = deskOf(lienket);
  const post = (kind: 'Listing' | 'Demand') => desk.post(kind, kind === 'Listing' ? farm : mill, { quantityKg: '50' });
  const line = { listingId: listing, demandId: demand };
  const input = desk.inputOf(farm, mill, { line });
  const by = (token: string, variables: Sound['variables']) => () => Promise.resolve({ token, variables });
  const onPosting = (kind: 'Listing' | 'Demand', content?: object) => async () => ({
    token: kind === 'Listing' ? farm.token : mill.token,
    variables: {
      id: await post(kind),
      ...(content && { input: { commodityCode: 'paddy', quantityKg: '60', ...content } }),
    },
  });
  const claimed = async () => {
    const organizationId = await unclaimed();
    const { login, token } = await addNewcomer(lienket);
    await lienket.ask(
      'mutation ($id: ID!) { claimOrganization(organizationId: $id) }',
      { id: organizationId },
      { token },
    );
    return { token: manager80, variables: { organizationId, login } };
  };
  const onOffer =
    (token: string, more: object = {}) =>
    async () => ({
      token,
      variables: { id: (await desk.offer(mill, farm, mill)).id, ...more },
    });
  const ofColleague =
    (owner: { token: string }, more: object = {}) =>
    async () => ({
      token: owner.token,
      variables: { userId: (await addColleague(lienket, owner, 'READER')).userId, ...more },
    });
  const organization = { id: farm.organizationId };
  return {
    cancelImport: async () => ({
      token: manager80,
      variables: { id: await importInHandElsewhere(lienket, 'manager80@example.vn') },
    }),
    cancelMatchingRound: async () => ({
      token: manager80,
      variables: { id: await roundInHandElsewhere(lienket, 'manager80@example.vn') },
    }),
    offerFromRound: async () => {
      const rounds = roundDesk(lienket);
      const { id: roundId } = await rounds.start(manager80);
      await rounds.ended(manager80, roundId);
      const terms = { form: 'PRODUCTION', buyerRoles: ['PROCESSOR'], startsOn: TODAY, endsOn: '2027-01-01' };
      return { token: farm.token, variables: { input: { ...terms, roundId, organizationIds: [mill.organizationId] } } };
    },
    claimOrganization: async () => ({ token: market.homeless, variables: { organizationId: await unclaimed() } }),
    approveClaim: claimed,
    refuseClaim: claimed,
    withdrawInvitation: async () => {
      const { it: invitation } = await lienket.ask<{ it: { id: string } }>(
        'mutation { it: invitePerson(login: "guest@example.vn", role: READER) { id } }',
        {},
        farm,
      );
      return { token: farm.token, variables: { id: invitation.id } };
    },
    retryDeadLetter: async () => ({
      token: market.administrator,
      variables: { id: await deadLetterOf(lienket) },
    }),
    setPersonRole: ofColleague(farm, { role: 'TRADER' }),
    removePerson: ofColleague(farm),
    handOver: ofColleague(market.stranger),
    updateOrganization: by(manager80, { ...organization, input: { memberOfId: union.organizationId } }),
    setOrganizationStatus: by(manager80, { id: market.newcomer.organizationId, status: 'ACTIVE' }),
    rateOrganization: by(manager80, { ...organization, year: 2025, score: '70' }),
    updateListing: onPosting('Listing', { availableFrom: TODAY, availableTo: TODAY }),
    updateDemand: onPosting('Demand', { deliverFrom: TODAY, deliverTo: TODAY }),
    withdrawListing: onPosting('Listing'),
    removeListingPhoto: async () => ({
      token: farm.token,
      variables: { id: await photoOf(lienket, await post('Listing')) },
    }),
    withdrawDemand: onPosting('Demand'),
    offerContract: by(mill.token, { input }),
    offerFromBundle: by(mill.token, { input: desk.bundleInputOf(demand, [listing]) }),
    counterContract: onOffer(farm.token, { expectedVersion: 1, input }),
    signContract: onOffer(farm.token, { expectedVersion: 1 }),
    declineContract: onOffer(farm.token, { reason: 'no' }),
    withdrawContract: onOffer(mill.token),
    readNotice: async () => ({ token: farm.token, variables: { id: await noticeOf(farm.organizationId) } }),
    terminateContract: async () => ({
      token: mill.token,
      variables: { id: (await desk.signed(farm, mill)).id, reason: 'no' },
    }),
    attestContract: by(manager80, {
      input: {
        ...{ form: 'PROCESSING', parties: input.parties, commodityCodes: ['paddy'], evidence: 'HĐ 1' },
        ...{ signedOn: TODAY, startsOn: TODAY, endsOn: '2027-01-01' },
      },
    }),
    recordDelivery: by(farm.token, {
      input: {
        ...{ contractId: contracts.signed.id, lineId: contracts.signed.lines[0]!.id, deliveredOn: TODAY },
        ...{ quantityKg: '1', acceptedKg: '1' },
      },
    }),
  };
}

async function unclaimed(): Promise<string> {
  const { it: made } = await lienket.ask<{ it: { id: string } }>(
    'mutation ($input: RegisterOrganizationInput!) { it: registerOrganization(input: $input) { id } }',
    { input: { kind: 'COOPERATIVE', name: 'HTX chưa có ai', provinceCode: '80', chainRoles: ['PRODUCER'] } },
    { token: market.manager80 },
  );
  return made.id;
}

const noticeOf = async (organizationId: string) =>
  (
    await lienket.owner.query<{ id: string }>(
      sql`select id from notices.notice where organization_id = ${organizationId} limit 1`,
    )
  )[0]!.id;

/** A wish with one id exchanged. */
function exchanged(place: Place, variables: Sound['variables'], id: string): Record<string, unknown> {
  const copy = structuredClone(variables) as Record<string, unknown>;
  const path = place.field.split('.');
  const holder = path.slice(0, -1).reduce((inner, key) => inner[key] as Record<string, unknown>, copy);
  holder[path.at(-1)!] = id;
  const declared = [...place.document.matchAll(/\$(\w+):/g)].map(([, name]) => name!);
  return Object.fromEntries(Object.entries(copy).filter(([name]) => declared.includes(name)));
}

describe.each(places.map((place) => [place.name, place] as const))('the id at %s', (_name, place) => {
  it('that names what somebody else keeps to themselves is answered like one that names nothing', async () => {
    const { token, variables } = await sound[place.of.split('.')[1]!]!();
    const send = (id: string) => lienket.send<object>(place.document, exchanged(place, variables, id), { token });
    const { errors: nothing } = await send(NOWHERE);
    expect(nothing).toHaveLength(1);
    expect(['NOT_FOUND', 'INVALID_INPUT']).toContain(nothing![0]!.extensions.code);
    for (const id of unseen) expect((await send(id)).errors).toEqual(nothing);
    const own = place.field
      .split('.')
      .reduce<unknown>((inner, key) => (inner as Record<string, unknown>)[key], variables);
    expect((await send(own as string)).errors).toBeUndefined();
  });
});
