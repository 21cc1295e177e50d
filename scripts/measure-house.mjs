// `npm run measure:house`: how large the files are, whether the law is kept, and what each dependency is for.
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from './project-root.mjs';

const read = (path) => readFileSync(join(projectRoot, path), 'utf8');
const tracked = execFileSync('git', ['ls-files', '*.ts', '*.mjs', '*.cjs'], { cwd: projectRoot, encoding: 'utf8' });
const files = tracked.split('\n').filter((path) => path !== '' && !path.includes('/generated/'));

function sizes(title, paths) {
  const lines = paths.map((path) => [read(path).split('\n').length - 1, path]).sort(([a], [b]) => a - b);
  const at = (share) => lines[Math.min(lines.length - 1, Math.floor(lines.length * share))][0];
  const [longest, path] = lines.at(-1);
  console.log(`${title}: ${lines.length} files, median ${at(0.5)}, p95 ${at(0.95)}, maximum ${longest} (${path})`);
}

sizes(
  'code',
  files.filter((path) => !/\.spec\.ts$|^test\//.test(path)),
);
sizes(
  'tests',
  files.filter((path) => /\.spec\.ts$|^test\//.test(path)),
);

const cruiser = join(projectRoot, 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs');
const law = ['apps', 'libs', 'database', 'test', '--config', '.dependency-cruiser.cjs', '--output-type', 'json'];
const { summary } = JSON.parse(
  execFileSync(process.execPath, [cruiser, ...law], { cwd: projectRoot, maxBuffer: 2 ** 28 }),
);
const cycles = summary.violations.filter(({ rule }) => rule.name === 'no-cycles').length;
console.log(`the law: ${summary.totalCruised} modules, ${summary.violations.length} violations, ${cycles} cycles`);

const { dependencies, devDependencies, optionalDependencies } = JSON.parse(read('package.json'));
const named = [...read('docs/dependencies.md').matchAll(/`([@\w./*-]+)`/g)].map(([, name]) => name);
const isNamed = (name) => named.includes(name) || named.includes(name.replace(/\/.*/, '/*'));
const unexplained = Object.keys({ ...dependencies, ...devDependencies, ...optionalDependencies }).filter(
  (name) => !isNamed(name),
);
const count = (packages) => Object.keys(packages).length;
console.log(
  `direct dependencies: ${count(dependencies)}, for development ${count(devDependencies)}, optional ${count(optionalDependencies)}; docs/dependencies.md says what each is for`,
);
if (unexplained.length > 0) {
  console.error(`docs/dependencies.md does not say what these are for: ${unexplained.join(', ')}.`);
  process.exitCode = 1;
}
if (summary.violations.length > 0) process.exitCode = 1;
