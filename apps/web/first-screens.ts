import { createServer, type Plugin, type Rolldown } from 'vite';
import type * as FirstScreen from './src/app/first-screen';
import { provinceMap } from './province-map.ts';

/** Pages that anybody may open, and the part of the console that shows each. */
const PAGES = [
  { path: '/', name: 'home', part: 'today.page' },
  { path: '/participation', name: 'participation', part: 'participation.page' },
] as const;

const PLACE = '<div id="console"></div>';

/**
 * Lays a page of its own for each public address beside the console's: what it shows before anything was asked stands in it, and the browser
 * learns at once of the code that it will need. Seen a second earlier on a slow phone; the console then draws the same anew. Whoever has
 * been here before has all of it on the device and is served from there.
 */
export function firstScreens(): Plugin {
  return {
    name: 'first-screens',
    apply: 'build',
    generateBundle: {
      order: 'post',
      async handler(_options, bundle) {
        const page = bundle['index.html'];
        if (page?.type !== 'asset' || !String(page.source).includes(PLACE))
          throw new Error(`There is no page with ${PLACE}.`);
        const bare = String(page.source);
        const drawer = await screenDrawer(this.environment.config.root);
        for (const { path, name, part } of PAGES) {
          const links = needs(bundle, part).filter(({ file }) => !bare.includes(`"/${file}"`));
          const drawn = await drawer.draw(path);
          const source = bare
            .replace('</head>', () => `${links.map(linkTo).join('')}</head>`)
            .replace(PLACE, () => PLACE.replace('><', () => `>${drawn}<`));
          this.emitFile({ type: 'asset', fileName: `first/${name}.html`, source });
        }
        await drawer.end();
      },
    },
  };
}

/** Draws by the console's own code, as it stands, outside a browser. */
async function screenDrawer(root: string) {
  // What the code asks of a browser as it is read.
  Object.assign(globalThis, { addEventListener: () => undefined });
  Object.defineProperty(globalThis, 'localStorage', { value: { getItem: () => null }, configurable: true });
  const server = await createServer({
    configFile: false,
    root,
    appType: 'custom',
    logLevel: 'error',
    server: { middlewareMode: true, ws: false, watch: null },
    optimizeDeps: { noDiscovery: true },
    plugins: [provinceMap()],
  });
  const { firstScreen } = (await server.ssrLoadModule('/src/app/first-screen.tsx')) as typeof FirstScreen;
  return { draw: firstScreen, end: () => server.close() };
}

interface Link {
  readonly rel: 'stylesheet' | 'modulepreload';
  readonly file: string;
}

const linkTo = ({ rel, file }: Link): string => `<link rel="${rel}" crossorigin href="/${file}">`;

/** The styles and the code that a part of the console needs. */
function needs(bundle: Rolldown.OutputBundle, part: string): Link[] {
  const chunks = new Map<string, Rolldown.OutputChunk>();
  const take = (fileName: string): void => {
    const chunk = bundle[fileName];
    if (chunk?.type !== 'chunk' || chunks.has(fileName)) return;
    chunks.set(fileName, chunk);
    chunk.imports.forEach(take);
  };
  const first = Object.values(bundle).find((one) => one.type === 'chunk' && one.name === part);
  if (!first) throw new Error(`There is no part ${part} of the console.`);
  take(first.fileName);
  const styles = new Set([...chunks.values()].flatMap(({ viteMetadata }) => [...(viteMetadata?.importedCss ?? [])]));
  return [
    ...[...styles].map((file): Link => ({ rel: 'stylesheet', file })),
    ...[...chunks.keys()].map((file): Link => ({ rel: 'modulepreload', file })),
  ];
}
