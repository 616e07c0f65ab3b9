import { describe, expect, test } from '@jest/globals';
import { type FolderFacts, folderFacts, followLink } from './playbook-links.js';

const page = (path: string) => ({ path, headings: [], named: [] });
const facts = (...files: string[]): FolderFacts =>
  folderFacts({
    pages: new Map(files.map((file) => [file, page(file.replace(/\.md$/u, ''))])),
    folders: new Map(),
    pictures: new Set(),
    files: new Set(files),
  });

describe('a link to a file', () => {
  test('in other capitals leads there, and is told', () => {
    expect(followLink('Guide.md', 'README.md', facts('guide.md'))).toEqual({
      goal: { to: 'PAGE', path: 'guide', anchor: null },
      fault: 'LETTERS',
    });
  });

  test.each([
    ['a letter of one sign, the file of two', 'Übung.md'.normalize('NFC'), 'Übung.md'.normalize('NFD')],
    ['a letter of two signs, the file of one', 'Übung.md'.normalize('NFD'), 'Übung.md'.normalize('NFC')],
  ])('%s: it is the same file', (_case, written, file) => {
    expect(followLink(written, 'README.md', facts(file))).toEqual({
      goal: { to: 'PAGE', path: file.replace(/\.md$/u, ''), anchor: null },
      fault: null,
    });
    expect(followLink(written.toUpperCase(), 'README.md', facts(file)).fault).toBe('LETTERS');
  });

  test('that is not there leads nowhere', () => {
    expect(followLink('other.md', 'README.md', facts('guide.md'))).toEqual({
      goal: { to: 'NOWHERE' },
      fault: 'MISSING',
    });
  });
});
