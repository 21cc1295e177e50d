import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { recountAll } from '@lienket/participation';
import { addDays, businessDay } from '@lienket/platform';
import sql from 'sql-template-tag';
import { addCrowd, type Member } from '../support/crowd.js';
import { sheetsOf, type SheetCell } from '../support/excel-sheets.js';
import { startLienket, type Lienket } from '../support/lienket.js';
import { offerReadyToSign, SIGN } from '../support/offers.js';
import { addPerson } from '../support/people.js';

const today = businessDay(new Date());
const CROWD = 1500;

interface Rate {
  readonly participating: number;
  readonly participatingByAttestation: number;
  readonly counted: number;
  readonly rate: number | null;
  readonly knownAt: string;
}
const RATE = 'participating participatingByAttestation counted rate knownAt';
const READINGS = ['ALL', 'GOOD_OR_FAIR', 'COOPERATIVES', 'AGRICULTURAL_COOPERATIVES'] as const;

let lienket: Lienket;
let country: string;
let manager92: string;
let manager80: string;
let coops: Member[];
let buyer: Member;

beforeAll(async () => {
  lienket = await startLienket();
  country = await addPerson(lienket, 'country@example.vn', 'PROGRAM_MANAGER');
  manager92 = await addPerson(lienket, 'manager92@example.vn', 'PROGRAM_MANAGER', ['92']);
  manager80 = await addPerson(lienket, 'manager80@example.vn', 'PROGRAM_MANAGER', ['80']);
  coops = await addCrowd(lienket.owner, 'COOPERATIVE', CROWD, 'PRODUCER');
  [buyer] = (await addCrowd(lienket.owner, 'ENTERPRISE', 1, 'PROCESSOR')) as [Member];
  await lienket.owner.query(
    sql`update registry.organization set name = '=HYPERLINK("http://example.vn")' where id = ${coops[1]!.organizationId}`,
  );
  const id = await offerReadyToSign(lienket, coops[0]!, buyer, [{ listingId: null, quantityKg: '10' }]);
  await lienket.ask(SIGN, { id }, buyer);
  await lienket.ask(
    'mutation ($id: ID!) { setOrganizationStatus(id: $id, status: SUSPENDED) { id } }',
    { id: coops[2]!.organizationId },
    { token: country },
  );
  for (const giveUpAt = Date.now() + 20_000; Date.now() < giveUpAt;) {
    const { participating, counted } = await figure();
    if (participating === 1 && counted === CROWD - 1) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error(`The figure never became what it should: ${JSON.stringify(await figure())}`);
});
afterAll(() => lienket.close());

const figure = async (denominator = 'ALL', scope: object = {}, asking: object = {}): Promise<Rate> => {
  const document = `query ($d: Denominator, $scope: ParticipationScope) { it: participation(denominator: $d, scope: $scope) { ${RATE} } }`;
  return (await lienket.ask<{ it: Rate }>(document, { d: denominator, scope }, asking)).it;
};
const get = (path: string, token?: string, language = 'en') =>
  fetch(`${lienket.url}/participation/${path}`, {
    headers: { 'accept-language': language, ...(token !== undefined && { authorization: `Bearer ${token}` }) },
  });
const sheets = async (path: string, token?: string, language = 'en') => {
  const response = await get(path, token, language);
  expect(response.status).toBe(200);
  return sheetsOf(Buffer.from(await response.arrayBuffer()));
};
const refusal = async (path: string, token?: string) => {
  const response = await get(path, token);
  const { errors } = (await response.json()) as { errors: { extensions: { code: string; field?: string } }[] };
  return [response.status, errors[0]!.extensions.code, errors[0]!.extensions.field];
};
const organizationsIn = async (path: string, token: string) =>
  (await sheets(path, token))['Organizations']!.slice(1).map((row) => ({
    name: row[0],
    isCounted: row[9],
    reason: row[10] ?? null,
    participates: row[11],
    byAttestation: row[12] ?? null,
    id: row[13],
  }));

describe('the figures as Excel', () => {
  it('are those that the API tells, in all four readings, as numbers', async () => {
    const { Definition: definition, ...book } = await sheets('figures.xlsx', country);
    expect(Object.keys(book)).toEqual(['Four readings', 'By province', 'By kind', 'By rating', 'By commodity']);
    const told = await Promise.all(READINGS.map((reading) => figure(reading)));
    expect(book['Four readings']!.slice(1).map((row) => row.slice(1, 5).map((cell) => cell ?? null))).toEqual(
      told.map(({ participating, participatingByAttestation, counted, rate }) => [
        participating,
        participatingByAttestation,
        counted,
        rate,
      ]),
    );
    expect(definition!.slice(0, 4)).toEqual([
      ['Definition', 'linkage-share@1'],
      ['On the day', serialOf(today)],
      ['As known at (Vietnamese time)', expect.any(Number)],
      ['knownAt', told[0]!.knownAt],
    ]);
  });

  it('have a row for each province, kind and commodity, as the API groups them', async () => {
    const document = `query ($d: ParticipationDimension!) { it: participationBy(dimension: $d) { key label rate { ${RATE} } } }`;
    const book = await sheets('figures.xlsx?denominator=ALL', country);
    for (const [sheet, d] of [
      ['By province', 'PROVINCE'],
      ['By kind', 'KIND'],
      ['By rating', 'RATING'],
      ['By commodity', 'COMMODITY'],
    ] as const) {
      const { it: groups } = await lienket.ask<{ it: { key: string; label: string; rate: Rate }[] }>(
        document,
        { d },
        { token: country },
      );
      expect(book[sheet]!.slice(1).map((row) => padded(row, 5))).toEqual(
        groups.map(({ key, label, rate }) => [key, label, rate.participating, rate.counted, rate.rate]),
      );
    }
    expect(book['By province']).toHaveLength(35);
  });

  it('are narrowed by the same words, for another day, as it was known then, in Vietnamese', async () => {
    const { knownAt } = await figure();
    const yesterday = addDays(today, -1);
    const book = await sheets(
      `figures.xlsx?asOf=${yesterday}&knownAt=${knownAt}&provinceCodes=80,92&kinds=COOPERATIVE&denominator=ALL`,
      undefined,
      'vi',
    );
    expect(book['Bốn cách tính']![1]!.slice(0, 4)).toEqual(['Mọi tổ chức kinh tế tập thể', 0, 0, CROWD]);
    expect(book['Định nghĩa']!.slice(1, 8).map((row) => row[1])).toEqual([
      serialOf(yesterday),
      expect.any(Number),
      knownAt,
      'Mọi tổ chức kinh tế tập thể',
      'Tây Ninh (80), Cần Thơ (92)',
      'Hợp tác xã (COOPERATIVE)',
      'Tất cả',
    ]);
  });

  it('are public, but for those by commodity', async () => {
    expect(Object.keys(await sheets('figures.xlsx'))).not.toContain('By commodity');
    expect(await refusal('figures.xlsx?commodityCodes=paddy')).toEqual([401, 'UNAUTHENTICATED', undefined]);
    expect(await refusal('figures.xlsx', 'an-ended-session-that-nobody-knows')).toEqual([
      401,
      'UNAUTHENTICATED',
      undefined,
    ]);
  });

  it.each([
    ['asOf=tomorrow', 'asOf'],
    ['asOf=2026-02-30', 'asOf'],
    ['asOf=2126-01-01', 'asOf'],
    ['knownAt=2126-01-01T00:00:00Z', 'knownAt'],
    ['denominator=MOST', 'denominator'],
    ['kinds=COOPERATIVE,SHOP', 'kinds'],
    ['kinds=COOPERATIVE&kinds=ENTERPRISE', 'kinds'],
    ['provinceCodes=80,00', 'scope.provinceCodes.1'],
    ['province=80', 'province'],
  ])('are refused for %s, at that name', async (query, field) => {
    expect(await refusal(`figures.xlsx?${query}`)).toEqual([400, 'INVALID_INPUT', field]);
  });
});

describe('the organizations behind a figure', () => {
  it('are all there, never cut, for who manages them, with why some are not counted', async () => {
    for (const token of [country, manager92]) {
      const rows = await organizationsIn('organizations.xlsx', token);
      expect(rows).toHaveLength(CROWD + 1);
      expect(rows.filter(({ isCounted }) => isCounted === 'Yes')).toHaveLength(CROWD - 1);
      expect(rows.filter(({ participates, isCounted }) => participates === 'Yes' && isCounted === 'Yes')).toEqual([
        expect.objectContaining({ id: coops[0]!.organizationId, byAttestation: 'No' }),
      ]);
      expect(rows.flatMap(({ id, reason }) => (reason === null ? [] : [[id, reason]])).sort()).toEqual(
        [
          [coops[2]!.organizationId, 'Not active'],
          [buyer.organizationId, 'An enterprise'],
        ].sort(),
      );
    }
  });

  it('are, for everybody else, those that the list of organizations shows, and no more of them', async () => {
    for (const token of [manager80, coops[5]!.token]) {
      const document = '{ it: organizations(filter: { kinds: [COOPERATIVE] }) { totalCount } }';
      const { it } = await lienket.ask<{ it: { totalCount: number } }>(document, {}, { token });
      const rows = await organizationsIn('organizations.xlsx?kinds=COOPERATIVE', token);
      expect(rows).toHaveLength(it.totalCount);
      expect(rows.some(({ id }) => id === coops[2]!.organizationId)).toBe(false);
      expect(rows.filter(({ byAttestation, id }) => byAttestation !== null && id !== coops[5]!.organizationId)).toEqual(
        [],
      );
    }
  });

  it('are, of a day before, for everybody else those that were counted then and are in the register now', async () => {
    const [suspended, unsuspended] = [coops[2]!.organizationId, coops[7]!.organizationId];
    await lienket.owner.transaction(async (tx) => {
      await tx.query(sql`
        update registry.organization_profile set valid = daterange(${today}, null) where organization_id = ${unsuspended}`);
      await tx.query(sql`
        insert into registry.organization_profile (organization_id, valid, status, kind, province_code, agricultural)
        values (${unsuspended}, daterange('2020-01-01', ${today}), 'SUSPENDED', 'COOPERATIVE', '92', true)`);
      await recountAll(tx);
    });
    const path = `organizations.xlsx?kinds=COOPERATIVE&asOf=${addDays(today, -1)}`;
    const inside = await organizationsIn(path, manager92);
    expect(inside).toHaveLength(CROWD);
    expect(inside.filter(({ reason }) => reason !== null).map(({ id, reason }) => [id, reason])).toEqual([
      [unsuspended, 'Not active'],
    ]);
    const counted = new Set(inside.filter(({ reason }) => reason === null).map(({ id }) => id));
    expect(counted.has(suspended)).toBe(true);
    for (const token of [manager80, coops[5]!.token]) {
      const seen = (await organizationsIn(path, token)).map(({ id }) => id);
      expect(new Set(seen)).toEqual(new Set([...counted].filter((id) => id !== suspended)));
    }
  });

  it('are those that take part, or those that don’t, where that is asked', async () => {
    const [all, taking, others] = await Promise.all(
      ['', '&participates=true', '&participates=false'].map((asked) =>
        organizationsIn(`organizations.xlsx?kinds=COOPERATIVE${asked}`, country),
      ),
    );
    expect(taking!.map(({ id }) => id)).toEqual([coops[0]!.organizationId]);
    expect([...taking!, ...others!].map(({ id }) => id).sort()).toEqual(all!.map(({ id }) => id).sort());
    expect(await refusal('organizations.xlsx?participates=some', country)).toEqual([
      400,
      'INVALID_INPUT',
      'participates',
    ]);
    expect(await refusal('figures.xlsx?participates=true', country)).toEqual([400, 'INVALID_INPUT', 'participates']);
  });

  it('tell which chains an organization is in to its own people and its managers alone', async () => {
    const path = 'organizations.xlsx?commodityCodes=milled_rice&kinds=COOPERATIVE';
    expect(await organizationsIn(path, manager80)).toEqual([]);
    expect((await organizationsIn(path, coops[0]!.token)).map(({ id, participates }) => [id, participates])).toEqual([
      [coops[0]!.organizationId, 'Yes'],
    ]);
    expect(await organizationsIn(path, manager92)).toHaveLength(CROWD);
  });

  it('are nobody’s without a session', async () => {
    expect(await refusal('organizations.xlsx')).toEqual([401, 'UNAUTHENTICATED', undefined]);
  });

  it('may be called what they like: no cell is run', async () => {
    const names = (await organizationsIn('organizations.xlsx?kinds=COOPERATIVE', country)).map(({ name }) => name);
    expect(names).toContain(`'=HYPERLINK("http://example.vn")`);
    expect(names.filter((name) => /^[=+@-]/.test(String(name)))).toEqual([]);
  });
});

describe('the template of a register', () => {
  it('is everybody’s, and empty', async () => {
    const response = await fetch(`${lienket.url}/registry/register-template.xlsx`);
    expect(response.headers.get('content-disposition')).toBe('attachment; filename="register-template.xlsx"');
    const book = await sheetsOf(Buffer.from(await response.arrayBuffer()));
    expect(Object.entries(book).map(([name, rows]) => [name, rows.length])).toEqual([
      ['Sổ đăng ký', 1],
      ['Hướng dẫn', 18],
    ]);
  });
});

describe('who asks for many files at once', () => {
  it('is told to wait, and gets them later', async () => {
    const at = async () => {
      const response = await get('figures.xlsx', manager80);
      await response.arrayBuffer();
      return response.status;
    };
    const statuses = await Promise.all(Array.from({ length: 12 }, at));
    expect(new Set(statuses)).toEqual(new Set([200, 429]));
    expect(await at()).toBe(200);
  });
});

const serialOf = (day: string): number => (Date.parse(`${day}T00:00:00Z`) - Date.UTC(1899, 11, 30)) / 86_400_000;
const padded = (row: readonly SheetCell[], length: number): SheetCell[] =>
  Array.from({ length }, (_, index) => row[index] ?? null);
