import { ConfigurationError, type Config } from '@lienket/platform';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { IncomingHttpHeaders } from 'node:http';
import { z } from 'zod';

/** What of a request says which document it means. */
interface Asking {
  readonly query?: string | undefined;
  readonly extensions?: unknown;
}

const List = z.record(z.string(), z.string());
const Named = z.object({ persistedQuery: z.object({ sha256Hash: z.string() }) });

/**
 * Where LIENKET_DOCUMENTS names a list, pages in browsers may ask only what is on it, by its SHA-256 or in full: what a
 * stranger's script would have them ask is not. Others, who send no Origin, may ask what they like, within the limits.
 */
export class TrustedDocuments {
  private constructor(private readonly byHash: ReadonlyMap<string, string> | null) {}

  static read({ LIENKET_DOCUMENTS: path }: Pick<Config, 'LIENKET_DOCUMENTS'>): TrustedDocuments {
    if (path === undefined) return new TrustedDocuments(null);
    const list = List.safeParse(jsonIn(path)).data;
    if (!list || Object.entries(list).some(([hash, text]) => hashOf(text) !== hash))
      throw new ConfigurationError(
        "LIENKET_DOCUMENTS names a file that can't be used: it holds one JSON object, each document under its SHA-256 in hexadecimal.",
      );
    return new TrustedDocuments(new Map(Object.entries(list)));
  }

  /** The text of the document that is meant: undefined where none is, null where a page means one that is not on the list. */
  textOf({ query, extensions }: Asking, { origin }: IncomingHttpHeaders): string | null | undefined {
    if (this.byHash === null) return query;
    const named = Named.safeParse(extensions).data?.persistedQuery.sha256Hash;
    const known = this.byHash.get(query === undefined ? (named ?? '') : hashOf(query));
    return known ?? (origin === undefined ? query : null);
  }
}

const hashOf = (text: string): string => createHash('sha256').update(text).digest('hex');

function jsonIn(path: string): unknown {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch (error) {
    throw new ConfigurationError("LIENKET_DOCUMENTS names a file that can't be read as JSON.", { cause: error });
  }
}
