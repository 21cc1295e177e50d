import { excelBook, EXCEL_TYPE, type Sheet } from '@lienket/platform';
import sql from 'sql-template-tag';
import { eventually } from './eventually.js';
import { sheetsOf, type SheetCell } from './excel-sheets.js';
import type { Lienket } from './lienket.js';

export interface SeenImport {
  readonly id: string;
  readonly status: string;
  readonly rowsDone: number;
  readonly rowsOf: number | null;
  readonly rejectedCount: number | null;
  readonly fault: string | null;
}
const IMPORT = 'id status rowsDone rowsOf rejectedCount fault';
const UNFINISHED = ['QUEUED', 'CHECKING', 'SAVING'];
const ENDED_WITHIN_MS = 60_000;

export const bookOf = async (heading: readonly string[], rows: Sheet['rows']): Promise<Buffer> =>
  Buffer.concat((await excelBook([{ name: 'Sổ', heading, rows }]).toArray()) as Buffer[]);

/** What people do with files that they import. */
export function importDesk({ url, ask }: Pick<Lienket, 'url' | 'ask'>) {
  const bearer = (token?: string): Record<string, string> =>
    token === undefined ? {} : { authorization: `Bearer ${token}` };
  const seen = async (token: string, id: string) =>
    (await ask<{ it: SeenImport | null }>(`query ($id: ID!) { it: import(id: $id) { ${IMPORT} } }`, { id }, { token }))
      .it;
  return {
    seen,
    send: (kind: string, book: Buffer, token?: string, name = 'so.xlsx') =>
      fetch(`${url}/imports/${kind}?name=${encodeURIComponent(name)}`, {
        method: 'POST',
        headers: { 'content-type': EXCEL_TYPE, 'accept-language': 'en', ...bearer(token) },
        body: new Uint8Array(book),
      }),
    get: (path: string, token?: string) => fetch(`${url}/imports/${path}`, { headers: bearer(token) }),
    async sheet(path: string, token?: string): Promise<SheetCell[][]> {
      const response = await fetch(`${url}/imports/${path}`, { headers: bearer(token) });
      const sheets = await sheetsOf(Buffer.from(await response.arrayBuffer()));
      return Object.values(sheets)[0]!;
    },
    async ended(token: string, id: string): Promise<SeenImport> {
      const isEnded = async () => !UNFINISHED.includes((await seen(token, id))?.status ?? '');
      if ((await eventually(isEnded, ENDED_WITHIN_MS)) === null) throw new Error('The import did not end.');
      return (await seen(token, id))!;
    },
  };
}

/** An import that another process has in hand, for as long as anybody looks. */
export async function importInHandElsewhere({ owner }: Pick<Lienket, 'owner'>, login: string): Promise<string> {
  const [begun] = await owner.query<{ id: string }>(sql`
    insert into imports.import (started_by, kind, file_name, created_at, status, run, leased_until)
    select id, 'REGISTER', 'sổ.xlsx', now(), 'CHECKING', 1, 'infinity' from identity.app_user where login = ${login} returning id`);
  return begun!.id;
}
