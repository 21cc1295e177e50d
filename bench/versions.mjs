import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '../scripts/project-root.mjs';

/** The peers as they were installed, for a reader to judge by. */
export const installed = (names) =>
  names
    .map((name) => {
      const file = join(projectRoot, 'bench/node_modules', name, 'package.json');
      return `${name} ${JSON.parse(readFileSync(file, 'utf8')).version}`;
    })
    .join(', ');
