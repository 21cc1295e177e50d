import { CONFIG, settingsOf, type Config } from '@lienket/platform';
import { Inject } from '@nestjs/common';
import { Query, Resolver } from '@nestjs/graphql';
import { signedIn } from '../door/asker.js';
import type { RequestContext } from '../door/context.js';

@Resolver()
export class ConfigurationQueries {
  constructor(@Inject(CONFIG) private readonly config: Config) {}

  @Query()
  configuration(_: unknown, __: unknown, context: RequestContext) {
    return signedIn(context).role === 'ADMINISTRATOR' ? settingsOf(this.config) : null;
  }
}
