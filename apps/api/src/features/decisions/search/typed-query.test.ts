import { describe, expect, it } from '@jest/globals';
import { keysTyped, readTyped, type Term } from './typed-query.js';

const word = (text: string): Term => ({ kind: 'WORD', words: [text], without: false });
const beginning = (text: string): Term => ({ kind: 'BEGINNING', words: [text], without: false });

describe('what was typed', () => {
  it('is words, the last of which may not be finished', () => {
    expect(readTyped(' payment  gatew')).toEqual([word('payment'), beginning('gatew')]);
    expect(readTyped('x')).toEqual([word('x')]);
    expect(readTyped('node.js CI/CD')).toEqual([word('node'), word('js'), word('CI'), beginning('CD')]);
  });

  it('in quotes is a phrase, also before the second quote is there', () => {
    expect(readTyped('"read model" cache')).toEqual([
      { kind: 'PHRASE', words: ['read', 'model'], without: false },
      beginning('cache'),
    ]);
    expect(readTyped('cache "read mod')).toEqual([
      word('cache'),
      { kind: 'PHRASE', words: ['read', 'mod'], without: false },
    ]);
  });

  it('after a minus is what must not be said; a minus alone is nothing', () => {
    expect(readTyped('cache -redis -"write through" - x-y')).toEqual([
      word('cache'),
      { kind: 'PHRASE', words: ['redis'], without: true },
      { kind: 'PHRASE', words: ['write', 'through'], without: true },
      word('x'),
      word('y'),
    ]);
  });

  it('is text, whatever it contains', () => {
    expect(readTyped(String.raw`a' | !b & (c:* <-> \ d`)).toEqual([word('a'), word('b'), word('c'), word('d')]);
    expect(readTyped('\u0000 “” … !! "" -"" ')).toEqual([]);
    expect(readTyped('Überweisung 認証 “zitiert”')).toEqual([word('Überweisung'), word('認証'), beginning('zitiert')]);
    expect(readTyped('a '.repeat(5000))).toHaveLength(20);
  });
});

describe('keys', () => {
  it('are known among what was typed, with signs around them, and not where they are left out', () => {
    expect(keysTyped('why (IMP-555), pay_2-12?')).toEqual(['imp-555', 'pay_2-12']);
    expect(keysTyped('-IMP-555 node-js 4-5 IMP-5-6 IMP-5a')).toEqual([]);
  });
});
