import type { Viewer } from '@lienket/identity';
import type { Idempotency } from '@lienket/platform';
import type { Asker } from './asker.js';
import type { Language } from './language.js';
import type { Loaders } from './loaders.js';

/** What a resolver knows about the request that it serves. */
export interface RequestContext extends Asker {
  viewer: Viewer | null;
  readonly language: Language;
  /** The caller's network address. */
  readonly address: string;
  /** Digested in the database; null without a session. */
  readonly token: string | null;
  /** A token was sent and is bad, ended or expired: every field is refused. */
  readonly tokenIsBad: boolean;
  /** Who asks could not be looked up: whatever is asked fails with this. */
  readonly fault: Error | null;
  /** This process is about to end: it answers, but changes nothing any more. */
  readonly isDraining: boolean;
  /** What this request has changed for good: what fails afterwards leaves that as it is. */
  readonly changed: { isSo: boolean };
  readonly idempotencyKey: string | null;
  /** Set before execution where the request carries a key. */
  idempotency: Idempotency | null;
  /** Batch and remember what this request reads; renewed after each mutation, so that it sees its own effect. */
  loaders: Loaders;
  renewLoaders(): void;
  /** From here on the request is asked by this viewer: signIn and registerOrganization answer what their caller became. */
  become(viewer: Viewer): void;
}
