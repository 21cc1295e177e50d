import { AccessLog, type Access } from '@lienket/identity';
import { Injectable } from '@nestjs/common';
import DataLoader from 'dataloader';
import { signedIn, type Asker } from '../door/asker.js';

@Injectable()
export class IdentityLoaders {
  constructor(private readonly accessLog: AccessLog) {}

  for(asker: Asker) {
    return {
      /** Resolves once it is written down that the asker looks: what stands side by side in an answer, in one statement. */
      access: new DataLoader<Access, true, string>(
        async (accesses) => {
          const look = { requestId: asker.requestId, at: asker.now };
          await this.accessLog.note(signedIn(asker), asker.today, look, accesses);
          return accesses.map(() => true);
        },
        { cacheKeyFn: ({ organizationId, kind }) => `${organizationId} ${kind}` },
      ),
    };
  }
}
