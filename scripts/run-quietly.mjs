import { spawn } from 'node:child_process';
import { projectRoot } from './project-root.mjs';

/**
 * Runs a program with its output held back, and prints `<progress>… N s` every 5 s when a progress word is given.
 * @returns {Promise<{ exitCode: number, output: string, seconds: string }>} exitCode is 127 when the program isn't there
 */
export function runQuietly(command, args, { env = process.env, progress, shutdown } = {}) {
  const startedAt = Date.now();
  const seconds = () => ((Date.now() - startedAt) / 1000).toFixed(1);
  return new Promise((resolve) => {
    const child = spawn(command, args, { cwd: projectRoot, env, stdio: ['ignore', 'pipe', 'pipe'] });
    const release = shutdown?.onEnd(() => child.kill('SIGTERM'));
    const ticker = progress && setInterval(() => console.log(`${progress}… ${Math.round(seconds())} s`), 5000);
    let output = '';
    let missing = false;
    child.stdout.on('data', (chunk) => (output += chunk));
    child.stderr.on('data', (chunk) => (output += chunk));
    child.on('error', (error) => {
      missing = true;
      output += error.message;
    });
    const finish = (exitCode) => {
      clearInterval(ticker);
      // Killed because everything ends: whoever waits for the answer would only do more work.
      if (shutdown?.isEnding) return;
      release?.();
      resolve({ exitCode, output, seconds: seconds() });
    };
    child.on('close', (code) => finish(missing ? 127 : (code ?? 1)));
  });
}
