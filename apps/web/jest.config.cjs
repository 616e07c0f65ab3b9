const { webPreset } = require('@chapterhouse/config/jest-web.cjs');

/** Libraries that are published as ES modules only: the parser of Markdown, and what counts dates. */
const MODULES = [
  'temporal-polyfill',
  'temporal-utils',
  'temporal-spec',
  'rrule-temporal',
  'react-markdown',
  'remark-[a-z]+',
  '(mdast|hast|unist|estree|micromark)[a-z-]*',
  'unified',
  'vfile(-message)?',
  'bail',
  'trough',
  'is-plain-obj',
  'ccount',
  'devlop',
  'decode-named-character-reference',
  'character-entities[a-z0-9-]*',
  '(comma|space)-separated-tokens',
  'property-information',
  'html-url-attributes',
  'trim-lines',
  'longest-streak',
  'markdown-table',
  'escape-string-regexp',
  'zwitch',
  'stringify-entities',
  'parse-entities',
];

module.exports = {
  ...webPreset({
    domainSrc: '<rootDir>/../../packages/domain/src',
    uiSrc: '<rootDir>/../../packages/ui/src',
    setupFile: '<rootDir>/jest.setup.ts',
  }),
  transformIgnorePatterns: [`/node_modules/(?!(${MODULES.join('|')})/)`],
};
