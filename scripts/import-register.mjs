// `npm run import:register -- register.csv`: takes the organizations of a register into Lienket, running or not.
import { accessSync, constants } from 'node:fs';
import { resolve } from 'node:path';
import { operate } from './operate.mjs';
import { Problem } from './problem.mjs';

const path = process.argv[2] && resolve(process.env.INIT_CWD ?? '.', process.argv[2]);

function requireFile() {
  if (!path) throw new Problem('Name the file: npm run import:register -- register.csv');
  try {
    accessSync(path, constants.R_OK);
  } catch {
    throw new Problem(`There is no file ${path} that can be read: name the register's CSV file.`);
  }
}

await operate(async () => {
  const { main } = await import('../dist/apps/worker/src/import-register.js');
  return main(path);
}, requireFile);
