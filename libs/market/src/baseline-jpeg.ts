import { readScan, type HuffmanTable, type ScanPart } from './jpeg-scan.js';

/** A picture, and nothing beside it. */
export interface Picture {
  readonly content: Buffer;
  readonly width: number;
  readonly height: number;
}

/** More than any device sends, and little enough to be shown by each. */
const SIDE_MAX = 2048;
const START = Buffer.from([0xff, 0xd8]);
const END = Buffer.from([0xff, 0xd9]);
const MARKER = {
  SOF0: 0xc0,
  DHT: 0xc4,
  SOS: 0xda,
  DQT: 0xdb,
  DRI: 0xdd,
  APP0: 0xe0,
  APP14: 0xee,
  APP15: 0xef,
  COM: 0xfe,
};

interface Frame {
  readonly width: number;
  readonly height: number;
  readonly parts: readonly {
    readonly id: number;
    readonly across: number;
    readonly down: number;
    readonly quantization: number;
  }[];
}

/** What the segments before the picture's bits have said. */
interface Said {
  frame: Frame | null;
  readonly quantizations: Set<number>;
  /** By class and number, as a segment names them in one byte. One scan has no need of a table said twice, in which something else could stand. */
  readonly huffman: Map<number, HuffmanTable>;
  restartInterval: number;
}

/**
 * A baseline JPEG (ITU-T T.81, sequential, Huffman, 8 bits, one scan), as every browser's canvas makes them, without what says where and by
 * whom it was taken: of the application segments only those stay by which its colours are read. Null where it is none, or where a single byte
 * of it is no part of the picture: all of its bits are read, so that nothing else can stand among them, after them or in their place.
 */
export function readJpeg(sent: Buffer): Picture | null {
  if (!sent.subarray(0, 2).equals(START)) return null;
  const said: Said = { frame: null, quantizations: new Set(), huffman: new Map(), restartInterval: 0 };
  const kept: Buffer[] = [START];
  for (let place = 2; ;) {
    if (sent[place] !== 0xff || place + 4 > sent.length) return null;
    const marker = sent[place + 1] ?? 0;
    const end = place + 2 + sent.readUInt16BE(place + 2);
    const body = sent.subarray(place + 4, end);
    if (end < place + 4 || end > sent.length) return null;
    if (marker === MARKER.SOS) {
      const parts = scanParts(body, said);
      if (
        !said.frame ||
        !parts ||
        readScan(sent, end, { ...said.frame, parts, restartInterval: said.restartInterval }) !== sent.length - 2
      )
        return null;
      if (!sent.subarray(-2).equals(END)) return null;
      kept.push(sent.subarray(place));
      return { content: Buffer.concat(kept), width: said.frame.width, height: said.frame.height };
    }
    const isApplications = (marker >= MARKER.APP0 && marker <= MARKER.APP15) || marker === MARKER.COM;
    if (!isApplications && !hear(marker, body, said)) return null;
    if (!isApplications || isOfColours(marker, body)) kept.push(sent.subarray(place, end));
    place = end;
  }
}

/** JFIF without a smaller picture in it, and how Adobe turns colours: of lengths in which nothing else fits. */
const isOfColours = (marker: number, body: Buffer): boolean =>
  (marker === MARKER.APP0 && body.length === 14 && body.toString('latin1', 0, 5) === 'JFIF\0') ||
  (marker === MARKER.APP14 && body.length === 12 && body.toString('latin1', 0, 5) === 'Adobe');

/** @returns whether it is a segment that a baseline picture may have here, whole and no longer */
function hear(marker: number, body: Buffer, said: Said): boolean {
  if (marker === MARKER.DQT) return hearQuantizations(body, said);
  if (marker === MARKER.DHT) return hearHuffman(body, said);
  if (marker === MARKER.SOF0) return said.frame === null && (said.frame = frameOf(body)) !== null;
  if (marker !== MARKER.DRI || body.length !== 2) return false;
  said.restartInterval = body.readUInt16BE(0);
  return true;
}

function hearQuantizations(body: Buffer, { quantizations }: Said): boolean {
  for (let place = 0; place < body.length; place += 65) {
    const number = body[place] ?? 0;
    if (number > 3 || quantizations.has(number)) return false;
    quantizations.add(number);
  }
  return body.length > 0 && body.length % 65 === 0;
}

function hearHuffman(body: Buffer, { huffman }: Said): boolean {
  let place = 0;
  while (place + 17 <= body.length) {
    const name = body[place] ?? 0;
    const counts = [...body.subarray(place + 1, place + 17)];
    const end = place + 17 + counts.reduce((sum, count) => sum + count, 0);
    const values = body.subarray(place + 17, end);
    // What is left of the codes of each length, so that none begins as another does.
    const free = counts.reduce((left, count) => (left < 0 ? left : left * 2 - count), 1);
    const isPossible = new Set(values).size === values.length && values.every(name < 0x10 ? isOfDc : isOfAc);
    if ((name & 0xee) !== 0 || huffman.has(name) || free < 0 || end > body.length || !isPossible) return false;
    huffman.set(name, { counts, values });
    place = end;
  }
  return place > 0 && place === body.length;
}

const isOfDc = (value: number): boolean => value <= 11;
const isOfAc = (value: number): boolean => value === 0 || value === 0xf0 || ((value & 15) >= 1 && (value & 15) <= 10);

function frameOf(body: Buffer): Frame | null {
  const [bits, count = 0] = [body[0], body[5]];
  if (bits !== 8 || (count !== 1 && count !== 3) || body.length !== 6 + 3 * count) return null;
  const [height, width] = [body.readUInt16BE(1), body.readUInt16BE(3)];
  if (Math.min(width, height) < 1 || Math.max(width, height) > SIDE_MAX) return null;
  const parts = Array.from({ length: count }, (_, index) => {
    const [id = 0, sampling = 0, quantization = 0] = body.subarray(6 + 3 * index);
    return { id, across: sampling >> 4, down: sampling & 15, quantization };
  });
  const isPossible = parts.every(({ across, down }) => across >= 1 && across <= 2 && down >= 1 && down <= 2);
  return isPossible ? { width, height, parts } : null;
}

/** The parts of the one scan: all of the frame, in its order, with the tables by which they are read. */
function scanParts(body: Buffer, { frame, huffman, quantizations }: Said): ScanPart[] | null {
  if (!frame || body[0] !== frame.parts.length || body.length !== 4 + 2 * frame.parts.length) return null;
  if (!body.subarray(-3).equals(Buffer.from([0, 63, 0]))) return null;
  const parts: ScanPart[] = [];
  for (const [index, { id, across, down, quantization }] of frame.parts.entries()) {
    const [scanned, tables = 0] = body.subarray(1 + 2 * index);
    const [dc, ac] = [huffman.get(tables >> 4), huffman.get(0x10 | (tables & 15))];
    if (scanned !== id || !dc || !ac || !quantizations.has(quantization)) return null;
    parts.push({ across, down, dc, ac });
  }
  return parts;
}
