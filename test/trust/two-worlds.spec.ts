import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import sql from 'sql-template-tag';
import { answerOf, comparable, differingFields } from '../support/answers.js';
import { inShortOrLong, isLongForm } from '../support/fault-counts.js';
import { diceOf, seedOfTest, type Dice } from '../support/random-match-world.js';
import { competeInTheOpen, competeUnseen, type RivalMarket } from '../support/rival-market.js';
import type { TestDatabase } from '../support/database.js';
import {
  fileOf,
  firstFrame,
  keptRows,
  operationsAbout,
  outsiders,
  SCHEMA,
  seedMarket,
  setRowSecurity,
  startWorld,
  type World,
} from '../support/two-worlds.js';
import type { Operations } from '../support/operations.js';

const SEED = seedOfTest();
const RANDOM = inShortOrLong(300, 1000);
const AT_ONCE = 8;

/** What may change for others when rivals sign: a figure, what is left of their postings, and what is ordered by these. */
const COMMITTED = [
  'Bundle.averagePriceVndPerKg',
  'Bundle.gap',
  'Bundle.quantityKg',
  'Bundle.score',
  'Bundle.suppliers',
  'BundleSupplier.listing',
  'BundleSupplier.quantityKg',
  'Demand.bundles',
  'Demand.remainingKg',
  'Demand.status',
  'DemandConnection.edges',
  'DemandConnection.nodes',
  'DemandConnection.totalCount',
  'FailedRule.change',
  'FailedRule.demandWants',
  'FailedRule.listingHas',
  'FailedRule.rule',
  'Listing.remainingKg',
  'MatchConnection.edges',
  'MatchConnection.nodes',
  'MatchConnection.totalCount',
  'Organization.participates',
  'OrganizationConnection.nodes',
  'OrganizationConnection.totalCount',
  'PageInfo.endCursor',
  'PageInfo.hasNextPage',
  'PairExplanation.failures',
  'PairExplanation.feasible',
  'PairExplanation.match',
  'ParticipationRate.knownAt',
  'ParticipationRate.participating',
  'ParticipationRate.participatingByAttestation',
  'ParticipationRate.rate',
  'Query.demand',
  'Query.explainPair',
];

/** Who looked at what depends on who asked first, of all who ask at once: what it shows to whom has tests of its own. */
const OF_LOOKS = /\b(accesses|myData)\b/;

/** What is sent as a file, beside GraphQL. */
const FILES = [
  'participation/figures.xlsx',
  'participation/figures.xlsx?commodityCodes=paddy',
  'participation/organizations.xlsx',
  'participation/organizations.xlsx?commodityCodes=paddy&denominator=COOPERATIVES',
  'participation/organizations.xlsx?participates=false',
];

const POSTING = 'variety quantityKg location { latitude }';
const LINES = 'lines { quantityKg priceVndPerKg variety }';
const EVERY_SECRET = `{
  organizations(first: 100, filter: { statuses: [PENDING, ACTIVE] }) {
    nodes { name taxCode commune location { latitude } contact { name phone } people(first: 5) { nodes { login } } }
  }
  claims(first: 50) { nodes { login } }
  listings(first: 100, filter: { statuses: [OPEN, WITHDRAWN, EXPIRED] }) { nodes { ${POSTING} askPriceVndPerKg } }
  demands(first: 100, filter: { statuses: [OPEN, WITHDRAWN] }) { nodes { ${POSTING} maximumPriceVndPerKg } }
  matchingRounds(first: 20) { nodes { objectiveVnd boundVnd
    allocations { nodes { priceVndPerKg surplusVnd } } shadowPrices { nodes { supplyVndPerKg demandVndPerKg } } } }
  contracts(first: 50) { nodes { terms evidence ${LINES} versions { terms ${LINES} } deliveries { nodes { note } } } }
}`;

let seed: TestDatabase;
let market: RivalMarket;
/** Without the rivals' secrets; with them; and after the rivals have signed. */
let without: World;
let unseen: World;
let signed: World;
let operations: Operations;
let systematic: string[];
let dice: Dice;
/** Whatever anybody but the rivals came to hear, and whatever the house wrote for itself. */
const heard: string[] = [];
const framesMeanwhile: string[][] = [];

beforeAll(async () => {
  console.info(`LIENKET_TEST_SEED=${SEED}`);
  dice = diceOf(SEED);
  ({ seed, market } = await seedMarket());
  without = await startWorld(await seed.copy());
  unseen = await startWorld(await seed.copy());
  const followers = Object.values(outsiders(market)).map((token) => {
    const frames: string[] = [];
    framesMeanwhile.push(frames);
    return unseen.socket(token).subscribe<object>(
      { query: 'subscription { participationChanged { participating counted rate } }' },
      {
        next: (frame) => void frames.push(JSON.stringify(frame)),
        error: (fault) => void frames.push(JSON.stringify(fault)),
        complete: () => undefined,
      },
    );
  });
  await competeUnseen(unseen, market);
  // What a supplier has been offered is one of several here, and by itself there.
  await unseen.owner.query(sql`
    with award as (
      insert into contracts.award (buyer_id, demand_id, created_at)
      values (${market.rivalMill.organizationId}, ${market.rivalDemand}, now()) returning id
    )
    insert into contracts.award_contract select ${market.contracts.offered.id}::uuid, id from award`);
  await new Promise((resolve) => setTimeout(resolve, 500));
  for (const unfollow of followers) unfollow();
  await unseen.close();
  heard.push(...unseen.lines);
  signed = await startWorld(await unseen.database.copy());
  unseen = await startWorld(unseen.database);
  await competeInTheOpen(signed, market);
  operations = await operationsAbout(unseen, market, inShortOrLong(1, 2));
  systematic = [...operations.everyPath(), ...operations.everyArgument()];
});

afterAll(async () => {
  for (const world of [without, unseen, signed]) {
    await world.close();
    await world.database.drop();
  }
  await seed.drop();
});

describe('two worlds that differ in what rivals keep to themselves', () => {
  it('are asked for everything that the schema has', () => {
    const asked = operations.askedBy([...systematic, ...operations.everySubscription()]);
    const askable = [...operations.askable()];
    console.info(`${systematic.length} operations made of ${askable.length} fields and arguments`);
    expect(askable.filter((coordinate) => !asked.has(coordinate))).toEqual([]);
  });

  it('answer everybody else alike, to the last byte', async () => {
    const documents = [...systematic, ...Array.from({ length: RANDOM }, () => operations.random(dice))].filter(
      (document) => !OF_LOOKS.test(document),
    );
    const different = await differences(documents, outsiders(market), without, unseen);
    expect(different.slice(0, 3)).toEqual([]);
  }, 1_800_000);

  it('send everybody else the same files, to the last cell', async () => {
    for (const [who, token] of Object.entries(outsiders(market)))
      for (const path of FILES) {
        const [one, other] = await Promise.all([without, unseen].map((world) => fileOf(world, path, token)));
        heard.push(other!.text);
        expect([who, path, other!.comparable]).toEqual([who, path, one!.comparable]);
      }
  });

  it('tell their followers alike', async () => {
    for (const token of Object.values(outsiders(market)))
      for (const document of operations.everySubscription()) {
        const [one, other] = await Promise.all([without, unseen].map((world) => firstFrame(world, document, token)));
        heard.push(other!);
        expect(comparable({ status: 0, headers: {}, body: other! })).toBe(
          comparable({ status: 0, headers: {}, body: one! }),
        );
      }
    // And nothing moved while the rivals were at it.
    expect(framesMeanwhile.map((frames) => frames.length)).toEqual(framesMeanwhile.map(() => 1));
  });

  it('answer alike by what the API asks for alone, were row-level security switched off', async () => {
    await setRowSecurity(unseen, 'off');
    const { stranger, farm } = market;
    const about = systematic.filter((document) => /contract|delivery|award/i.test(document));
    const different = await differences(about, { 'a stranger': stranger.token, 'a farm': farm.token }, without, unseen);
    await setRowSecurity(unseen, 'on');
    expect(different).toEqual([]);
  }, 300_000);
});

describe('two worlds that differ in what rivals have signed', () => {
  it('differ, for everybody else, in the fields that say so and in no other', async () => {
    const fields = new Map<string, string>();
    const documents = systematic.filter((document) => !OF_LOOKS.test(document));
    await eachPair(documents, outsiders(market), async (document, token) => {
      const [one, other] = await Promise.all([unseen, signed].map(({ url }) => answerOf(url, document, token)));
      heard.push(other!.body);
      if (one!.body === other!.body) return;
      const [before, after] = [one!, other!].map(
        ({ body }) => JSON.parse(body) as { data: Record<string, unknown>; errors?: unknown },
      );
      expect(after!.errors).toEqual(before!.errors);
      for (const field of differingFields(SCHEMA.getQueryType()!, before!.data, after!.data))
        fields.set(field, document);
    });
    expect([...fields].filter(([field]) => !COMMITTED.includes(field))).toEqual([]);
    console.info(`fields that differ: ${[...fields.keys()].sort().join(', ')}`);
    if (isLongForm) expect([...fields.keys()].sort()).toEqual(COMMITTED);
  }, 1_800_000);
});

describe('a secret', () => {
  it('is told to an administrator, but for reasons, which nobody reads, and invitations, which only who invites does', async () => {
    const { body } = await answerOf(signed.url, EVERY_SECRET, market.administrator);
    const untold = market.canaries.notIn(body);
    expect(untold.filter((word) => !/(reason|invitation)$/.test(word))).toEqual([]);
    expect(untold.length).toBeLessThan(market.canaries.count / 10);
  });

  it('stands in no answer, no frame, no line of the log, no measure, no job and no piece of news', async () => {
    for (const world of [unseen, signed]) {
      heard.push(...world.lines, ...(await keptRows(world)), await (await fetch(`${world.url}/metrics`)).text());
    }
    console.info(
      `${market.canaries.count} canaries looked for in ${heard.length} answers, frames, lines, rows and pages`,
    );
    expect(heard.filter((text) => market.canaries.in(text).length > 0).slice(0, 3)).toEqual([]);
    expect(heard.some((text) => text.includes('platform.outbox'))).toBe(true);
    expect(heard.some((text) => text.includes('bullmq.'))).toBe(true);
  });
});

/** `npm test` asks one operation in forty on behalf of each viewer, `npm run test:faults` all of them. */
async function eachPair(
  documents: readonly string[],
  viewers: Readonly<Record<string, string | undefined>>,
  work: (document: string, token: string | undefined, who: string) => Promise<void>,
): Promise<number> {
  const all = Object.entries(viewers).flatMap(([who, token]) =>
    documents.map((document) => ({ who, token, document })),
  );
  const left = isLongForm ? all : all.filter(() => dice.whole(1, 40) === 1);
  const count = left.length;
  const worker = async () => {
    for (let pair = left.pop(); pair; pair = left.pop()) await work(pair.document, pair.token, pair.who);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
  return count;
}

async function differences(
  documents: readonly string[],
  viewers: Readonly<Record<string, string | undefined>>,
  ...[one, other]: [World, World]
): Promise<object[]> {
  const different: object[] = [];
  let refused = 0;
  const count = await eachPair(documents, viewers, async (document, token, who) => {
    const [ours, theirs] = await Promise.all([one, other].map(({ url }) => answerOf(url, document, token)));
    heard.push(theirs!.body);
    if (theirs!.body.includes('"errors"')) refused += 1;
    if (theirs!.status >= 500 || comparable(ours!) !== comparable(theirs!))
      different.push({ who, document, ours: ours!.body, theirs: theirs!.body });
  });
  console.info(
    `${documents.length} operations, ${Object.keys(viewers).length} viewers, ${count} pairs: ${refused} refused, ${different.length} different`,
  );
  return different;
}
