import { checkLinkages, LINKAGES_FORM } from '@lienket/contracts';
import type { Viewer } from '@lienket/identity';
import {
  readForm,
  rejectedBook,
  templateBook,
  type Day,
  type Form,
  type FormLine,
  type Queryable,
  type RejectedLine,
} from '@lienket/platform';
import {
  checkRatings,
  checkRegister,
  RATINGS_FORM,
  REGISTER_FORM,
  type CheckedLines,
  type Progress,
} from '@lienket/registry';
import type { Readable } from 'node:stream';
import type { ImportKindName } from './import-status.js';

type Check<Column extends string> = (
  from: Queryable,
  viewer: Viewer,
  lines: readonly FormLine<Column>[],
  at: { readonly today: Day; readonly now: Date },
  progress: Progress,
) => Promise<CheckedLines<RejectedLine<Column>>>;

/** Lines of a file, as their own room understands them. */
export interface ImportLines {
  readonly count: number;
  check(
    from: Queryable,
    viewer: Viewer,
    at: { readonly today: Day; readonly now: Date },
    progress: Progress,
  ): Promise<
    Pick<CheckedLines<unknown>, 'save'> & { readonly rejectedCount: number; readonly rejected: () => Readable }
  >;
}

/** What can be imported. What its rows mean, and may, is the business of the room that gives its form and its check. */
export interface ImportKind {
  template(): Readable;
  read(bytes: Buffer, signal: AbortSignal): Promise<ImportLines>;
}

const kindOf = <Column extends string>(form: Form<Column>, check: Check<Column>): ImportKind => ({
  template: () => templateBook(form),
  read: async (bytes, signal) => {
    const lines = await readForm(form, bytes, signal);
    return {
      count: lines.length,
      check: async (...asked) => {
        const [from, viewer, at, progress] = asked;
        const { rejected, save } = await check(from, viewer, lines, at, progress);
        return { save, rejectedCount: rejected.length, rejected: () => rejectedBook(form, rejected) };
      },
    };
  },
});

export const KINDS: Readonly<Record<ImportKindName, ImportKind>> = {
  REGISTER: kindOf(REGISTER_FORM, checkRegister),
  RATINGS: kindOf(RATINGS_FORM, checkRatings),
  LINKAGES: kindOf(LINKAGES_FORM, checkLinkages),
};
