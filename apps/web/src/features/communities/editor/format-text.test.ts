import { expect, test } from '@jest/globals';
import { insertAt, paragraphBehind, prefixLines, surround, type TextEdit } from './format-text';

const done = (text: string, { from, to, insert, anchor, head }: TextEdit) => {
  const next = text.slice(0, from) + insert + text.slice(to);
  return [next, next.slice(anchor, head)];
};

test('marks go around the selection, and away again', () => {
  expect(done('a word b', surround('a word b', 2, 6, '**', 'strong'))).toEqual(['a **word** b', 'word']);
  expect(done('a **word** b', surround('a **word** b', 4, 8, '**', 'strong'))).toEqual(['a word b', 'word']);
  expect(done('', surround('', 0, 0, '**', 'strong'))).toEqual(['**strong**', 'strong']);
});

test('lines get the same beginning, and lose it', () => {
  expect(done('x\na\nb\ny', prefixLines('x\na\nb\ny', 2, 4, '- [ ] '))[0]).toBe('x\n- [ ] a\n- [ ] b\ny');
  expect(done('- a\n- b', prefixLines('- a\n- b', 0, 7, '- '))[0]).toBe('a\nb');
  expect(done('- a\nb', prefixLines('- a\nb', 0, 5, '- '))[0]).toBe('- - a\n- b');
});

test('a paragraph stands behind the line', () => {
  expect(done('see\nnext', paragraphBehind('see\nnext', 1, '![x](y)'))[0]).toBe('see\n\n![x](y)\n\nnext');
  expect(done('', paragraphBehind('', 0, '![x](y)'))[0]).toBe('![x](y)\n');
});

test('words are put in at the caret, apart from those beside', () => {
  const put = (text: string, caret: number) => {
    const edit = insertAt(text, caret, 'D-7');
    return [done(text, edit)[0], edit.anchor];
  };
  expect(put('see  here', 4)).toEqual(['see D-7 here', 7]);
  expect(put('Two tools', 0)).toEqual(['D-7 Two tools', 3]);
  expect(put('see', 3)).toEqual(['see D-7', 7]);
  expect(put('(see )', 5)).toEqual(['(see D-7)', 8]);
});
