const { webPreset } = require('@chapterhouse/config/jest-web.cjs');

module.exports = webPreset({
  domainSrc: '<rootDir>/../../packages/domain/src',
  uiSrc: '<rootDir>/../../packages/ui/src',
  setupFile: '<rootDir>/jest.setup.ts',
});
