import { afterAll, beforeAll, expect, it } from '@jest/globals';
import sql from 'sql-template-tag';
import { TradeWorld, type Trader } from '../../../test/support/trade-world.js';
import { LiveUnread } from './live-unread.js';

let world: TradeWorld;
let reader: Trader;
beforeAll(async () => {
  world = await TradeWorld.open();
  reader = await world.trader();
});
afterAll(() => world.close());

it('a notice of which nobody rang the bell is counted all the same, within fifteen seconds', async () => {
  const counts = await world.get(LiveUnread).follow(reader);
  expect(await counts.next()).toEqual({ done: false, value: 0 });
  const toldAt = performance.now();
  await world.database.query(sql`
    insert into notices.notice (organization_id, kind, contract_id, sequence, at)
    values (${reader.organizationId}, 'OFFERED', gen_random_uuid(), 1, ${world.clock.now()})`);
  expect(await counts.next()).toEqual({ done: false, value: 1 });
  console.info(`a bell that nobody rang: counted after ${(performance.now() - toldAt).toFixed(0)} ms`);
  await counts.return?.();
});
