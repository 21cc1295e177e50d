import { harmless } from './excel/cell-text.js';

/** CSV that a spreadsheet opens without running anything in it; the mark at the start tells Excel that it is UTF-8. */
export const csvOf = (lines: readonly (readonly string[])[]): string =>
  `\uFEFF${lines.map((cells) => cells.map(written).join(',')).join('\r\n')}\r\n`;

function written(cell: string): string {
  const text = harmless(cell);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
