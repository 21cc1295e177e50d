import { EXCEL_TYPE } from '@lienket/platform';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Language } from './language.js';
import { invalidInputError } from './refusal-error.js';

export const JPEG_TYPE = 'image/jpeg';

/** Leaves a file in its stream, to be read by who knows how much of it may be taken. */
export function leaveFilesUnread(fastify: FastifyInstance): void {
  fastify.addContentTypeParser([EXCEL_TYPE, JPEG_TYPE], (_request, payload, done) => {
    done(null, payload);
  });
}

/** What was sent, refused as soon as it says that it is larger than that, or is, whatever it says. */
export async function receivedBody(
  { headers, raw }: FastifyRequest,
  { type, mostBytes }: { readonly type: string; readonly mostBytes: number },
  language: Language,
): Promise<Buffer> {
  if (headers['content-type'] !== type) throw invalidInputError(language, 'FORM', 'file');
  if (Number(headers['content-length'] ?? 0) > mostBytes) throw invalidInputError(language, 'RANGE', 'file');
  const pieces: Buffer[] = [];
  let length = 0;
  try {
    // Left as it is, so that the refusal can still be told.
    for await (const piece of raw.iterator({ destroyOnReturn: false })) {
      length += (piece as Buffer).length;
      if (length > mostBytes) break;
      pieces.push(piece as Buffer);
    }
  } catch (error) {
    // Its sender has left.
    if (raw.readableAborted) throw invalidInputError(language, 'FORM', 'file');
    throw error;
  }
  if (length > mostBytes) throw invalidInputError(language, 'RANGE', 'file');
  if (length === 0) throw invalidInputError(language, 'FORM', 'file');
  return Buffer.concat(pieces);
}
