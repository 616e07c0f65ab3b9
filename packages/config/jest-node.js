import { fileURLToPath } from 'node:url';

const here = (file) => fileURLToPath(new URL(file, import.meta.url));

/**
 * The jest preset of packages that run in Node as ES modules (api, domain): test files share their modules.
 * @param {{ roots?: string[], extra?: object }} [options]
 */
export function nodePreset({ roots = ['<rootDir>/src'], extra = {} } = {}) {
  return {
    roots,
    runtime: here('./jest-shared/runtime.cjs'),
    testEnvironment: here('./jest-shared/environment.cjs'),
    testMatch: ['**/*.test.ts'],
    // Against hanging; how long anything takes is measured in bench.
    testTimeout: 300_000,
    // Of jest's own set-up and tear-down only.
    transform: {
      '^.+\\.ts$': ['@swc/jest', { jsc: { parser: { syntax: 'typescript' } }, module: { type: 'commonjs' } }],
    },
    ...extra,
  };
}
