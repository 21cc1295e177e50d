import { addDays } from '@lienket/platform';
import sql from 'sql-template-tag';
import { Canaries } from './canaries.js';
import { ATTEST, COUNTER, DECLINE, DELIVER, OFFER, SIGN, TERMINATE, WITHDRAW, type Contract } from './contract-desk.js';
import { importInHandElsewhere } from './import-desk.js';
import { PASSWORD, type Lienket } from './lienket.js';
import { addPerson, addTrader, addNewcomer } from './people.js';
import { photoDesk } from './photo-desk.js';

export const RIVAL_NOON = '2026-11-22T05:00:00.000Z';
const TODAY = '2026-11-22';

/** Who is in the market, by token; null stands for nobody signed in. */
export interface Somebody {
  readonly token: string;
  readonly organizationId: string;
}

export interface RivalMarket {
  readonly canaries: Canaries;
  readonly farm: Somebody;
  readonly mill: Somebody;
  readonly union: Somebody;
  readonly stranger: Somebody;
  readonly newcomer: Somebody;
  readonly homeless: string;
  readonly manager80: string;
  readonly manager92: string;
  readonly country: string;
  readonly administrator: string;
  /** Two who compete with farm and mill, and one who deals with everybody and is asked about by nobody. */
  readonly rivalFarm: Somebody;
  readonly rivalMill: Somebody;
  readonly bystander: Somebody;
  /** Registered by the rivals' manager: nobody acts for it. */
  readonly unclaimed: string;
  readonly rivalListing: string;
  readonly rivalDemand: string;
  /** Contracts of farm and mill, by what became of them. */
  readonly contracts: Readonly<Record<'offered' | 'signed' | 'declined' | 'terminated' | 'attested', Contract>>;
  readonly listing: string;
  readonly demand: string;
}

const AWARD = 'mutation ($input: BundleOfferInput!) { it: offerFromBundle(input: $input) { id contracts { id } } }';
const REGISTER = 'mutation ($input: RegisterOrganizationInput!) { it: registerOrganization(input: $input) { id } }';
const POST = {
  Listing: 'mutation ($input: ListingInput!) { it: createListing(input: $input) { id } }',
  Demand: 'mutation ($input: DemandInput!) { it: createDemand(input: $input) { id } }',
  withdrawListing: 'mutation ($id: ID!) { it: withdrawListing(id: $id) { id } }',
  withdrawDemand: 'mutation ($id: ID!) { it: withdrawDemand(id: $id) { id } }',
};

/** A market of two provinces with all that its people see of each other. Farm and mill trade; two rivals do, too. */
export async function openRivalMarket(lienket: Lienket): Promise<RivalMarket> {
  const canaries = new Canaries();
  const country = await addPerson(lienket, 'country@example.vn', 'PROGRAM_MANAGER');
  const manager80 = await addPerson(lienket, 'manager80@example.vn', 'PROGRAM_MANAGER', ['80']);
  const manager92 = await addPerson(lienket, 'manager92@example.vn', 'PROGRAM_MANAGER', ['92']);
  const administrator = await addPerson(lienket, 'administrator@example.vn', 'ADMINISTRATOR');
  const trader = (kind: string, name: string, provinceCode: string, role: string, more: { taxCode?: string } = {}) =>
    addTrader(lienket, country, { kind, name, provinceCode, chainRoles: [role], ...more });
  const farm = await trader('COOPERATIVE', 'HTX Lúa Tân Hưng', '80', 'PRODUCER', { taxCode: '1100456789' });
  const mill = await trader('ENTERPRISE', 'Nhà máy gạo Long An', '80', 'PROCESSOR');
  const union = await trader('COOPERATIVE_UNION', 'Liên hiệp HTX Đồng Tháp Mười', '80', 'DISTRIBUTOR');
  const stranger = await trader('ENTERPRISE', 'Công ty Lương thực Mộc Hóa', '80', 'EXPORTER');
  const rivalFarm = await trader('COOPERATIVE', 'HTX Lúa Phụng Hiệp', '92', 'PRODUCER');
  const rivalMill = await trader('ENTERPRISE', 'Nhà máy gạo Hậu Giang', '92', 'PROCESSOR');
  const bystander = await trader('COOPERATIVE', 'HTX Lúa Thới Lai', '92', 'PRODUCER');
  const homeless = (await addNewcomer(lienket)).token;
  const newcomer = await register(lienket, {
    kind: 'COOPERATIVE',
    name: 'HTX Sen Tháp Mười',
    provinceCode: '80',
    chainRoles: ['PRODUCER'],
  });
  await lienket.ask(
    'mutation ($id: ID!, $union: ID!) { updateOrganization(id: $id, input: { memberOfId: $union }) { id } }',
    { id: farm.organizationId, union: union.organizationId },
    { token: country },
  );
  for (const { token, organizationId } of [rivalFarm, rivalMill, bystander])
    await lienket.ask(
      `mutation ($id: ID!, $name: String, $phone: String, $latitude: Float) {
         updateOrganization(id: $id, input: { contactName: $name, contactPhone: $phone, latitude: $latitude, longitude: 105.5 }) { id }
       }`,
      {
        id: organizationId,
        name: canaries.text('contact'),
        phone: `+${canaries.phone()}`,
        latitude: canaries.latitude(),
      },
      { token },
    );
  const desk = deskOf(lienket);
  const listing = await desk.post('Listing', farm, { quantityKg: '5000', askPriceVndPerKg: '6900' });
  const demand = await desk.post('Demand', mill, { quantityKg: '4000', maximumPriceVndPerKg: '7200' });
  await desk.post('Listing', farm, { quantityKg: '20', commodityCode: 'milled_rice' });
  await desk.post('Demand', stranger, { quantityKg: '900', maximumPriceVndPerKg: '7600' });
  const line = { listingId: listing, demandId: demand, quantityKg: '1000', priceVndPerKg: '7000' };
  const signed = await desk.signed(farm, mill, { line });
  await desk.deliver(farm, signed, { quantityKg: '400', acceptedKg: '390' });
  const terminated = await desk.signed(farm, mill, { line: { quantityKg: '10', priceVndPerKg: '7000' } });
  await lienket.ask(TERMINATE, { id: terminated.id, reason: 'Lũ về sớm' }, { token: mill.token });
  const declined = await desk.offer(mill, farm, mill);
  await lienket.ask(DECLINE, { id: declined.id, reason: 'Giá thấp' }, { token: farm.token });
  const offered = await desk.offer(mill, farm, mill, { line });
  const attested = await desk.attested(manager80, farm, mill);

  const rivalListing = await desk.post('Listing', rivalFarm, { quantityKg: '70000', askPriceVndPerKg: '6800' });
  const rivalDemand = await desk.post('Demand', rivalMill, { quantityKg: '60000', maximumPriceVndPerKg: '7500' });
  const secretLine = { quantityKg: canaries.quantityKg(), priceVndPerKg: canaries.priceVndPerKg() };
  const kept = await desk.signed(rivalFarm, rivalMill, { line: secretLine, terms: canaries.text('terms') });
  await desk.deliver(rivalMill, kept, { quantityKg: '50', acceptedKg: '49', note: canaries.text('note') });
  const { it: unclaimed } = await lienket.ask<{ it: { id: string } }>(
    REGISTER,
    { input: { kind: 'COOPERATIVE', name: 'HTX Khóm Cầu Đúc', provinceCode: '92', chainRoles: ['PRODUCER'] } },
    { token: manager92 },
  );
  await settled(lienket);
  return {
    ...{ canaries, farm, mill, union, stranger, newcomer, homeless, manager80, manager92, country, administrator },
    ...{ rivalFarm, rivalMill, bystander, unclaimed: unclaimed.id, rivalListing, rivalDemand, listing, demand },
    contracts: { offered, signed, declined, terminated, attested },
  };
}

/** What rivals keep to themselves: who they are before a manager has said yes, what they no longer post, what they offer each other. */
export async function competeUnseen(lienket: Lienket, market: RivalMarket): Promise<void> {
  const { canaries, rivalFarm, rivalMill, bystander } = market;
  const desk = deskOf(lienket);
  for (const kind of ['COOPERATIVE', 'ENTERPRISE'])
    await register(lienket, {
      kind,
      name: canaries.text('pending organization'),
      taxCode: canaries.taxCode(),
      commune: canaries.text('commune'),
      contactName: canaries.text('contact'),
      contactPhone: `+${canaries.phone()}`,
      latitude: canaries.latitude(),
      longitude: 105.7,
      provinceCode: '92',
      chainRoles: ['PRODUCER'],
    });
  const posting = () => ({ quantityKg: canaries.quantityKg(), variety: canaries.text('variety') });
  const withdrawn = await desk.post('Listing', rivalFarm, {
    ...posting(),
    askPriceVndPerKg: canaries.priceVndPerKg(),
    latitude: canaries.latitude(),
    longitude: 105.6,
  });
  const dropped = await desk.post('Demand', rivalMill, {
    ...posting(),
    maximumPriceVndPerKg: canaries.priceVndPerKg(),
  });
  const ask = (token: string, document: string, variables: object) =>
    lienket.ask<{ it: Contract }>(document, variables, { token }).then(({ it }) => it);
  await photoDesk(lienket).add(withdrawn, rivalFarm.token);
  await ask(rivalFarm.token, POST.withdrawListing, { id: withdrawn });
  await ask(rivalMill.token, POST.withdrawDemand, { id: dropped });
  const expired = await desk.post('Listing', rivalFarm, posting());
  await lienket.owner.query(
    sql`update market.listing set available = '[2026-10-01, 2026-10-31]' where id = ${expired}`,
  );

  const line = () => ({
    listingId: market.rivalListing,
    demandId: market.rivalDemand,
    quantityKg: canaries.quantityKg(),
    priceVndPerKg: canaries.priceVndPerKg(),
    variety: canaries.text('variety'),
  });
  const wish = () => ({ line: line(), terms: canaries.text('terms') });
  const half = await desk.offer(rivalMill, rivalFarm, rivalMill, wish());
  await ask(rivalFarm.token, SIGN, { id: half.id, version: 1 });
  const countered = await desk.offer(rivalMill, rivalFarm, rivalMill, wish());
  for (const version of [1, 2])
    await ask(version === 1 ? rivalFarm.token : rivalMill.token, COUNTER, {
      id: countered.id,
      version,
      input: desk.inputOf(rivalFarm, rivalMill, wish()),
    });
  const declined = await desk.offer(rivalMill, rivalFarm, rivalMill, wish());
  await ask(rivalFarm.token, DECLINE, { id: declined.id, reason: canaries.text('reason') });
  const withdrawnOffer = await desk.offer(rivalFarm, rivalFarm, rivalMill, wish());
  await ask(rivalFarm.token, WITHDRAW, { id: withdrawnOffer.id });
  await desk.offer(rivalMill, bystander, rivalMill, {
    line: { ...line(), listingId: null },
    terms: canaries.text('terms'),
  });
  const shares = { quantityKg: canaries.quantityKg(), priceVndPerKg: canaries.priceVndPerKg() };
  await desk.award(rivalMill, market.rivalDemand, [market.rivalListing], shares, canaries.text('terms'));
  await inviteUnseen(lienket, market);
  await claimUnseen(lienket, market);
  await allotUnseen(lienket, market);
  await addNewcomer(lienket);
  await settled(lienket);
}

const SIGN_UP =
  'mutation ($login: String!, $password: String!) { it: signUp(login: $login, password: $password) { token } }';

/** Who asks to act for an organization that has nobody. */
async function claimUnseen(lienket: Lienket, { canaries, unclaimed }: RivalMarket): Promise<void> {
  const person = { login: `${canaries.text('claim')}@example.vn`, password: PASSWORD };
  const { it: session } = await lienket.ask<{ it: { token: string } }>(SIGN_UP, person);
  await lienket.ask('mutation ($id: ID!) { claimOrganization(organizationId: $id) }', { id: unclaimed }, session);
}

/** Who acts for the rival farm, and who is asked to. */
async function inviteUnseen(lienket: Lienket, { canaries, rivalFarm }: RivalMarket): Promise<void> {
  const INVITE = 'mutation ($login: String!) { it: invitePerson(login: $login, role: READER) { token } }';
  const invited = (login: string) => lienket.ask<{ it: { token: string } }>(INVITE, { login }, rivalFarm);
  await invited(`${canaries.text('invitation')}@example.vn`);
  const colleague = { login: `${canaries.text('colleague')}@example.vn`, password: PASSWORD };
  const { it: session } = await lienket.ask<{ it: { token: string } }>(SIGN_UP, colleague);
  const { it: invitation } = await invited(colleague.login);
  await lienket.ask('mutation ($token: String!) { acceptInvitation(token: $token) { id } }', invitation, session);
}

/** What a round of their manager allots to the rivals. */
async function allotUnseen({ owner }: Lienket, market: RivalMarket): Promise<void> {
  const { canaries, rivalFarm, rivalMill, rivalListing, rivalDemand } = market;
  await importInHandElsewhere({ owner }, 'manager92@example.vn');
  const [round] = await owner.query<{ id: string }>(sql`
    insert into matching.round (started_by, managed_province_codes, transport_vnd_per_tonne_km, inclusion_bonus_vnd, created_at, status,
      progress, run, objective_vnd, bound_vnd, skipped_listings, skipped_demands, newly_participating, bonus_cost_vnd, feasible,
      blocking_pairs, gap, checked_at, book_digest)
    select id, province_codes, 2600, 0, created_at, 'SOLVED', 1, 1, ${canaries.priceVndPerKg()}, ${canaries.priceVndPerKg()}, 0, 0, 0, 0, true,
      0, 0, created_at, sha256('rivals') from identity.app_user where login = 'manager92@example.vn' returning id`);
  await owner.query(sql`
    insert into matching.round_allocation
    values (${round!.id}, 0, ${rivalListing}, ${rivalDemand}, ${rivalFarm.organizationId}, ${rivalMill.organizationId}, 100,
      ${canaries.priceVndPerKg()}, ${canaries.priceVndPerKg()})`);
  await owner.query(sql`
    insert into matching.round_shadow_price
    values (${round!.id}, 'paddy', '92', ${canaries.priceVndPerKg()}, ${canaries.priceVndPerKg()}, 3)`);
}

/** What rivals do that others notice: quantity is taken off the market, and organizations come to take part. */
export async function competeInTheOpen(lienket: Lienket, market: RivalMarket): Promise<void> {
  const { canaries, rivalFarm, rivalMill, bystander } = market;
  const desk = deskOf(lienket);
  const price = () => ({ priceVndPerKg: canaries.priceVndPerKg() });
  const onMarket = { listingId: market.rivalListing, demandId: market.rivalDemand };
  const held = await desk.signed(rivalFarm, rivalMill, { line: { ...onMarket, ...price(), quantityKg: '60000' } });
  await desk.deliver(rivalFarm, held, { quantityKg: '30', acceptedKg: '29', note: canaries.text('note') });
  await desk.signed(bystander, rivalMill, { line: { ...price(), quantityKg: '77' } });
  const ended = await desk.signed(rivalFarm, rivalMill, { line: { ...price(), quantityKg: canaries.quantityKg() } });
  const reason = canaries.text('reason');
  await lienket.ask(TERMINATE, { id: ended.id, reason }, { token: rivalFarm.token });
  await desk.attested(market.manager92, rivalFarm, rivalMill, canaries.text('evidence'));
  await settled(lienket);
}

interface Award {
  readonly id: string;
  readonly contracts: readonly [{ readonly id: string }, ...{ readonly id: string }[]];
}

interface Wish {
  readonly line?: object;
  readonly terms?: string;
}

export function deskOf(lienket: Lienket) {
  const partiesOf = (supplier: Somebody, buyer: Somebody) => [
    { organizationId: supplier.organizationId, roles: ['PRODUCER'] },
    { organizationId: buyer.organizationId, roles: ['PROCESSOR'], lead: true },
  ];
  const inputOf = (supplier: Somebody, buyer: Somebody, { line = {}, ...rest }: Wish = {}) => ({
    form: 'PRODUCTION',
    parties: partiesOf(supplier, buyer),
    startsOn: TODAY,
    endsOn: addDays(TODAY, 90),
    lines: [
      {
        supplierId: supplier.organizationId,
        buyerId: buyer.organizationId,
        commodityCode: 'paddy',
        quantityKg: '100',
        priceVndPerKg: '7000',
        ...line,
      },
    ],
    ...rest,
  });
  const ask = async ({ token }: { readonly token: string }, document: string, variables: object) =>
    (await lienket.ask<{ it: Contract }>(document, variables, { token })).it;
  const offer = (by: Somebody, supplier: Somebody, buyer: Somebody, wish?: Wish) =>
    ask(by, OFFER, { input: inputOf(supplier, buyer, wish) });
  const bundleInputOf = (demandId: string, listingIds: readonly string[], share: object = {}, terms?: string) => ({
    ...{ demandId, form: 'PRODUCTION', buyerRoles: ['PROCESSOR'], startsOn: TODAY, endsOn: addDays(TODAY, 90), terms },
    suppliers: listingIds.map((listingId) => ({ listingId, quantityKg: '1', priceVndPerKg: '7000', ...share })),
  });
  return {
    inputOf,
    offer,
    bundleInputOf,
    async award({ token }: Somebody, ...bundle: Parameters<typeof bundleInputOf>): Promise<Award> {
      return (await lienket.ask<{ it: Award }>(AWARD, { input: bundleInputOf(...bundle) }, { token })).it;
    },
    async signed(supplier: Somebody, buyer: Somebody, wish?: Wish): Promise<Contract> {
      const { id } = await offer(buyer, supplier, buyer, wish);
      await ask(supplier, SIGN, { id, version: 1 });
      return ask(buyer, SIGN, { id, version: 1 });
    },
    attested(
      manager: string,
      supplier: Somebody,
      buyer: Somebody,
      evidence = 'HĐ 12/2025, tủ số 3',
    ): Promise<Contract> {
      const days = { signedOn: '2025-01-10', startsOn: '2025-01-01', endsOn: '2027-12-31' };
      const input = {
        form: 'PROCESSING',
        parties: partiesOf(supplier, buyer),
        commodityCodes: ['paddy'],
        evidence,
        ...days,
      };
      return ask({ token: manager }, ATTEST, { input });
    },
    async deliver(by: Somebody, { id, lines }: Contract, delivered: object): Promise<void> {
      await ask(by, DELIVER, { input: { contractId: id, lineId: lines[0]!.id, deliveredOn: TODAY, ...delivered } });
    },
    async post(kind: 'Listing' | 'Demand', by: Somebody, content: object): Promise<string> {
      const window =
        kind === 'Listing'
          ? { availableFrom: TODAY, availableTo: addDays(TODAY, 30) }
          : { deliverFrom: TODAY, deliverTo: addDays(TODAY, 30) };
      return (await ask(by, POST[kind], { input: { commodityCode: 'paddy', ...window, ...content } })).id;
    },
  };
}

/** A trader whose organization no manager has looked at yet. */
async function register(lienket: Lienket, input: object): Promise<Somebody> {
  const { token } = await addNewcomer(lienket);
  const { it } = await lienket.ask<{ it: { id: string } }>(REGISTER, { input }, { token });
  return { token, organizationId: it.id };
}

/** Waits until every news has been taken to its end. */
async function settled({ owner }: Lienket): Promise<void> {
  const left = async () => {
    const rows = await owner.query<{ left: number }>(sql`select count(*) as left from platform.outbox`);
    return rows[0]!.left;
  };
  while ((await left()) > 0) await new Promise((resolve) => setTimeout(resolve, 20));
}
