import type { Clock } from '@lienket/platform';
import { gzipSync } from 'node:zlib';
import { pairOf } from './certified-pairs.js';
import { certify } from './certify.js';
import type { RoundAllocation, RoundBook, RoundProgress } from './round.js';
import type { BookRead } from './round-book.reads.js';
import { digestOf, roundFileText } from './round-file.js';
import type { AllocationRow, RoundResult } from './round-result.store.js';
import { shadowPrices } from './shadow-prices.js';
import { solveRound } from './solve-round.js';

const PROGRESS_BEFORE_CHECK = 0.95;
const FAULTS_TOLD = 10;

/** Solves, has it checked, and puts together what is to be stored. Throws where the check finds that anything isn't so. */
export function resultOf(read: BookRead, clock: Clock, report: (progress: RoundProgress) => void): RoundResult {
  const { book } = read;
  const plan = solveRound(book, report);
  report({ stage: 'CERTIFICATE', done: 0, of: 0, progress: PROGRESS_BEFORE_CHECK });
  const certificate = certify(book, plan);
  if (!certificate.feasible || certificate.faults.length > 0)
    throw new Error(`The check of the round found: ${certificate.faults.slice(0, FAULTS_TOLD).join(' ')}`);
  return {
    ...read,
    bookDigest: Buffer.from(digestOf(book), 'hex'),
    plan,
    certificate,
    allocations: plan.allocations.map((allocation) => rowOf(book, allocation)),
    shadowPrices: shadowPrices(book, plan.relaxation.prices),
    checkedAt: clock.now(),
    file: gzipSync(roundFileText(book, plan)),
  };
}

function rowOf(book: RoundBook, { listing, demand, quantityKg, priceVndPerKg }: RoundAllocation): AllocationRow {
  const [offered, wanted, pair] = [book.listings[listing]!, book.demands[demand]!, pairOf(book, listing, demand)!];
  return {
    listingId: offered.id,
    demandId: wanted.id,
    supplierId: offered.organizationId,
    buyerId: wanted.organizationId,
    quantityKg,
    priceVndPerKg,
    surplusVnd: String(BigInt(quantityKg) * BigInt(pair.value)),
  };
}
