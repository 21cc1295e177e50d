import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { openConsoleDesk, type Screen } from '../support/console-desk.js';

let desk: Awaited<ReturnType<typeof openConsoleDesk>>;
let screen: Screen;
beforeAll(async () => {
  desk = await openConsoleDesk();
  screen = await desk.open();
  await screen.page.goto(desk.lienket.url);
  await screen.page.locator('h1').waitFor();
});
afterAll(() => desk.close());

it('runs no script that somebody got into the page, and speaks to nobody else', async () => {
  const { ran, spoke } = await screen.page.evaluate(async () => {
    const planted = document.createElement('script');
    planted.textContent = 'document.title = "stolen"';
    document.body.append(planted);
    const handler = document.createElement('img');
    handler.setAttribute('onerror', 'document.title = "stolen"');
    handler.src = '/nowhere.png';
    document.body.append(handler);
    const answered = await fetch('http://127.0.0.1:9/').then(
      () => true,
      () => false,
    );
    await new Promise((resolve) => setTimeout(resolve, 300));
    return { ran: document.title === 'stolen', spoke: answered };
  });
  expect({ ran, spoke }).toEqual({ ran: false, spoke: false });
  expect(screen.troubles.join('\n')).toMatch(/Content Security Policy/);
});

it('is sent with a policy, asked for again each time, and its parts are kept for a year', async () => {
  const page = await fetch(desk.lienket.url, { headers: { accept: 'text/html' } });
  expect(page.headers.get('cache-control')).toBe('no-cache');
  expect(page.headers.get('content-security-policy')).toContain("script-src 'self';");
  const [, part] = /src="(\/assets\/[^"]+)"/.exec(await page.text()) ?? [];
  const script = await fetch(`${desk.lienket.url}${part ?? ''}`, { headers: { 'accept-encoding': 'br' } });
  expect(script.headers.get('cache-control')).toContain('immutable');
  expect(script.headers.get('content-encoding')).toBe('br');
});

it('answers every address of the console with the console, and what is none with 404', async () => {
  const asked = (path: string, accept: string) => fetch(`${desk.lienket.url}${path}`, { headers: { accept } });
  expect((await asked('/contracts/1', 'text/html')).status).toBe(200);
  expect((await asked('/contracts/1', 'application/json')).status).toBe(404);
  expect((await asked('/assets/none.js', '*/*')).status).toBe(404);
  expect((await asked('/../package.json', '*/*')).status).toBe(404);
});
