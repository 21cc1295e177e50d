import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { addDays, businessDay, projectFile } from '@lienket/platform';
import { readFileSync } from 'node:fs';
import { follow, startLienket, type Lienket } from '../support/lienket.js';

const document = (file: string): string => readFileSync(projectFile(`test/tour/${file}.graphql`), 'utf8');
const today = businessDay(new Date());

interface SignedIn {
  readonly signIn: {
    readonly token: string;
    readonly user: { readonly organization: { readonly id: string; readonly participates: boolean } };
  };
}
interface Listings {
  readonly listings: {
    readonly nodes: readonly {
      readonly listingId: string;
      readonly commodity: { readonly code: string };
      readonly matches: {
        readonly nodes: readonly {
          readonly quantityKg: string;
          readonly demand: { readonly demandId: string; readonly buyer: { readonly id: string } };
        }[];
      };
    }[];
  };
}
interface Figure {
  readonly participating: number;
  readonly counted: number;
  readonly knownAt: string;
}

/** The five minutes of the README, word for word, on the demo data. */
describe("the README's tour", () => {
  let lienket: Lienket;

  beforeAll(async () => {
    lienket = await startLienket({ LIENKET_DEMO: 'on' });
  });

  afterAll(() => lienket.close());

  it('leads from signing in to one more cooperative in a value chain', async () => {
    const signIn = async (login: string) => (await lienket.ask<SignedIn>(document('1-sign-in'), { login })).signIn;
    const cooperative = await signIn('coop@demo.lienket.vn');
    const buyer = await signIn('buyer@demo.lienket.vn');
    expect(cooperative.user.organization.participates).toBe(false);

    const { participation: before } = await lienket.ask<{ participation: Figure }>(document('2-figure'));
    expect(before.participating).toBeGreaterThan(0);

    const supplierId = cooperative.user.organization.id;
    const buyerId = buyer.user.organization.id;
    const { listings } = await lienket.ask<Listings>(
      document('3-matches'),
      { organizationId: supplierId },
      cooperative,
    );
    const fitting = listings.nodes.flatMap(({ listingId, commodity, matches }) =>
      matches.nodes
        .filter(({ demand }) => demand.buyer.id === buyerId)
        .map(({ quantityKg, demand }) => ({
          listingId,
          commodityCode: commodity.code,
          quantityKg,
          demandId: demand.demandId,
        })),
    );
    expect(fitting.length).toBeGreaterThan(0);

    const terms = {
      ...fitting[0],
      supplierId,
      buyerId,
      priceVndPerKg: '20000',
      startsOn: today,
      endsOn: addDays(today, 365),
    };
    const { offerContract } = await lienket.ask<{ offerContract: { id: string; status: string } }>(
      document('4-offer'),
      terms,
      buyer,
    );
    expect(offerContract.status).toBe('OFFERED');

    const screen = follow<{ participationChanged: Figure }>(lienket.socket(), document('5-watch'));
    const first = (await screen.next()).value as { participationChanged: Figure };
    expect(first.participationChanged.participating).toBe(before.participating);

    await lienket.ask(document('6-sign'), { id: offerContract.id }, cooperative);
    const { signContract } = await lienket.ask<{ signContract: { status: string; inForce: boolean } }>(
      document('6-sign'),
      { id: offerContract.id },
      buyer,
    );
    expect(signContract).toMatchObject({ status: 'SIGNED', inForce: true });

    const moved = (await screen.next()).value as { participationChanged: Figure };
    expect(moved.participationChanged.participating).toBe(before.participating + 1);
    await screen.return?.();

    const { now, then } = await lienket.ask<{ now: Figure; then: Figure }>(document('7-now-and-then'), {
      knownAt: before.knownAt,
    });
    expect([now.participating, then.participating]).toEqual([before.participating + 1, before.participating]);
  });
});
