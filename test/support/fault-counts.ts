/** How much a fault suite does: the first number in `npm test`, the second in `npm run test:faults`. */
export const inShortOrLong = (short: number, long: number): number => (isLongForm ? long : short);

/** What `npm test` leaves out altogether. */
export const isLongForm = ['faults', 'all'].includes(process.env['LIENKET_TEST_FORM'] ?? 'short');
