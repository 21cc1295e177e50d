import type { Browser, BrowserContext, Page } from 'playwright-core';
import { openBrowser } from './browser.js';
import { startLienket, PASSWORD, type Lienket } from './lienket.js';
import { addPerson, addTrader, addNewcomer } from './people.js';

const MANAGER = 'manager@console.vn';

/** A phone's and a desk's, in pixels. */
type Width = 390 | 1440;

const OTHER = { 390: 1440, 1440: 390 } as const;
/** As jest.config.mjs says of the file that runs: the main tasks are done once more with the two exchanged. */
const isOnTheOtherScreen = (): boolean =>
  (globalThis as { readonly isOnTheOtherScreen?: boolean }).isOnTheOtherScreen === true;

interface Look {
  /** Of a phone, where nothing is said. */
  readonly width?: Width;
  readonly language?: 'vi' | 'en';
  readonly dark?: boolean;
  /** The phone keeps nothing: requests can be caught. */
  readonly withoutServiceWorker?: boolean;
}

export interface Screen {
  readonly page: Page;
  readonly context: BrowserContext;
  /** What went wrong unseen: errors in the console, failed requests. */
  readonly troubles: string[];
}

/** A cooperative and a mill of Đồng Tháp with a trader each, the built console, and a browser. */
export async function openConsoleDesk(settings: Parameters<typeof startLienket>[0] = {}) {
  const lienket = await startLienket(settings);
  const manager = await addPerson(lienket, MANAGER, 'PROGRAM_MANAGER');
  const farm = await addTrader(lienket, manager, {
    kind: 'COOPERATIVE',
    name: 'HTX Sầu riêng Cai Lậy',
    provinceCode: '82',
    chainRoles: ['PRODUCER'],
  });
  const mill = await addTrader(lienket, manager, {
    kind: 'ENTERPRISE',
    name: 'Nhà máy trái cây Mỹ Tho',
    provinceCode: '82',
    chainRoles: ['PROCESSOR'],
  });
  const browser = await openBrowser();
  return {
    lienket,
    farm,
    mill,
    manager: { login: MANAGER, token: manager },
    open: (look: Look = {}) => openScreen(browser, look),
    /** Signs in by the page, as a person does. */
    async signIn(screen: Screen, login: string, path = '/') {
      await screen.page.goto(`${lienket.url}/sign-in?then=${encodeURIComponent(path)}`);
      await screen.page.locator('input[autocomplete=username]').fill(login);
      await screen.page.locator('input[type=password]').fill(PASSWORD);
      await screen.page.locator('button[type=submit]').click();
      await screen.page.waitForURL(`${lienket.url}${path}`);
    },
    /** Another cooperative of the same province. */
    addFarm: (name: string) =>
      addTrader(lienket, manager, { kind: 'COOPERATIVE', name, provinceCode: '82', chainRoles: ['PRODUCER'] }),
    /** One more, that its own people have registered: it waits to be looked at. */
    register: async (name: string): Promise<string> =>
      (await register(lienket, (await addNewcomer(lienket)).token, name)).id,
    /** One that a manager has registered: it is active, and nobody acts for it. */
    registerUnclaimed: async (name: string): Promise<string> => (await register(lienket, manager, name)).id,
    /** Somebody asks to act for it. @returns their login */
    async claim(organizationId: string): Promise<string> {
      const { login, token } = await addNewcomer(lienket);
      await lienket.ask(
        'mutation ($id: ID!) { claimOrganization(organizationId: $id) }',
        { id: organizationId },
        { token },
      );
      return login;
    },
    list: (token: string, goods: object = {}) => post(lienket, token, LISTS, { ...listedGoods(), ...goods }),
    demand: (token: string, goods: object = {}) => post(lienket, token, DEMANDS, { ...demandedGoods(), ...goods }),
    /** A listing and a demand that fit, open from yesterday on. */
    async postPair(): Promise<{ readonly listingId: string; readonly demandId: string }> {
      const listingId = await this.list(farm.token);
      return { listingId, demandId: await this.demand(mill.token) };
    },
    /** The mill's offer of a ton from the listing, for the demand. @returns the contract's id */
    offer: async ({
      listingId,
      demandId,
    }: {
      readonly listingId: string;
      readonly demandId: string;
    }): Promise<string> => {
      const { it } = await lienket.ask<{ it: { id: string } }>(
        'mutation ($input: OfferContractInput!) { it: offerContract(input: $input) { id } }',
        { input: offerBetween(farm.organizationId, mill.organizationId, listingId, demandId) },
        { token: mill.token },
      );
      return it.id;
    },
    /** Both parties sign, each elsewhere. */
    async sign(id: string): Promise<void> {
      for (const { token } of [farm, mill])
        await lienket.ask(
          'mutation ($id: ID!) { signContract(id: $id, expectedVersion: 1) { id } }',
          { id },
          { token },
        );
    },
    listings: (token: string, organizationId: string) =>
      lienket
        .ask<{ listings: { nodes: Listed[] } }>(LISTED, { organizationId }, { token })
        .then(({ listings }) => listings.nodes),
    demands: (token: string, organizationId: string) =>
      lienket
        .ask<{ demands: { nodes: Demanded[] } }>(DEMANDED, { organizationId }, { token })
        .then(({ demands }) => demands.nodes),
    async close() {
      await browser.close();
      await lienket.close();
    },
  };
}

const offerBetween = (supplierId: string, buyerId: string, listingId: string, demandId: string) => ({
  form: 'PRODUCTION',
  startsOn: '2026-01-01',
  endsOn: '2070-01-01',
  terms: 'Giao tại kho của hợp tác xã.',
  parties: [
    { organizationId: supplierId, roles: ['PRODUCER'] },
    { organizationId: buyerId, roles: ['PROCESSOR'], lead: true },
  ],
  lines: [
    {
      supplierId,
      buyerId,
      listingId,
      demandId,
      commodityCode: 'durian',
      quantityKg: '1000',
      priceVndPerKg: '65000',
    },
  ],
});

const DAY_MS = 86_400_000;
const dayIn = (days: number): string => new Date(Date.now() + days * DAY_MS).toISOString().slice(0, 10);

const GOODS = { commodityCode: 'durian', quantityKg: '20000' };
const listedGoods = () => ({
  ...GOODS,
  availableFrom: dayIn(-1),
  availableTo: dayIn(40),
  askPriceVndPerKg: '60000',
});
const demandedGoods = () => ({
  ...GOODS,
  deliverFrom: dayIn(-1),
  deliverTo: dayIn(40),
  maximumPriceVndPerKg: '70000',
});
const register = async (lienket: Lienket, token: string, name: string): Promise<{ id: string }> =>
  (
    await lienket.ask<{ it: { id: string } }>(
      'mutation ($input: RegisterOrganizationInput!) { it: registerOrganization(input: $input) { id } }',
      { input: { kind: 'COOPERATIVE', name, provinceCode: '82', chainRoles: ['PRODUCER'] } },
      { token },
    )
  ).it;

const LISTS = 'mutation ($input: ListingInput!) { it: createListing(input: $input) { id } }';
const DEMANDS = 'mutation ($input: DemandInput!) { it: createDemand(input: $input) { id } }';

const post = (lienket: Lienket, token: string, document: string, input: object): Promise<string> =>
  lienket.ask<{ it: { id: string } }>(document, { input }, { token }).then(({ it: posting }) => posting.id);

export interface Listed {
  readonly commodity: { readonly code: string };
  readonly variety: string | null;
  readonly quantityKg: string;
  readonly askPriceVndPerKg: string | null;
  readonly availableFrom: string;
  readonly availableTo: string;
}

const LISTED = `query ($organizationId: ID!) { listings(filter: { organizationId: $organizationId }, first: 100) {
  nodes { commodity { code } variety quantityKg askPriceVndPerKg availableFrom availableTo } } }`;

export interface Demanded {
  readonly id: string;
  readonly commodity: { readonly code: string };
  readonly quantityKg: string;
  readonly minimumLotKg: string;
  readonly maximumSuppliers: number | null;
  readonly maximumPriceVndPerKg: string | null;
  readonly province: { readonly code: string };
}

const DEMANDED = `query ($organizationId: ID!) { demands(filter: { organizationId: $organizationId }, first: 100) {
  nodes { id commodity { code } quantityKg minimumLotKg maximumSuppliers maximumPriceVndPerKg province { code } } } }`;

async function openScreen(browser: Browser, look: Look): Promise<Screen> {
  const { width: usual = 390, language = 'vi', dark = false, withoutServiceWorker = false } = look;
  const width: Width = isOnTheOtherScreen() ? OTHER[usual] : usual;
  const context = await browser.newContext({
    viewport: { width, height: width === 390 ? 844 : 900 },
    colorScheme: dark ? 'dark' : 'light',
    serviceWorkers: withoutServiceWorker ? 'block' : 'allow',
  });
  await context.addInitScript((spoken) => localStorage.setItem('lienket.language', spoken), language);
  context.setDefaultTimeout(10_000);
  const page = await context.newPage();
  const troubles: string[] = [];
  page.on('console', (said) => said.type() === 'error' && troubles.push(said.text()));
  page.on('pageerror', (error) => troubles.push(String(error)));
  page.on(
    'response',
    (answer) => answer.status() >= 400 && troubles.push(`${String(answer.status())} ${answer.url()}`),
  );
  return { page, context, troubles };
}
