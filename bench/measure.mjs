import { readdirSync, readFileSync } from 'node:fs';
import { cpus, loadavg, totalmem } from 'node:os';

/** Of Linux, in which /proc counts CPU time. */
const TICK_US = 10_000;

/** Where in /proc/<pid>/stat, behind the name, a process tells its parent and its own CPU and that of children who ended. */
const PARENT = 1;
const OWN = [11, 12];
const OF_ENDED_CHILDREN = [13, 14];

function statOf(pid) {
  const text = readFileSync(`/proc/${pid}/stat`, 'utf8');
  return text.slice(text.lastIndexOf(')') + 2).split(' ');
}

const sumOf = (stat, places) => places.reduce((sum, place) => sum + Number(stat[place]), 0) * TICK_US;

/** User and system time of a process with all its threads, in microseconds. */
export const cpuOf = (pid) => sumOf(statOf(pid), OWN);

/** With that of its children who have ended. */
export const cpuWithChildren = (pid) => sumOf(statOf(pid), [...OWN, ...OF_ENDED_CHILDREN]);

/** The same of a server with its processes, those that have ended included. */
export function cpuOfFamily(pid) {
  const children = readdirSync('/proc').filter((name) => /^\d+$/.test(name) && isChildOf(name, pid));
  return children.reduce((sum, child) => sum + cpuIfThere(child), cpuWithChildren(pid));
}

const isChildOf = (child, pid) => ifThere(() => Number(statOf(child)[PARENT]) === pid, false);
const cpuIfThere = (pid) => ifThere(() => cpuOf(pid), 0);

/** Resident memory now, in MB. */
export const memoryOf = (pid) => Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))[1]) / 1000;

/** A process may end while we look. */
function ifThere(look, otherwise) {
  try {
    return look();
  } catch (error) {
    if (error.code === 'ENOENT' || error.code === 'ESRCH') return otherwise;
    throw error;
  }
}

export function at(numbers, share) {
  const sorted = numbers.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))];
}

export const median = (numbers) => at(numbers, 0.5);

export const load = () => loadavg()[0].toFixed(1);

/** What every table needs to be believed. */
export function heading(title, also = []) {
  console.log(`\n## ${title}\n`);
  const machine = `${cpus()[0].model.trim()}, ${cpus().length} cores, ${Math.round(totalmem() / 2 ** 30)} GB`;
  const command = `npm run bench -- ${process.argv.slice(2).join(' ')}`;
  const told = [machine, `Node ${process.version.slice(1)}`, ...also, new Date().toISOString().slice(0, 10)];
  console.log(`\`${command}\` on ${told.join('; ')}; load at the start ${load()}.\n`);
}

export function table(columns, rows) {
  const line = (cells) => `| ${cells.join(' | ')} |`;
  console.log([line(columns), line(columns.map(() => '---')), ...rows.map(line)].join('\n'));
}

/** One after another, so many rounds, each second round backwards: what a noisy minute does, it does to all. */
export async function alternating(peers, rounds, measureOne) {
  const seen = new Map(peers.map((peer) => [peer, []]));
  for (let round = 0; round < rounds; round += 1)
    for (const peer of round % 2 === 0 ? peers : peers.toReversed()) seen.get(peer).push(await measureOne(peer, round));
  return seen;
}
