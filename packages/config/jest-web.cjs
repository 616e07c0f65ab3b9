/** The jest preset of the web app: jsdom, CommonJS, styles ignored. */
module.exports.webPreset = function webPreset({ domainSrc, uiSrc, setupFile }) {
  return {
    roots: ['<rootDir>/src'],
    testEnvironment: 'jsdom',
    testMatch: ['**/*.test.ts', '**/*.test.tsx'],
    setupFilesAfterEnv: [setupFile],
    // Against hanging; how long anything takes is measured in bench.
    testTimeout: 300_000,
    moduleNameMapper: {
      '\\.css$': require.resolve('./empty-module.cjs'),
      '^@chapterhouse/domain/(.*)$': `${domainSrc}/$1.ts`,
      '^@chapterhouse/ui/(.*)$': `${uiSrc}/$1`,
      '^(\\.{1,2}/.*)\\.js$': '$1',
    },
    transform: {
      '^.+\\.(ts|tsx|js|mjs)$': [
        '@swc/jest',
        {
          jsc: {
            target: 'es2022',
            parser: { syntax: 'typescript', tsx: true },
            transform: { react: { runtime: 'automatic' } },
          },
          module: { type: 'commonjs' },
        },
      ],
    },
  };
};
