import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { addDays, addYears, businessDay } from '@lienket/platform';
import { setTimeout as sleep } from 'node:timers/promises';
import { addCrowd, type Member } from '../support/crowd.js';
import { follow, startLienket, type Asking, type Lienket } from '../support/lienket.js';
import { offerReadyToSign, SIGN } from '../support/offers.js';
import { addPerson } from '../support/people.js';

const today = businessDay(new Date());
const FIGURE =
  'asOf denominator participating participatingByAttestation counted rate target { share comparison dueOn source } knownAt definition excluded { reason count }';
const RATE = `query ($asOf: Date, $denominator: Denominator, $scope: ParticipationScope, $knownAt: DateTime) {
  participation(asOf: $asOf, denominator: $denominator, scope: $scope, knownAt: $knownAt) { ${FIGURE} } }`;
const SERIES = `query ($from: Date!, $to: Date!, $denominator: Denominator, $scope: ParticipationScope, $knownAt: DateTime) {
  participationSeries(from: $from, to: $to, denominator: $denominator, scope: $scope, knownAt: $knownAt) { asOf participating counted knownAt } }`;
const BY = `query ($dimension: ParticipationDimension!, $denominator: Denominator, $scope: ParticipationScope, $knownAt: DateTime) {
  participationBy(dimension: $dimension, denominator: $denominator, scope: $scope, knownAt: $knownAt) { key label rate { ${FIGURE} } } }`;
const WATCH = `subscription ($scope: ParticipationScope) { participationChanged(scope: $scope) { participating counted knownAt } }`;
const ATTEST = 'mutation ($input: AttestContractInput!) { attestContract(input: $input) { id } }';

interface Figure {
  readonly participating: number;
  readonly participatingByAttestation: number;
  readonly counted: number;
  readonly knownAt: string;
  readonly [field: string]: unknown;
}
interface Group {
  readonly key: string;
  readonly label: string;
  readonly rate: Figure;
}

describe('the figure as it was promised, over the door', () => {
  let lienket: Lienket;
  let manager: Asking;
  let buyer: Member;
  let coops: [Member, Member, Member, Member];

  beforeAll(async () => {
    lienket = await startLienket();
    manager = { token: await addPerson(lienket, 'manager@example.vn', 'PROGRAM_MANAGER') };
    const database = lienket.owner;
    [buyer] = (await addCrowd(database, 'ENTERPRISE', 1, 'PROCESSOR')) as [Member];
    coops = (await addCrowd(database, 'COOPERATIVE', 4, 'PRODUCER')) as typeof coops;
    for (const [member, score] of [
      [coops[0], '85'],
      [coops[1], '70'],
      [coops[2], '55'],
    ] as const)
      await lienket.ask(
        'mutation ($id: ID!, $score: Decimal!) { rateOrganization(id: $id, year: 2024, score: $score) { id } }',
        { id: member.organizationId, score },
        manager,
      );
    await update(coops[3], { agricultural: false });
    const id = await offerReadyToSign(lienket, coops[0], buyer, [{ listingId: null, quantityKg: '10' }]);
    await lienket.ask(SIGN, { id }, buyer);
    await attest(coops[1]);
    await figureBecomes({ participating: 2, participatingByAttestation: 1 }, {});
    await figureBecomes({ counted: 2 }, { denominator: 'GOOD_OR_FAIR' });
    await figureBecomes({ counted: 3 }, { denominator: 'AGRICULTURAL_COOPERATIVES' });
  });
  afterAll(() => lienket.close());

  const update = (member: Member, input: object, effectiveOn: string = today) =>
    lienket.ask(
      'mutation ($id: ID!, $input: UpdateOrganizationInput!, $day: Date) { updateOrganization(id: $id, input: $input, effectiveOn: $day) { id } }',
      { id: member.organizationId, input, day: effectiveOn },
      manager,
    );
  const setStatus = (member: Member, status: string) =>
    lienket.ask(
      'mutation ($id: ID!, $status: OrganizationStatus!) { setOrganizationStatus(id: $id, status: $status) { id } }',
      { id: member.organizationId, status },
      manager,
    );
  const attest = (producer: Member) =>
    lienket.ask(
      ATTEST,
      {
        input: {
          ...{ form: 'PROCESSING', commodityCodes: ['paddy'], evidence: 'HĐ 12/2024, Cần Thơ' },
          ...{ signedOn: '2024-02-10', startsOn: '2024-01-01', endsOn: addYears(today, 1) },
          parties: [
            { organizationId: producer.organizationId, roles: ['PRODUCER'] },
            { organizationId: buyer.organizationId, roles: ['PROCESSOR'], lead: true },
          ],
        },
      },
      manager,
    );
  const rate = async (variables: object = {}, asking: Asking = {}) =>
    (await lienket.ask<{ participation: Figure }>(RATE, variables, asking)).participation;
  const series = async (variables: object) =>
    (await lienket.ask<{ participationSeries: Figure[] }>(SERIES, variables)).participationSeries;
  const by = async (variables: object, asking: Asking = {}) =>
    (await lienket.ask<{ participationBy: Group[] }>(BY, variables, asking)).participationBy;
  const refusal = async (document: string, variables: object, asking: Asking = {}) =>
    (await lienket.send(document, variables, asking)).errors?.[0]?.extensions;

  async function figureBecomes(wished: object, variables: object): Promise<Figure> {
    const giveUpAt = Date.now() + 10_000;
    for (;;) {
      const now = await rate(variables);
      if (Object.entries(wished).every(([field, value]) => now[field] === value)) return now;
      if (Date.now() > giveUpAt) throw new Error(`It never became ${JSON.stringify(wished)}: ${JSON.stringify(now)}`);
      await sleep(20);
    }
  }

  it('says all that it rests on, for each way of reading the target', async () => {
    const source = expect.stringMatching(/./);
    const target = { share: 0.5, comparison: 'AT_LEAST', dueOn: '2030-12-31', source };
    const common = { asOf: today, target, definition: 'linkage-share@1', knownAt: expect.stringMatching(/\.\d{3}Z$/) };
    const enterprise = { reason: 'ENTERPRISE', count: 1 };
    expect(await rate()).toEqual({
      ...{ ...common, denominator: 'ALL', participating: 2, participatingByAttestation: 1, counted: 4, rate: 0.5 },
      excluded: [enterprise],
    });
    expect(await rate({ denominator: 'GOOD_OR_FAIR' })).toEqual({
      ...{
        ...common,
        denominator: 'GOOD_OR_FAIR',
        participating: 2,
        participatingByAttestation: 1,
        counted: 2,
        rate: 1,
      },
      excluded: [enterprise, { reason: 'UNRATED', count: 1 }, { reason: 'RATED_LOWER', count: 1 }],
    });
    expect(await rate({ denominator: 'AGRICULTURAL_COOPERATIVES' })).toEqual({
      ...{ ...common, denominator: 'AGRICULTURAL_COOPERATIVES', participating: 2, participatingByAttestation: 1 },
      ...{ counted: 3, rate: 2 / 3, excluded: [enterprise, { reason: 'NOT_AGRICULTURAL', count: 1 }] },
    });
    expect(await rate({ denominator: 'COOPERATIVES', scope: { kinds: ['COOPERATIVE_GROUP', 'ENTERPRISE'] } })).toEqual({
      ...{ ...common, denominator: 'COOPERATIVES', participating: 0, participatingByAttestation: 0, counted: 0 },
      ...{ rate: null, target: null, excluded: [enterprise] },
    });
  });

  it('has the next target of the country, and none of other scopes or after the last', async () => {
    const targets = async (variables: object) => (await rate(variables)).target;
    expect(await targets({ asOf: '2030-12-31' })).toMatchObject({ dueOn: '2030-12-31' });
    expect(await targets({ asOf: '2031-01-01' })).toMatchObject({ dueOn: '2045-12-31', share: 0.75 });
    for (const scope of [{ provinceCodes: ['92'] }, { provinceCodes: ['92', '01'] }, { kinds: ['COOPERATIVE'] }])
      expect(await targets({ scope })).toBeNull();
    for (const scope of [null, {}, { provinceCodes: [], kinds: null, commodityCodes: [] }])
      expect(await targets({ scope })).toMatchObject({ dueOn: '2030-12-31' });
  });

  it('names every target that is still due, the next one first', async () => {
    const TARGETS =
      'query ($asOf: Date!) { figure: participation(asOf: $asOf) { target { dueOn } targets { dueOn share } } }';
    const due = (asOf: string) => lienket.ask<{ figure: unknown }>(TARGETS, { asOf }).then(({ figure }) => figure);
    const [first, last] = [
      { dueOn: '2030-12-31', share: 0.5 },
      { dueOn: '2045-12-31', share: 0.75 },
    ];
    expect(await due('2030-12-31')).toEqual({ target: { dueOn: first.dueOn }, targets: [first, last] });
    expect(await due('2031-01-01')).toEqual({ target: { dueOn: last.dueOn }, targets: [last] });
  });

  it('knows every day, before anything was registered too', async () => {
    expect(await rate({ asOf: '2024-02-10' })).toMatchObject({
      participating: 1,
      participatingByAttestation: 1,
      counted: 4,
    });
    expect(await rate({ asOf: '2024-02-09' })).toMatchObject({ participating: 0, counted: 4 });
    expect(await rate({ asOf: '2019-12-31' })).toMatchObject({ counted: 0, rate: null, excluded: [] });
    expect(await rate({ asOf: '0001-01-01' })).toMatchObject({ counted: 0 });
    expect(await rate({ asOf: addYears(today, 5) })).toMatchObject({ participating: 0, counted: 4 });
    expect(await rate({ asOf: '2024-12-30', denominator: 'GOOD_OR_FAIR' })).toMatchObject({ counted: 0 });
    expect(await rate({ asOf: '2024-12-31', denominator: 'GOOD_OR_FAIR' })).toMatchObject({ counted: 2 });
  });

  it('knew nothing before the first instant, and answers for any that has been', async () => {
    const first = '1970-01-01T00:00:00.000Z';
    for (const knownAt of ['0001-01-01T00:00:00Z', '1969-12-31T23:59:59.999Z', first, '2000-01-01T07:00:00+07:00'])
      expect([knownAt, await rate({ knownAt })]).toMatchObject([knownAt, { counted: 0, rate: null, knownAt: first }]);
    const { knownAt } = await rate();
    expect(await rate({ knownAt })).toEqual(await rate());
    expect(await by({ dimension: 'COMMODITY', knownAt: first }, manager)).toEqual([]);
    const before = new Date(Date.parse(knownAt) - 1).toISOString();
    expect((await rate({ knownAt: before })).knownAt < knownAt).toBe(true);
  });

  it('is refused in the order of the API, by the field at fault', async () => {
    const commodity = { scope: { commodityCodes: ['paddy'] } };
    const backwards = { from: today, to: addDays(today, -1) };
    const late = addDays(addYears(today, 5), 1);
    for (const [document, variables, asking, refused] of [
      [RATE, { ...commodity, asOf: late }, {}, { code: 'UNAUTHENTICATED' }],
      [SERIES, { ...commodity, ...backwards }, {}, { code: 'UNAUTHENTICATED' }],
      [BY, { ...commodity, dimension: 'KIND' }, {}, { code: 'UNAUTHENTICATED' }],
      [BY, { dimension: 'COMMODITY', asOf: late }, {}, { code: 'UNAUTHENTICATED' }],
      [SERIES, { ...commodity, ...backwards }, manager, { code: 'INVALID_INPUT', field: 'from' }],
      [SERIES, { from: today, to: late }, {}, { code: 'INVALID_INPUT', field: 'to' }],
      [RATE, { asOf: late }, {}, { code: 'INVALID_INPUT', field: 'asOf' }],
      [RATE, { asOf: '2026-02-30' }, {}, { code: 'INVALID_INPUT', field: 'asOf' }],
      [RATE, { knownAt: '2026-02-01' }, {}, { code: 'INVALID_INPUT', field: 'knownAt' }],
      [
        SERIES,
        { from: today, to: today, knownAt: '9999-01-01T00:00:00Z' },
        {},
        { code: 'INVALID_INPUT', field: 'knownAt' },
      ],
      [RATE, { scope: { provinceCodes: ['92', 'x'] } }, {}, { code: 'INVALID_INPUT', field: 'scope.provinceCodes.1' }],
      [RATE, { scope: { kinds: ['BANK'] } }, {}, { code: 'INVALID_INPUT', field: 'scope.kinds.0' }],
      [
        BY,
        { dimension: 'KIND', scope: { commodityCodes: ['x'] } },
        manager,
        { code: 'INVALID_INPUT', field: 'scope.commodityCodes.0' },
      ],
    ] as const)
      expect([variables, await refusal(document, variables, asking)]).toEqual([variables, refused]);
  });

  it('is at the ends of months, six hundred at most, and on the last day asked for', async () => {
    const days = (await series({ from: '2023-12-15', to: '2024-03-31' })).map(({ asOf, participating }) => [
      asOf,
      participating,
    ]);
    expect(days).toEqual([
      ['2023-12-31', 0],
      ['2024-01-31', 0],
      ['2024-02-29', 1],
      ['2024-03-31', 1],
    ]);
    expect(await series({ from: today, to: today })).toEqual([
      { asOf: today, participating: 2, counted: 4, knownAt: (await rate()).knownAt },
    ]);
    expect(await series({ from: '0050-01-30', to: '0050-02-10' })).toMatchObject([
      { asOf: '0050-01-31' },
      { asOf: '0050-02-10' },
    ]);
    expect(await series({ from: '1970-01-01', to: '2019-12-31' })).toHaveLength(600);
    expect(await refusal(SERIES, { from: '1970-01-01', to: '2020-01-01' })).toEqual({
      code: 'INVALID_INPUT',
      field: 'from',
    });
  });

  it('adds up over the groups of a dimension, which are listed by key', async () => {
    const whole = await rate();
    for (const [dimension, keys] of [
      ['PROVINCE', 34],
      ['KIND', 4],
      ['RATING', 5],
    ] as const) {
      const groups = await by({ dimension });
      expect(groups.map(({ key }) => key)).toEqual(groups.map(({ key }) => key).sort());
      expect(groups).toHaveLength(keys);
      for (const field of ['participating', 'counted', 'participatingByAttestation'] as const)
        expect(groups.reduce((sum, { rate: figure }) => sum + figure[field], 0)).toBe(whole[field]);
      expect(groups.every(({ rate: { knownAt } }) => knownAt === whole.knownAt)).toBe(true);
    }
    const rated = Object.fromEntries(
      (await by({ dimension: 'RATING' })).map(({ key, rate: { counted } }) => [key, counted]),
    );
    expect(rated).toEqual({ AVERAGE: 1, FAIR: 1, GOOD: 1, UNRATED: 1, WEAK: 0 });
    const [kind] = await by({ dimension: 'KIND' }, { language: 'vi' });
    expect(kind).toMatchObject({ key: 'COOPERATIVE', label: 'Hợp tác xã' });
  });

  it('by commodity counts the whole scope in each, also where it is only attested', async () => {
    const groups = (await by({ dimension: 'COMMODITY' }, { ...manager, language: 'en' })).map(
      ({ key, label, rate: figure }) => [
        ...[key, label, figure.participating, figure.participatingByAttestation, figure.counted, figure.target],
      ],
    );
    expect(groups).toEqual([
      ['milled_rice', expect.any(String), 1, 0, 4, null],
      ['paddy', expect.any(String), 1, 1, 4, null],
    ]);
    const both = { scope: { commodityCodes: ['paddy', 'milled_rice'] } };
    expect(await rate(both, manager)).toMatchObject({ participating: 2, participatingByAttestation: 1, counted: 4 });
    expect(await by({ dimension: 'COMMODITY', scope: { provinceCodes: ['01'] } }, manager)).toEqual(
      groups.map(([key]) =>
        expect.objectContaining({ key, rate: expect.objectContaining({ counted: 0, rate: null }) }),
      ),
    );
  });

  it('is the same as what organizations say of themselves, in lists and on any day', async () => {
    const list = async (participates: boolean) =>
      (
        await lienket.ask<{
          organizations: { totalCount: number; nodes: { id: string; now: boolean; then: boolean }[] };
        }>(
          `query ($is: Boolean) { organizations(filter: { participates: $is }) { totalCount nodes { id now: participates then: participates(asOf: "2024-06-01") } } }`,
          { is: participates },
          coops[3],
        )
      ).organizations;
    const [inChains, outside] = [await list(true), await list(false)];
    expect([inChains.totalCount, outside.totalCount]).toEqual([3, 2]);
    expect(inChains.nodes.every(({ now }) => now) && outside.nodes.every(({ now }) => !now)).toBe(true);
    expect(new Set(inChains.nodes.filter(({ then }) => then).map(({ id }) => id))).toEqual(
      new Set([coops[1].organizationId, buyer.organizationId]),
    );
  });

  it('is public on the socket, but not by commodity', async () => {
    const refused = async (variables: Record<string, unknown>) => {
      for await (const { errors } of lienket.socket().iterate({ query: WATCH, variables })) return errors;
      return undefined;
    };
    expect(await refused({ scope: { commodityCodes: ['paddy'] } })).toMatchObject([
      { extensions: { code: 'UNAUTHENTICATED' } },
    ]);
    expect(await refused({ scope: { provinceCodes: ['x'] } })).toMatchObject([
      { extensions: { code: 'INVALID_INPUT', field: 'scope.provinceCodes.0' } },
    ]);
    const commodity = { scope: { commodityCodes: ['paddy'] } };
    const screen = follow<{ participationChanged: Figure }>(lienket.socket(manager.token), WATCH, commodity);
    expect((await screen.next()).value).toMatchObject({ participationChanged: { participating: 1, counted: 4 } });
    await screen.return?.();
  });

  it('comes at most five times a second, the last never lost, and never the same again', async () => {
    const messages: { at: number; figure: Figure }[] = [];
    const leave = lienket.socket().subscribe<{ participationChanged: Figure }>(
      { query: WATCH },
      {
        next: ({ data }) => data && messages.push({ at: performance.now(), figure: data.participationChanged }),
        error: () => undefined,
        complete: () => undefined,
      },
    );
    while (messages.length === 0) await sleep(5);
    for (let turn = 0; turn < 20; turn += 1) {
      await setStatus(coops[2], turn % 2 === 0 ? 'SUSPENDED' : 'ACTIVE');
      await sleep(50);
    }
    // Nothing that is watched moves by this, for it takes part already.
    const id = await offerReadyToSign(lienket, coops[1], buyer, [{ listingId: null, quantityKg: '10' }]);
    await lienket.ask(SIGN, { id }, buyer);
    await setStatus(coops[3], 'SUSPENDED');
    while (messages.at(-1)?.figure.counted !== 3) await sleep(20);
    await sleep(500);
    leave();
    expect(messages.length).toBeGreaterThan(3);
    for (const [index, { at, figure }] of messages.entries()) {
      const before = messages[index - 1]?.figure;
      if (before) {
        expect(figure.knownAt > before.knownAt).toBe(true);
        expect([figure.participating, figure.counted]).not.toEqual([before.participating, before.counted]);
      }
      const sixth = messages[index + 5];
      if (sixth) expect(sixth.at - at).toBeGreaterThan(1000);
    }
    await setStatus(coops[3], 'ACTIVE');
    await figureBecomes({ counted: 4, participatingByAttestation: 0 }, {});
  });

  it('does not count a contract between a union and its member while it is a member', async () => {
    const { registerOrganization: union } = await lienket.ask<{ registerOrganization: { id: string } }>(
      'mutation ($input: RegisterOrganizationInput!) { registerOrganization(input: $input) { id } }',
      { input: { kind: 'COOPERATIVE_UNION', name: 'Liên hiệp', provinceCode: '01', chainRoles: ['DISTRIBUTOR'] } },
      manager,
    );
    const input = {
      ...{
        form: 'PROCESSING',
        commodityCodes: ['coffee_green'],
        evidence: '1',
        signedOn: today,
        startsOn: today,
        endsOn: today,
      },
      parties: [
        { organizationId: coops[3].organizationId, roles: ['PRODUCER'] },
        { organizationId: union.id, roles: ['DISTRIBUTOR'], lead: true },
      ],
    };
    const commodityCodes = (
      await lienket.ask<{ commodities: { code: string }[] }>('{ commodities { code } }')
    ).commodities
      .slice(0, 1)
      .map(({ code }) => code);
    await lienket.ask(ATTEST, { input: { ...input, commodityCodes } }, manager);
    await figureBecomes({ participating: 4, counted: 5 }, {});
    await update(coops[3], { memberOfId: union.id });
    await figureBecomes({ participating: 2, counted: 5 }, {});
    await update(coops[3], { memberOfId: null });
    await figureBecomes({ participating: 4, counted: 5 }, {});
  });
});
