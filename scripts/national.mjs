// `npm run national -- --scale 1`: a database of its own with a country of data, for looking at Lienket at its full size.
import { parseArgs } from 'node:util';
import { operate } from './operate.mjs';
import { Problem } from './problem.mjs';

const USAGE = 'Say how much: npm run national -- --scale 1 (0.001 to 3; --seed 7, --today 2026-11-25, --again)';
let options;

function requireOptions() {
  let values;
  try {
    ({ values } = parseArgs({
      options: {
        scale: { type: 'string' },
        seed: { type: 'string' },
        today: { type: 'string' },
        again: { type: 'boolean', default: false },
      },
    }));
  } catch (error) {
    throw new Problem(`${error.message.split('.')[0]}. ${USAGE}`);
  }
  const { scale, seed, today, again } = values;
  options = { scale: Number(scale), seed: seed === undefined ? undefined : Number(seed), today, again };
  const isGood =
    options.scale >= 0.001 &&
    options.scale <= 3 &&
    (seed === undefined || Number.isSafeInteger(options.seed)) &&
    (today === undefined || isDay(today));
  if (!isGood) throw new Problem(USAGE);
}

const isDay = (text) => /^20\d\d-\d\d-\d\d$/.test(text) && new Date(text).toJSON()?.startsWith(text) && text >= '2024';

await operate(async () => {
  const { main } = await import('../dist/database/national/national-command.js');
  return main(options);
}, requireOptions);
