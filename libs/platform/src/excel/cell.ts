import type { Day } from '../clock.js';
import { harmless, xmlText } from './cell-text.js';

/** How a sheet shows a cell; the order is that of the styles in book-parts.ts. */
export const STYLES = ['PLAIN', 'HEADING', 'COUNT', 'SHARE', 'DAY', 'INSTANT', 'WRAPPED'] as const;
export type CellStyle = (typeof STYLES)[number];

/** What a cell holds: a text, a number, a day, an instant, or nothing. */
export type Cell =
  | string
  | null
  | { readonly number: number | null; readonly as?: 'COUNT' | 'SHARE' | 'PLAIN' }
  | { readonly day: Day | null }
  | { readonly instant: Date }
  | { readonly text: string; readonly as: 'HEADING' | 'WRAPPED' };

export const count = (number: number | null): Cell => ({ number, as: 'COUNT' });
export const share = (number: number | null): Cell => ({ number, as: 'SHARE' });
export const day = (value: Day | null): Cell => ({ day: value });

const DAY_MS = 86_400_000;
/** Excel's day 0, the leap day included that 1900 never had. */
const EPOCH_MS = Date.UTC(1899, 11, 30);
/** Of Asia/Ho_Chi_Minh, which knows no summer time: a sheet has no zones. */
const ZONE_MS = 7 * 3_600_000;

/** The XML of a cell at a place of a sheet; what is empty is left out. */
export function cellXml(cell: Cell, place: string): string {
  if (cell === null || cell === '') return '';
  if (typeof cell === 'string') return textXml(cell, place, 'PLAIN');
  if ('text' in cell) return textXml(cell.text, place, cell.as);
  if ('instant' in cell) return numberXml(serial(cell.instant.getTime() + ZONE_MS), place, 'INSTANT');
  if ('day' in cell)
    return cell.day === null ? '' : numberXml(serial(Date.parse(`${cell.day}T00:00:00Z`)), place, 'DAY');
  return cell.number === null ? '' : numberXml(cell.number, place, cell.as ?? 'PLAIN');
}

const serial = (ms: number): number => (ms - EPOCH_MS) / DAY_MS;

function textXml(text: string, place: string, style: CellStyle): string {
  return `<c r="${place}"${styled(style)} t="inlineStr"><is><t xml:space="preserve">${xmlText(harmless(text))}</t></is></c>`;
}

function numberXml(value: number, place: string, style: CellStyle): string {
  if (!Number.isFinite(value)) throw new RangeError(`${value} can not stand in a cell.`);
  return `<c r="${place}"${styled(style)}><v>${value}</v></c>`;
}

const styled = (style: CellStyle): string => (style === 'PLAIN' ? '' : ` s="${STYLES.indexOf(style)}"`);

/** A, B, … Z, AA, … as Excel names its columns, from 0. */
export function columnName(index: number): string {
  const letter = String.fromCharCode(65 + (index % 26));
  return index < 26 ? letter : columnName(Math.floor(index / 26) - 1) + letter;
}
