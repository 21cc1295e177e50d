import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import sql from 'sql-template-tag';
import { addCrowd, type Member } from '../support/crowd.js';
import { startLienket, type Lienket } from '../support/lienket.js';
import { createLot, offerReadyToSign, SIGN } from '../support/offers.js';

const CREATE = 'mutation ($input: ListingInput!) { createListing(input: $input) { id quantityKg status } }';

describe('an idempotency key', () => {
  let lienket: Lienket;
  let cooperative: Member;
  let buyer: Member;

  beforeAll(async () => {
    lienket = await startLienket();
    const database = lienket.owner;
    [cooperative] = (await addCrowd(database, 'COOPERATIVE', 1, 'PRODUCER')) as [Member];
    [buyer] = (await addCrowd(database, 'ENTERPRISE', 1, 'PROCESSOR')) as [Member];
  });

  afterAll(() => lienket.close());

  const listing = (quantityKg: string) => ({
    input: { commodityCode: 'milled_rice', quantityKg, availableFrom: '2030-01-01', availableTo: '2030-02-01' },
  });
  const listings = async () => {
    const [row] = await lienket.owner.query<{ count: number }>(
      sql`select count(*) as count from market.listing where upper(available) > '2030-01-01'`,
    );
    return row?.count ?? 0;
  };

  it('makes the same wish come true once, and answers the thing as it is now', async () => {
    const before = await listings();
    const asking = { token: cooperative.token, key: 'a wish' };
    const first = await lienket.ask<{ createListing: { id: string } }>(CREATE, listing('700'), asking);
    await lienket.ask(
      'mutation ($id: ID!) { withdrawListing(id: $id) { status } }',
      { id: first.createListing.id },
      cooperative,
    );
    const again = await lienket.ask<{ createListing: { id: string; status: string } }>(CREATE, listing('700'), asking);
    expect(again.createListing).toMatchObject({ id: first.createListing.id, status: 'WITHDRAWN' });
    expect((await listings()) - before).toBe(1);
  });

  it('is refused for another wish', async () => {
    const asking = { token: cooperative.token, key: 'one wish' };
    await lienket.ask(CREATE, listing('800'), asking);
    const { errors } = await lienket.send(CREATE, listing('801'), asking);
    expect(errors?.[0]?.extensions.code).toBe('CONFLICT');
  });

  it('makes twenty copies sent at once do it once', async () => {
    const before = await listings();
    const asking = { token: cooperative.token, key: 'impatient' };
    const answers = await Promise.all(
      Array.from({ length: 20 }, () => lienket.ask<{ createListing: { id: string } }>(CREATE, listing('900'), asking)),
    );
    expect(new Set(answers.map(({ createListing }) => createListing.id)).size).toBe(1);
    expect((await listings()) - before).toBe(1);
  });

  it('belongs to one user, so that nobody meets the keys of others', async () => {
    const asking = { key: 'the same words' };
    await lienket.ask(CREATE, listing('1000'), { ...asking, token: cooperative.token });
    const other = await lienket.ask<{ createListing: { quantityKg: string } }>(CREATE, listing('1001'), {
      ...asking,
      token: buyer.token,
    });
    expect(other.createListing.quantityKg).toBe('1001');
  });

  it('keeps no refusal: what was refused may be tried again under the same key', async () => {
    const lot = await createLot(lienket, cooperative, '1000');
    const contract = await offerReadyToSign(lienket, cooperative, buyer, [{ listingId: lot, quantityKg: '2000' }]);
    const asking = { token: buyer.token, key: 'sign' };
    const refused = await lienket.send(SIGN, { id: contract }, asking);
    expect(refused.errors?.[0]?.extensions).toMatchObject({
      code: 'INSUFFICIENT_QUANTITY',
      availableKg: '1000',
      listingId: lot,
    });
    const more = {
      commodityCode: 'milled_rice',
      quantityKg: '2000',
      availableFrom: '2026-01-01',
      availableTo: '2030-02-01',
    };
    await lienket.ask(
      'mutation ($id: ID!, $input: ListingInput!) { updateListing(id: $id, input: $input) { id } }',
      { id: lot, input: more },
      cooperative,
    );
    const signed = await lienket.ask<{ signContract: { status: string } }>(SIGN, { id: contract }, asking);
    expect(signed.signContract.status).toBe('SIGNED');
  });

  it('is not for two wishes in one document', async () => {
    const document =
      'mutation ($input: ListingInput!) { a: createListing(input: $input) { id } b: createListing(input: $input) { id } }';
    const { errors } = await lienket.send(document, listing('5'), { token: cooperative.token, key: 'two' });
    expect(errors?.[0]?.extensions).toMatchObject({ code: 'INVALID_INPUT' });
    expect(errors?.[0]?.extensions).not.toHaveProperty('field');
  });

  it('is ignored by queries', async () => {
    const { me } = await lienket.ask<{ me: { role: string } }>(
      '{ me { role } }',
      {},
      { token: buyer.token, key: 'whatever' },
    );
    expect(me.role).toBe('TRADER');
  });
});
