import { headingLine } from './heading-line.js';

/** An option as a decision's form takes it. */
export interface OfferedOption {
  title: string;
  description: string;
}

const ITEM = /^ {0,3}(?:[-*+]|\d{1,9}[.)])[ \t](?<title>.*)$/u;

/** What a template writes under its options: one for each heading, or, where there are none, for each item of its list. */
export function offeredOptions(text: string): OfferedOption[] {
  const lines = text.split('\n');
  const titleOf = lines.some((line) => headed(line) !== '') ? headed : listed;
  const options: { title: string; lines: string[] }[] = [];
  for (const line of lines) {
    const title = titleOf(line);
    if (title !== '') options.push({ title, lines: [] });
    else options.at(-1)?.lines.push(line.trim());
  }
  return options.map((option) => ({ title: option.title, description: option.lines.join('\n').trim() }));
}

function headed(line: string): string {
  const { level = 0, words = '' } = headingLine(line) ?? {};
  return level > 2 ? words : '';
}

function listed(line: string): string {
  return (ITEM.exec(line)?.groups?.['title'] ?? '').trim();
}
