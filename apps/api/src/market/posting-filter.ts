import { isStretch, type PostingFilter } from '@lienket/market';
import type { Language } from '../door/language.js';
import { invalidInputError } from '../door/refusal-error.js';

/** The filter of a list of postings; a window that ends before it starts is refused. */
export function possibleFilter(filter: PostingFilter | null | undefined, language: Language): PostingFilter {
  if (!isStretch(filter?.from ?? null, filter?.to ?? null)) throw invalidInputError(language, 'ORDER', 'filter.to');
  return filter ?? {};
}
