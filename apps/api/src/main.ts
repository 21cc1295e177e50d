import { serve } from './serve.js';

/** The entry of a container: serves until told to stop, then drains. */
const served = await serve();
let stopping = false;
for (const signal of ['SIGINT', 'SIGTERM'] as const)
  process.on(signal, () => {
    if (stopping) return;
    stopping = true;
    void served.close().then(() => process.exit(0));
  });
