import { addDays } from '@lienket/platform';
import { randomBytes } from 'node:crypto';
import { queueWishes } from './dead-letters.js';
import { importInHandElsewhere } from './import-desk.js';
import { PASSWORD, type Lienket } from './lienket.js';
import { photoOf } from './photo-desk.js';
import { CANCEL, roundDesk, START } from './round-desk.js';
import { deskOf, RIVAL_NOON, type RivalMarket } from './rival-market.js';

export interface Wish {
  readonly document: string;
  readonly variables?: object;
}
/** A wish as it is sent by each viewer in turn, whoever they are. */
export type Row = () => Promise<Wish> | Wish;

const YESTERDAY = '2026-11-21';
const TODAY = '2026-11-22';
const TOMORROW = '2026-11-23';

/** By its name in the matrix. @param people a reader and a trader of the farm */
export async function everyRow(
  lienket: Lienket,
  market: RivalMarket,
  { farmhand, farmer }: { readonly farmhand: string; readonly farmer: string },
): Promise<Readonly<Record<string, Row>>> {
  const { farm, mill, newcomer, contracts } = market;
  const desk = deskOf(lienket);
  const post = (kind: 'Listing' | 'Demand') => desk.post(kind, kind === 'Listing' ? farm : mill, { quantityKg: '50' });
  const withdrawn = async (kind: 'Listing' | 'Demand') => {
    const id = await post(kind);
    const owner = kind === 'Listing' ? farm : mill;
    await lienket.ask(`mutation ($id: ID!) { withdraw${kind}(id: $id) { id } }`, { id }, { token: owner.token });
    return id;
  };
  const [oldListing, oldDemand] = [await withdrawn('Listing'), await withdrawn('Demand')];
  const { registerOrganization: unclaimed } = await lienket.ask<{ registerOrganization: { id: string } }>(
    'mutation ($input: RegisterOrganizationInput!) { registerOrganization(input: $input) { id } }',
    { input: { kind: 'COOPERATIVE', name: 'HTX chưa có ai', provinceCode: '80', chainRoles: ['PRODUCER'] } },
    { token: market.manager80 },
  );
  const round = await solvedRound(lienket, market);
  const imported = await importInHandElsewhere(lienket, 'manager80@example.vn');
  const { notices } = await lienket.ask<{ notices: { nodes: { id: string }[] } }>(
    '{ notices(first: 1) { nodes { id } } }',
    {},
    farm,
  );
  const notice = notices.nodes[0]!.id;
  const query =
    (text: string): Row =>
    () => ({ document: `{ it: ${text} }` });
  const listed = (text: string): Row => query(`${text} { nodes { id } }`);
  const byId = (field: string, id: string, asked = 'id'): Row => query(`${field}(id: "${id}") { ${asked} }`);
  const explained = (listingId: string): Row =>
    query(`explainPair(listingId: "${listingId}", demandId: "${market.demand}") { feasible failures { rule change } }`);
  const change =
    (document: string, variables: object): Row =>
    () => ({ document: `mutation ${document}`, variables });
  const openIdReturn = { callbackUrl: 'https://console.example.vn/?code=1&state=1', secret: 'x'.repeat(43) };
  const posting = { commodityCode: 'paddy', quantityKg: '10' };
  const listing = { ...posting, availableFrom: TODAY, availableTo: TOMORROW };
  const demand = { ...posting, deliverFrom: TODAY, deliverTo: TOMORROW };
  const UPDATE_LISTING = '($id: ID!, $input: ListingInput!) { it: updateListing(id: $id, input: $input) { id } }';
  const UPDATE_DEMAND = '($id: ID!, $input: DemandInput!) { it: updateDemand(id: $id, input: $input) { id } }';
  const STATUS =
    '($id: ID!) { it: setOrganizationStatus(id: $id, status: SUSPENDED, effectiveOn: "2026-11-23") { id } }';
  const UPDATE_ORGANIZATION = '($id: ID!) { it: updateOrganization(id: $id, input: { memberCount: 7 }) { id } }';
  const RATE = '($id: ID!) { it: rateOrganization(id: $id, year: 2027, score: "70") { id } }';
  const CLAIM = '($id: ID!) { it: claimOrganization(organizationId: $id) }';
  const APPROVE = '($id: ID!) { it: approveClaim(organizationId: $id, login: "nobody@example.vn") { id } }';
  const REFUSE = '($id: ID!) { it: refuseClaim(organizationId: $id, login: "nobody@example.vn") { id } }';
  const INVITE = 'mutation ($login: String!) { it: invitePerson(login: $login, role: READER) { id } }';
  const OFFER_FROM_ROUND = '($input: RoundOfferInput!) { it: offerFromRound(input: $input) { id } }';
  const SIGN = '($id: ID!) { it: signContract(id: $id, expectedVersion: 99) { id } }';
  const DECLINE = '($id: ID!) { it: declineContract(id: $id, reason: "no") { id } }';
  const WITHDRAW = '($id: ID!) { it: withdrawContract(id: $id) { id } }';
  const TERMINATE = `($id: ID!) { it: terminateContract(id: $id, reason: "no", terminatedOn: "${YESTERDAY}") { id } }`;
  const COUNTER =
    '($id: ID!, $input: OfferContractInput!) { it: counterContract(id: $id, expectedVersion: 99, input: $input) { id } }';
  const DELIVER = '($input: RecordDeliveryInput!) { it: recordDelivery(input: $input) { id } }';
  const offer = desk.inputOf(farm, mill);
  const award = await desk.award(mill, market.demand, [market.listing]);
  const delivery = ({ id, lines }: { id: string; lines: readonly { id: string }[] }) => ({
    input: { contractId: id, lineId: lines[0]?.id ?? id, deliveredOn: TOMORROW, quantityKg: '1', acceptedKg: '1' },
  });
  const someLogin = () => `${randomBytes(8).toString('hex')}@example.vn`;
  const invitation = async () => {
    const { it } = await lienket.ask<{ it: { id: string; token: string } }>(
      INVITE.replace('{ id }', '{ id token }'),
      { login: 'guest@example.vn' },
      { token: farm.token },
    );
    return it;
  };
  const withdraw =
    (kind: 'Listing' | 'Demand'): Row =>
    async () => ({
      document: `mutation ($id: ID!) { it: withdraw${kind}(id: $id) { id } }`,
      variables: { id: await post(kind) },
    });
  const removePhoto =
    (listing: () => Promise<string>): Row =>
    async () => ({
      document: 'mutation ($id: ID!) { it: removeListingPhoto(id: $id) { id } }',
      variables: { id: await photoOf(lienket, await listing()) },
    });
  return {
    me: query('me { id }'),
    openIdIssuer: query('openIdIssuer'),
    provinces: query('provinces { code }'),
    commodities: query('commodities { code }'),
    certificationSchemes: query('certificationSchemes { code }'),
    participation: query('participation { rate }'),
    'participation of a commodity': query('participation(scope: { commodityCodes: ["paddy"] }) { rate }'),
    participationSeries: query('participationSeries(from: "2026-10-01", to: "2026-11-01") { rate }'),
    'participationSeries of a commodity': query(
      'participationSeries(from: "2026-10-01", to: "2026-11-01", scope: { commodityCodes: ["paddy"] }) { rate }',
    ),
    'participationBy a province': query('participationBy(dimension: PROVINCE) { key }'),
    'participationBy a commodity': query('participationBy(dimension: COMMODITY) { key }'),
    participationChanged: () => ({ document: 'subscription { it: participationChanged { rate } }' }),
    'participationChanged of a commodity': () => ({
      document: 'subscription { it: participationChanged(scope: { commodityCodes: ["paddy"] }) { rate } }',
    }),
    'organization, active': byId('organization', farm.organizationId),
    'organization, pending': byId('organization', newcomer.organizationId),
    'organization, its tax code': byId('organization', farm.organizationId, 'secret: taxCode'),
    'organization, its contact': byId('organization', farm.organizationId, 'secret: contact { name }'),
    'organization, its people': byId('organization', farm.organizationId, 'secret: people { totalCount }'),
    'organization, its invitations': byId('organization', farm.organizationId, 'secret: invitations { id }'),
    'organizations, active': listed('organizations'),
    'organizations, pending': listed('organizations(filter: { statuses: [PENDING] })'),
    'organizations by a tax code': listed('organizations(filter: { text: "1100456789" })'),
    'claims, of province 80': async () => {
      await lienket.ask(`mutation ${CLAIM}`, { id: unclaimed.id }, { token: market.homeless });
      return { document: '{ it: claims { nodes { login } } }' };
    },
    'listing, open': byId('listing', market.listing),
    'listing, withdrawn': byId('listing', oldListing),
    'listing, its matches': byId('listing', market.listing, 'matches { totalCount }'),
    'listing, its photos': byId('listing', market.listing, 'photos { url }'),
    'listings, open': listed('listings'),
    'listings, withdrawn': listed('listings(filter: { statuses: [WITHDRAWN] })'),
    'demand, open': byId('demand', market.demand),
    'demand, withdrawn': byId('demand', oldDemand),
    'demand, its matches': byId('demand', market.demand, 'matches { totalCount }'),
    'demand, its bundles': byId('demand', market.demand, 'bundles { score }'),
    'demands, open': listed('demands'),
    'demands, withdrawn': listed('demands(filter: { statuses: [WITHDRAWN] })'),
    'explainPair, both open': explained(market.listing),
    'explainPair, the listing withdrawn': explained(oldListing),
    'matchingRound, of province 80': byId('matchingRound', round),
    matchingRounds: listed('matchingRounds'),
    'matchingRoundChanged, of province 80': () => ({
      document: `subscription { it: matchingRoundChanged(id: "${round}") { id } }`,
    }),
    'contract, offered': byId('contract', contracts.offered.id),
    'contract, signed': byId('contract', contracts.signed.id),
    'contract, attested': byId('contract', contracts.attested.id),
    'contract, its award': byId('contract', award.contracts[0].id, 'secret: award { id }'),
    award: byId('award', award.id),
    contracts: listed('contracts'),
    'contracts of an organization': listed(`contracts(organizationId: "${farm.organizationId}")`),

    'import, of manager80': byId('import', imported),
    imports: listed('imports'),
    notices: listed('notices'),
    unreadNoticesChanged: () => ({ document: 'subscription { it: unreadNoticesChanged }' }),
    accesses: listed('accesses'),
    // Managers alone: to be shown people of an organization is a look, which stands among the accesses.
    users: listed('users(filter: { roles: [PROGRAM_MANAGER] })'),
    configuration: query('configuration { name }'),
    ...queueWishes(lienket),
    consents: query('consents { purpose given }'),
    myData: query('myData { madeAt }'),
    signIn: change(
      '($login: String!, $password: String!) { it: signIn(login: $login, password: $password) { token } }',
      {
        login: 'country@example.vn',
        password: PASSWORD,
      },
    ),
    signUp: () => ({
      document:
        'mutation ($login: String!, $password: String!) { it: signUp(login: $login, password: $password) { token } }',
      variables: { login: `${randomBytes(8).toString('hex')}@example.vn`, password: PASSWORD },
    }),
    beginOpenIdSignIn: () => ({ document: 'mutation { it: beginOpenIdSignIn { url } }' }),
    finishOpenIdSignIn: change(
      '($callbackUrl: String!, $secret: String!) { it: finishOpenIdSignIn(callbackUrl: $callbackUrl, secret: $secret) { token } }',
      openIdReturn,
    ),
    linkOpenId: change(
      '($callbackUrl: String!, $secret: String!) { it: linkOpenId(callbackUrl: $callbackUrl, secret: $secret) { id } }',
      openIdReturn,
    ),
    unlinkOpenId: () => ({ document: 'mutation { it: unlinkOpenId }' }),
    signOut: () => ({ document: 'mutation { it: signOut }' }),
    changePassword: change(
      '($wrong: String!) { it: changePassword(currentPassword: $wrong, newPassword: $wrong) { token } }',
      { wrong: 'not the one they have' },
    ),
    eraseMe: change('($wrong: String!) { it: eraseMe(password: $wrong) }', { wrong: 'not the one they have' }),
    invitePerson: () => ({ document: INVITE, variables: { login: someLogin() } }),
    withdrawInvitation: async () => ({
      document: 'mutation ($id: ID!) { it: withdrawInvitation(id: $id) }',
      variables: { id: (await invitation()).id },
    }),
    'acceptInvitation, somebody else’s': async () => ({
      document: 'mutation ($token: String!) { it: acceptInvitation(token: $token) { id } }',
      variables: { token: (await invitation()).token },
    }),
    'setUserRole, of the farm’s trader': change(
      '($id: ID!) { it: setUserRole(userId: $id, role: ADMINISTRATOR) { id } }',
      { id: farmhand },
    ),
    setPersonRole: change('($id: ID!) { it: setPersonRole(userId: $id, role: READER) { id } }', { id: farmhand }),
    'removePerson, oneself': change('($id: ID!) { it: removePerson(userId: $id) }', { id: farmer }),
    'handOver, to oneself': change('($id: ID!) { it: handOver(userId: $id) { id } }', { id: farmer }),
    'leaveOrganization, as its last owner': () => ({ document: 'mutation { it: leaveOrganization }' }),
    giveConsent: change('{ it: giveConsent(purpose: CONTACT_SHOWN_TO_TRADERS, textVersion: 99) { given } }', {}),
    withdrawConsent: change('{ it: withdrawConsent(purpose: CONTACT_SHOWN_TO_TRADERS) { given } }', {}),
    registerOrganization: () => ({
      document: 'mutation ($input: RegisterOrganizationInput!) { it: registerOrganization(input: $input) { id } }',
      variables: { input: { kind: 'COOPERATIVE', name: 'HTX mới', provinceCode: '80', chainRoles: ['PRODUCER'] } },
    }),
    'claimOrganization, one without users': change(CLAIM, { id: unclaimed.id }),
    'claimOrganization, pending': change(CLAIM, { id: newcomer.organizationId }),
    approveClaim: change(APPROVE, { id: unclaimed.id }),
    'approveClaim, pending': change(APPROVE, { id: newcomer.organizationId }),
    refuseClaim: change(REFUSE, { id: unclaimed.id }),
    'refuseClaim, pending': change(REFUSE, { id: newcomer.organizationId }),
    'updateOrganization, active': change(UPDATE_ORGANIZATION, { id: farm.organizationId }),
    'updateOrganization, pending': change(UPDATE_ORGANIZATION, { id: newcomer.organizationId }),
    'setOrganizationStatus, active': change(STATUS, { id: farm.organizationId }),
    'setOrganizationStatus, pending': change(STATUS, { id: newcomer.organizationId }),
    'rateOrganization, active': change(RATE, { id: farm.organizationId }),
    'rateOrganization, pending': change(RATE, { id: newcomer.organizationId }),
    createListing: change('($input: ListingInput!) { it: createListing(input: $input) { id } }', { input: listing }),
    createDemand: change('($input: DemandInput!) { it: createDemand(input: $input) { id } }', { input: demand }),
    'updateListing, open': change(UPDATE_LISTING, {
      id: market.listing,
      input: { ...listing, availableTo: YESTERDAY },
    }),
    'updateListing, withdrawn': change(UPDATE_LISTING, { id: oldListing, input: listing }),
    'updateDemand, open': change(UPDATE_DEMAND, { id: market.demand, input: { ...demand, deliverTo: YESTERDAY } }),
    'updateDemand, withdrawn': change(UPDATE_DEMAND, { id: oldDemand, input: demand }),
    'withdrawListing, open': withdraw('Listing'),
    'withdrawListing, withdrawn': change('($id: ID!) { it: withdrawListing(id: $id) { id } }', { id: oldListing }),
    'removeListingPhoto, of an open listing': removePhoto(() => post('Listing')),
    'removeListingPhoto, of a withdrawn one': removePhoto(() => Promise.resolve(oldListing)),
    'withdrawDemand, open': withdraw('Demand'),
    'withdrawDemand, withdrawn': change('($id: ID!) { it: withdrawDemand(id: $id) { id } }', { id: oldDemand }),
    'startMatchingRound, of province 80': () => ({ document: START, variables: { input: { provinceCodes: ['80'] } } }),
    'cancelImport, of manager80': async () => ({
      document: 'mutation ($id: ID!) { it: cancelImport(id: $id) { id } }',
      variables: { id: await importInHandElsewhere(lienket, 'manager80@example.vn') },
    }),
    'cancelMatchingRound, of province 80': () => ({ document: CANCEL, variables: { id: round } }),
    'offerFromRound, to the mill': change(OFFER_FROM_ROUND, {
      input: {
        ...{ roundId: round, organizationIds: [mill.organizationId] },
        ...{ form: 'PRODUCTION', buyerRoles: ['PROCESSOR'], startsOn: TODAY, endsOn: TOMORROW },
      },
    }),
    offerContract: change('($input: OfferContractInput!) { it: offerContract(input: $input) { id } }', {
      input: offer,
    }),
    'counterContract, offered': change(COUNTER, { id: contracts.offered.id, input: offer }),
    offerFromBundle: change('($input: BundleOfferInput!) { it: offerFromBundle(input: $input) { id } }', {
      input: desk.bundleInputOf(market.demand, [market.listing]),
    }),
    'signContract, offered': change(SIGN, { id: contracts.offered.id }),
    'signContract, attested': change(SIGN, { id: contracts.attested.id }),
    'declineContract, signed': change(DECLINE, { id: contracts.signed.id }),
    'withdrawContract, signed': change(WITHDRAW, { id: contracts.signed.id }),
    'terminateContract, signed': change(TERMINATE, { id: contracts.signed.id }),
    'terminateContract, attested': change(TERMINATE, { id: contracts.attested.id }),
    'readNotice, the farm’s': change('($id: ID!) { it: readNotice(id: $id) { id } }', { id: notice }),
    readAllNotices: change('($until: DateTime!) { it: readAllNotices(until: $until) }', { until: RIVAL_NOON }),
    attestContract: change('($input: AttestContractInput!) { it: attestContract(input: $input) { id } }', {
      input: {
        form: 'PROCESSING',
        parties: offer.parties,
        commodityCodes: ['paddy'],
        signedOn: YESTERDAY,
        startsOn: YESTERDAY,
        endsOn: addDays(TODAY, 30),
        evidence: 'HĐ 1',
      },
    }),
    'recordDelivery, signed': change(DELIVER, delivery(contracts.signed)),
    'recordDelivery, offered': change(DELIVER, delivery(contracts.offered)),
  };
}

/** Of a manager, and of a farm, a mill and a stranger to which it allots something. The country's manager has one, too. */
async function solvedRound(lienket: Lienket, market: RivalMarket): Promise<string> {
  const rounds = roundDesk(lienket);
  await rounds.start(market.country, { commodityCodes: ['paddy'] });
  const { id } = await rounds.start(market.manager80, { commodityCodes: ['paddy'] });
  await rounds.ended(market.manager80, id);
  return id;
}
