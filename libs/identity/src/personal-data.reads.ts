import { csvOf, Database, type Day, type PersonalRows } from '@lienket/platform';
import { Injectable } from '@nestjs/common';
// eslint-disable-next-line no-restricted-imports -- names of columns can't be parameters; the rooms write them, and no client
import sql, { raw } from 'sql-template-tag';
import { actorOf, type Viewer } from './viewer.js';

/** What is kept of a person in one table. */
export interface PersonalTable {
  readonly name: string;
  readonly rows: readonly Readonly<Record<string, unknown>>[];
  readonly csv: string;
}

@Injectable()
export class PersonalDataReads {
  constructor(private readonly database: Database) {}

  /** All that is kept of the viewer in these tables, as far as the database lets them see it; an empty table too. */
  async of(viewer: Viewer, today: Day, personal: readonly PersonalRows[]): Promise<PersonalTable[]> {
    const from = this.database.as(actorOf(viewer, today));
    return Promise.all(
      personal.map(async ({ table, columns, of }) => {
        const rows = await from.query<Record<string, unknown>>(sql`select ${raw(columns.join(', '))} ${of(viewer)}`);
        const cells = rows.map((row) => columns.map((column) => textOf(row[column])));
        return { name: table, rows, csv: csvOf([columns, ...cells]) };
      }),
    );
  }
}

function textOf(value: unknown): string {
  if (value === null || value === undefined) return '';
  return typeof value === 'string' ? value : JSON.stringify(value).replace(/^"(.*)"$/, '$1');
}
