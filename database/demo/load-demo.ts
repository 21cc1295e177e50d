import { recount } from '@lienket/participation';
import type { Clock, Database, Transaction } from '@lienket/platform';
import sql from 'sql-template-tag';
import { makeUsers } from './demo-accounts.js';
import { calendarOf } from './demo-calendar.js';
import { numberContracts, writeAttested, writeSigned, writeUnsigned } from './demo-contracts.js';
import { readCrops, readProvinces } from './demo-crops.js';
import type { Desk } from './demo-desk.js';
import { diceOf } from './demo-dice.js';
import { knownIn, saveHistoryStep, type DemoHistory } from './demo-history.js';
import { makeLinkages } from './demo-linkages.js';
import { makeSpotSales, makeUnsigned } from './demo-offers.js';
import { makeRegister } from './demo-organizations.js';
import { fillMarket } from './demo-postings.js';
import { makeRatings } from './demo-ratings.js';
import { noRows } from './demo-rows.js';
import { analyzeAll, guard, insertRows, saveAcquaintances, setContractNumber, unguard } from './demo-tables.js';

const DEMO_LOCK = 1_684_368_751;
const SEED = 20_260_630;

/**
 * Loads the demo data set, dated relative to the clock's today, in one transaction. Does nothing where there is any
 * organization or user: the history has known instants in the past, which only an empty database can take.
 */
export async function loadDemo(database: Database, clock: Clock): Promise<void> {
  await database.transaction(async (tx) => {
    await tx.query(sql`select pg_advisory_xact_lock(${DEMO_LOCK})`);
    if (await hasOrganizations(tx)) return;
    await unguard(tx);
    if (!(await hasUsers(tx))) await load(tx, clock);
    await guard(tx);
  });
}

const hasOrganizations = async (tx: Transaction): Promise<boolean> =>
  (await tx.query(sql`select from registry.organization limit 1`)).length > 0;

const hasUsers = async (tx: Transaction): Promise<boolean> =>
  (await tx.query(sql`select from identity.app_user limit 1`)).length > 0;

async function load(tx: Transaction, clock: Clock): Promise<void> {
  const dice = diceOf(SEED);
  const calendar = calendarOf(clock.today());
  const [crops, provinces] = await Promise.all([readCrops(tx), readProvinces()]);
  const register = makeRegister(dice, calendar, provinces, crops);
  const users = makeUsers(dice, calendar, register);
  const desk: Desk = { dice, calendar, rows: noRows(), managerId: users.managerId, userOf: users.userOf };

  const agreements = [...makeLinkages(dice, calendar, register), ...makeSpotSales(dice, calendar, register)];
  for (const agreement of agreements) (agreement.origin === 'ATTESTED' ? writeAttested : writeSigned)(desk, agreement);
  for (const { agreement, fate } of makeUnsigned(dice, calendar, register)) writeUnsigned(desk, agreement, fate);
  numberContracts(desk.rows.contracts);
  fillMarket(desk, register, provinces, crops);
  const history: DemoHistory = {
    organizations: register.all,
    ratings: makeRatings(dice, calendar, register),
    contracts: desk.rows.contracts,
  };

  await insertRows(tx, 'identity.app_user', await users.rows());
  for (const step of calendar.steps) {
    const touched = await saveHistoryStep(tx, knownIn(history, step));
    if (step === calendar.steps[0]) await analyzeAll(tx);
    await recount(tx, touched, step.knownAt);
  }
  await insertRows(tx, 'registry.status_decision', statusDecisions(history, users.managerId));
  await insertRows(tx, 'market.listing', desk.rows.listings);
  await insertRows(tx, 'market.demand', desk.rows.demands);
  await insertRows(tx, 'contracts.contract_version', desk.rows.versions);
  await insertRows(tx, 'contracts.contract_line', desk.rows.lines);
  await insertRows(tx, 'contracts.signature', desk.rows.signatures);
  await insertRows(tx, 'contracts.contract_event', desk.rows.events);
  await insertRows(tx, 'contracts.delivery', desk.rows.deliveries);
  await saveAcquaintances(tx);
  await setContractNumber(tx, desk.rows.contracts.length);
  await analyzeAll(tx);
}

const statusDecisions = ({ organizations }: DemoHistory, managerId: string): object[] =>
  organizations.flatMap((organization) =>
    organization.changes.flatMap(({ profile, effectiveOn, knownOn, reason }) =>
      profile.status === undefined
        ? []
        : [
            {
              organization_id: organization.id,
              status: profile.status,
              effective_on: effectiveOn,
              reason: reason ?? null,
              decided_by: managerId,
              decided_at: `${knownOn}T03:00:00Z`,
            },
          ],
    ),
  );
