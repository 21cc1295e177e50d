import { buildSchema } from 'graphql';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Problem } from './problem.mjs';
import { projectRoot } from './project-root.mjs';
import { brokenPromises } from './schema-promise.mjs';
import { schemaFiles } from './schema-files.mjs';

/** The public face that clients rely on; it stands beside the repository where the project is worked on. */
const promisedFile = join(projectRoot, '../shared/api.graphql');

const read = (path) => (existsSync(path) ? readFileSync(path, 'utf8') : '');

async function faults() {
  const files = await schemaFiles();
  const stale = files
    .filter(({ path, content }) => read(join(projectRoot, path)) !== content)
    .map(({ path }) => `${path} is stale: run \`npm run schema\` and commit what it writes.`);
  if (!existsSync(promisedFile)) return stale;
  const broken = brokenPromises(read(promisedFile), buildSchema(files[0].content));
  return [...stale, ...broken.map((difference) => `Against ../shared/api.graphql: ${difference}`)];
}

const found = await faults().catch((error) => {
  if (error instanceof Problem) return [error.message];
  throw error;
});
for (const fault of found) console.error(fault);
if (found.length > 0) process.exitCode = 1;
