import { describe, expect, it } from '@jest/globals';
import { readFields } from './front-matter.js';
import { yamlTooCostly } from './yaml-cost.js';

/** Each kept a parser busy for seconds to minutes. */
const COSTLY: Record<string, string> = {
  'lists that are closed again': `nav:\n${'[x] '.repeat(49_000)}`,
  'fields that are closed again': '{} '.repeat(49_000),
  'lists within one another': '['.repeat(20_000),
  'keys within one another': '? '.repeat(500),
  'dashes within one another': '- '.repeat(20_000),
  entries: 'a: [\n'.concat('x,\n'.repeat(20_000), ']'),
};

describe('A text that parsers cannot bear', () => {
  it('a line of spaces is read in a moment', () => {
    const startedAt = performance.now();
    readFields(`a${' '.repeat(190_000)}b`);
    expect(performance.now() - startedAt).toBeLessThan(20_000);
  });

  it.each(Object.entries(COSTLY))('is told before it is parsed: %s', (_name, text) => {
    const startedAt = performance.now();
    expect(yamlTooCostly(text)).not.toBeNull();
    const { values, problems } = readFields(text);
    expect(values.size).toBe(0);
    expect(problems).toHaveLength(1);
    expect(performance.now() - startedAt).toBeLessThan(5000);
  });

  it('is none that is as odd as may be: it is parsed in no time, with what is wrong', () => {
    for (const odd of ['[x] ', '"a" ', '&a ', '!t ', ': ', 'a: b ', '*a ']) {
      const startedAt = performance.now();
      readFields(odd.repeat(4_900));
      expect(performance.now() - startedAt).toBeLessThan(20_000);
    }
  });

  it('is none that people write', () => {
    const nav = Array.from({ length: 2_000 }, (_, page) => `  - "Page ${page}": guide/page-${page}.md`).join('\n');
    expect(yamlTooCostly(`site_name: Our way\nplugins: [search, {git: {on: true}}]\nnav:\n${nav}\n`)).toBeNull();
  });
});
