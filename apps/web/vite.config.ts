import { defineConfig } from 'vite';
import { compressed } from './compressed.ts';
import { firstScreens } from './first-screens.ts';
import { precache } from './precache.ts';
import { provinceMap } from './province-map.ts';

export default defineConfig({
  root: import.meta.dirname,
  logLevel: 'warn',
  build: {
    outDir: '../../dist/web',
    emptyOutDir: true,
    target: 'es2022',
    rolldownOptions: {
      // Said of a build that takes five seconds.
      checks: { pluginTimings: false },
      input: { console: 'index.html', 'service-worker': 'src/service-worker.ts' },
      output: {
        // Beside the console, so that it may answer for all of it.
        entryFileNames: ({ name }) => (name === 'service-worker' ? '[name].js' : 'assets/[name]-[hash].js'),
      },
      // Libraries say 'use client' for servers that render; there is none here.
      onLog: (level, log, next) => {
        if (log.code !== 'MODULE_LEVEL_DIRECTIVE') next(level, log);
      },
    },
  },
  plugins: [provinceMap(), precache(), firstScreens(), compressed()],
  // `npm run console` beside `npm start`.
  server: { proxy: { '/graphql': { target: 'http://localhost:3000', ws: true } } },
});
