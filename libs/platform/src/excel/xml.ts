import { SaxesParser } from 'saxes';
import { UnreadableBook } from './unreadable-book.js';

/** What a part of a book is told as it is read: names without their prefix. */
export interface XmlReader {
  opened?(name: string, attributes: Readonly<Record<string, string>>): void;
  closed?(name: string): void;
  text?(text: string): void;
}

/** Honest XML of a book stays far below: the parser holds what it has begun. */
const DEPTH_MAX = 32;
const UNBROKEN_MAX = 262_144;

/**
 * Reads XML from its bytes, without ever holding all of it. Refused: what is no XML in UTF-8, what has a document type, and so
 * entities of its own, and tags or texts without end. After each piece of bytes it lets the reader's rows be taken.
 */
export async function* readXml(bytes: AsyncIterable<Buffer>, reader: XmlReader): AsyncGenerator<void> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  const parser = new SaxesParser({ xmlns: false, position: false });
  let depth = 0;
  let unbroken = 0;
  const broken = () => {
    unbroken = 0;
  };
  parser.on('doctype', () => {
    throw new UnreadableBook('DOCUMENT_TYPE');
  });
  parser.on('error', (error) => {
    throw new UnreadableBook('NO_BOOK', { cause: error });
  });
  parser.on('opentag', ({ name, attributes }) => {
    broken();
    depth += 1;
    if (depth > DEPTH_MAX) throw new UnreadableBook('NO_BOOK');
    reader.opened?.(localName(name), attributes);
  });
  parser.on('closetag', ({ name }) => {
    broken();
    depth -= 1;
    reader.closed?.(localName(name));
  });
  parser.on('text', (text) => reader.text?.(text));
  parser.on('cdata', (text) => reader.text?.(text));
  for await (const piece of bytes) {
    unbroken += piece.length;
    if (unbroken > UNBROKEN_MAX) throw new UnreadableBook('NO_BOOK');
    parser.write(decoded(decoder, piece));
    yield;
  }
  parser.write(decoded(decoder));
  parser.close();
  yield;
}

function decoded(decoder: TextDecoder, piece?: Buffer): string {
  try {
    return piece ? decoder.decode(piece, { stream: true }) : decoder.decode();
  } catch (error) {
    throw new UnreadableBook('NO_BOOK', { cause: error });
  }
}

const localName = (name: string): string => name.slice(name.indexOf(':') + 1);
