import { nodePreset } from '@chapterhouse/config/jest-node.js';
export default nodePreset({
  roots: ['<rootDir>/src', '<rootDir>/test'],
  extra: {
    globalSetup: '<rootDir>/test/start-database.ts',
    globalTeardown: '<rootDir>/test/stop-database.ts',
    setupFiles: ['reflect-metadata'],
  },
});
