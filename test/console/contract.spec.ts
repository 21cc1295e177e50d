import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { openConsoleDesk, type Screen } from '../support/console-desk.js';
import { PASSWORD } from '../support/lienket.js';

let desk: Awaited<ReturnType<typeof openConsoleDesk>>;
let farm: Screen;
let mill: Screen;
let watcher: Screen;
beforeAll(async () => {
  desk = await openConsoleDesk();
  await desk.postPair();
  farm = await desk.open();
  mill = await desk.open({ width: 1440, language: 'en' });
  await desk.signIn(farm, desk.farm.login, '/listings');
  await desk.signIn(mill, desk.mill.login);
  watcher = await desk.open();
  await watcher.page.goto(desk.lienket.url);
});
afterAll(() => desk.close());

const cooperatives = () =>
  desk.lienket
    .ask<{ it: { participating: number } }>('{ it: participation(denominator: COOPERATIVES) { participating } }')
    .then(({ it: figure }) => figure.participating);

it('a cooperative offers a contract to the buyer who fits, is offered less, both sign, it takes part in a chain, and delivers', async () => {
  await watcher.page.getByText('0 trong 1 tổ chức').first().waitFor();
  await farm.page.getByRole('link', { name: 'Xem người mua phù hợp' }).click();
  await farm.page.getByRole('heading', { name: 'Nhà máy trái cây Mỹ Tho' }).waitFor();
  await farm.page.getByText('Vì sao?').click();
  await expect(farm.page.getByRole('listitem').filter({ hasText: 'Giữ lời' }).count()).resolves.toBeGreaterThan(0);
  await farm.page.getByRole('button', { name: 'Chào hợp đồng' }).click();
  await farm.page.getByRole('dialog').getByLabel('Giá, đồng một kg').fill('65.000');
  await farm.page.getByRole('button', { name: 'Gửi đề nghị' }).click();
  await farm.page.waitForURL('**/contracts/*');
  await farm.page.getByText('65.000 đ/kg').waitFor();
  await farm.page.getByRole('button', { name: 'Ký hợp đồng' }).click();
  await farm.page.getByRole('dialog').getByRole('button', { name: 'Ký hợp đồng' }).click();
  await farm.page.getByText('Bạn đã ký. Chờ bên kia.').waitFor();
  expect(await cooperatives()).toBe(0);

  await mill.page.reload();
  await mill.page.getByRole('link', { name: 'A contract waits for your signature' }).click();
  await mill.page.getByRole('link', { name: /^Contract LK-/ }).click();
  await mill.page.getByText('65,000 VND/kg').waitFor();
  await mill.page.getByRole('button', { name: 'Counter-offer' }).click();
  await mill.page.getByLabel('Price, VND a kilogram').fill('63000');
  await mill.page.getByRole('button', { name: 'Send the offer' }).click();
  await mill.page.getByText('63,000 VND/kg').waitFor();
  await mill.page.getByRole('button', { name: 'Sign the contract' }).click();
  await mill.page.getByRole('dialog').getByRole('button', { name: 'Sign the contract' }).click();
  await mill.page.getByText('You have signed. The other').waitFor();
  expect(await cooperatives()).toBe(0);

  // The page of who waits follows the other side by itself.
  await farm.page.getByRole('listitem').filter({ hasText: 'Giá: ' }).waitFor();
  await expect(farm.page.getByRole('listitem').filter({ hasText: 'Giá: ' }).textContent()).resolves.toBe(
    'Giá: 65.000 63.000',
  );
  await farm.page.getByRole('button', { name: 'Ký hợp đồng' }).click();
  await farm.page.getByRole('dialog').getByRole('button', { name: 'Ký hợp đồng' }).click();
  await farm.page.getByText('Mọi bên đã ký. Hợp đồng').waitFor();
  // Who only watched the country's figure has seen it move.
  await watcher.page.getByText('1 trong 1 tổ chức').first().waitFor();

  await mill.page.getByRole('button', { name: 'Receive a delivery' }).click();
  await mill.page.getByLabel('Delivered, tấn').fill('12');
  await mill.page.getByRole('radio', { name: 'A part is returned' }).check();
  await mill.page.getByLabel('Accepted, tấn').fill('12.5');
  await mill.page.getByRole('button', { name: 'Record it' }).click();
  await mill.page.getByText('No more is accepted than came.').waitFor();
  await mill.page.getByLabel('Accepted, tấn').fill('11.5');
  await mill.page.getByText('Say why it is returned.').waitFor();
  await mill.page.getByLabel('Why is it returned?').fill('Dập khi bốc xếp');
  await mill.page.getByRole('button', { name: 'Record it' }).click();
  await mill.page.getByText('11.5 tấn of 12 tấn accepted, 0.5 tấn returned').waitFor();
  await mill.page.getByText('11.5 tấn of 20 tấn accepted, 8.5 tấn to come').waitFor();
  await mill.page.getByRole('button', { name: 'Receive a delivery' }).click();
  await mill.page.getByRole('radio', { name: 'All is returned' }).check();
  await mill.page.getByLabel('Why is it returned?').fill('Sai giống');
  await mill.page.getByRole('button', { name: 'Record it' }).click();
  await mill.page.getByText('0 tấn of 8.5 tấn accepted, 8.5 tấn returned').waitFor();
  await farm.page.reload();
  await farm.page.getByText('nghiệm thu 11,5 tấn trong 12 tấn, trả lại 0,5 tấn').waitFor();
  await farm.page.getByText('Nhà máy trái cây Mỹ Tho: Sai giống').waitFor();
  expect([...farm.troubles, ...mill.troubles, ...watcher.troubles]).toEqual([]);
});

it('whose session has ended elsewhere is asked to sign in again, and comes back to where they were', async () => {
  await desk.lienket.ask('mutation { signOut(everywhere: true) }', {}, { token: await sessionOf(mill) });
  await mill.page.getByRole('link', { name: 'Contracts' }).click();
  await mill.page.waitForURL('**/sign-in?then=%2Fcontracts');
  await mill.page.getByLabel('E-mail or phone number').fill(desk.mill.login);
  await mill.page.getByLabel('Password').fill(PASSWORD);
  await mill.page.getByRole('button', { name: 'Sign in' }).click();
  await mill.page.waitForURL('**/contracts');
  await mill.page.getByRole('link', { name: /^Contract LK-/ }).waitFor();
});

const sessionOf = ({ page }: Screen): Promise<string> =>
  page.evaluate(() => (JSON.parse(localStorage.getItem('lienket.session') ?? '{}') as { token: string }).token);
