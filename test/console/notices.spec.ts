import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { openConsoleDesk, type Screen } from '../support/console-desk.js';

let desk: Awaited<ReturnType<typeof openConsoleDesk>>;
let farm: Screen;
beforeAll(async () => {
  desk = await openConsoleDesk();
  farm = await desk.open();
  await desk.signIn(farm, desk.farm.login, '/notices');
}, 60_000);
afterAll(() => desk.close());

const bell = (count: number) =>
  farm.page.getByRole('link', {
    name: count === 0 ? 'Thông báo' : `Thông báo, ${String(count)} chưa đọc`,
    exact: true,
  });

async function offer(): Promise<string> {
  const { it: contract } = await desk.lienket.ask<{ it: { id: string } }>(
    'mutation ($input: OfferContractInput!) { it: offerContract(input: $input) { id } }',
    { input: offerBetween(desk.farm.organizationId, desk.mill.organizationId) },
    { token: desk.mill.token },
  );
  return contract.id;
}

it('the bell moves within a second of what the other side does, and the list with it', async () => {
  await farm.page.getByText('Chưa có gì.').waitFor();
  await bell(0).waitFor();
  const before = performance.now();
  await offer();
  await bell(1).waitFor({ timeout: 5000 });
  console.info(`bell on the screen after ${(performance.now() - before).toFixed(0)} ms`);
  await farm.page.getByRole('listitem').filter({ hasText: 'Nhà máy trái cây Mỹ Tho đề nghị hợp đồng LK-' }).waitFor();
  await offer();
  await bell(2).waitFor();
});

it('what is opened is read, and so is what one says one has read', async () => {
  await farm.page
    .getByRole('link', { name: /đề nghị hợp đồng/ })
    .first()
    .click();
  await farm.page.waitForURL('**/contracts/*');
  await bell(1).waitFor();
  await bell(1).click();
  await farm.page.getByRole('button', { name: 'Đánh dấu đã đọc hết' }).click();
  await bell(0).waitFor();
  await farm.page.getByText('Mới', { exact: true }).first().waitFor({ state: 'detached' });
  expect(await farm.page.getByRole('listitem').count()).toBe(2);
  await farm.page.getByRole('listitem').first().getByText('đề nghị hợp đồng').waitFor();
});

it('without a network the list is still there, and nothing can be marked', async () => {
  await offer();
  await bell(1).waitFor();
  await farm.page.getByText('Mới', { exact: true }).waitFor();
  await farm.context.setOffline(true);
  await farm.page.getByText('Đang mất mạng').waitFor();
  expect(await farm.page.getByRole('listitem').count()).toBe(3);
  expect(await farm.page.getByRole('button', { name: 'Đánh dấu đã đọc hết' }).isDisabled()).toBe(true);
  await farm.context.setOffline(false);
});

it('whose session ends elsewhere is asked to sign in again, though they do nothing', async () => {
  await bell(1).waitFor();
  const token = await farm.page.evaluate(
    () => (JSON.parse(localStorage.getItem('lienket.session') ?? '{}') as { token: string }).token,
  );
  await desk.lienket.ask('mutation { signOut(everywhere: true) }', {}, { token });
  await farm.page.waitForURL('**/sign-in?then=%2Fnotices');
});

const dayIn = (days: number): string => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);

const offerBetween = (supplierId: string, buyerId: string) => ({
  form: 'PRODUCTION',
  startsOn: dayIn(0),
  endsOn: dayIn(90),
  parties: [
    { organizationId: supplierId, roles: ['PRODUCER'] },
    { organizationId: buyerId, roles: ['PROCESSOR'], lead: true },
  ],
  lines: [{ supplierId, buyerId, commodityCode: 'durian', quantityKg: '2000', priceVndPerKg: '60000' }],
});
