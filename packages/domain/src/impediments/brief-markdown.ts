import { markdownLine, markdownText } from '../markdown-escape.js';
import { type BriefBlock, briefDocument, type BriefSending, type GivenAnswer } from './brief-document.js';
import type { EscalationBrief } from './escalation-brief.js';

/**
 * The brief as markdown, to be read as it is or rendered anywhere: what is asked first, then the data. What people wrote
 * and named is only text in it, never markup.
 */
export function briefAsMarkdown(
  brief: EscalationBrief,
  answer: GivenAnswer | null = null,
  sending: BriefSending | null = null,
): string {
  const { title, about, sections } = briefDocument(brief, answer, sending);
  const parts = [
    `# ${markdownLine(title)}`,
    markdownLine(about),
    ...sections.flatMap((section) => [`## ${markdownLine(section.title)}`, ...section.blocks.map(markdownOf)]),
  ];
  return `${parts.filter((part) => part !== '').join('\n\n')}\n`;
}

function markdownOf(block: BriefBlock): string {
  switch (block.kind) {
    case 'TEXT':
      return markdownText(block.text);
    case 'LINE':
      return block.strong ? `**${markdownLine(block.text)}**` : markdownLine(block.text);
    case 'FIGURES':
      return listOf(block.figures.map(({ value, words }) => `${value} ${words}`));
    case 'LIST':
      return listOf(block.lines);
    case 'TABLE':
      return table(block.heads, block.rows);
  }
}

function listOf(lines: readonly string[]): string {
  return lines.map((line) => `- ${markdownLine(line)}`).join('\n');
}

function table(heads: readonly string[], rows: readonly (readonly string[])[]): string {
  if (rows.length === 0) return '';
  const line = (cells: readonly string[]): string => `| ${cells.map(markdownLine).join(' | ')} |`;
  return [line(heads), `|${' --- |'.repeat(heads.length)}`, ...rows.map(line)].join('\n');
}
