import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { openConsoleDesk } from '../support/console-desk.js';
import { Dice } from '../support/dice.js';
import { eventually } from '../support/eventually.js';
import { inShortOrLong } from '../support/fault-counts.js';

const CUTS = inShortOrLong(4, 100);
type Cut = 'BEFORE' | 'AFTER' | 'NONE';

let desk: Awaited<ReturnType<typeof openConsoleDesk>>;
beforeAll(async () => {
  desk = await openConsoleDesk();
});
afterAll(() => desk.close());

it(
  `posts once, a listing or a demand, what was sent over ${String(CUTS)} cut lines`,
  async () => {
    const dice = Dice.thrown('console-cuts');
    const screen = await desk.open({ withoutServiceWorker: true });
    await desk.signIn(screen, desk.farm.login, '/listings/new');
    let cuts = 0;
    // Cut before the API heard of it, or after it has done it and before the phone hears so.
    await screen.page.route('**/graphql', async (route) => {
      if (!/Create(Listing|Demand)/.test(route.request().postData() ?? '')) return route.continue();
      // The first one surely after: what is sent again without its key is posted twice.
      const thrown: Cut = cuts < CUTS ? dice.pick(['BEFORE', 'AFTER', 'NONE']) : 'NONE';
      const cut = cuts === 0 ? 'AFTER' : thrown;
      if (cut === 'NONE') return route.continue();
      cuts += 1;
      if (cut === 'AFTER') await route.fetch();
      return route.abort('connectionreset');
    });
    const prices: string[] = [];
    while (cuts < CUTS) {
      const price = String(1000 + prices.length);
      prices.push(price);
      const list = prices.length % 2 === 1 ? 'demands' : 'listings';
      await screen.page.goto(`${desk.lienket.url}/${list}/new`);
      await screen.page.getByLabel('Loại khác').selectOption({ label: 'Sầu riêng' });
      await screen.page.getByRole('radio', { name: '20' }).check();
      await screen.page.getByRole('radio', { name: /^(Có sẵn|Nhận ngay)$/ }).check();
      await screen.page.getByLabel('Giá, đồng một kg').fill(price);
      await screen.page.getByRole('button', { name: 'Xem lại rồi đăng' }).click();
      await screen.page.getByRole('dialog').getByRole('button').first().click();
      await screen.page.waitForURL(`**/${list}`);
      // The page is opened anew: what waits is sent at once, as often as it is cut.
      while ((await screen.page.getByText('Chờ gửi').count()) > 0 && cuts < CUTS) await screen.page.reload();
    }
    await screen.page.reload();
    const { token, organizationId } = desk.farm;
    const posted = async () => [
      ...(await desk.listings(token, organizationId)).map(({ askPriceVndPerKg }) => askPriceVndPerKg),
      ...(await desk.demands(token, organizationId)).map(({ maximumPriceVndPerKg }) => maximumPriceVndPerKg),
    ];
    expect(await eventually(async () => (await posted()).length >= prices.length, 20_000)).not.toBeNull();
    expect((await posted()).sort()).toEqual([...prices].sort());
    await screen.context.close();
  },
  inShortOrLong(60_000, 600_000),
);
