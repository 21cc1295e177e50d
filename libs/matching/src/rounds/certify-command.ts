import { certify } from './certify.js';
import type { RoundCertificate } from './round.js';
import { readRoundFile } from './round-file.js';

/** What is found of the text of a round's file, in words too. @throws UnsoundRound */
export function certificateOf(text: string): { readonly words: string; readonly certificate: RoundCertificate } {
  const { book, plan } = readRoundFile(text);
  const certificate = certify(book, plan);
  const { feasible, blockingPairs, gap, faults } = certificate;
  const words = [
    `${book.listings.length} listings, ${book.demands.length} demands, ${plan.allocations.length} allocations.`,
    feasible
      ? 'Every rule, lot, limit, quantity and price is kept.'
      : 'Not every rule, lot, limit, quantity and price is kept.',
    `${blockingPairs} compatible pairs are worth more than their two dual prices.`,
    `The plan is worth ${plan.objectiveVnd} VND, and no plan more than ${plan.boundVnd}: a gap of ${(100 * gap).toFixed(2)}%.`,
    faults.length === 0 ? 'The round is what it says.' : `The round is not what it says:\n${faults.join('\n')}`,
  ];
  return { words: words.join('\n'), certificate };
}
