import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import type { Plugin } from 'vite';

const WORTH_IT = /\.(js|css|html|svg|webmanifest)$/;

/** Lays a .br and a .gz beside each text that was built, as small as it gets: it is sent a thousand times. */
export const compressed = (): Plugin => ({
  name: 'compressed',
  apply: 'build',
  closeBundle: {
    order: 'post',
    handler() {
      const { build, root } = this.environment.config;
      const folder = join(root, build.outDir);
      for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((one) =>
        WORTH_IT.test(one),
      )) {
        const text = readFileSync(join(folder, name));
        writeFileSync(join(folder, `${name}.br`), brotliCompressSync(text));
        writeFileSync(join(folder, `${name}.gz`), gzipSync(text, { level: 9 }));
      }
    },
  },
});
