import { describe, expect, it } from '@jest/globals';
import { buildSchema, parse, validate } from 'graphql';
import { documentRules, isTooNested } from './document-rules.js';
import { showsSchema } from './graphql-options.js';

const schema = buildSchema('type Query { at(x: Float): Int }');
const faults = (document: string, introspection = true) =>
  validate(schema, parse(document), documentRules(introspection)).length;

describe('a document', () => {
  it.each(['1e400', '-1e400', `1${'0'.repeat(400)}`])('holds no number like %s', (number) => {
    expect(faults(`{ at(x: ${number}) }`)).toBe(1);
    expect(faults(`query ($x: Float = ${number}) { at(x: $x) }`)).toBe(1);
  });

  it('holds every other number', () => {
    expect(faults('{ at(x: 1.7976931348623157e308) b: at(x: -0) c: at(x: 1e-400) }')).toBe(0);
  });

  it('asks for the schema where that is allowed', () => {
    const asks = '{ __schema { description } }';
    expect([faults(asks, true), faults(asks, false), faults('{ __typename }', false)]).toEqual([0, 1, 0]);
  });
});

describe('brackets in brackets', () => {
  it.each(['{', '[', '('])('are too many beyond a hundred: %s', (bracket) => {
    expect(isTooNested(bracket.repeat(100))).toBe(false);
    expect(isTooNested(bracket.repeat(101))).toBe(true);
  });

  it('count only where they are brackets, and while they are open', () => {
    expect(isTooNested(`{ at(x: "${'('.repeat(500)}") # ${'['.repeat(500)}\n b(x: """${'{'.repeat(500)}""") }`)).toBe(
      false,
    );
    expect(isTooNested('{}'.repeat(3000))).toBe(false);
  });

  it('are left to the parser where they can not be read', () => {
    expect(isTooNested(`"${'('.repeat(500)}`)).toBe(false);
    expect(isTooNested('💥')).toBe(false);
  });
});

describe('the schema', () => {
  it.each([
    [undefined, undefined, true],
    ['development', undefined, true],
    ['production', undefined, false],
    ['production', 'on', true],
    ['production', 'off', false],
    [undefined, 'off', false],
  ] as const)(
    'with NODE_ENV %s and LIENKET_INTROSPECTION %s is shown: %s',
    (NODE_ENV, LIENKET_INTROSPECTION, shown) => {
      expect(showsSchema({ NODE_ENV, LIENKET_INTROSPECTION })).toBe(shown);
    },
  );
});
