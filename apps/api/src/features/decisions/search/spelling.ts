/** A word of so many letters may have so many mistakes; a shorter one none: nearly everything would be like it. */
const MISTAKES = [
  { letters: 8, mistakes: 2 },
  { letters: 4, mistakes: 1 },
] as const;
/** Words that are equally near. */
const MOST_ALIKE = 5;

/**
 * The words that somebody may have meant: those with the fewest mistakes, and few enough.
 * @param begun whether the word may go on: then mistakes are counted in as many letters as there are
 */
export function meantBy(typed: string, candidates: readonly string[], begun: boolean): string[] {
  const word = typed.toLowerCase();
  const most = MISTAKES.find(({ letters }) => Array.from(word).length >= letters)?.mistakes ?? 0;
  const near = candidates
    .map((candidate) => ({ candidate, mistakes: mistakesBetween(word, candidate, begun) }))
    .filter(({ mistakes }) => mistakes <= most);
  const fewest = Math.min(...near.map(({ mistakes }) => mistakes));
  return near
    .filter(({ mistakes }) => mistakes === fewest)
    .slice(0, MOST_ALIKE)
    .map(({ candidate }) => candidate);
}

/**
 * Letters that are missing, too many, others, or two in the wrong order (optimal string alignment).
 * @param begun whether `meant` may go on after the last letter of `typed`
 */
export function mistakesBetween(typed: string, meant: string, begun = false): number {
  const [a, b] = [Array.from(typed), Array.from(meant)];
  let beforeLast: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (const [row, letter] of a.entries()) {
    const line = [row + 1];
    for (const [column, other] of b.entries()) {
      const swapped = row > 0 && column > 0 && letter === b[column - 1] && a[row - 1] === other;
      line.push(
        Math.min(
          at(last, column + 1) + 1,
          at(line, column) + 1,
          at(last, column) + (letter === other ? 0 : 1),
          swapped ? at(beforeLast, column - 1) + 1 : Number.POSITIVE_INFINITY,
        ),
      );
    }
    [beforeLast, last] = [last, line];
  }
  return begun ? Math.min(...last) : at(last, b.length);
}

function at(line: readonly number[], index: number): number {
  return line[index] ?? Number.POSITIVE_INFINITY;
}
