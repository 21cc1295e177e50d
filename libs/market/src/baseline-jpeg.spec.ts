import { describe, expect, it } from '@jest/globals';
import { exifSegment, jpegOf, segmentOf, WHERE_IT_WAS_TAKEN, withSegment } from '../../../test/support/jpegs.js';
import { readJpeg } from './baseline-jpeg.js';

const JPEG = jpegOf({ width: 40, height: 24, noisyBlocks: 3 });
const NUMBER_OF = { EXIF: 0xe1, COLOURS: 0xe2, IPTC: 0xed, COMMENT: 0xfe };
const END = JPEG.length - 2;
const NOISY = jpegOf({ width: 64, height: 64, noisyBlocks: 60 });
const ALL_ONES = NOISY.lastIndexOf(Buffer.from([0xff, 0x00]));
const spliced = (place: number, ...bytes: (Buffer | string)[]) =>
  Buffer.concat([JPEG.subarray(0, place), ...bytes.map((part) => Buffer.from(part)), JPEG.subarray(place)]);

/** Of 20 by 18 pixels and three colours, sampled 2 by 2, by Chromium's canvas. */
const OF_A_CANVAS = Buffer.from(
  '/9j/4AAQSkZJRgABAQAAAQABAAD/4gHYSUNDX1BST0ZJTEUAAQEAAAHIAAAAAAQwAABtbnRyUkdCIFhZWiAH4AABAAEAAAAAAABhY3NwAAAAAA' +
    'AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAQAA9tYAAQAAAADTLQAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA' +
    'AAAAAAlkZXNjAAAA8AAAACRyWFlaAAABFAAAABRnWFlaAAABKAAAABRiWFlaAAABPAAAABR3dHB0AAABUAAAABRyVFJDAAABZAAAAChnVFJDAA' +
    'ABZAAAAChiVFJDAAABZAAAAChjcHJ0AAABjAAAADxtbHVjAAAAAAAAAAEAAAAMZW5VUwAAAAgAAAAcAHMAUgBHAEJYWVogAAAAAAAAb6IAADj1' +
    'AAADkFhZWiAAAAAAAABimQAAt4UAABjaWFlaIAAAAAAAACSgAAAPhAAAts9YWVogAAAAAAAA9tYAAQAAAADTLXBhcmEAAAAAAAQAAAACZmYAAP' +
    'KnAAANWQAAE9AAAApbAAAAAAAAAABtbHVjAAAAAAAAAAEAAAAMZW5VUwAAACAAAAAcAEcAbwBvAGcAbABlACAASQBuAGMALgAgADIAMAAxADb/' +
    '2wBDAA0JCgsKCA0LCgsODg0PEyAVExISEyccHhcgLikxMC4pLSwzOko+MzZGNywtQFdBRkxOUlNSMj5aYVpQYEpRUk//2wBDAQ4ODhMREyYVFS' +
    'ZPNS01T09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT0//wAARCAASABQDASIAAhEBAxEB/8QAFgABAQEA' +
    'AAAAAAAAAAAAAAAAAAQB/8QAGBABAQEBAQAAAAAAAAAAAAAAAAMCITH/xAAXAQEBAQEAAAAAAAAAAAAAAAAEAgMF/8QAFhEBAQEAAAAAAAAAAA' +
    'AAAAAAAAMB/9oADAMBAAIRAxEAPwCitElaNrRHWjhymq1TVO+iXVOhuTB2q+qOoM5Lsl16AZgOv//Z',
  'base64',
);

describe('a baseline JPEG', () => {
  it('is taken as it is, with its size', () => {
    expect(readJpeg(JPEG)).toEqual({ content: JPEG, width: 40, height: 24 });
    expect(readJpeg(NOISY)?.content).toEqual(NOISY);
    expect(ALL_ONES).toBeGreaterThan(0);
    const ofACanvas = readJpeg(OF_A_CANVAS)!;
    expect(ofACanvas).toMatchObject({ width: 20, height: 18 });
    expect(readJpeg(ofACanvas.content)).toEqual(ofACanvas);
    expect([OF_A_CANVAS, ofACanvas.content].map((content) => content.includes('ICC_PROFILE'))).toEqual([true, false]);
  });

  it('loses what says where and by whom it was taken', () => {
    const xmp = segmentOf(NUMBER_OF.EXIF, Buffer.from('http://ns.adobe.com/xap/1.0/\0<x:xmpmeta/>'));
    const comment = segmentOf(NUMBER_OF.COMMENT, Buffer.from(WHERE_IT_WAS_TAKEN));
    const told = [exifSegment(), xmp, comment, segmentOf(NUMBER_OF.IPTC, Buffer.from(WHERE_IT_WAS_TAKEN))];
    const sent = told.reduce(withSegment, JPEG);
    expect(sent.includes(WHERE_IT_WAS_TAKEN)).toBe(true);
    expect(readJpeg(sent)).toEqual({ content: JPEG, width: 40, height: 24 });
  });

  it('keeps how its colours are read, but no smaller picture beside it', () => {
    const jfif = (thumbnail: Buffer, side: number) =>
      withSegment(
        JPEG,
        segmentOf(0xe0, Buffer.from([...Buffer.from('JFIF\0'), 1, 1, 0, 0, 1, 0, 1, side, side, ...thumbnail])),
      );
    expect(readJpeg(jfif(Buffer.alloc(0), 0))?.content).toEqual(jfif(Buffer.alloc(0), 0));
    expect(readJpeg(jfif(Buffer.alloc(3), 1))?.content).toEqual(JPEG);
    const adobe = withSegment(JPEG, segmentOf(0xee, Buffer.from('Adobe\0d\0\0\0\0\u0001', 'latin1')));
    expect(readJpeg(adobe)?.content).toEqual(adobe);
  });

  it.each<[string, Buffer]>([
    ['nothing', Buffer.alloc(0)],
    ['a page', Buffer.from('<!doctype html><script>alert(1)</script>')],
    ['a drawing with a script', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>')],
    ['a PNG', Buffer.from('89504e470d0a1a0a0000000d49484452000186a0000186a00806000000', 'hex')],
    ['a JPEG that was cut off', JPEG.subarray(0, END - 40)],
    ['a JPEG that was cut off, and ended by hand', Buffer.concat([JPEG.subarray(0, END - 40), JPEG.subarray(END)])],
    ['a JPEG with a page after it', Buffer.concat([JPEG, Buffer.from('<script>alert(1)</script>')])],
    ['a JPEG with an archive after it', Buffer.concat([JPEG, Buffer.from('PK\u0005\u0006'), Buffer.alloc(18)])],
    [
      'a JPEG that ends before its last bit',
      Buffer.concat([NOISY.subarray(0, ALL_ONES), JPEG.subarray(END), NOISY.subarray(ALL_ONES + 2)]),
    ],
    ['a JPEG with a second one after it', Buffer.concat([JPEG, JPEG])],
    ['a JPEG with an archive after its last bit', spliced(END, 'PK\u0005\u0006', Buffer.alloc(18))],
    ['a JPEG with one byte more after its last bit', spliced(END, '\0')],
    ['a JPEG with something before its first segment', spliced(2, 'GIF89a')],
    [
      'a JPEG in whose table there is room for a page',
      withSegment(JPEG, segmentOf(0xdb, Buffer.from('\0'.padEnd(64, '<script>')))),
    ],
    [
      'a JPEG with a table twice',
      withSegment(JPEG, segmentOf(0xdb, Buffer.concat([Buffer.alloc(1), Buffer.alloc(64, '<script>')]))),
    ],
    [
      'a JPEG with a code table of a page',
      withSegment(
        JPEG,
        segmentOf(0xc4, Buffer.concat([Buffer.from([0x11, ...Array<number>(15).fill(0), 8]), Buffer.from('<script>')])),
      ),
    ],
    ['a segment that ends behind the picture', withSegment(JPEG, Buffer.from([0xff, NUMBER_OF.COMMENT, 0xff, 0xff]))],
    [
      'a progressive JPEG',
      Buffer.from(JPEG.map((byte, place) => (place === JPEG.indexOf(Buffer.from([0xff, 0xc0])) + 1 ? 0xc2 : byte))),
    ],
    ['a JPEG of no height', jpegOf({ said: { width: 16, height: 0 } })],
    ['a JPEG of 65,535 by 65,535', jpegOf({ said: { width: 65_535, height: 65_535 } })],
    ['a JPEG one pixel too wide', jpegOf({ width: 2049, height: 8 })],
    ['a JPEG that says to be larger than it is', jpegOf({ said: { width: 2048, height: 2048 } })],
    ['a JPEG that says to be smaller than it is', jpegOf({ width: 64, height: 64, said: { width: 8, height: 8 } })],
  ])('is not %s', (_, sent) => {
    expect(readJpeg(sent)).toBeNull();
  });

  it('is taken up to 2048 by 2048', () => {
    expect(readJpeg(jpegOf({ width: 2048, height: 2048 }))).toMatchObject({ width: 2048, height: 2048 });
  });

  it('is no picture any more with any one byte of its segments taken out', () => {
    const start = JPEG.indexOf(Buffer.from([0xff, 0xda])) + 10;
    const taken = Array.from({ length: start }, (_, place) =>
      Buffer.concat([JPEG.subarray(0, place), JPEG.subarray(place + 1)]),
    );
    expect(taken.filter((sent) => readJpeg(sent) !== null)).toEqual([]);
  });
});
