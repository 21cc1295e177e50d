/**
 * Ends everything that was started, last first, whatever ends the process: the end of the work, a fault, Ctrl-C or SIGTERM.
 * A second Ctrl-C, or `forceAfterMs`, doesn't wait: every step's `force` runs and the process exits.
 */
export function createShutdown({ signalExitCode, forceAfterMs = 9000, onSignal = () => {} }) {
  const steps = [];
  let ending;
  let firstSignalAt = 0;

  const force = (exitCode) => {
    for (const step of steps.splice(0).reverse()) step.force?.();
    process.exit(exitCode);
  };

  async function endAll(exitCode) {
    setTimeout(() => force(exitCode), forceAfterMs).unref();
    while (steps.length > 0) {
      const step = steps.at(-1);
      await withLimit(step.close, step.limitMs).catch((error) => console.error(error.message));
      const rank = steps.indexOf(step);
      if (rank >= 0) steps.splice(rank, 1);
    }
    process.exit(exitCode);
  }

  const shutdown = {
    /** @returns {() => void} forgets the step, for what ended by itself */
    onEnd(close, { force: forceStep, limitMs = forceAfterMs } = {}) {
      const step = { close, force: forceStep, limitMs };
      steps.push(step);
      return () => {
        const rank = steps.indexOf(step);
        if (rank >= 0) steps.splice(rank, 1);
      };
    },
    end(exitCode) {
      return (ending ??= endAll(exitCode));
    },
    get isEnding() {
      return ending !== undefined;
    },
  };

  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
    process.on(signal, () => {
      if (!ending) {
        firstSignalAt = Date.now();
        onSignal();
        shutdown.end(signalExitCode);
      } else if (Date.now() - firstSignalAt > 1000) {
        // One Ctrl-C arrives twice within moments: from the terminal, and passed on by npm.
        force(130);
      }
    });
  }
  whenNpmIsGone(() => {
    onSignal();
    shutdown.end(signalExitCode);
  });
  return shutdown;
}

/** npm passes SIGINT and SIGTERM on; one that was killed can't. Without it, whoever started us believes that we ended. */
function whenNpmIsGone(act) {
  if (!process.env.npm_lifecycle_event) return;
  const npmPid = process.ppid;
  const timer = setInterval(() => {
    if (process.ppid === npmPid) return;
    clearInterval(timer);
    act();
  }, 1000);
  timer.unref();
}

function withLimit(close, limitMs) {
  let timer;
  const limit = new Promise((resolve) => (timer = setTimeout(resolve, limitMs)));
  return Promise.race([Promise.resolve().then(close), limit]).finally(() => clearTimeout(timer));
}
