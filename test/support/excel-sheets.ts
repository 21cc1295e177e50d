import { fromBufferPromise } from 'yauzl';

export type SheetCell = string | number | null;

/** All sheets of a book that Lienket wrote, by name: texts as texts, numbers (days too) as numbers. Read without any of what the house reads books by. */
export async function sheetsOf(book: Buffer): Promise<Record<string, SheetCell[][]>> {
  const parts = await partsOf(book);
  const names = [...parts.get('xl/workbook.xml')!.matchAll(/<sheet name="([^"]*)" sheetId="(\d+)"/g)];
  return Object.fromEntries(
    names.map(([, name, number]) => [name!, rowsOf(parts.get(`xl/worksheets/sheet${number!}.xml`)!)]),
  );
}

/** Every part of a book, as it stands there. */
export async function partsOf(book: Buffer): Promise<Map<string, string>> {
  const parts = new Map<string, string>();
  const file = await fromBufferPromise(book, { lazyEntries: true, autoClose: false });
  for await (const entry of file.eachEntry()) {
    const pieces = await (await file.openReadStreamPromise(entry)).toArray();
    parts.set(entry.fileName, Buffer.concat(pieces as Buffer[]).toString());
  }
  return parts;
}

function rowsOf(xml: string): SheetCell[][] {
  return [...xml.matchAll(/<row r="\d+">(.*?)<\/row>/gs)].map(([, row]) => {
    const cells: SheetCell[] = [];
    for (const [, letters, text, number] of row!.matchAll(
      /<c r="([A-Z]+)\d+"[^>]*>(?:<is><t[^>]*>([^<]*)<\/t><\/is>|<v>([^<]*)<\/v>)<\/c>/g,
    )) {
      const column = Array.from(letters!).reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
      while (cells.length < column) cells.push(null);
      cells.push(number === undefined ? plain(text!) : Number(number));
    }
    return cells;
  });
}

const plain = (text: string): string =>
  text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&amp;', '&');
