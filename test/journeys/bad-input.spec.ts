import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { placesOfSchema, type Place } from '../support/places.js';
import { startLienket, type Answer, type Lienket } from '../support/lienket.js';
import { HUGE, wrongLiteralsAt, wrongValuesAt } from '../support/wrong-values.js';
import { isInputObjectType } from 'graphql';

const places = placesOfSchema();
const posted = places.filter(({ root }) => root !== 'subscription');

let lienket: Lienket;

beforeAll(async () => {
  lienket = await startLienket({ LIENKET_ROLE: 'api' });
});

afterAll(() => lienket.close());

async function post(query: string, variables: object = {}, language?: string): Promise<Answer & { status: number }> {
  const body = JSON.stringify({ query, variables }).replace(`"${HUGE}"`, '1e400');
  const headers = {
    'content-type': 'application/json',
    ...(language !== undefined && { 'accept-language': language }),
  };
  const response = await fetch(`${lienket.url}/graphql`, { method: 'POST', headers, body });
  return { ...((await response.json()) as Answer), status: response.status };
}

const told = (errors: Answer['errors']): string => JSON.stringify(errors ?? 'no error').slice(0, 300);

/** What was wrong with the answers, in words: one list for all values fed to a place. */
async function complaints<T>(fed: readonly T[], judge: (value: T) => Promise<string | null>): Promise<string[]> {
  const found = await Promise.all(fed.map(judge));
  return found.filter((complaint) => complaint !== null);
}

const atRightField = ({ field, type }: Place, told: unknown): boolean =>
  told === field ||
  // Of a list that holds one wrong item, or an object that lacks or has a field too many, the inner place is named.
  (typeof told === 'string' &&
    told.startsWith(`${field}.`) &&
    (isInputObjectType(type) || /^\.\d/.test(told.slice(field.length))));

const fields = [...new Set(posted.map(({ of }) => of))].map((name) => ({
  name,
  places: posted.filter(({ of }) => of === name),
}));
const fedTo = <T>(places: readonly Place[], valuesOf: (place: Place) => readonly T[]) =>
  places.flatMap((place) => valuesOf(place).map((value) => [place, value] as const));

describe('a value of a wrong form, sent by a variable', () => {
  it('is fed to every place of the schema', () => {
    expect(posted.length).toBeGreaterThan(150);
  });

  it.each(fields)('to $name is refused by the path of its place', async ({ places }) => {
    const wrong = await complaints(
      fedTo(places, (place) => Object.entries(wrongValuesAt(place))),
      async ([place, [what, value]]) => {
        const { status, errors } = await post(place.document, place.variablesWith(value));
        const { code, field, ...facts } = errors?.[0]?.extensions ?? { code: 'NONE' };
        const isRight =
          status === 400 && code === 'INVALID_INPUT' && atRightField(place, field) && Object.keys(facts).length === 0;
        return isRight ? null : `${place.name}, ${what}: ${String(status)} ${told(errors)}`;
      },
    );
    expect(wrong).toEqual([]);
  });

  it.each(fields)('to $name is refused by the path of what is missing', async ({ places }) => {
    const wrong = await complaints(
      fedTo(
        places.filter(({ isRequired }) => isRequired),
        () => [null, undefined],
      ),
      async ([place, value]) => {
        const { status, errors } = await post(place.document, place.variablesWith(value));
        const { code, field } = errors?.[0]?.extensions ?? { code: 'NONE' };
        const isRight = status === 400 && code === 'INVALID_INPUT' && field === place.field;
        return isRight ? null : `${place.name}, ${String(value)}: ${String(status)} ${told(errors)}`;
      },
    );
    expect(wrong).toEqual([]);
  });
});

describe('a literal that is no value of its place', () => {
  it.each(fields)('in $name makes the document invalid', async ({ places }) => {
    const wrong = await complaints(fedTo(places, wrongLiteralsAt), async ([place, literal]) => {
      const { status, errors } = await post(place.documentWith(literal));
      const isRight =
        status === 400 && errors?.every(({ extensions }) => extensions.code === 'GRAPHQL_VALIDATION_FAILED');
      return isRight === true ? null : `${place.name}, ${literal}: ${String(status)} ${told(errors)}`;
    });
    expect(wrong).toEqual([]);
  });
});

describe('the words of a refusal', () => {
  const fault = (language?: string) =>
    post('query ($first: Int) { organizations(first: $first) { __typename } }', { first: 0 }, language);

  it.each([
    [undefined, 'first nằm ngoài giới hạn cho phép.'],
    ['vi-VN,vi;q=0.9,en;q=0.8', 'first nằm ngoài giới hạn cho phép.'],
    ['fr, en;q=0.5', 'first is out of range.'],
    ['en-US', 'first is out of range.'],
    ['fr', 'first nằm ngoài giới hạn cho phép.'],
  ])('for Accept-Language %s are: %s', async (language, words) => {
    expect((await fault(language)).errors?.[0]?.message).toBe(words);
  });

  it('never repeat a megabyte of what was sent', async () => {
    const { errors } = await post(
      `{ organization(id: "1") { memberOf(asOf: "${'9'.repeat(800_000)}") { id } nothing${'g'.repeat(100_000)} } }`,
    );
    expect(JSON.stringify(errors).length).toBeLessThan(3000);
  });
});

describe('a variable that leaves an argument empty', () => {
  it.each([
    ['query ($id: ID = "1") { organization(id: $id) { id } }', { id: null }, 'id'],
    [
      'query ($from: Date = "2026-01-01") { participationSeries(from: $from, to: "2026-02-01") { rate } }',
      { from: null },
      'from',
    ],
    [
      'mutation ($kg: Decimal = "1") { createListing(input: { commodityCode: "rice", quantityKg: $kg, availableFrom: "2026-01-01", availableTo: "2026-01-01" }) { id } }',
      { kg: null },
      'input.quantityKg',
    ],
    [
      'query ($codes: [ID!] = [], $on: Boolean = true) { participation(scope: { provinceCodes: $codes }) { rate @include(if: $on) } }',
      { on: null },
      'if',
    ],
  ])('is refused by its path: %s', async (document, variables, field) => {
    expect(await post(document, variables)).toMatchObject({
      status: 400,
      errors: [{ extensions: { code: 'INVALID_INPUT', field } }],
    });
  });

  it('of another operation in the document does not matter', async () => {
    const document =
      'query Asked { provinces { code } } query Other($id: ID!) { ...rest } fragment rest on Query { organization(id: $id) { id } }';
    const response = await fetch(`${lienket.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query: document, operationName: 'Asked' }),
    });
    expect(await response.json()).not.toHaveProperty('errors');
  });
});
