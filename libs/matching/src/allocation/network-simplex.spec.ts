import { describe, expect, it } from '@jest/globals';
import { Dice } from '../../../../test/support/dice.js';
import { randomProblem } from '../../../../test/support/random-problems.js';
import { indexProblem } from './indexed-problem.js';
import { buildNetwork } from './network.js';
import { optimise } from './network-simplex.js';
import { setPotentials, treeWithoutTrade } from './spanning-tree.js';
import { usableArcs } from './usable-arcs.js';

const DEGENERATE = ['all sums equal', 'small numbers', 'all values equal', 'groups and small numbers'];

describe('The network simplex', () => {
  it('leaves every empty arc of its tree leading up, so that it can go in no circle, also where values change', () => {
    const dice = Dice.thrown('empty arcs of the tree');
    for (let instance = 0; instance < 80; instance += 1) {
      const problem = indexProblem(randomProblem(dice, dice.pick(DEGENERATE)));
      const network = buildNetwork(problem, usableArcs(problem));
      const tree = treeWithoutTrade(network);
      for (let times = 0; times < 4; times += 1) {
        optimise(network, tree);
        const isTied = (node: number) => tree.parent[node] !== -1 && network.homeFlow[node]! + tree.flow[node]! > 0;
        const emptyDown = [...tree.flow.keys()].filter(
          (node) => isTied(node) && tree.flow[node] === 0 && tree.leadsUp[node] === 0,
        );
        expect(emptyDown).toEqual([]);
        for (let place = 0; place < network.value.length; place += 1)
          if (network.problemArc[place] !== -1) network.value[place]! += dice.below(3) - 1;
        setPotentials(network, tree);
      }
    }
  });
});
