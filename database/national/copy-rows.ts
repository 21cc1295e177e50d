import type { Hash } from 'node:crypto';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { setImmediate } from 'node:timers/promises';
import type pg from 'pg';
import { from as copyFrom } from 'pg-copy-streams';

type Value = string | number | boolean | null;

/** The rows of a table, each with a value for every column. Lists and stretches of days are texts in PostgreSQL's own form. */
export interface TableRows {
  readonly table: string;
  readonly columns: readonly string[];
  readonly rows: Iterable<readonly Value[]>;
}

const CHUNK_CHARACTERS = 128 * 1024;
const SPECIAL = /[\\\t\n\r]/;
const EVERY_SPECIAL = /[\\\t\n\r]/g;
const ESCAPED: Readonly<Record<string, string>> = { '\\': '\\\\', '\t': '\\t', '\n': '\\n', '\r': '\\r' };

/** Sends rows into a table by COPY, and what was sent into a digest. @returns how many there were */
export async function copyRows(client: pg.Client, { table, columns, rows }: TableRows, digest: Hash): Promise<number> {
  let count = 0;
  digest.update(`${table} ${columns.join()}\n`);
  async function* chunks(): AsyncGenerator<Buffer> {
    let text = '';
    for (const row of rows) {
      text += lineOf(row);
      count += 1;
      if (text.length >= CHUNK_CHARACTERS) {
        yield chunkOf(text);
        text = '';
        // Else nothing that the other connection answers is heard until all rows are made.
        await setImmediate();
      }
    }
    if (text !== '') yield chunkOf(text);
  }
  const chunkOf = (text: string): Buffer => {
    const chunk = Buffer.from(text);
    digest.update(chunk);
    return chunk;
  };
  await pipeline(Readable.from(chunks()), client.query(copyFrom(`copy ${table} (${columns.join()}) from stdin`)));
  return count;
}

/** A row in the text form of COPY. */
export function lineOf(row: readonly Value[]): string {
  let line = '';
  let separator = '';
  for (const value of row) {
    line += separator;
    if (value === null) line += '\\N';
    else if (typeof value === 'string' && SPECIAL.test(value)) line += escaped(value);
    else line += String(value);
    separator = '\t';
  }
  return `${line}\n`;
}

const escaped = (value: string): string => value.replace(EVERY_SPECIAL, (character) => ESCAPED[character] ?? '');

export const listText = (codes: readonly string[]): string => `{${codes.join()}}`;
export const instantText = (ms: number): string => new Date(ms).toISOString();
