import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import sql from 'sql-template-tag';
import { addCrowd } from '../support/crowd.js';
import { startLienket, type Lienket } from '../support/lienket.js';
import { createLot, offerReadyToSign, SIGN } from '../support/offers.js';

const SIGNATURES = 200;
const LOTS = 6;
const LOT_KG = 30_000;
const LINE_KG = 1000;

/** A buyer's last signature asks for three of the lots; two hundred of them ask for three times what there is. */
describe('two hundred signatures at once for shared lots', () => {
  let lienket: Lienket;

  beforeAll(async () => {
    lienket = await startLienket({ LIENKET_OFFERS_PER_MINUTE: '100000', LIENKET_SIGNATURES_PER_MINUTE: '100000' });
  });

  afterAll(() => lienket.close());

  it('hold no kilogram twice, lose none, and refuse only what there is not', async () => {
    const database = lienket.owner;
    const [supplier] = await addCrowd(database, 'COOPERATIVE', 1, 'PRODUCER');
    const buyers = await addCrowd(database, 'ENTERPRISE', 20, 'PROCESSOR');
    if (!supplier) throw new Error('Nobody supplies.');
    const lots: string[] = [];
    for (let lot = 0; lot < LOTS; lot += 1) lots.push(await createLot(lienket, supplier, String(LOT_KG)));

    const ready: { id: string; token: string; lots: string[] }[] = [];
    for (let index = 0; index < SIGNATURES; index += 1) {
      const buyer = buyers[index % buyers.length];
      if (!buyer) throw new Error('Nobody buys.');
      // Three neighbours in one order or the other, so that two contracts meet on the same lots from opposite ends.
      const three = [0, 1, 2].map((step) => ({
        listingId: lots[(index + step) % LOTS] ?? '',
        quantityKg: String(LINE_KG),
      }));
      const lines = index % 2 === 0 ? three : three.reverse();
      ready.push({
        id: await offerReadyToSign(lienket, supplier, buyer, lines),
        token: buyer.token,
        lots: lines.map(({ listingId }) => listingId),
      });
    }

    const answers = await Promise.all(
      ready.map(({ id, token }) => lienket.send<{ signContract: { status: string } }>(SIGN, { id }, { token })),
    );

    const signed = answers.filter(({ data }) => data?.signContract.status === 'SIGNED').length;
    const codes = answers.flatMap(({ errors }) => errors?.map(({ extensions }) => extensions.code) ?? []);
    const lotRows = await database.query<{ id: string; held: string; contracted: string; quantity: string }>(sql`
      select listing.id, listing.held_kg::text as held, listing.quantity_kg::text as quantity, coalesce(sum(line.quantity_kg), 0)::text as contracted
      from market.listing
      left join contracts.contract_line line on line.listing_id = listing.id
        and exists (select from contracts.contract where contract.id = line.contract_id and contract.status = 'SIGNED')
      group by listing.id`);
    console.info(
      `signatures ${String(SIGNATURES)}, signed ${String(signed)}, refused ${String(codes.length)}, oversold lots ${String(lotRows.filter(({ held, quantity }) => Number(held) > Number(quantity)).length)}`,
    );

    expect(signed + codes.length).toBe(SIGNATURES);
    expect(new Set(codes)).toEqual(new Set(['INSUFFICIENT_QUANTITY']));
    for (const lot of lotRows) {
      expect(Number(lot.held)).toBe(Number(lot.contracted));
      expect(Number(lot.held)).toBeLessThanOrEqual(Number(lot.quantity));
    }
    // Nothing was refused in vain: holds are never given back here, so a lot that was short once is short at the end.
    const leftKg = new Map(lotRows.map(({ id, quantity, held }) => [id, Number(quantity) - Number(held)]));
    const refused = ready.filter((_, index) => answers[index]?.errors !== undefined);
    for (const { lots: wanted } of refused)
      expect(Math.min(...wanted.map((lot) => leftKg.get(lot) ?? Number.NaN))).toBeLessThan(LINE_KG);
  }, 180_000);
});
