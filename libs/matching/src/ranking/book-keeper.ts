import type { Day, Queryable } from '@lienket/platform';
import { placeOf } from '../distance.js';
import type { Anchor } from '../match-sql.js';
import { Book } from './book.js';
import type { CommodityEntry, OwnerEntry, PostingEntry } from './posting-entry.js';
import * as statements from './ranking-sql.js';
import type { ChangeRow, PostingRow } from './ranking-sql.js';

const KINDS: readonly Anchor[] = ['LISTING', 'DEMAND'];
const BEFORE_ALL = '00000000-0000-0000-0000-000000000000';
const POSTINGS_AT_ONCE = 20_000;
const SUPPLIERS_AT_ONCE = 2000;

/** A book of what PostgreSQL holds on one day, and how far it has read. */
export class BookKeeper {
  private constructor(
    readonly book: Book,
    readonly today: Day,
    private readonly database: Queryable,
    private snapshot: string,
  ) {}

  /** Reads everything, in pages. What changes meanwhile is behind the snapshot, and is read by the first `follow`. */
  static async open(database: Queryable, today: Day): Promise<BookKeeper> {
    const [now] = await database.query<{ snapshot: string }>(statements.snapshotNow);
    const book = new Book(await database.query<CommodityEntry>(statements.commodities));
    const keeper = new BookKeeper(book, today, database, now!.snapshot);
    await keeper.readSuppliers();
    for (const kind of KINDS) await keeper.readPostings(kind);
    book.plant();
    await keeper.follow();
    return keeper;
  }

  /** Takes in what was committed since it last read. @returns how many things had changed */
  async follow(): Promise<number> {
    const rows = await this.database.query<{ snapshot: string } & (ChangeRow | { about: null })>(
      statements.changesSince(this.snapshot),
    );
    const changes = rows.flatMap((row) => (row.about === null ? [] : [row]));
    const idsOf = (about: ChangeRow['about']) => changes.filter((row) => row.about === about).map(({ id }) => id);
    const organizationIds = idsOf('ORGANIZATION');
    for (const ids of inParts(organizationIds, SUPPLIERS_AT_ONCE)) await this.readOwners(ids);
    for (const kind of KINDS) {
      const theirs =
        organizationIds.length === 0
          ? []
          : await this.database.query<{ id: string }>(statements.postingsOf(kind, organizationIds));
      const ids = new Set([...idsOf(kind), ...theirs.map(({ id }) => id)]);
      for (const part of inParts([...ids], POSTINGS_AT_ONCE)) await this.readAgain(kind, part);
    }
    this.snapshot = rows[0]!.snapshot;
    return changes.length;
  }

  private async readAgain(kind: Anchor, ids: readonly string[]): Promise<void> {
    const rows = await this.database.query<PostingRow>(statements.openPostings(kind, { ids }, this.today));
    const suppliers = kind === 'LISTING' ? [...new Set(rows.map(({ ownerId }) => ownerId))] : [];
    for (const part of inParts(suppliers, SUPPLIERS_AT_ONCE)) await this.readOwners(part);
    const open = new Set(rows.map(({ id }) => id));
    for (const id of ids) if (!open.has(id)) this.book.remove(kind, id);
    for (const row of rows) this.book.put(kind, placed(row));
  }

  private async readOwners(ids: readonly string[]): Promise<void> {
    const rows = await this.database.query<OwnerEntry>(statements.owners(ids, this.today));
    for (const row of rows) this.book.putOwner(row);
  }

  private async readSuppliers(): Promise<void> {
    let after = BEFORE_ALL;
    for (;;) {
      const rows = await this.database.query<{ id: string }>(statements.supplierIds(after, SUPPLIERS_AT_ONCE));
      if (rows.length === 0) return;
      await this.readOwners(rows.map(({ id }) => id));
      after = rows.at(-1)!.id;
    }
  }

  private async readPostings(kind: Anchor): Promise<void> {
    let after = BEFORE_ALL;
    for (;;) {
      const page = statements.openPostings(kind, { after, limit: POSTINGS_AT_ONCE }, this.today);
      const rows = await this.database.query<PostingRow>(page);
      if (rows.length === 0) return;
      for (const row of rows) this.book.load(kind, placed(row));
      after = rows.at(-1)!.id;
    }
  }
}

const placed = (row: PostingRow): PostingEntry => ({ ...row, ...placeOf(row, null, row) });

function* inParts<T>(all: readonly T[], size: number): Generator<T[]> {
  for (let from = 0; from < all.length; from += size) yield all.slice(from, from + size);
}
