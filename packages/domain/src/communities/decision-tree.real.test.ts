import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { readDecisionTree } from './read-decision-tree.js';
import { writeDecisionTree } from './decision-tree-writer.js';

const DATA = join(import.meta.dirname, '../../../../../shared/data/decision-trees');
const there = existsSync(DATA);
const suite = there ? describe : describe.skip;
if (!there) process.stderr.write(`Skipped: no real flowcharts in ${DATA}.\n`);

/** The one in which an arrow leads back to the beginning, on its last line. */
const LEADS_BACK = /ippr/u;
/** The one that is no decision tree: what it draws as its only question has no answers. */
const ASKS_NOTHING = /languages/u;
const REFUSED = [LEADS_BACK, ASKS_NOTHING];

suite('flowcharts that people wrote', () => {
  const files = there ? readdirSync(DATA).filter((name) => name.endsWith('.mmd')) : [];
  const textOf = (name: string): string => readFileSync(join(DATA, name), 'utf8');

  it('are six', () => {
    expect(files).toHaveLength(6);
  });

  it.each(files.filter((name) => !REFUSED.some((pattern) => pattern.test(name))))('is read: %s', (name) => {
    const text = textOf(name);
    const { tree, root, problems, comments } = readDecisionTree(text);
    expect(problems).toEqual([]);
    // Counted without our reader: an arrow is an arrow, and the first name in the text is where it begins.
    expect(tree.answers).toHaveLength(text.match(/-->/gu)?.length ?? 0);
    expect(root).toBe(/^\s*(\w+)[[{("]/mu.exec(text)?.[1]);
    expect(tree.nodes.filter(({ kind }) => kind === 'OUTCOME').length).toBeGreaterThan(0);
    // Every word stands in the text.
    for (const { text: words } of [...tree.nodes, ...tree.answers]) expect(text).toContain(words);
    expect(readDecisionTree(writeDecisionTree(tree, comments))).toEqual({
      tree,
      root,
      problems: [],
      notes: [],
      comments,
    });
  });

  it.each(files.filter((name) => LEADS_BACK.test(name)))('is refused with a reason at a line: %s', (name) => {
    const text = textOf(name);
    const { problems } = readDecisionTree(text);
    const cycles = problems.filter(({ code }) => code === 'CYCLE');
    expect(problems.every(({ code }) => code === 'CYCLE' || code === 'NO_ROOT')).toBe(true);
    const last = text.trimEnd().split('\n');
    expect(cycles.map(({ line }) => line)).toEqual([last.length]);
    expect(cycles[0]?.column).toBe((last.at(-1)?.indexOf('--') ?? -1) + 1);
  });

  it.each(files.filter((name) => ASKS_NOTHING.test(name)))('is refused with a reason where it is asked: %s', (name) => {
    const text = textOf(name);
    const { problems } = readDecisionTree(text);
    const line = text.split('\n').findIndex((words) => words.includes('{')) + 1;
    expect(problems.map(({ code, line: at }) => [code, at])).toEqual([['DEAD_END', line]]);
  });
});
