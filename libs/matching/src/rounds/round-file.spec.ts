import { describe, expect, it } from '@jest/globals';
import { Dice } from '../../../../test/support/dice.js';
import { randomBook } from '../../../../test/support/round-books.js';
import { certificateOf } from './certify-command.js';
import { digestOf, readRoundFile, roundFileText } from './round-file.js';
import { solveRound } from './solve-round.js';
import { UnsoundRound } from './sound-book.js';

const book = randomBook(Dice.thrown('files of rounds'), 'several commodities');
const plan = solveRound(book, () => undefined);
const text = roundFileText(book, plan);

describe('The file of a round', () => {
  it('holds its book and plan, so that whoever reads it writes the same bytes', () => {
    const read = readRoundFile(text);
    expect(read).toEqual({ book, plan });
    expect(roundFileText(read.book, read.plan)).toBe(text);
    expect(JSON.parse(text)).toMatchObject({ format: 'lienket-round/1', digest: digestOf(book) });
  });

  it('has the same bytes whatever the order of keys', () => {
    const turned = <Value extends object>(value: Value): Value =>
      Object.fromEntries(Object.entries(value).reverse()) as Value;
    expect(roundFileText(turned({ ...book, listings: book.listings.map(turned) }), turned(plan))).toBe(text);
  });

  it('is certified from its text alone, in words', () => {
    const { words, certificate } = certificateOf(text);
    expect(certificate.faults).toEqual([]);
    expect(words).toContain('The round is what it says.');
    const { words: others } = certificateOf(roundFileText(book, { ...plan, boundVnd: plan.boundVnd + 1n }));
    expect(others).toContain("The round is not what it says:\nThe bound's prices prove");
  });

  it.each<[string, (its: string) => string, RegExp]>([
    ['no JSON', (its) => its.slice(1), /^The file is not JSON: .*\.$/],
    ['another format', (its) => its.replace('lienket-round/1', 'lienket-round/2'), /^format: /],
    [
      'a listing without its ask',
      (its) => its.replace(/"askVndPerKg":\d+,/, ''),
      /^book\.listings\[0\]\.askVndPerKg: /,
    ],
    ['a key that nobody knows', (its) => its.replace('{', '{"seed":1,'), /^The file: .*seed/],
    [
      'a fraction of a đồng',
      (its) => its.replace(/"objectiveVnd":"\d+"/, '"objectiveVnd":"0.5"'),
      /^plan\.objectiveVnd: /,
    ],
    ['a sum as a number', (its) => its.replace(/"boundVnd":"(\d+)"/, '"boundVnd":$1'), /^plan\.boundVnd: /],
    ['another book', (its) => its.replace(/"inclusionBonusVnd":\d+/, '"inclusionBonusVnd":987654'), /^digest: /],
    ['an id out of order', (its) => its.replace('listing0000', 'listing0002'), /^listings\[1\]\.id: /],
  ])('is refused with one sentence that names where: %s', (_, broken, sentence) => {
    expect(() => readRoundFile(broken(text))).toThrow(sentence);
    expect(() => readRoundFile(broken(text))).toThrow(UnsoundRound);
  });
});
