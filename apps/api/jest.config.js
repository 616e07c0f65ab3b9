import { nodePreset } from '@chapterhouse/config/jest-node.js';
export default nodePreset({
  domainSrc: '<rootDir>/../../packages/domain/src',
  roots: ['<rootDir>/src', '<rootDir>/test'],
  extra: {
    globalSetup: '<rootDir>/test/start-database.ts',
    globalTeardown: '<rootDir>/test/stop-database.ts',
    setupFiles: ['reflect-metadata'],
    testTimeout: 30_000,
    // Modules of a test file are never given back: a worker that has grown begins anew.
    workerIdleMemoryLimit: '1GB',
  },
});
