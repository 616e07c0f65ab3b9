import { type Run, runsOf, type Weight } from './font-faces.js';

/** How wide a run is, in points. */
export type Measure = (run: Run, size: number) => number;

export interface Setting {
  size: number;
  weight: Weight;
}

/** A run where it stands, in points from where its line begins. */
export interface PlacedRun extends Run {
  x: number;
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
  fromRight: boolean;
}

/** Control characters, and those that turn the direction of what follows. */
const UNSEEN = /[\p{Cc}\u202a-\u202e\u2066-\u2069]/gu;
/** Written from right to left. */
const FROM_RIGHT = /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}]/u;
/** Scripts without spaces: a line may end after any of their characters. */
const ANYWHERE = /([\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}])/u;
const GRAPHEMES = new Intl.Segmenter('en', { granularity: 'grapheme' });

/** Sets text in lines of at most `width` points: its own line breaks stay, and nothing of it is lost. */
export function linesOf(text: string, { size, weight }: Setting, width: number, measure: Measure): Line[] {
  const space = measure({ file: runsOf('x', weight)[0]?.file ?? '', text: ' ' }, size);
  const setWord = (word: string, spaced: boolean): Word => {
    const runs = runsOf(word, weight).map((run) => ({ ...run, width: measure(run, size) }));
    return { runs, spaced, width: sum(runs), fromRight: FROM_RIGHT.test(word) };
  };
  return text.split(/\r\n|[\n\r\u2028\u2029]/u).flatMap((paragraph) => {
    const words = wordsOf(paragraph).flatMap(({ word, spaced }) => {
      const whole = setWord(word, spaced);
      return whole.width <= width ? [whole] : cut(word, spaced, width, setWord);
    });
    return filled(words, width, space).map((line) => placed(line, space));
  });
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
      lines.push([word]);
      used = word.width;
      continue;
    }
    line.push(word);
    used += gap + word.width;
  }
  return lines;
}

function placed(words: readonly Word[], space: number): Line {
  const runs: PlacedRun[] = [];
  let x = 0;
  for (const [index, word] of inReadingOrder(words).entries()) {
    if (index > 0 && word.spaced) x += space;
    for (const run of word.runs) {
      runs.push({ file: run.file, text: run.text, x });
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
