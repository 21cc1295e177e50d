/** How much a fault suite does: the first number in `npm test`, the second in `npm run test:faults`. */
export const inShortOrLong = (short: number, long: number): number => (isLongForm ? long : short);

/** Whether this is `npm run test:faults`, which takes an hour. */
export const isLongForm = process.env['LIENKET_TEST_FORM'] === 'faults';

/** Whether this is `npm test`, which leaves some of the console's looks to `npm run test:all`. */
export const isShortForm = (process.env['LIENKET_TEST_FORM'] ?? 'short') === 'short';
