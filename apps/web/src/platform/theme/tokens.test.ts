import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';

const UI = join(process.cwd(), '../../packages/ui/src');
const WEB = join(process.cwd(), 'src');

/** Without the living page, which shows every token by a name that it puts together. */
function sources(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.(css|tsx?)$/.test(file) && !file.includes('.test.') && !/^(generated|design)/.test(file))
    .map((file) => readFileSync(join(folder, file), 'utf8'));
}

const tokens = readFileSync(join(UI, 'tokens.css'), 'utf8');
const defined = new Set([...tokens.matchAll(/^\s*(--ch-[\w-]+):/gm)].map(([, name]) => name));
const used = new Set(
  [...sources(UI), ...sources(WEB)].flatMap((text) =>
    [...text.matchAll(/var\(\s*(--ch-[\w-]+)/g)].map(([, name]) => name),
  ),
);

test('a token that is used exists: a misspelt one would silently be nothing', () => {
  expect([...used].filter((name) => !defined.has(name))).toEqual([]);
});

test('a token that exists is used', () => {
  expect([...defined].filter((name) => !used.has(name))).toEqual([]);
});
