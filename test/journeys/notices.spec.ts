import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { JobQueue } from '@lienket/platform';
import sql from 'sql-template-tag';
import { backends } from '../support/backends.js';
import { eventually } from '../support/eventually.js';
import { follow, startLienket, TestClock, type Lienket } from '../support/lienket.js';
import { addColleague, addNewcomer } from '../support/people.js';
import { deskOf, openRivalMarket, RIVAL_NOON, type RivalMarket } from '../support/rival-market.js';

interface Notice {
  readonly id: string;
  readonly kind: string;
  readonly text: string;
  readonly isRead: boolean;
  readonly at: string;
  readonly contract: { readonly id: string } | null;
  readonly by: { readonly id: string } | null;
}

const NOTICES = `query ($first: Int, $after: String) { notices(first: $first, after: $after) { totalCount pageInfo { hasNextPage endCursor }
  nodes { id kind at text isRead contract { id } by { id } } } }`;
const SIGN = 'mutation ($id: ID!) { signContract(id: $id, expectedVersion: 1) { status } }';
const READ_ALL = 'mutation ($until: DateTime!) { readAllNotices(until: $until) }';
const WATCH = 'subscription { unreadNoticesChanged }';
const HEARD_WITHIN_MS = 5000;

describe.each(backends(1))('on $name, what happened to mine', ({ settings }) => {
  let lienket: Lienket;
  let clock: TestClock;
  let market: RivalMarket;

  beforeAll(async () => {
    clock = new TestClock(new Date(RIVAL_NOON));
    lienket = await startLienket(settings, clock);
    market = await openRivalMarket(lienket);
  });
  afterAll(() => lienket.close());

  const page = (token: string, variables: object = {}, language: 'vi' | 'en' = 'vi') =>
    lienket
      .ask<{
        notices: { totalCount: number; nodes: Notice[]; pageInfo: { hasNextPage: boolean; endCursor: string } };
      }>(NOTICES, variables, { token, language })
      .then(({ notices }) => notices);
  const about = async (contractId: string, token: string, language?: 'vi' | 'en') =>
    (await page(token, { first: 100 }, language)).nodes.filter(({ contract }) => contract?.id === contractId);
  const isTold = (contractId: string, token: string, kind: string) =>
    eventually(async () => (await about(contractId, token)).some((notice) => notice.kind === kind), HEARD_WITHIN_MS);
  const unread = (token: string) =>
    lienket
      .ask<{ notices: { unreadCount: number } }>('{ notices { unreadCount } }', {}, { token })
      .then(({ notices }) => notices.unreadCount);

  it('is told to the other party in its language, and to nobody who has no part in it', async () => {
    const { farm, mill, union, stranger, homeless, newcomer, manager80, country, administrator } = market;
    const offered = await deskOf(lienket).offer(mill, farm, mill);
    expect(await isTold(offered.id, farm.token, 'OFFERED')).not.toBeNull();
    await lienket.ask(SIGN, { id: offered.id }, { token: farm.token });
    expect(await isTold(offered.id, mill.token, 'SIGNED_BY_PARTY')).not.toBeNull();
    await lienket.ask(SIGN, { id: offered.id }, { token: mill.token });
    expect(await isTold(offered.id, farm.token, 'SIGNED')).not.toBeNull();

    const ours = await about(offered.id, farm.token);
    expect(ours.map(({ kind, by }) => [kind, by?.id])).toEqual([
      ['SIGNED', undefined],
      ['OFFERED', mill.organizationId],
    ]);
    const [number] = /LK-\d{4}-\d{6}/.exec(ours[0]!.text) ?? [];
    expect(ours[0]!.text).toBe(`Hợp đồng ${number!} đã đủ chữ ký.`);
    expect((await about(offered.id, farm.token, 'en'))[0]!.text).toBe(`Contract ${number!} is signed by everybody.`);
    const theirs = await about(offered.id, mill.token);
    expect(theirs.map(({ kind, by }) => [kind, by?.id])).toEqual([['SIGNED_BY_PARTY', farm.organizationId]]);
    // Nobody is told a price or a quantity.
    expect([...ours, ...theirs].map(({ text }) => text.replace(number!, '')).join()).not.toMatch(/\d/);
    for (const token of [union.token, stranger.token, newcomer.token, homeless, manager80, country, administrator]) {
      expect(await about(offered.id, token)).toEqual([]);
      expect(await unread(token)).toBe((await page(token, { first: 100 })).nodes.length);
    }
  });

  it('moves the bell of whoever looks, within a second of what the other side does, and of what they read', async () => {
    const { farm, mill } = market;
    const bell = follow<{ unreadNoticesChanged: number }>(lienket.socket(farm.token), WATCH);
    const next = async () => (await bell.next()).value as { unreadNoticesChanged: number };
    const { unreadNoticesChanged: before } = await next();
    expect(before).toBe(await unread(farm.token));
    const doneAt = performance.now();
    await deskOf(lienket).offer(mill, farm, mill);
    expect(await next()).toEqual({ unreadNoticesChanged: before + 1 });
    console.info(`bell after ${(performance.now() - doneAt).toFixed(0)} ms`);
    const [newest] = (await page(farm.token)).nodes;
    await lienket.ask('mutation ($id: ID!) { readNotice(id: $id) { isRead } }', { id: newest!.id }, farm);
    expect(await next()).toEqual({ unreadNoticesChanged: before });
    await lienket.ask(READ_ALL, { until: newest!.at }, farm);
    expect(await next()).toEqual({ unreadNoticesChanged: 0 });
    await bell.return?.();
  });

  it('is no more told to who has left, whose bell is taken down, and is to who comes', async () => {
    const { farm, mill } = market;
    const colleague = await addColleague(lienket, farm, 'READER');
    expect(await unread(colleague.token)).toBeGreaterThan(0);
    const socket = lienket.socket(colleague.token);
    const bell = follow<{ unreadNoticesChanged: number }>(socket, WATCH);
    await bell.next();
    await lienket.ask('mutation { leaveOrganization }', {}, { token: colleague.token });
    await expect(bell.next()).rejects.toMatchObject({ code: 4403 });
    const offered = await deskOf(lienket).offer(mill, farm, mill);
    expect(await isTold(offered.id, farm.token, 'OFFERED')).not.toBeNull();
    expect(await page(colleague.token)).toMatchObject({ totalCount: 0, nodes: [] });
    expect(await unread(colleague.token)).toBe(0);
  });

  it('ends with the session', async () => {
    const { farm } = market;
    const { token } = await addColleague(lienket, farm, 'TRADER');
    const bell = follow<{ unreadNoticesChanged: number }>(lienket.socket(token), WATCH);
    await bell.next();
    await lienket.ask('mutation { signOut }', {}, { token });
    await expect(bell.next()).rejects.toMatchObject({ code: 4401 });
  });

  it('says to who claimed an organization what became of it, and to nobody else', async () => {
    const { manager80, farm } = market;
    const { it: claimed } = await lienket.ask<{ it: { id: string } }>(
      'mutation ($input: RegisterOrganizationInput!) { it: registerOrganization(input: $input) { id } }',
      { input: { kind: 'COOPERATIVE', name: 'HTX chưa có ai', provinceCode: '80', chainRoles: ['PRODUCER'] } },
      { token: manager80 },
    );
    const [granted, refused, stranger, other] = [
      await addNewcomer(lienket),
      await addNewcomer(lienket),
      await addNewcomer(lienket),
      await addNewcomer(lienket),
    ];
    for (const { token } of [granted, refused, stranger])
      await lienket.ask(
        'mutation ($id: ID!) { claimOrganization(organizationId: $id) }',
        { id: claimed.id },
        { token },
      );
    const REFUSED =
      'Yêu cầu làm người của HTX chưa có ai không được chấp nhận. Hãy hỏi cán bộ quản lý của tỉnh, hoặc nhờ người của tổ chức mời bạn.';
    const texts = async (token: string) => (await page(token)).nodes.map(({ text }) => text);
    await lienket.ask(
      'mutation ($id: ID!, $login: String!) { refuseClaim(organizationId: $id, login: $login) { id } }',
      { id: claimed.id, login: stranger.login },
      { token: manager80 },
    );
    expect(await eventually(async () => (await unread(stranger.token)) === 1, HEARD_WITHIN_MS)).not.toBeNull();
    expect(await texts(stranger.token)).toEqual([REFUSED]);
    expect(await texts(refused.token)).toEqual([]);
    clock.set(new Date(clock.now().getTime() + 60_000).toISOString());
    await lienket.ask(
      'mutation ($id: ID!, $login: String!) { approveClaim(organizationId: $id, login: $login) { id } }',
      { id: claimed.id, login: granted.login },
      { token: manager80 },
    );
    expect(await eventually(async () => (await unread(refused.token)) === 1, HEARD_WITHIN_MS)).not.toBeNull();
    expect(await texts(granted.token)).toEqual(['Bạn được xác nhận là người của HTX chưa có ai.']);
    expect(await texts(refused.token)).toEqual([REFUSED]);
    // Who was refused before is not told so again.
    expect(await texts(stranger.token)).toEqual([REFUSED]);
    expect(await texts(other.token)).toEqual([]);
    // A colleague who comes later is told nothing of what was one person's.
    const colleague = await addColleague(lienket, granted, 'TRADER');
    expect(await texts(colleague.token)).toEqual([]);
    expect((await texts(farm.token)).join()).not.toContain('chưa có ai');
  });

  it('comes page by page, newest first', async () => {
    const { token } = market.farm;
    const all = await page(token, { first: 100 });
    expect(all.totalCount).toBe(all.nodes.length);
    const seen: Notice[] = [];
    for (let after: string | null = null; ;) {
      const { nodes, pageInfo }: Awaited<ReturnType<typeof page>> = await page(token, { first: 2, after });
      seen.push(...nodes);
      if (!pageInfo.hasNextPage) break;
      after = pageInfo.endCursor;
    }
    expect(seen).toEqual(all.nodes);
    expect(seen.map(({ at }) => at)).toEqual(
      seen
        .map(({ at }) => at)
        .sort()
        .reverse(),
    );
  });

  it('is told though its job was lost with the queue', async () => {
    const { farm, mill } = market;
    const queue = lienket.part(JobQueue);
    const lost = queue.add.bind(queue);
    let losses = 0;
    queue.add = (job, payload) => {
      if (job.name !== 'notices.tell-news' || losses > 0) return lost(job, payload);
      losses += 1;
      return Promise.resolve();
    };
    const offered = await deskOf(lienket).offer(mill, farm, mill);
    expect(await isTold(offered.id, farm.token, 'OFFERED')).not.toBeNull();
    expect(losses).toBe(1);
    queue.add = lost;
    const [left] = await lienket.owner.query<{ count: number }>(
      sql`select count(*) from platform.outbox where topic = 'contracts.history-written'`,
    );
    expect(left).toEqual({ count: 0 });
  });
});
