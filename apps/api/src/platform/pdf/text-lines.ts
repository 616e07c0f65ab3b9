import { type Run, runsOf, type Weight } from './font-faces.js';

/** How wide a run is, in points. */
export type Measure = (run: Run, size: number) => number;

export interface Setting {
  size: number;
  weight: Weight;
}

/** Part of a text that looks otherwise, or leads to a place of the document. */
export interface Span {
  text: string;
  /** The text's own when absent. */
  weight?: Weight | undefined;
  /** The name of a place. */
  goTo?: string | undefined;
}

export type Words = string | readonly Span[];

/** A run where it stands, in points from where its line begins. */
export interface PlacedRun extends Run {
  x: number;
  goTo?: string | undefined;
}

export interface Line {
  runs: PlacedRun[];
  width: number;
}

interface Word {
  runs: (Run & { width: number })[];
  width: number;
  /** Whether a space comes before it. */
  spaced: boolean;
  /** It goes on with the word before it, in another look: no line ends between them. */
  glued: boolean;
  fromRight: boolean;
  goTo: string | undefined;
}

/** Control characters, and those that turn the direction of what follows. */
const UNSEEN = /[\p{Cc}\u202a-\u202e\u2066-\u2069]/gu;
/** Written from right to left. */
const FROM_RIGHT = /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}]/u;
/** Scripts without spaces: a line may end after any of their characters. */
const ANYWHERE = /([\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}])/u;
const GRAPHEMES = new Intl.Segmenter('en', { granularity: 'grapheme' });

/** Sets text in lines of at most `width` points: its own line breaks stay, and nothing of it is lost. */
export function linesOf(text: Words, { size, weight }: Setting, width: number, measure: Measure): Line[] {
  const space = measure({ file: runsOf('x', weight)[0]?.file ?? '', text: ' ' }, size);
  return paragraphsOf(typeof text === 'string' ? [{ text }] : text).flatMap((spans) => {
    let isOpen = false;
    const words = spans.flatMap((span): Word[] => {
      const setWord = (word: string, spaced: boolean): Word => {
        const runs = runsOf(word, span.weight ?? weight).map((run) => ({ ...run, width: measure(run, size) }));
        return { runs, spaced, glued: false, width: sum(runs), fromRight: FROM_RIGHT.test(word), goTo: span.goTo };
      };
      const goesOn = isOpen && !/^\s/u.test(span.text);
      const found = wordsOf(span.text).flatMap(({ word, spaced }, place): Word[] => {
        const isGlued = goesOn && place === 0;
        const whole = { ...setWord(word, spaced && !isGlued), glued: isGlued };
        return whole.width <= width ? [whole] : cut(word, spaced && !isGlued, width, setWord);
      });
      if (span.text !== '') isOpen = !/\s$/u.test(span.text);
      return found;
    });
    return filled(words, width, space).map((line) => placed(line, space));
  });
}

function paragraphsOf(spans: readonly Span[]): Span[][] {
  let last: Span[] = [];
  const paragraphs = [last];
  for (const span of spans)
    for (const [place, text] of span.text.split(/\r\n|[\n\r\u2028\u2029]/u).entries()) {
      if (place > 0) paragraphs.push((last = []));
      last.push({ ...span, text });
    }
  return paragraphs;
}

/** Words, and each character of scripts without spaces as one. */
function wordsOf(paragraph: string): { word: string; spaced: boolean }[] {
  return paragraph
    .replaceAll(/\s/gu, ' ')
    .replaceAll(UNSEEN, '')
    .split(' ')
    .filter((word) => word !== '')
    .flatMap((word) =>
      word
        .split(ANYWHERE)
        .filter((part) => part !== '')
        .map((part, index) => ({ word: part, spaced: index === 0 })),
    );
}

/** What is wider than a line goes on in the next one: addresses, keys. */
function cut(word: string, spaced: boolean, width: number, setWord: (word: string, spaced: boolean) => Word): Word[] {
  const letters = Array.from(GRAPHEMES.segment(word), ({ segment }) => segment);
  const parts: Word[] = [];
  for (let from = 0; from < letters.length;) {
    const part = (to: number): Word => setWord(letters.slice(from, to).join(''), spaced || parts.length > 0);
    const to = mostThat(from + 1, letters.length, (end) => part(end).width <= width);
    parts.push(part(to));
    from = to;
  }
  return parts;
}

/**
 * The greatest that fits, where all smaller ones do; at least the first. By steps that double, then halve: neither each
 * letter more is set anew, nor much more than a line of a word that is as long as a page.
 */
function mostThat(first: number, last: number, fits: (one: number) => boolean): number {
  let low = first;
  let step = 1;
  for (; low + step <= last && fits(low + step); step *= 2) low += step;
  for (; step > 0; step = Math.floor(step / 2)) if (low + step <= last && fits(low + step)) low += step;
  return low;
}

function filled(words: readonly Word[], width: number, space: number): Word[][] {
  const lines: Word[][] = [[]];
  let used = 0;
  for (const word of words) {
    const line = lines.at(-1) ?? [];
    const gap = line.length > 0 && word.spaced ? space : 0;
    if (line.length > 0 && used + gap + word.width > width) {
      const before = word.glued ? together(line, word, width) : [];
      lines.push([...before, word]);
      used = sum(before) + word.width;
      continue;
    }
    line.push(word);
    used += gap + word.width;
  }
  return lines;
}

/** Takes what the word goes on with from the end of its line; nothing where that is all of it, or too long. */
function together(line: Word[], word: Word, width: number): Word[] {
  let from = line.length - 1;
  while (from > 0 && line[from]?.glued) from -= 1;
  const moved = line.slice(from);
  return from > 0 && sum(moved) + word.width <= width ? line.splice(from) : [];
}

function placed(words: readonly Word[], space: number): Line {
  const runs: PlacedRun[] = [];
  let x = 0;
  for (const [index, word] of inReadingOrder(words).entries()) {
    if (index > 0 && word.spaced) x += space;
    for (const run of word.runs) {
      runs.push({ file: run.file, text: run.text, x, ...(word.goTo !== undefined && { goTo: word.goTo }) });
      x += run.width;
    }
  }
  return { runs, width: x };
}

/** Several words from right to left, one after the other: the first one stands rightmost. */
function inReadingOrder(words: readonly Word[]): Word[] {
  const ordered: Word[] = [];
  let back: Word[] = [];
  const turn = (): void => {
    ordered.push(...back.toReversed());
    back = [];
  };
  for (const word of words) {
    if (word.fromRight) back.push(word);
    else {
      turn();
      ordered.push(word);
    }
  }
  turn();
  return ordered;
}

function sum(runs: readonly { width: number }[]): number {
  return runs.reduce((total, { width }) => total + width, 0);
}
