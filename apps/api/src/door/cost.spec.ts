import { projectFile } from '@lienket/platform';
import { describe, expect, it } from '@jest/globals';
import { buildSchema, getIntrospectionQuery, getOperationAST, parse } from 'graphql';
import { readFileSync } from 'node:fs';
import { costOf } from './cost.js';

const schema = buildSchema(readFileSync(projectFile('schema.graphql'), 'utf8'));

function costOfDocument(source: string, variables: Record<string, unknown> = {}): string {
  const document = parse(source);
  return costOf({ schema, document, operation: getOperationAST(document)!, variables });
}

const series = (count: number) =>
  Array.from(
    { length: count },
    (_, n) => `s${String(n)}: participationSeries(from: "2024-01-01", to: "2026-01-01") { rate }`,
  ).join(' ');
const nested = (depth: number) =>
  `{ organization(id: "1") ${'{ memberOf '.repeat(depth - 2)}{ id }${' }'.repeat(depth - 2)} }`;

describe('what a document costs', () => {
  it.each([
    ['one figure', '{ participation { rate } }'],
    ['a year of figures a dozen times', `{ ${series(12)} }`],
    ['12 levels', nested(12)],
    ['the schema', getIntrospectionQuery()],
    [
      'a page of 100 with its count',
      '{ organizations(first: 100) { nodes { id name province { nameVi } } totalCount } }',
    ],
    [
      'an award with every line of its contracts',
      '{ award(id: "1") { contracts { parties { organization { id name } } lines { quantityKg listing { id } } } } }',
    ],
    [
      '20 listings with 20 matches each',
      '{ listings { nodes { matches { nodes { score listing { id } demand { id } } } } } }',
    ],
  ])('is fine for %s', (_, document) => {
    expect(costOfDocument(document)).toBe('FINE');
  });

  it.each([
    ['60 series', `{ ${series(60)} }`],
    [
      '60 series in fragments',
      `{ ${Array.from({ length: 60 }, (_, n) => `a${String(n)}: participationSeries(from: "2024-01-01", to: "2026-01-01") { ...r }`).join(' ')} } fragment r on ParticipationRate { rate }`,
    ],
    ['13 levels', nested(13)],
    [
      'the contracts of the awards of the contracts of an award',
      '{ award(id: "1") { contracts { award { contracts { award { contracts { id } } } } } } }',
    ],
    [
      '16 levels, hidden in fragments',
      `{ organization(id: "1") { ...a } } fragment a on Organization ${'{ memberOf '.repeat(7)}{ ...b }${' }'.repeat(7)} fragment b on Organization ${'{ memberOf '.repeat(7)}{ id }${' }'.repeat(7)}`,
    ],
    [
      'pages of pages',
      '{ contracts(first: 100) { nodes { events(first: 100) { nodes { hash organization { name } } } } } }',
    ],
  ])('is too much for %s', (_, document) => {
    expect(costOfDocument(document)).toBe('TOO_MUCH');
  });

  it('counts a page by the variable that says how long it is', () => {
    const document =
      'query ($first: Int) { contracts(first: $first) { nodes { events(first: $first) { nodes { hash organization { name } } } } } }';
    expect(costOfDocument(document, { first: 10 })).toBe('FINE');
    expect(costOfDocument(document, { first: 100 })).toBe('TOO_MUCH');
  });

  it.each([
    'query ($first: Int) { contracts(first: $first) { nodes { events(first: $first) { nodes { hash organization { name } } } } } }',
    'query ($first: Int = 100, $deep: Boolean = false) { contracts(first: $first) { nodes { events(first: 100) @include(if: $deep) { nodes { hash organization { name } } } } } }',
    'query ($first: Int, $deep: Boolean = false) { contracts(first: 100) { nodes { ...all @skip(if: $deep) } } } fragment all on Contract { events(first: $first) { nodes { hash organization { name } } } }',
    'query ($code: ID = "1") { listings(filter: { commodityCodes: [$code] }, first: 100) { nodes { matches(first: 100) { nodes { score listing { id } } } } } }',
    `query ($id: ID = "1") { organization(id: $id) ${'{ memberOf '.repeat(11)}{ id }${' }'.repeat(11)} }`,
  ])('is the same whether it was asked before or not: %s', (source) => {
    const asked = [
      {},
      { first: 1 },
      { deep: true },
      { first: 100, deep: true },
      { first: 5 },
      { id: 'x', code: 'y' },
      {},
    ];
    const document = parse(source);
    const operation = getOperationAST(document)!;
    const again = asked.map((variables) => costOf({ schema, document, operation, variables }));
    expect(again).toEqual(asked.map((variables) => costOfDocument(source, variables)));
  });

  it('is too much where fragments multiply beyond counting', () => {
    const levels = Array.from(
      { length: 9 },
      (_, n) =>
        `fragment f${String(n)} on Organization { ${Array.from({ length: 4 }, (_x, k) => `a${String(k)}: memberOf { ...f${String(n + 1)} }`).join(' ')} }`,
    );
    expect(
      costOfDocument(`{ organization(id: "1") { ...f0 } } ${levels.join(' ')} fragment f9 on Organization { id }`),
    ).toBe('TOO_MUCH');
  });
});
