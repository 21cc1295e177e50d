import { businessDay, Clock } from '@lienket/platform';
import { ViewerReads, type Viewer } from '@lienket/identity';
import { Injectable } from '@nestjs/common';
import { randomUUID } from 'node:crypto';
import { Readiness } from '../health/readiness.js';
import type { RequestContext } from './context.js';
import { languageOf } from './language.js';
import { LoaderMaker } from './loaders.js';

/** What a request says of itself, over HTTP or on the socket. */
export interface Claims {
  readonly authorization: string | undefined;
  readonly acceptLanguage: string | undefined;
  readonly idempotencyKey: string | undefined;
  readonly address: string;
}

@Injectable()
export class ContextMaker {
  constructor(
    private readonly clock: Clock,
    private readonly viewers: ViewerReads,
    private readonly loaders: LoaderMaker,
    private readonly readiness: Readiness,
  ) {}

  async make(claims: Claims): Promise<RequestContext> {
    const now = this.clock.now();
    const sent = claims.authorization !== undefined && claims.authorization !== '';
    const token = /^Bearer ([\w-]{20,100})$/i.exec(claims.authorization ?? '')?.[1] ?? null;
    const { viewer, fault } = await this.callerWith(token, now);
    const asker = { viewer, now, today: businessDay(now), requestId: randomUUID() };
    const { loaders } = this;
    return {
      ...asker,
      language: languageOf(claims.acceptLanguage),
      address: claims.address,
      token: viewer && token,
      tokenIsBad: sent && viewer === null && fault === null,
      fault,
      isDraining: this.readiness.isDraining,
      changed: { isSo: false },
      idempotencyKey: claims.idempotencyKey ?? null,
      idempotency: null,
      loaders: loaders.make(asker),
      // Nest hands resolvers a copy of this object: state is kept in whichever of them the caller holds.
      renewLoaders(this: RequestContext) {
        this.loaders = loaders.make(this);
      },
      become(this: RequestContext, became) {
        this.viewer = became;
        this.renewLoaders();
      },
    };
  }

  /** A fault is kept for later: thrown here, it would be neither in the caller's language nor in the log. */
  private async callerWith(token: string | null, now: Date): Promise<{ viewer: Viewer | null; fault: Error | null }> {
    try {
      return { viewer: token === null ? null : await this.viewers.byToken(token, now), fault: null };
    } catch (error) {
      return { viewer: null, fault: error instanceof Error ? error : new Error(String(error)) };
    }
  }
}
