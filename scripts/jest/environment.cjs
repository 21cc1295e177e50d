/** The realm of the worker itself, not a vm: what is loaded for one spec file is there for the next. */
class WorkerRealm {
  global = globalThis;
  #console = globalThis.console;
  #exit = process.exit;
  #globals;

  constructor({ projectConfig }) {
    this.#globals = projectConfig.globals;
  }

  async setup() {
    Object.assign(globalThis, this.#globals);
  }

  /** Takes back what was put there for one file. */
  async teardown() {
    for (const name of Object.keys(this.#globals)) delete globalThis[name];
    globalThis.console = this.#console;
    process.exit = this.#exit;
  }

  getVmContext() {
    return null;
  }
}

module.exports = WorkerRealm;
