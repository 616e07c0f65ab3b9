import { mentionsAsWords } from '@chapterhouse/domain/impediments/impediment-mentions';

/** What would be read as Markdown in a plain name. */
const MARKS = /[\\`*_[\]<>#|~!]/g;

/** A comment as a quotation, with who said it. Whom it mentions is not told a second time. */
export function quoteOf({ author, body }: { author: { name: string }; body: string }): string {
  const name = author.name.replaceAll(MARKS, String.raw`\$&`);
  const lines = [`**${name}** said:`, '', ...mentionsAsWords(body.trim()).split(/\r\n|\r|\n/)];
  return lines.map((line) => (line.trim() === '' ? '>' : `> ${line}`)).join('\n');
}
