const { ModuleMocker } = require('jest-mock');
const { register } = require('node:module');
const { pathToFileURL } = require('node:url');
const { compile } = require('./compile.cjs');

register(pathToFileURL(require.resolve('./typescript-hooks.mjs')));

/** Made when a stack is first shown: few ever are. */
class SourceMaps extends Map {
  get(url) {
    if (!super.has(url) && url.startsWith('file:') && url.endsWith('.ts')) {
      const { map } = compile(url, { sourceMaps: true });
      this.set(url, `data:application/json;base64,${Buffer.from(map).toString('base64')}`);
    }
    return super.get(url);
  }
}

const sourceMaps = new SourceMaps();
const mocker = new ModuleMocker(globalThis);

/**
 * Loads specs and all that they use as Node does, once for all spec files of a worker. Jest's own runtime loads everything for each
 * file again, in a vm: that took half of their time.
 */
class SharedModules {
  /** Only the framework is asked for here. It keeps a file's tests in itself, so each file has its own. */
  requireInternalModule(path) {
    delete require.cache[path];
    delete globalThis[Symbol.for('EVENT_HANDLERS')];
    return require(path);
  }

  /** The others are global already. */
  setGlobalsForRuntime() {
    globalThis.jest = { spyOn: mocker.spyOn.bind(mocker) };
  }

  async unstable_importModule(path) {
    await import(pathToFileURL(path).href);
  }

  unstable_shouldLoadAsEsm() {
    return true;
  }

  requireModule(path) {
    return require(path);
  }

  getSourceMaps() {
    return sourceMaps;
  }

  getAllCoverageInfoCopy() {}
  enterTestCode() {}
  leaveTestCode() {}

  teardown() {
    mocker.restoreAllMocks();
  }
}

module.exports = SharedModules;
