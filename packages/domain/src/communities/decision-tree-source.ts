import type { DecisionTreeProblem, TreePlace, TreeProblemCode } from './decision-tree-problems.js';

/** Ends the reading of one statement; the reader goes on with the next line. */
export class TreeSlip extends Error {
  constructor(readonly problem: DecisionTreeProblem) {
    super(problem.words);
    this.name = 'TreeSlip';
  }
}

/** A text and how far it is read. */
export class TreeSource {
  readonly text: string;
  at = 0;
  readonly #lineStarts: number[] = [0];

  constructor(source: string) {
    this.text = source.replace(/\r\n?/gu, '\n').replace(/^\uFEFF/u, '');
    for (let at = this.text.indexOf('\n'); at !== -1; at = this.text.indexOf('\n', at + 1))
      this.#lineStarts.push(at + 1);
  }

  get ended(): boolean {
    return this.at >= this.text.length;
  }

  placeOf(at: number): TreePlace {
    let [low, high] = [0, this.#lineStarts.length - 1];
    while (low < high) {
      const middle = Math.ceil((low + high) / 2);
      if ((this.#lineStarts[middle] ?? 0) <= at) low = middle;
      else high = middle - 1;
    }
    return { line: low + 1, column: at - (this.#lineStarts[low] ?? 0) + 1 };
  }

  /** @param pattern sticky (`y`). What it matches here is read; undefined when it does not. */
  take(pattern: RegExp): string | undefined {
    const found = this.peek(pattern);
    if (found !== undefined) this.at += found.length;
    return found;
  }

  peek(pattern: RegExp): string | undefined {
    pattern.lastIndex = this.at;
    return pattern.exec(this.text)?.[0];
  }

  takes(words: string): boolean {
    const here = this.text.startsWith(words, this.at);
    if (here) this.at += words.length;
    return here;
  }

  skipSpaces(): void {
    this.take(/[^\S\n]*/uy);
  }

  /** Over line ends too. */
  skipBlank(): void {
    this.take(/\s*/uy);
  }

  /** The rest of the line, and past its end. */
  takeLine(): string {
    const line = this.take(/[^\n]*/uy) ?? '';
    this.takes('\n');
    return line;
  }

  /** For words about what stands here. */
  here(): string {
    const word = this.peek(/[\p{L}\p{N}_]{1,30}|\S{1,3}/uy);
    return word === undefined ? 'the end of the line' : `“${word}”`;
  }

  slip(code: TreeProblemCode, words: string, at = this.at, nodeId: string | null = null): TreeSlip {
    return new TreeSlip({ code, words, ...this.placeOf(at), nodeId });
  }
}
