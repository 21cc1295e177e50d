import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { addDays, addYears, businessDay } from '@lienket/platform';
import { setTimeout as sleep } from 'node:timers/promises';
import { addCrowd, type Member } from '../support/crowd.js';
import { follow, startLienket, TestClock, type Lienket } from '../support/lienket.js';
import { addPerson } from '../support/people.js';
import { offerReadyToSign, SIGN } from '../support/offers.js';

const today = businessDay(new Date());
const NOW = '{ participation { participating counted knownAt } }';

interface Rate {
  readonly participating: number;
  readonly counted: number;
  readonly knownAt: string;
}

describe('the figure, over the door', () => {
  let lienket: Lienket;
  let manager: string;
  let buyer: Member;
  let suppliers: Member[];
  const clock = new TestClock();

  beforeAll(async () => {
    lienket = await startLienket({}, clock);
    manager = await addPerson(lienket, 'manager@example.vn', 'PROGRAM_MANAGER');
    const database = lienket.owner;
    [buyer] = (await addCrowd(database, 'ENTERPRISE', 1, 'PROCESSOR')) as [Member];
    suppliers = await addCrowd(database, 'COOPERATIVE', 3, 'PRODUCER');
    for (const supplier of suppliers.slice(0, 2)) {
      const id = await offerReadyToSign(lienket, supplier, buyer, [{ listingId: null, quantityKg: '10' }]);
      await lienket.ask(SIGN, { id }, buyer);
    }
    await figureBecomes(2);
  });

  afterAll(() => lienket.close());

  const figure = async (): Promise<Rate> => (await lienket.ask<{ participation: Rate }>(NOW)).participation;

  /** Jobs take a moment; what is waited for is a state, never a time. */
  async function figureBecomes(participating: number): Promise<Rate> {
    const giveUpAt = Date.now() + 10_000;
    while (Date.now() < giveUpAt) {
      const now = await figure();
      if (now.participating === participating) return now;
      await sleep(20);
    }
    throw new Error(`The figure never became ${String(participating)}: ${JSON.stringify(await figure())}`);
  }

  const setStatus = (id: string, status: string) =>
    lienket.ask(
      'mutation ($id: ID!, $status: OrganizationStatus!) { setOrganizationStatus(id: $id, status: $status) { id } }',
      { id, status },
      { token: manager },
    );

  it('falls for every partner of an organization that is suspended, and is restored when it is active again', async () => {
    await setStatus(buyer.organizationId, 'SUSPENDED');
    await figureBecomes(0);
    await setStatus(buyer.organizationId, 'ACTIVE');
    await figureBecomes(2);
  });

  it('keeps answering for an instant as it was known then', async () => {
    const before = await figure();
    await setStatus(buyer.organizationId, 'SUSPENDED');
    await figureBecomes(0);
    const { participation } = await lienket.ask<{ participation: Rate }>(
      'query ($at: DateTime!) { participation(knownAt: $at) { participating counted knownAt } }',
      { at: before.knownAt },
    );
    expect(participation).toEqual(before);
    await setStatus(buyer.organizationId, 'ACTIVE');
    await figureBecomes(2);
  });

  it('is not changed any more for an instant for which it was answered', async () => {
    const at = new Date().toISOString();
    const document = 'query ($at: DateTime!) { participation(knownAt: $at) { participating counted knownAt } }';
    const first = await lienket.ask<{ participation: Rate }>(document, { at });
    await setStatus(buyer.organizationId, 'SUSPENDED');
    const later = await figureBecomes(0);
    expect(later.knownAt > at).toBe(true);
    expect(await lienket.ask<{ participation: Rate }>(document, { at })).toEqual(first);
    await setStatus(buyer.organizationId, 'ACTIVE');
    await figureBecomes(2);
  });

  it('is refused for what nobody can know yet', async () => {
    const future = new Date(Date.now() + 60_000).toISOString();
    const known = await lienket.send('query ($at: DateTime!) { participation(knownAt: $at) { rate } }', { at: future });
    expect(known.errors?.[0]?.extensions).toMatchObject({ code: 'INVALID_INPUT', field: 'knownAt' });
    const day = await lienket.send('query ($day: Date!) { participation(asOf: $day) { rate } }', {
      day: addDays(addYears(today, 5), 1),
    });
    expect(day.errors?.[0]?.extensions).toMatchObject({ code: 'INVALID_INPUT', field: 'asOf' });
    const backwards = await lienket.send(
      'query ($from: Date!, $to: Date!) { participationSeries(from: $from, to: $to) { rate } }',
      { from: today, to: addDays(today, -1) },
    );
    expect(backwards.errors?.[0]?.extensions.code).toBe('INVALID_INPUT');
  });

  it('is public, but not by commodity', async () => {
    const scoped = await lienket.send('{ participation(scope: { commodityCodes: ["milled_rice"] }) { rate } }');
    expect(scoped.errors?.[0]?.extensions.code).toBe('UNAUTHENTICATED');
    const grouped = await lienket.send('{ participationBy(dimension: COMMODITY) { key } }');
    expect(grouped.errors?.[0]?.extensions.code).toBe('UNAUTHENTICATED');
    const { participationBy } = await lienket.ask<{ participationBy: unknown }>(
      '{ participationBy(dimension: COMMODITY) { key label rate { participating counted participatingByAttestation } } }',
      {},
      { token: manager, language: 'vi' },
    );
    expect(participationBy).toEqual([
      { key: 'milled_rice', label: 'Gạo trắng', rate: { participating: 2, counted: 3, participatingByAttestation: 0 } },
    ]);
  });

  it('lists every province, kind and rating, also with nobody in it', async () => {
    const document =
      'query ($by: ParticipationDimension!) { participationBy(dimension: $by) { key rate { participating counted rate } } }';
    const by = async (dimension: string) =>
      (
        await lienket.ask<{ participationBy: { key: string; rate: { counted: number; rate: number | null } }[] }>(
          document,
          { by: dimension },
        )
      ).participationBy;
    const provinces = await by('PROVINCE');
    expect(provinces).toHaveLength(34);
    expect(provinces.find(({ key }) => key === '92')?.rate).toEqual({ participating: 2, counted: 3, rate: 2 / 3 });
    expect(provinces.find(({ key }) => key === '01')?.rate).toEqual({ participating: 0, counted: 0, rate: null });
    expect((await by('RATING')).map(({ key }) => key)).toEqual(['AVERAGE', 'FAIR', 'GOOD', 'UNRATED', 'WEAK']);
    expect((await by('KIND')).map(({ rate }) => rate.counted)).toEqual([3, 0, 0, 0]);
  });

  it('counts a series at the ends of months, and knows the day the term is over without any job', async () => {
    const { participationSeries } = await lienket.ask<{
      participationSeries: { asOf: string; participating: number }[];
    }>('query ($from: Date!, $to: Date!) { participationSeries(from: $from, to: $to) { asOf participating } }', {
      from: addDays(today, 360),
      to: addDays(today, 370),
    });
    expect(participationSeries.at(-1)).toEqual({ asOf: addDays(today, 370), participating: 0 });
    const onTheLastDay = await lienket.ask<{ participation: Rate }>(
      'query ($day: Date!) { participation(asOf: $day) { participating } }',
      { day: addDays(today, 365) },
    );
    expect(onTheLastDay.participation.participating).toBe(2);
  });

  it('moves on the screen of a province when one of its organizations is suspended', async () => {
    const [member] = suppliers as [Member];
    const screen = follow<{ participationChanged: Rate }>(
      lienket.socket(),
      'subscription { participationChanged(scope: { provinceCodes: ["92"] }) { participating counted knownAt } }',
    );
    const first = ((await screen.next()).value as { participationChanged: Rate }).participationChanged;
    await setStatus(member.organizationId, 'SUSPENDED');
    const next = ((await screen.next()).value as { participationChanged: Rate }).participationChanged;
    expect([next.participating - first.participating, next.counted - first.counted]).toEqual([-1, -1]);
    expect(next.knownAt > first.knownAt).toBe(true);
    await setStatus(member.organizationId, 'ACTIVE');
    await screen.return?.();
    await figureBecomes(2);
  });

  it('refuses an unknown code in the scope by its place', async () => {
    const { errors } = await lienket.send('{ participation(scope: { provinceCodes: ["92", "00"] }) { rate } }');
    expect(errors?.[0]?.extensions).toMatchObject({ code: 'INVALID_INPUT', field: 'scope.provinceCodes.1' });
  });
});
