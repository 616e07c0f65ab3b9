/**
 * The jest preset of packages that run in Node as ES modules (api, domain).
 * @param {{ domainSrc: string, roots?: string[], extra?: object }} options domainSrc: where `@chapterhouse/domain/*` resolves, relative to <rootDir>.
 */
export function nodePreset({ domainSrc, roots = ['<rootDir>/src'], extra = {} }) {
  return {
    roots,
    testEnvironment: 'node',
    testMatch: ['**/*.test.ts'],
    extensionsToTreatAsEsm: ['.ts'],
    moduleNameMapper: {
      '^@chapterhouse/domain/(.*)$': `${domainSrc}/$1.ts`,
      '^(\\.{1,2}/.*)\\.js$': '$1',
    },
    transform: {
      '^.+\\.ts$': [
        '@swc/jest',
        {
          jsc: {
            target: 'es2023',
            parser: { syntax: 'typescript', decorators: true },
            transform: { legacyDecorator: true, decoratorMetadata: true },
          },
          module: { type: 'es6' },
        },
      ],
    },
    ...extra,
  };
}
