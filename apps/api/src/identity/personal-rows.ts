import { contractsPersonal } from '@lienket/contracts';
import { importsPersonal } from '@lienket/imports';
import { identityPersonal } from '@lienket/identity';
import { marketPersonal } from '@lienket/market';
import { matchingPersonal } from '@lienket/matching';
import { noticesPersonal } from '@lienket/notices';
import { platformPersonal } from '@lienket/platform';
import { registryPersonal } from '@lienket/registry';

/** What every room keeps of a person. */
export const personalRows = [
  ...platformPersonal,
  ...identityPersonal,
  ...registryPersonal,
  ...marketPersonal,
  ...contractsPersonal,
  ...importsPersonal,
  ...noticesPersonal,
  ...matchingPersonal,
];
