import { invalid, type PageRequest } from '@lienket/platform';
import { pageRequest } from '../door/connection.js';
import type { Language } from '../door/language.js';
import { answer } from '../door/refusal-error.js';

/** Events follow each other by number; the cursor holds it. */
export function eventPageRequest(
  args: { first?: number | null; after?: string | null },
  language: Language,
): PageRequest {
  const page = pageRequest(args, 1, language);
  return page.after === null || /^\d{1,9}$/.test(page.after[0] ?? '')
    ? page
    : answer(invalid('after', 'FORM'), language);
}
