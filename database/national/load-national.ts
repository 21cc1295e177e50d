import { recountAll } from '@lienket/participation';
import { Database, type Day } from '@lienket/platform';
import { createHash } from 'node:crypto';
import pg from 'pg';
import sql from 'sql-template-tag';
import { readProvinces } from '../demo/demo-crops.js';
import { guard, saveAcquaintances, setContractNumber, unguard } from '../demo/demo-tables.js';
import {
  contractRows,
  deliveryRows,
  eventRows,
  lineRows,
  partyRows,
  signatureRows,
  versionRows,
} from './contract-rows.js';
import { copyRows, type TableRows } from './copy-rows.js';
import { makeAgreements } from './national-agreements.js';
import { readRankedCrops } from './national-crops.js';
import { makeOrganizations } from './national-organizations.js';
import { planOf, type NationalPlan } from './national-plan.js';
import { letSignIn, makeUsers } from './national-users.js';
import { demandRows, listingRows } from './posting-rows.js';
import { organizationRows, profileRows, ratingRows, statusDecisionRows } from './registry-rows.js';
import { takeIndexes } from './table-indexes.js';

export interface NationalRequest {
  /** 1 is the plan for 2030; from 0.001 to 3. */
  readonly scale: number;
  readonly seed: number;
  readonly today: Day;
  /** Told of each step that is done. */
  readonly progress: (step: string) => void;
}

export interface NationalReport {
  /** Of every row that was copied: the same for the same scale, seed and day, whatever the machine. */
  readonly digest: string;
  readonly rows: Readonly<Record<string, number>>;
}

const FACTS = ['participation.profile_fact', 'participation.link_fact'];
const ACQUAINTANCES = ['registry.acquaintance', 'market.posting_acquaintance'];
const SETTINGS = "set synchronous_commit = off; set maintenance_work_mem = '256MB'; set timezone = 'UTC'";

/** Fills a migrated database without organizations. While it works the tables have no indexes: it must be alone in there. */
export async function loadNational(
  url: string,
  { scale, seed, today, progress }: NationalRequest,
): Promise<NationalReport> {
  const plan = planOf(scale, today);
  const database = await Database.connect(url, 2, []);
  const [copier, builder] = [new pg.Client({ connectionString: url }), new pg.Client({ connectionString: url })];
  try {
    for (const client of [copier, builder]) {
      await client.connect();
      await client.query(SETTINGS);
    }
    const [anybody] = await database.query(
      sql`select from registry.organization union all select from identity.app_user limit 1`,
    );
    if (anybody) throw new Error('National data go only into a database without organizations and users.');
    return await load({ database, copier, builder }, { seed, plan, progress });
  } finally {
    await Promise.all([copier.end(), builder.end(), database.close()]);
  }
}

interface Lanes {
  readonly database: Database;
  /** Sends rows; beside it the other one builds indexes of what has come. */
  readonly copier: pg.Client;
  readonly builder: pg.Client;
}

async function load(
  { database, copier, builder }: Lanes,
  { seed, plan, progress }: { seed: number; plan: NationalPlan; progress: (step: string) => void },
): Promise<NationalReport> {
  const [crops, provinces] = await Promise.all([readRankedCrops(database), readProvinces()]);
  const register = makeOrganizations(seed, plan, { crops, provinces });
  const agreements = makeAgreements(seed, plan, crops, register);
  agreements.sort((a, b) => a.offeredAt - b.offeredAt || (a.id < b.id ? -1 : 1));
  const users = makeUsers(seed, plan, register, agreements);
  progress('drawn');

  /** On which a figure rests: first, so that the recount goes on beside the rest. */
  const basis = [
    organizationRows(seed, register.all),
    profileRows(register.all),
    ratingRows(seed, plan, register.all),
    contractRows(agreements, users.managerId),
    partyRows(agreements),
  ];
  const rest = [
    eventRows(agreements, plan.today, users.managerId, users),
    statusDecisionRows(register.all, users.managerId),
    users.rows,
    versionRows(agreements),
    lineRows(agreements),
    signatureRows(agreements, users),
    deliveryRows(agreements),
    listingRows(seed, plan, crops, register, agreements),
    demandRows(seed, plan, crops, register, agreements),
  ];
  await database.transaction(unguard);
  const tablesOf = (some: readonly TableRows[]): string[] => some.map(({ table }) => table);
  const indexes = await takeIndexes(copier, [...tablesOf(basis), ...tablesOf(rest), ...FACTS, ...ACQUAINTANCES]);
  const digest = createHash('sha256');
  const rows: Record<string, number> = {};
  const copy = async (tables: readonly TableRows[]): Promise<void> => {
    for (const table of tables) {
      const count = (rows[table.table] = await copyRows(copier, table, digest));
      progress(`${count.toLocaleString('en')} rows of ${table.table}`);
    }
  };
  /** With the statistics by which the first questions are planned. */
  const restoreAll = async (client: pg.Client, tables: string[]): Promise<void> => {
    for (let table = tables.shift(); table !== undefined; table = tables.shift()) {
      await indexes.restoreOf(client, table);
      const analyze = `analyze ${table}`;
      await client.query(analyze);
      progress(`indexes of ${table}`);
    }
  };
  const count = async (): Promise<void> => {
    await restoreAll(builder, tablesOf(basis));
    await database.transaction(recountAll);
    progress('participation counted');
    await restoreAll(builder, [...FACTS]);
  };

  await copy(basis);
  await Promise.all([copy(rest), count()]);
  const left = tablesOf(rest);
  await Promise.all([restoreAll(copier, left), restoreAll(builder, left)]);
  await database.transaction(saveAcquaintances);
  await restoreAll(builder, [...ACQUAINTANCES]);
  await indexes.restoreReferences(builder);
  progress('references');
  await database.transaction(async (tx) => {
    await setContractNumber(tx, agreements.length);
    await letSignIn(tx);
    await guard(tx);
  });
  return { digest: digest.digest('hex'), rows };
}
