const { pathToFileURL } = require('node:url');
const { default: Runtime } = require('jest-runtime');

const hooks = import('../typescript-hooks.mjs');
process.setSourceMapsEnabled(true);

/** Where jest-circus keeps the tests of a file, and who is told of them. */
const STATES = new Set(['JEST_STATE_SYMBOL', 'EVENT_HANDLERS']);

let run = 0;

/**
 * Evaluates modules by Node itself, so that all test files of a worker share what they import: the api with its
 * libraries is loaded once, not once for each of some hundred files. Therefore a test gives back what it changes in a
 * module, and modules can't be mocked. What is not about modules is jest's own.
 */
module.exports = class SharedRuntime extends Runtime {
  /** jest-circus, anew for each file: it keeps what it knows in global symbols. */
  requireInternalModule(path) {
    for (const symbol of Object.getOwnPropertySymbols(globalThis))
      if (STATES.has(symbol.description)) delete globalThis[symbol];
    delete require.cache[path];
    return require(path);
  }

  setGlobalsForRuntime(globals) {
    this.globals = { ...globals, jest: this.jestGlobals.jestObjectFor(this._testPath) };
  }

  unstable_shouldLoadAsEsm() {
    return true;
  }

  async unstable_importModule(path) {
    await hooks;
    // Node reads the source maps itself.
    Error.prepareStackTrace = undefined;
    const url = pathToFileURL(path);
    if (path === this._testPath) {
      const { use } = await import('./globals.mjs');
      use(this.globals);
      url.search = `?run=${(run += 1)}`;
    }
    return import(url.href);
  }
};
