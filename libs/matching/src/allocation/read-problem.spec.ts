import { describe, expect, it } from '@jest/globals';
import { answerTo } from './command.js';
import { UnsoundProblem } from './problem.js';

const sound = {
  supplies: [
    { id: 'long-an-1', quantity: 4_000, group: 'an-binh' },
    { id: 'long-an-2', quantity: 2_500 },
  ],
  demands: [{ id: 'mill', quantity: 5_000, minimumLot: 1_000, maximumSuppliers: 2 }],
  arcs: [
    { supply: 'long-an-1', demand: 'mill', value: 300 },
    { supply: 'long-an-2', demand: 'mill', value: 400, minimumLot: 500 },
  ],
  groups: [{ id: 'an-binh', bonus: 1_000_000 }],
};

describe('A problem from a file', () => {
  const changed = (change: (problem: typeof sound) => void): string => {
    const problem = structuredClone(sound);
    change(problem);
    return JSON.stringify(problem);
  };
  it.each([
    ['a supply below zero', changed(({ supplies }) => (supplies[0]!.quantity = -1)), /^supplies\[0\]\.quantity: .*>=0/],
    ['10^18', changed(({ supplies }) => (supplies[1]!.quantity = 1e18)), /^supplies\[1\]\.quantity: Too big/],
    ['a value of 10^18', changed(({ arcs }) => (arcs[1]!.value = 1e18)), /^arcs\[1\]\.value: Too big/],
    ['half a unit', changed(({ demands }) => (demands[0]!.quantity = 0.5)), /^demands\[0\]\.quantity: .*expected int/],
    ['a number that is none', JSON.stringify(sound).replace('4000', 'NaN'), /^The problem is not JSON: /],
    ['what is no JSON', 'supplies: 3', /^The problem is not JSON: /],
    ['a list', '[]', /^The problem: .*expected object, received array/],
    ['a misspelt lot', JSON.stringify(sound).replaceAll('minimumLot', 'minimunLot'), /^demands\[0\]: .*minimunLot/],
    ['an arc to nowhere', changed(({ arcs }) => (arcs[0]!.demand = 'x')), /^arcs\[0\]\.demand: demands has no "x"\.$/],
    ['an unknown group', changed(({ groups }) => groups.pop()), /^supplies\[0\]\.group: groups has no "an-binh"\.$/],
    [
      'an id twice',
      changed(({ supplies }) => (supplies[1]!.id = 'long-an-1')),
      /^supplies\[1\]\.id: "long-an-1" is already the id of supplies\[0\]\.$/,
    ],
    [
      'a pair twice',
      changed(({ arcs }) => (arcs[1]!.supply = 'long-an-1')),
      /^arcs\[1\]: its supply and demand are already paired by arcs\[0\]\.$/,
    ],
  ])('refuses %s with one sentence that says where', (_, text, sentence) => {
    const refusal = (() => {
      try {
        return answerTo(text);
      } catch (error) {
        return error;
      }
    })();
    expect(refusal).toBeInstanceOf(UnsoundProblem);
    expect((refusal as UnsoundProblem).message).toMatch(sentence);
  });

  it('may say null for what it leaves out, and have ids that are names of JavaScript', () => {
    const { supplies, demands, arcs } = sound;
    const text = JSON.stringify({
      supplies: supplies.map(({ quantity }, place) => ({
        id: ['__proto__', 'constructor'][place],
        quantity,
        group: null,
      })),
      demands: demands.map(({ quantity }) => ({ id: 'toString', quantity, minimumLot: null, maximumSuppliers: null })),
      arcs: arcs.map(({ value }, place) => ({
        supply: ['__proto__', 'constructor'][place],
        demand: 'toString',
        value,
      })),
    });
    expect(answerTo(text)).toContain(
      '"supplyPrices":{"__proto__":0,"constructor":100},"demandPrices":{"toString":300}',
    );
  });
});
