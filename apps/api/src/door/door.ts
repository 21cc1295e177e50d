import { actorOf, type Viewer } from '@lienket/identity';
import { Commands, type Result, type Transaction } from '@lienket/platform';
import { Injectable } from '@nestjs/common';
import { signedIn } from './asker.js';
import type { RequestContext } from './context.js';
import { answer } from './refusal-error.js';

/** Carries a mutation out as its viewer: one transaction, its idempotency key kept, its refusal thrown. */
@Injectable()
export class Door {
  constructor(private readonly commands: Commands) {}

  async carryOut<T>(
    context: RequestContext,
    work: (tx: Transaction, viewer: Viewer) => Promise<Result<T>>,
  ): Promise<T> {
    const viewer = signedIn(context);
    const result = await this.commands.run((tx) => work(tx, viewer), {
      actor: actorOf(viewer, context.today),
      idempotency: context.idempotency ?? undefined,
    });
    context.changed.isSo ||= result.ok;
    context.renewLoaders();
    return answer(result, context.language);
  }
}
