import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { businessDay, addDays } from '@lienket/platform';
import { backends } from '../support/backends.js';
import { follow, startLienket, type Lienket } from '../support/lienket.js';
import { addPerson, addTrader } from '../support/people.js';

const today = businessDay(new Date());

interface Figure {
  readonly participationChanged: { readonly participating: number; readonly counted: number; readonly knownAt: string };
}

describe.each(backends(1))('on $name, one contract moves the rate', ({ settings }) => {
  let lienket: Lienket;
  let manager: string;

  beforeAll(async () => {
    lienket = await startLienket(settings);
    manager = await addPerson(lienket, 'manager@example.vn', 'PROGRAM_MANAGER');
  });

  afterAll(() => lienket.close());

  it('from listing and demand to the last signature, and onto the screen of whoever watches', async () => {
    const cooperative = await addTrader(lienket, manager, {
      kind: 'COOPERATIVE',
      name: 'HTX Sầu riêng Krông Pắc',
      provinceCode: '66',
      chainRoles: ['PRODUCER'],
    });
    const buyer = await addTrader(lienket, manager, {
      kind: 'ENTERPRISE',
      name: 'Công ty Chế biến Tây Nguyên',
      provinceCode: '79',
      chainRoles: ['PROCESSOR'],
    });

    const { createListing } = await lienket.ask<{ createListing: { id: string; remainingKg: string; status: string } }>(
      'mutation ($input: ListingInput!) { createListing(input: $input) { id remainingKg status organization { name } province { nameEn } commodity { nameEn } } }',
      {
        input: {
          commodityCode: 'durian',
          quantityKg: '5000',
          availableFrom: today,
          availableTo: addDays(today, 20),
          askPriceVndPerKg: '60000',
        },
      },
      { token: cooperative.token },
    );
    expect(createListing).toMatchObject({
      remainingKg: '5000',
      status: 'OPEN',
      organization: { name: 'HTX Sầu riêng Krông Pắc' },
      commodity: { nameEn: 'Durian' },
    });
    const { createDemand } = await lienket.ask<{ createDemand: { id: string } }>(
      'mutation ($input: DemandInput!) { createDemand(input: $input) { id buyer { id } } }',
      {
        input: {
          commodityCode: 'durian',
          quantityKg: '3000',
          deliverFrom: today,
          deliverTo: addDays(today, 10),
          maximumPriceVndPerKg: '70000',
        },
      },
      { token: buyer.token },
    );

    const screen = follow<Figure>(
      lienket.socket(),
      'subscription { participationChanged(denominator: COOPERATIVES) { participating counted knownAt } }',
    );
    let before = (await screen.next()).value as Figure;
    // The cooperative is counted a moment after it is active.
    while (before.participationChanged.counted === 0) before = (await screen.next()).value as Figure;
    expect(before.participationChanged).toMatchObject({ participating: 0, counted: 1 });

    const { offerContract } = await lienket.ask<{ offerContract: { id: string; version: number } }>(
      'mutation ($input: OfferContractInput!) { offerContract(input: $input) { id version status number } }',
      {
        input: {
          form: 'PRODUCTION_PROCESSING',
          startsOn: today,
          endsOn: addDays(today, 365),
          parties: [
            { organizationId: cooperative.organizationId, roles: ['PRODUCER'] },
            { organizationId: buyer.organizationId, roles: ['PROCESSOR'], lead: true },
          ],
          lines: [
            {
              supplierId: cooperative.organizationId,
              buyerId: buyer.organizationId,
              listingId: createListing.id,
              demandId: createDemand.id,
              commodityCode: 'durian',
              quantityKg: '3000',
              priceVndPerKg: '62000',
            },
          ],
        },
      },
      { token: buyer.token },
    );
    expect(offerContract).toMatchObject({ version: 1, status: 'OFFERED' });

    const sign =
      'mutation ($id: ID!) { signContract(id: $id, expectedVersion: 1) { status inForce parties { signedAt organization { id participates } } lines { listing { remainingKg } demand { status } } } }';
    const once = await lienket.ask<{ signContract: object }>(
      sign,
      { id: offerContract.id },
      { token: cooperative.token },
    );
    expect(once.signContract).toMatchObject({ status: 'OFFERED', inForce: false });
    const signed = await lienket.ask<{ signContract: object }>(sign, { id: offerContract.id }, { token: buyer.token });
    expect(signed.signContract).toMatchObject({
      status: 'SIGNED',
      inForce: true,
      lines: [{ listing: { remainingKg: '2000' }, demand: { status: 'FILLED' } }],
    });

    const after = (await screen.next()).value as Figure;
    expect(after.participationChanged).toMatchObject({ participating: 1, counted: 1 });
    await screen.return?.();

    const { participation } = await lienket.ask<{ participation: object }>(
      'query ($then: DateTime!) { now: participation { rate participating definition excluded { reason count } target { share dueOn } } participation: participation(knownAt: $then) { participating } }',
      { then: before.participationChanged.knownAt },
    );
    expect(participation).toEqual({ participating: 0 });
  });
});
