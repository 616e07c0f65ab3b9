import { searchText } from '../../../platform/graphql/typed-text.js';

/** A part of what was typed into a field for searching. */
export interface Term {
  /** BEGINNING: the last word, which may not be finished. PHRASE: these words in this order. */
  kind: 'WORD' | 'BEGINNING' | 'PHRASE';
  /** Of a phrase its words; otherwise one word, or several that are as good. */
  words: string[];
  /** What is found must not say it. */
  without: boolean;
}

const MOST_TERMS = 20;
/** A shorter beginning is one of nearly everything. */
const SHORTEST_BEGINNING = 2;
/** Something in quotes, closed or not; or a run of other characters. A minus before it leaves out what says it. */
const PARTS = /(?<minus>-?)(?:"(?<quoted>[^"]*)"?|(?<plain>[^\s"]+))/gu;
/** As the database parts words: see `chapterhouse_lexemes`. */
const WORDS = /[\p{L}\p{N}\p{M}]+/gu;

/** As trackers and we write keys: letters, a dash, a number. With a minus before it, it is left out instead. */
const KEYS = /(?<![\p{L}\p{N}_-])[A-Z]\w*-\d+(?![\p{L}\p{N}_-])/giu;

/** The keys among it, in small letters: what touches one of these is meant before all that only says it. */
export function keysTyped(text: string): string[] {
  return [...searchText(text).matchAll(KEYS)].map(([key]) => key.toLowerCase()).slice(0, MOST_TERMS);
}

/** What was typed, word by word: "in quotes" as it stands, -not this; punctuation parts words. */
export function readTyped(text: string): Term[] {
  const terms = [...searchText(text).matchAll(PARTS)].flatMap(({ groups = {} }): Term[] => {
    const words = (groups['quoted'] ?? groups['plain'])?.match(WORDS) ?? [];
    const without = groups['minus'] === '-';
    if (words.length === 0) return [];
    if (groups['quoted'] !== undefined || without) return [{ kind: 'PHRASE', words: [...words], without }];
    return words.map((word) => ({ kind: 'WORD', words: [word], without }));
  });
  const last = terms.at(-1);
  if (last?.kind === 'WORD' && Array.from(last.words.join('')).length >= SHORTEST_BEGINNING) last.kind = 'BEGINNING';
  return terms.slice(0, MOST_TERMS);
}
