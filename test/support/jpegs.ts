const SOI = Buffer.from([0xff, 0xd8]);
const EOI = Buffer.from([0xff, 0xd9]);
const SMALL_BLOCK = '00';
const COEFFICIENTS = 63;

/** A segment of a JPEG: its marker's second byte, and what it says. */
export function segmentOf(marker: number, body: Buffer): Buffer {
  const head = Buffer.from([0xff, marker, 0, 0]);
  head.writeUInt16BE(body.length + 2, 2);
  return Buffer.concat([head, body]);
}

/** The same picture with a segment more, as the first of all. */
export const withSegment = (jpeg: Buffer, segment: Buffer): Buffer =>
  Buffer.concat([SOI, segment, jpeg.subarray(SOI.length)]);

interface JpegTraits {
  readonly width?: number;
  readonly height?: number;
  /** So many of its blocks of 8 by 8 are noise, of 95 bytes or more each; the others are grey. */
  readonly noisyBlocks?: number;
  /** What the frame says, where that isn't how large it is. */
  readonly said?: { readonly width: number; readonly height: number };
}

/** A grey baseline JPEG, made by hand. */
export function jpegOf({
  width = 16,
  height = 16,
  noisyBlocks = 0,
  said = { width, height },
}: JpegTraits = {}): Buffer {
  const blockCount = Math.ceil(width / 8) * Math.ceil(height / 8);
  let state = 1;
  const noise = () => {
    state = (state * 48_271) % 2_147_483_647;
    return (state % 1024).toString(2).padStart(10, '0');
  };
  const noisy = () => `0${Array.from({ length: COEFFICIENTS }, () => `10${noise()}`).join('')}`;
  const blocks = Array.from({ length: blockCount }, (_, index) => (index < noisyBlocks ? noisy() : SMALL_BLOCK));
  const frame = Buffer.from([8, 0, 0, 0, 0, 1, 1, 0x11, 0]);
  frame.writeUInt16BE(said.height, 1);
  frame.writeUInt16BE(said.width, 3);
  return Buffer.concat([
    SOI,
    segmentOf(0xdb, Buffer.from([0, ...Array<number>(64).fill(1)])),
    segmentOf(0xc0, frame),
    segmentOf(0xc4, Buffer.from([0x00, 1, ...Array<number>(15).fill(0), 0])),
    segmentOf(0xc4, Buffer.from([0x10, 1, 1, ...Array<number>(14).fill(0), 0, 0x0a])),
    segmentOf(0xda, Buffer.from([1, 1, 0, 0, 63, 0])),
    bytesOf(blocks.join('')),
    EOI,
  ]);
}

/** Filled up with ones; a byte of all ones has a zero after it. */
function bytesOf(bits: string): Buffer {
  const whole = bits.padEnd(Math.ceil(bits.length / 8) * 8, '1');
  const bytes: number[] = [];
  for (let place = 0; place < whole.length; place += 8) {
    const byte = parseInt(whole.slice(place, place + 8), 2);
    bytes.push(byte, ...(byte === 0xff ? [0] : []));
  }
  return Buffer.from(bytes);
}

export const WHERE_IT_WAS_TAKEN = 'Nhà ông Bảy';

/** What a phone writes into a photo: a description, that it is to be turned a quarter to the right, and where it was: 10.5 N, 106.4 E. */
function exifOfAPhone(): Buffer {
  const text = Buffer.from(`${WHERE_IT_WAS_TAKEN}\0`);
  const entry = (tag: number, type: number, count: number, value: number) => {
    const bytes = Buffer.alloc(12);
    bytes.writeUInt16LE(tag, 0);
    bytes.writeUInt16LE(type, 2);
    bytes.writeUInt32LE(count, 4);
    bytes.writeUInt32LE(value, 8);
    return bytes;
  };
  const directory = (...entries: Buffer[]) => {
    const count = Buffer.from([entries.length, 0]);
    return Buffer.concat([count, ...entries, Buffer.alloc(4)]);
  };
  const rationals = (...values: number[]) =>
    Buffer.from(Uint32Array.from(values.flatMap((value) => [value, 1])).buffer);
  const [first, gps] = [8, 8 + 2 + 3 * 12 + 4];
  const after = gps + 2 + 4 * 12 + 4;
  return Buffer.concat([
    Buffer.from('Exif\0\0II*\0'),
    Buffer.from(Uint32Array.of(first).buffer),
    directory(entry(0x010e, 2, text.length, after + 48), entry(0x0112, 3, 1, 6), entry(0x8825, 4, 1, gps)),
    directory(entry(1, 2, 2, 0x4e), entry(2, 5, 3, after), entry(3, 2, 2, 0x45), entry(4, 5, 3, after + 24)),
    rationals(10, 30, 0),
    rationals(106, 24, 0),
    text,
  ]);
}

export const exifSegment = (): Buffer => segmentOf(0xe1, exifOfAPhone());
