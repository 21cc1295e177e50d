// `npm run import:register -- register.xlsx`, or .csv: takes the organizations of a register into Lienket, running or not.
// With --template it writes an empty register of that name instead.
import { accessSync, constants } from 'node:fs';
import { resolve } from 'node:path';
import { operate } from './operate.mjs';
import { Problem } from './problem.mjs';

const isTemplate = process.argv.includes('--template');
const name = process.argv.slice(2).find((argument) => !argument.startsWith('--'));
const path = name && resolve(process.env.INIT_CWD ?? '.', name);

function requireFile() {
  if (!path) throw new Problem('Name the file: npm run import:register -- register.xlsx');
  if (isTemplate) return;
  try {
    accessSync(path, constants.R_OK);
  } catch {
    throw new Problem(`There is no file ${path} that can be read: name the register's Excel or CSV file.`);
  }
}

await operate(async () => {
  const { main, writeTemplate } = await import('../dist/apps/worker/src/import-register.js');
  return isTemplate ? writeTemplate(path) : main(path);
}, requireFile);
