const QUERY = 'Q'.charCodeAt(0);
const PARSE = 'P'.charCodeAt(0);
const READY = 'Z'.charCodeAt(0);
const ERROR = 'E'.charCodeAt(0);

/** What a server says last on a connection when its postmaster is gone. */
export const FAREWELL = fatal('57P01', 'terminating connection due to unexpected postmaster exit');

interface Message {
  /** The SQL text, where the message brings one. */
  readonly statement: string | null;
  readonly raw: Buffer;
}

/** Cuts what a client says to PostgreSQL into its messages (protocol 3, without TLS). */
export class FrontendReader {
  private rest: Buffer = Buffer.alloc(0);
  private isStarted = false;

  read(bytes: Buffer): Message[] {
    this.rest = Buffer.concat([this.rest, bytes]);
    const messages: Message[] = [];
    for (let raw = this.next(); raw; raw = this.next()) {
      messages.push({ statement: this.isStarted ? statementIn(raw) : null, raw });
      this.isStarted = true;
    }
    return messages;
  }

  /** The first message has no type before its length. */
  private next(): Buffer | null {
    const head = this.isStarted ? 1 : 0;
    if (this.rest.length < head + 4) return null;
    const end = head + this.rest.readUInt32BE(head);
    if (this.rest.length < end) return null;
    const raw = this.rest.subarray(0, end);
    this.rest = this.rest.subarray(end);
    return raw;
  }
}

function statementIn(raw: Buffer): string | null {
  if (raw[0] === QUERY) return textAt(raw, 5);
  if (raw[0] === PARSE) return textAt(raw, raw.indexOf(0, 5) + 1);
  return null;
}

const textAt = (raw: Buffer, start: number): string => raw.toString('utf8', start, raw.indexOf(0, start)).trim();

/** Hears when PostgreSQL is done with a statement; begins between two of its messages. */
export class ReadinessReader {
  private rest: Buffer = Buffer.alloc(0);

  /** @returns whether it said that it is ready for the next */
  read(bytes: Buffer): boolean {
    this.rest = Buffer.concat([this.rest, bytes]);
    while (this.rest.length >= 5) {
      if (this.rest[0] === READY) return true;
      const end = 1 + this.rest.readUInt32BE(1);
      if (this.rest.length < end) return false;
      this.rest = this.rest.subarray(end);
    }
    return false;
  }
}

function fatal(code: string, message: string): Buffer {
  const fields = Buffer.from(`SFATAL\0VFATAL\0C${code}\0M${message}\0\0`);
  const head = Buffer.alloc(5);
  head.writeUInt8(ERROR);
  head.writeUInt32BE(4 + fields.length, 1);
  return Buffer.concat([head, fields]);
}
