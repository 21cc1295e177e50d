import { afterAll, beforeAll, expect, it } from '@jest/globals';
import sql from 'sql-template-tag';
import { openConsoleDesk, type Screen } from '../support/console-desk.js';
import { eventually } from '../support/eventually.js';
import { Mailbox } from '../support/mailbox.js';

let desk: Awaited<ReturnType<typeof openConsoleDesk>>;
let farm: Screen;
let mailbox: Mailbox;
beforeAll(async () => {
  mailbox = await Mailbox.open();
  desk = await openConsoleDesk(mailbox.settings);
  farm = await desk.open();
  await desk.signIn(farm, desk.farm.login, '/notices');
});
afterAll(async () => {
  await desk.close();
  await mailbox.stop();
});

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

it('whoever agrees to it in their account gets what happens by e-mail, too, until they take that back', async () => {
  const { page, context, troubles } = await desk.open({ language: 'en' }).then(async (screen) => {
    await desk.signIn(screen, desk.farm.login, '/account');
    return screen;
  });
  const card = page.locator('section').filter({ hasText: 'Notices by e-mail' });
  await card.getByText('You have not agreed.').waitFor();
  await card.getByRole('button', { name: 'I agree' }).click();
  await card.getByText('You agree now.').waitFor();
  const id = await offer();
  expect(await eventually(() => Promise.resolve(mailbox.letters.length > 0), 5000)).not.toBeNull();
  const [letter] = mailbox.letters;
  expect(letter?.subject).toMatch(/^Nhà máy trái cây Mỹ Tho offers contract LK-\d{4}-\d{6}\.$/);
  const [contractPage, accountPage] = ['/contracts/', '/account'].map((path) =>
    letter!.text.split(/\s/).find((word) => word.startsWith(`https://lienket.example.vn${path}`)),
  );
  await page.goto(contractPage!.replace('https://lienket.example.vn', desk.lienket.url));
  await page.getByRole('heading', { name: letter!.subject.match(/LK-\d{4}-\d{6}/)![0] }).waitFor();
  expect(page.url()).toContain(id);
  await page.goto(accountPage!.replace('https://lienket.example.vn', desk.lienket.url));
  await card.getByRole('button', { name: 'Take it back' }).click();
  await card.getByText('You have not agreed.').waitFor();
  await offer();
  const told = () =>
    desk.lienket.owner.query(sql`select from notices.notice where organization_id = ${desk.farm.organizationId}`);
  expect(await eventually(async () => (await told()).length === 5, 5000)).not.toBeNull();
  expect(await desk.lienket.owner.query(sql`select outcome from notices.email`)).toEqual([{ outcome: 'SENT' }]);
  expect(mailbox.letters).toHaveLength(1);
  expect(troubles).toEqual([]);
  await context.close();
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
