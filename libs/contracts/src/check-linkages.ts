import type { Viewer } from '@lienket/identity';
import { aboutColumns, plainName, type Day, type Queryable, type Reason } from '@lienket/platform';
import { isTaxCode, organizationsByTaxCode, type CheckedLines, type Progress } from '@lienket/registry';
import sql from 'sql-template-tag';
import { faultsOfAttested, type AttestBackground, type AttestDraft } from './attest-rules.js';
import { attestedPapers, paperOf } from './attested-papers.js';
import { ContractStore } from './contract.store.js';
import { LedgerStore } from './ledger.store.js';
import { faultInFile, LINKAGE_REASONS, type LinkageFault } from './linkage-reasons.js';
import { readLinkage, type LinkageNames, type ReadLinkage } from './linkage-rows.js';
import { LINKAGES_FORM, PLACES, type LinkageLine, type RejectedLinkageLine } from './linkages-form.js';
import { partiesSeen } from './offer-background.js';
import { recordAttested } from './record-attested.js';

const STEP = 1000;

interface JudgedLinkage {
  readonly draft: AttestDraft | null;
  readonly reasons: Reason[];
}

/**
 * Judges every line by the rules by which a linkage is attested alone; and that no paper stands there twice, or is attested already: a file
 * is easily sent again. Two papers are one where evidence, day and parties are the same.
 */
export async function checkLinkages(
  from: Queryable,
  viewer: Viewer,
  lines: readonly LinkageLine[],
  { today, now }: { readonly today: Day; readonly now: Date },
  progress: Progress,
): Promise<CheckedLines<RejectedLinkageLine>> {
  return {
    rejected: rejectedOf(lines, await judge(from, viewer, lines, today, progress)),
    save: async (tx, saved) => {
      // Else two files with the same paper, saved at once, would not see each other's.
      await tx.query(sql`select pg_advisory_xact_lock(hashtextextended('contracts.linkages-imported', 0))`);
      const again = await judge(tx, viewer, lines, today, () => Promise.resolve());
      const drafts = again.flatMap(({ draft, reasons }) => (draft && reasons.length === 0 ? [draft] : []));
      if (drafts.length < lines.length) throw new Error('Some of these may not be attested any more.');
      const stores = { contracts: new ContractStore(), ledger: new LedgerStore() };
      return (await recordAttested(tx, stores, viewer, drafts, now, saved)).length;
    },
  };
}

const rejectedOf = (lines: readonly LinkageLine[], judged: readonly JudgedLinkage[]): RejectedLinkageLine[] =>
  lines.flatMap((line, place) => {
    const reasons = judged[place]?.reasons ?? [];
    return reasons.length > 0 ? [{ ...line, reasons }] : [];
  });

async function judge(
  from: Queryable,
  viewer: Viewer,
  lines: readonly LinkageLine[],
  today: Day,
  progress: Progress,
): Promise<JudgedLinkage[]> {
  const commodityOf = await commodityNames(from);
  const judged: JudgedLinkage[] = [];
  const used = new Map<string, number>();
  const known = new Set<string>();
  for (let start = 0; start < lines.length; start += STEP) {
    const some = lines.slice(start, start + STEP);
    const read = await readLines(from, viewer, some, commodityOf, today);
    const drafts = read.flatMap(({ draft }) => draft ?? []);
    for (const draft of drafts) used.set(paperOf(draft), (used.get(paperOf(draft)) ?? 0) + 1);
    for (const paper of await attestedPapers(from, drafts)) known.add(paper);
    const organizations = await partiesSeen(
      from,
      viewer,
      drafts.flatMap(({ parties }) => parties),
      today,
    );
    const background = { organizations, commodityCodes: new Set(commodityOf.values()) };
    judged.push(...read.map((line) => judgeLine(line, viewer, background, today)));
    await progress(judged.length);
  }
  for (const { draft, reasons } of judged) {
    if (!draft) continue;
    if ((used.get(paperOf(draft)) ?? 0) > 1)
      reasons.push(inWords({ column: 'evidence', reason: LINKAGE_REASONS.twice }));
    if (known.has(paperOf(draft))) reasons.push(inWords({ column: 'evidence', reason: LINKAGE_REASONS.known }));
  }
  return judged;
}

async function readLines(
  from: Queryable,
  viewer: Viewer,
  lines: readonly LinkageLine[],
  commodityOf: LinkageNames['commodityOf'],
  today: Day,
): Promise<ReadLinkage[]> {
  const parties = lines.flatMap(({ row }) => PLACES.map((place) => (row[`party${place}`] ?? '').trim()));
  const organizationOf = await organizationsByTaxCode(from, viewer, parties.filter(isTaxCode), today);
  return lines.map((line) => readLinkage(line, { commodityOf, organizationOf }));
}

const judgeLine = (
  { draft, partyColumns, reasons }: ReadLinkage,
  viewer: Viewer,
  background: AttestBackground,
  today: Day,
): JudgedLinkage => ({
  draft,
  reasons: [
    ...reasons,
    ...(draft ? faultsOfAttested(viewer, draft, background, today) : []).map((fault) =>
      inWords(faultInFile(fault, partyColumns)),
    ),
  ],
});

const inWords = ({ column, reason, colon }: LinkageFault): Reason =>
  aboutColumns(LINKAGES_FORM, [column], reason, colon);

/** Codes by themselves and by their names, Vietnamese and English, written plainly. */
async function commodityNames(from: Queryable): Promise<ReadonlyMap<string, string>> {
  const rows = await from.query<{ name: string; code: string }>(sql`
    select name, code from registry.commodity_v, unnest(array[name_en, name_vi, code]) as name`);
  return new Map(rows.map(({ name, code }) => [plainName(name), code]));
}
