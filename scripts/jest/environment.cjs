/** The realm of the worker itself, not a vm: what is loaded for one spec file is there for the next. */
class WorkerRealm {
  global = globalThis;
  #console = globalThis.console;
  #exit = process.exit;

  async setup() {}

  /** Takes back what the runner put there for one file. */
  async teardown() {
    globalThis.console = this.#console;
    process.exit = this.#exit;
  }

  getVmContext() {
    return null;
  }
}

module.exports = WorkerRealm;
