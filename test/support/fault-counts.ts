/** How much a fault suite does: the first number in `npm test` and `npm run test:all`, the second in `npm run test:faults`. */
export const inShortOrLong = (short: number, long: number): number => (isLongForm ? long : short);

/** Whether this is `npm run test:faults`, which takes an hour. */
export const isLongForm = process.env['LIENKET_TEST_FORM'] === 'faults';
