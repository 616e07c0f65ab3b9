import type { Command } from './command-registry';

/** A text as its words, without case and accents. */
export type Folded = readonly string[];

export function fold(text: string): Folded {
  return text
    .normalize('NFD')
    .replaceAll(/\p{Diacritic}/gu, '')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean);
}

/** Each typed word begins one of the words. */
export function hasWords(words: Folded, typed: Folded): boolean {
  return typed.every((one) => words.some((word) => word.startsWith(one)));
}

/** Smaller is nearer; null where it does not fit. */
function distance({ label, keywords = '' }: Command, typed: Folded): number | null {
  const words = fold(label);
  if (hasWords(words, typed)) return words.join(' ').startsWith(typed.join(' ')) ? 0 : 1;
  return hasWords([...words, ...fold(keywords)], typed) ? 2 : null;
}

/** The commands that fit what was typed, the nearest first; all as they are when nothing was. */
export function matchingCommands(commands: readonly Command[], text: string): readonly Command[] {
  const typed = fold(text);
  if (typed.length === 0) return text.trim() === '' ? commands : [];
  return commands
    .map((command) => ({ command, away: distance(command, typed) }))
    .filter((one): one is { command: Command; away: number } => one.away !== null)
    .sort((a, b) => a.away - b.away)
    .map(({ command }) => command);
}
