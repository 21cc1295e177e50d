import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Plugin } from 'vite';

/** Where the service worker expects the list of what it keeps. */
const PLACE = 'self.__PRECACHE';

/**
 * Tells the service worker which files the phone keeps, so that the console opens without a network: all that was built. A file
 * whose name holds its digest never changes; the others are known by the digest of their content.
 */
export function precache(): Plugin {
  let publicFolder = '';
  return {
    name: 'precache',
    apply: 'build',
    configResolved: ({ publicDir }) => {
      publicFolder = publicDir;
    },
    generateBundle: {
      order: 'post',
      handler(_options, bundle) {
        const worker = bundle['service-worker.js'];
        if (worker?.type !== 'chunk' || !worker.code.includes(PLACE))
          throw new Error(`There is no service worker that asks for ${PLACE}.`);
        const built = Object.values(bundle)
          .filter((file) => file !== worker)
          .map((file) => entry(file.fileName, file.type === 'chunk' ? file.code : file.source));
        const copied = readdirSync(publicFolder).map((name) => entry(name, readFileSync(join(publicFolder, name))));
        worker.code = worker.code.replace(PLACE, () => JSON.stringify([...built, ...copied]));
      },
    },
  };
}

const entry = (fileName: string, content: string | Uint8Array) => ({
  url: `/${fileName}`,
  revision: fileName.startsWith('assets/') ? null : createHash('sha256').update(content).digest('hex').slice(0, 16),
});
