/** How many codes there are of each length from 1 to 16 bits, and what they stand for, the shortest first (ITU-T T.81, annex C): only what a baseline picture has. */
export interface HuffmanTable {
  readonly counts: readonly number[];
  readonly values: Buffer;
}

/** A colour of the picture: how many blocks of it there are across and down in each unit. */
export interface ScanPart {
  readonly across: number;
  readonly down: number;
  readonly dc: HuffmanTable;
  readonly ac: HuffmanTable;
}

export interface Scan {
  readonly width: number;
  readonly height: number;
  readonly parts: readonly ScanPart[];
  /** In units; 0: there are none. */
  readonly restartInterval: number;
}

const BLOCK = 8;
const COEFFICIENTS = 64;
const FIRST_RESTART = 0xd0;

/**
 * Reads all bits of a scan, and draws nothing: it is to be known only that each of them is of the picture.
 * @returns where they end; null where they are none, or too few
 */
export function readScan(
  content: Buffer,
  start: number,
  { width, height, parts, restartInterval }: Scan,
): number | null {
  const bits = new BitReader(content, start);
  // A single colour comes block by block, however it would be sampled beside others.
  const units = parts.length === 1 ? parts.map((part) => ({ ...part, across: 1, down: 1 })) : parts;
  const across = Math.max(...units.map((part) => part.across)) * BLOCK;
  const down = Math.max(...units.map((part) => part.down)) * BLOCK;
  const unitCount = Math.ceil(width / across) * Math.ceil(height / down);
  for (let unit = 0; unit < unitCount; unit += 1) {
    const restarts = restartInterval > 0 ? unit / restartInterval : 0;
    if (restarts > 0 && Number.isInteger(restarts) && !bits.restart((restarts - 1) % 8)) return null;
    for (const part of units)
      for (let block = part.across * part.down; block > 0; block -= 1) if (!readBlock(bits, part)) return null;
  }
  return bits.place;
}

function readBlock(bits: BitReader, { dc, ac }: ScanPart): boolean {
  bits.skip(bits.value(dc));
  for (let coefficient = 1; coefficient < COEFFICIENTS;) {
    const code = bits.value(ac);
    if (code === 0) break;
    coefficient += code >> 4;
    if (coefficient >= COEFFICIENTS) return false;
    bits.skip(code & 15);
    coefficient += 1;
  }
  return !bits.isOver;
}

class BitReader {
  /** It was to read on where there are no more bits, or none that mean anything. */
  isOver = false;
  private byte = 0;
  private left = 0;

  constructor(
    private readonly content: Buffer,
    /** Of the next byte; the bits that fill up the last one are read with it. */
    public place: number,
  ) {}

  skip(count: number): void {
    for (let index = 0; index < count; index += 1) this.bit();
  }

  value({ counts, values }: HuffmanTable): number {
    let code = 0;
    let first = 0;
    let before = 0;
    for (const count of counts) {
      code = (code << 1) | this.bit();
      first <<= 1;
      if (code - first < count) return values[before + code - first] ?? 0;
      first += count;
      before += count;
    }
    this.isOver = true;
    return 0;
  }

  restart(number: number): boolean {
    const isThere = this.content[this.place] === 0xff && this.content[this.place + 1] === FIRST_RESTART + number;
    this.place += 2;
    this.left = 0;
    return isThere;
  }

  private bit(): number {
    if (this.left === 0) this.take();
    this.left -= 1;
    return (this.byte >> this.left) & 1;
  }

  /** A byte of all ones has a zero after it: else it begins a marker, and the bits have ended. */
  private take(): void {
    this.byte = this.content[this.place] ?? 0;
    const isMarker = this.byte === 0xff && this.content[this.place + 1] !== 0;
    this.isOver ||= isMarker || this.place >= this.content.length;
    this.place += this.byte === 0xff ? 2 : 1;
    this.left = 8;
  }
}
