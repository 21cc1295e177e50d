import { Injectable, SetMetadata, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { RequestContext } from './context.js';
import { doorError } from './refusal-error.js';

const PUBLIC = 'lienket:public';

/** Answered without a session too. Everything that does not say so is for signed-in callers. */
export const Public = () => SetMetadata(PUBLIC, true);

/** Stands before every query, mutation and subscription field. */
@Injectable()
export class SessionGuard implements CanActivate {
  constructor(private readonly reflector: Reflector) {}

  canActivate(execution: ExecutionContext): boolean {
    // Health, metrics and the page are plain HTTP and carry nothing of anybody's; files ask for the token themselves (FileDoor).
    if (execution.getType<string>() !== 'graphql') return true;
    const context = execution.getArgByIndex<RequestContext>(2);
    const isPublic = this.reflector.get<boolean | undefined>(PUBLIC, execution.getHandler()) === true;
    if (context.tokenIsBad || (!isPublic && context.viewer === null))
      throw doorError('UNAUTHENTICATED', context.language);
    return true;
  }
}
