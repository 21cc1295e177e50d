import { projectFile } from '@lienket/platform';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { openConsoleDesk } from '../support/console-desk.js';
import { deadLetterOf } from '../support/dead-letters.js';
import { addPerson } from '../support/people.js';
import { photoDesk } from '../support/photo-desk.js';
import { roundDesk, roundInHandElsewhere } from '../support/round-desk.js';
import { importDesk } from '../support/import-desk.js';

const AXE = readFileSync(projectFile('node_modules/axe-core/axe.min.js'), 'utf8');
const pages = [
  '/',
  '/listings/new',
  '/listings',
  '/contracts',
  '/notices',
  '/participation',
  '/participation/organizations',
  '/organization',
  '/account',
  '/desk',
  '/design',
  '/nowhere',
];
const administratorsPages = ['/', '/administration', '/administration/configuration', '/administration/queues'];
const buyersPages = ['/', '/demands/new', '/demands'];
const managersPages = ['/', '/desk', '/desk/attest', '/matching/rounds', '/matching/rounds/new', '/imports'];
const ADMINISTRATOR = 'administrator@console.vn';
const LOOKS = [
  { width: 390, language: 'vi', dark: false },
  { width: 1440, language: 'en', dark: true },
  { width: 390, language: 'en', dark: true },
  { width: 390, language: 'vi', dark: true },
  { width: 390, language: 'en', dark: false },
  { width: 1440, language: 'vi', dark: true },
  { width: 1440, language: 'vi', dark: false },
  { width: 1440, language: 'en', dark: false },
] as const;

let desk: Awaited<ReturnType<typeof openConsoleDesk>>;
beforeAll(async () => {
  desk = await openConsoleDesk();
  const { listingId, demandId } = await desk.postPair();
  await photoDesk(desk.lienket).add(listingId, desk.farm.token);
  const contractId = await desk.offer({ listingId, demandId });
  pages.push(
    `/listings/${listingId}/edit`,
    `/listings/${listingId}/matches`,
    `/contracts/${contractId}`,
    `/participation/organizations/${desk.farm.organizationId}`,
  );
  await desk.claim(await desk.registerUnclaimed('HTX Chanh Bến Lức'));
  await desk.register('HTX Thanh long Chợ Gạo');
  managersPages.push(`/participation/organizations/${desk.farm.organizationId}`);
  await addPerson(desk.lienket, ADMINISTRATOR, 'ADMINISTRATOR');
  await deadLetterOf(desk.lienket);
  const rounds = roundDesk(desk.lienket);
  const { id: round } = await rounds.start(desk.manager.token);
  await rounds.ended(desk.manager.token, round);
  const inHand = await roundInHandElsewhere(desk.lienket, desk.manager.login);
  pages.push('/matching/rounds', `/matching/rounds/${round}`);
  managersPages.push(`/matching/rounds/${round}`, `/matching/rounds/${inHand}`);
  const another = await desk.list(desk.farm.token);
  const { it: award } = await desk.lienket.ask<{ it: { id: string } }>(
    'mutation ($input: BundleOfferInput!) { it: offerFromBundle(input: $input) { id } }',
    { input: bundleOf(listingId, demandId) },
    { token: desk.mill.token },
  );
  await importDesk(desk.lienket).send('register', Buffer.from('no book'), desk.manager.token);
  buyersPages.push(
    `/demands/${demandId}/matches`,
    `/demands/${demandId}/matches?compare=${listingId}~${another}`,
    `/demands/${demandId}/bundles`,
    `/demands/${demandId}/edit`,
    `/awards/${award.id}`,
  );
});
afterAll(() => desk.close());

it.each(LOOKS)(
  'no page breaks a rule of axe or scrolls to the side at $width px, in $language, dark: $dark',
  async (look) => {
    const screen = await desk.open(look);
    const found: string[] = [];
    const inspect = async (path: string) => {
      await screen.page.goto(`${desk.lienket.url}${path}`);
      await screen.page.locator('h1').waitFor();
      await screen.page.waitForLoadState('networkidle');
      for (const fault of await axe(screen.page)) found.push(`${path}: ${fault}`);
      if (await scrollsToTheSide(screen.page)) found.push(`${path}: scrolls to the side`);
    };
    for (const path of ['/', '/sign-in', '/sign-up', '/participation?commodity=durian']) await inspect(path);
    await desk.signIn(screen, desk.farm.login);
    for (const path of pages) await inspect(path);
    await screen.page.evaluate(() => localStorage.removeItem('lienket.session'));
    await desk.signIn(screen, desk.mill.login);
    for (const path of buyersPages) await inspect(path);
    await screen.page.evaluate(() => localStorage.removeItem('lienket.session'));
    await desk.signIn(screen, desk.manager.login);
    for (const path of managersPages) await inspect(path);
    await screen.page.evaluate(() => localStorage.removeItem('lienket.session'));
    await desk.signIn(screen, ADMINISTRATOR);
    for (const path of administratorsPages) await inspect(path);
    expect(found).toEqual([]);
    expect(screen.troubles).toEqual([]);
    await screen.context.close();
  },
  180_000,
);

it('finds planted faults', async () => {
  const screen = await desk.open();
  await screen.page.goto(`${desk.lienket.url}/design`);
  await screen.page.locator('h1').waitFor();
  await screen.page.evaluate(() => document.body.append(document.createElement('button')));
  expect(await axe(screen.page)).toEqual([expect.stringContaining('button-name')]);
  await screen.page.evaluate(() => (document.body.style.minWidth = '500px'));
  expect(await scrollsToTheSide(screen.page)).toBe(true);
  await screen.context.close();
});

/** Evaluated, not added as a script: the console lets nobody add one. */
async function axe(page: Page): Promise<string[]> {
  await page.evaluate(AXE);
  return page.evaluate(async () => {
    const { violations } = await (globalThis as unknown as { axe: { run(): Promise<Findings> } }).axe.run();
    return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`);
  });
}

const scrollsToTheSide = (page: Page): Promise<boolean> =>
  page.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth);

interface Findings {
  readonly violations: readonly { readonly id: string; readonly nodes: readonly { readonly html: string }[] }[];
}

const bundleOf = (listingId: string, demandId: string) => ({
  demandId,
  suppliers: [{ listingId, quantityKg: '12000', priceVndPerKg: '65000' }],
  form: 'PRODUCTION',
  buyerRoles: ['PROCESSOR'],
  startsOn: '2026-01-01',
  endsOn: '2070-01-01',
});
