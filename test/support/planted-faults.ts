import { CONTRACT_CHANGED, HISTORY_WRITTEN, type ContractChanged, type HistoryWritten } from '@lienket/contracts';
import { tellEntries } from '@lienket/notices';
import { recount } from '@lienket/participation';
import { takeAnnouncements, type Database, type Transaction } from '@lienket/platform';
import sql from 'sql-template-tag';
import type { CrashPoint } from './crash-points.js';
import type { Planted } from './mortal-house.js';

/** A house built wrongly. Whoever looks for faults must find this one. */
export interface PlantedFault extends Planted {
  readonly name: string;
  readonly side: CrashPoint['side'];
  /** Where it breaks for sure; elsewhere that is a matter of which job comes first. */
  readonly weakest?: CrashPoint;
}

const BATCH = 500;
const partiesOf = (taken: readonly ContractChanged[]) => taken.flatMap(({ organizationIds }) => organizationIds);

export const PLANTED_FAULTS: readonly PlantedFault[] = [
  {
    name: 'acknowledges before it has committed',
    side: 'DOOR',
    carryOut: ({ commands, actor }, _, work) =>
      new Promise((acknowledge, fail) => {
        const early = async (tx: Transaction) => {
          const outcome = await work(tx);
          acknowledge(outcome);
          return outcome;
        };
        commands.run(early, { actor }).catch(fail);
      }),
  },
  {
    name: 'keeps no key',
    side: 'DOOR',
    carryOut: ({ commands, actor }, _, work) => commands.run(work, { actor }),
  },
  {
    name: 'takes the announcements before their effect',
    side: 'WORKER',
    recount: (database) => async () => {
      const taken = await database.transaction((tx) =>
        takeAnnouncements<ContractChanged>(tx, [CONTRACT_CHANGED], BATCH),
      );
      await database.transaction((tx) => recount(tx, { parties: partiesOf(taken), changedOrganizations: [] }));
    },
  },
  {
    name: 'takes the news of histories before it has told of them',
    side: 'WORKER',
    tell: (database) => async () => {
      const taken = await database.transaction((tx) => takeAnnouncements<HistoryWritten>(tx, [HISTORY_WRITTEN], BATCH));
      await database.transaction((tx) =>
        tellEntries(
          tx,
          taken.flatMap(({ entries }) => entries),
        ),
      );
    },
  },
  {
    name: 'adds one instead of recounting',
    side: 'WORKER',
    weakest: {
      ...{ name: 'between the sum and the announcements', side: 'WORKER', wish: 'SIGN', fate: 'CUT_BEFORE' },
      statement: /delete from platform\.outbox where id = any/,
    },
    // One after the other, so that it is right as long as nothing dies between the two transactions.
    recount: (database) => {
      let turn = Promise.resolve();
      return () => (turn = turn.then(() => addOne(database)));
    },
  },
];

async function addOne(database: Database): Promise<void> {
  const told = await database.transaction(async (tx) => {
    const rows = await tx.query<{ id: number; payload: ContractChanged }>(
      sql`select id, payload from platform.outbox where topic = ${CONTRACT_CHANGED} order by id limit ${BATCH}`,
    );
    await recount(tx, { parties: partiesOf(rows.map(({ payload }) => payload)), changedOrganizations: [] });
    await tx.query(sql`update planted.sum set linked = linked + ${rows.length}, counts = true`);
    return rows;
  });
  await database.query(sql`delete from platform.outbox where id = any(${told.map(({ id }) => id)}::bigint[])`);
}
