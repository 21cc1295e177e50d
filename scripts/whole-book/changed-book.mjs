// A book of which one posting in a hundred is gone and as many are new: settled from the tree and the pairs of before, from its pairs alone, and from nothing.
import { Settling } from './settling.mjs';

const ONE_OF = 100;

/** @param tell is told of each way as soon as it has settled */
export function settleAfterChange(book, settings, tell) {
  const firstNew = (kind) => Math.floor((book[`${kind}s`].length * ONE_OF) / (ONE_OF + 1));
  const isNew = (kind, place) => place >= firstNew(kind);
  const isGone = (kind, place) => !isNew(kind, place) && place % ONE_OF === 0;

  const settling = new Settling(book, isNew);
  settling.seed();
  settling.settle(settings);
  tell('before the change', settling);
  const pairs = Object.fromEntries(Object.entries(settling.pool.arcs).map(([column, arcs]) => [column, arcs.slice()]));

  settling.beginAgain(isGone);
  settling.settle(settings);
  tell('after it, from tree and pairs', settling);

  const fromPairs = new Settling(book, isGone);
  fromPairs.pool.arcs = pairs;
  fromPairs.beginAgain(isGone);
  fromPairs.settle(settings);
  tell('after it, from pairs', fromPairs);

  const fromNothing = new Settling(book, isGone);
  fromNothing.seed();
  fromNothing.settle(settings);
  tell('after it, from nothing', fromNothing);
}
