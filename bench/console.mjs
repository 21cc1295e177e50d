/* global document, localStorage, navigator -- of the page, in which some of this runs */
import lighthouse from 'lighthouse';
import { existsSync } from 'node:fs';
import { performance } from 'node:perf_hooks';
import puppeteer from 'puppeteer-core';
import { Problem } from '../scripts/problem.mjs';
import { signatureToScreen } from './live-figure.mjs';
import { heading, load, median } from './measure.mjs';
import { nationalServer } from './national-server.mjs';
import { startOurs } from './our-server.mjs';
import { untilIdle } from './peer-process.mjs';
import { installed } from './versions.mjs';

/** Lighthouse needs a whole Chromium; the tests' own is one without a window. */
const BROWSER = process.env.LIENKET_CHROMIUM ?? '/usr/bin/chromium';
const RUNS = 5;
const LOOKS = 11;
const PAGES = ['/', '/participation', '/listings/new'];
const AMOUNT = '#question-amount input[inputmode=decimal]';
const WRITTEN = '37,5';
const SLOWER = 4;
const CATEGORIES = ['performance', 'accessibility', 'best-practices'];

/** The console as a phone meets it by Lighthouse; over national data how long the dashboard takes, and its figure to move; the form without a network. */
export async function measure({ scale, keep, shutdown }) {
  if (!existsSync(BROWSER))
    throw new Problem(`There is no Chromium at ${BROWSER}: install it, or name one in LIENKET_CHROMIUM.`);
  const database = await nationalServer({ scale, keep, shutdown });
  const ours = await startOurs({ url: database.url, pool: 10, shutdown });
  await untilIdle(ours, database);
  const browser = await puppeteer.launch({ executablePath: BROWSER, args: ['--no-sandbox', '--disable-gpu'] });
  const forget = shutdown.onEnd(() => browser.close(), { force: () => browser.process()?.kill('SIGKILL') });
  heading(`The console, scale ${scale}`, [
    installed(['lighthouse', 'puppeteer-core']),
    await browser.version(),
    database.version,
  ]);
  await byLighthouse(browser, ours.url);
  await byEye(browser, ours.url);
  await withoutNetwork(browser, ours.url);
  const live = await signatureToScreen({ browser, ours, database, signatures: LOOKS, shutdown });
  console.log(`\nA signature elsewhere is counted on a visitor's dashboard after ${timesText(live)}, sent and seen.`);
  console.log(`\nLoad at the end ${load()}.`);
  await browser.close();
  forget();
  await ours.end();
}

async function byLighthouse(browser, url) {
  console.log(
    `Lighthouse, phone, simulated slow 4G, medians of ${RUNS}; the form as a cooperative that is signed in.\n`,
  );
  console.log('| page | performance (least–most) | accessibility | best practices | FCP s | LCP s | TBT ms | CLS |');
  console.log('| --- | --- | --- | --- | --- | --- | --- | --- |');
  for (const path of PAGES) {
    const runs = [];
    for (let run = 0; run < RUNS; run += 1) runs.push(await lookOnce(browser, url, path));
    const of = (what) => median(runs.map((one) => one[what]));
    const scores = runs.map(({ performance }) => performance);
    const range = `${of('performance')} (${Math.min(...scores)}–${Math.max(...scores)})`;
    const seconds = (what) => (of(what) / 1000).toFixed(1);
    console.log(
      `| ${path} | ${range} | ${of('accessibility')} | ${of('best-practices')} | ${seconds('fcp')} | ${seconds('lcp')} | ${Math.round(of('tbt'))} | ${of('cls').toFixed(3)} |`,
    );
  }
}

/** Each in a browser of nobody's, so that nothing is kept from the run before. */
async function lookOnce(browser, url, path) {
  const context = await browser.createBrowserContext();
  const page = await context.newPage();
  if (path === '/listings/new') await signIn(page, url);
  const { lhr } = await lighthouse(
    `${url}${path}`,
    { onlyCategories: CATEGORIES, disableStorageReset: true },
    undefined,
    page,
  );
  await context.close();
  if (lhr.runtimeError) throw new Error(`Lighthouse: ${lhr.runtimeError.message}`);
  const value = (audit) => lhr.audits[audit].numericValue;
  return {
    ...Object.fromEntries(CATEGORIES.map((name) => [name, Math.round(lhr.categories[name].score * 100)])),
    fcp: value('first-contentful-paint'),
    lcp: value('largest-contentful-paint'),
    tbt: value('total-blocking-time'),
    cls: value('cumulative-layout-shift'),
  };
}

async function signIn(page, url) {
  await page.goto(`${url}/sign-in`);
  await page.waitForSelector('input[type=password]');
  await page.type('input[autocomplete=username]', 'coop@national.lienket.vn');
  await page.type('input[type=password]', 'lienket-demo');
  await page.click('button[type=submit]');
  await page.waitForFunction(() => localStorage.getItem('lienket.session') !== null);
}

/** From the address to the first figure, and from a filter to the sentence that says its figure. */
async function byEye(browser, url) {
  const context = await browser.createBrowserContext();
  const page = await context.newPage();
  await page.setViewport({ width: 1440, height: 900 });
  const refused = [];
  page.on('response', async (response) => {
    if (!response.url().endsWith('/graphql')) return;
    const { errors } = await response.json();
    if (errors) refused.push(errors[0].message);
  });
  const firsts = [];
  for (let look = 0; look < LOOKS; look += 1) {
    const from = performance.now();
    await page.goto(`${url}/participation`, { waitUntil: 'domcontentloaded' });
    await page.waitForSelector('main [translate=no]');
    firsts.push(performance.now() - from);
    await page.waitForNetworkIdle();
  }
  const changes = [];
  const [province, codes] = await page.evaluate(() => {
    const select = [...document.querySelectorAll('select')].find(({ options }) => options.length > 30);
    return [select.id, [...select.options].map(({ value }) => value).filter((value) => /^\d\d$/.test(value))];
  });
  for (const code of codes.slice(0, LOOKS)) {
    const before = await page.$eval('h1', (title) => title.textContent);
    const from = performance.now();
    await page.select(`[id="${province}"]`, code);
    await page.waitForFunction(
      (said) => /%/.test(document.querySelector('h1').textContent) && document.querySelector('h1').textContent !== said,
      {},
      before,
    );
    changes.push(performance.now() - from);
    await page.waitForNetworkIdle();
  }
  await context.close();
  if (refused.length > 0) throw new Error(`${refused.length} questions of the dashboard were refused: ${refused[0]}`);
  console.log(
    `\nThe dashboard at 1440 pixels, medians of ${LOOKS}: first figure ${timesText(firsts)} after navigation, another province's ${timesText(changes)} after it was chosen.`,
  );
}

/** From the address to what was written before, on a phone four times as slow as this machine, in a place without a signal. */
async function withoutNetwork(browser, url) {
  const context = await browser.createBrowserContext();
  const page = await context.newPage();
  await page.setViewport({ width: 390, height: 844 });
  await signIn(page, url);
  await page.goto(`${url}/listings/new`);
  await page.waitForSelector(AMOUNT);
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => true));
  await page.type(AMOUNT, WRITTEN);
  await page.waitForSelector('::-p-text(Đã lưu trên máy)');
  await page.setOfflineMode(true);
  await page.emulateCPUThrottling(SLOWER);
  const opened = [];
  for (let look = 0; look < LOOKS; look += 1) {
    const from = performance.now();
    await page.goto(`${url}/listings/new`, { waitUntil: 'domcontentloaded' });
    await page.waitForFunction(
      (field, written) => document.querySelector(field)?.value === written,
      {},
      AMOUNT,
      WRITTEN,
    );
    opened.push(performance.now() - from);
  }
  await context.close();
  console.log(
    `\nWithout a network the form opens with its draft in ${timesText(opened)}, ${SLOWER} times slowed down.`,
  );
}

const timesText = (times) =>
  `${Math.round(median(times))} ms (${Math.round(Math.min(...times))}–${Math.round(Math.max(...times))})`;
