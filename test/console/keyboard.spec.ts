import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { openConsoleDesk } from '../support/console-desk.js';
import { PASSWORD } from '../support/lienket.js';
import { tabTo } from '../support/tab-to.js';

let desk: Awaited<ReturnType<typeof openConsoleDesk>>;
beforeAll(async () => {
  desk = await openConsoleDesk();
});
afterAll(() => desk.close());

it('a cooperative signs in and lists produce without a mouse, in English, in the dark', async () => {
  const { page, context, troubles } = await desk.open({ width: 1440, language: 'en', dark: true });
  await page.goto(desk.lienket.url);
  await page.getByRole('heading', { level: 1 }).waitFor();
  await tabTo(page, 'Sign in');
  await page.keyboard.press('Enter');
  await page.getByLabel('Password').waitFor();
  await tabTo(page, 'E-mail or phone number');
  await page.keyboard.type(desk.farm.login);
  await tabTo(page, 'Password');
  await page.keyboard.type(PASSWORD);
  await page.keyboard.press('Enter');

  await page.getByRole('main').getByRole('link', { name: 'List produce' }).waitFor();
  await tabTo(page, 'List produce');
  await page.keyboard.press('Enter');
  await page.getByLabel('Another').waitFor();
  await tabTo(page, 'Another');
  await page.keyboard.type('Durian');
  await tabTo(page, 'Quantity, tấn');
  await page.keyboard.type('1.5');
  await tabTo(page, 'Ready now');
  await page.keyboard.press('Space');
  await tabTo(page, 'Price, VND a kilogram');
  await page.keyboard.type('62000');
  await tabTo(page, 'Review and list');
  await page.keyboard.press('Enter');
  await page.getByRole('dialog').getByText('1.5 tấn').waitFor();
  await tabTo(page, 'List it');
  await page.keyboard.press('Enter');

  await page.getByRole('list', { name: 'My listings' }).getByText('62,000 VND/kg').waitFor();
  const [listed] = await desk.listings(desk.farm.token, desk.farm.organizationId);
  expect(listed).toMatchObject({ commodity: { code: 'durian' }, quantityKg: '1500', askPriceVndPerKg: '62000' });
  expect(troubles).toEqual([]);
  await context.close();
});
