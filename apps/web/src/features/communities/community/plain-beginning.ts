import { plainMarkdown } from '@chapterhouse/domain/plain-markdown';

/** As much of a text as a card has room for, in characters. */
const ROOM = 180;

/** The first paragraph of Markdown as plain words. */
export function plainBeginning(markdown: string): string {
  const paragraph =
    markdown
      .split(/\n\s*\n/)
      .map((part) => part.trim())
      .find((part) => part !== '' && !/^(#{1,6}\s|```|\||!\[)/.test(part)) ?? markdown.trim();
  const plain = plainMarkdown(paragraph);
  if (plain.length <= ROOM) return plain;
  return `${plain.slice(0, plain.lastIndexOf(' ', ROOM))} …`;
}
