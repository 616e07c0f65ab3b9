import type { ImportTally } from '@chapterhouse/domain/imports/import-outcome';

/** One component of a calendar as its text, with the lines in which its properties begin. */
export interface IcsComponent {
  name: string;
  /** Of `BEGIN`, from 1. */
  line: number;
  /** Without what stands in components of its own. */
  lines: IcsLine[];
  inside: IcsComponent[];
  /** The file ends within it: what it was to say is not known. */
  isCutOff: boolean;
}

export interface IcsLine {
  text: string;
  line: number;
}

const DEEPEST = 8;

/**
 * Unfolds a text and finds its components, so that what is wrong in one of them does not take the others along, and has a
 * line to be told with.
 */
export function icsComponents(name: string, text: string, tally: ImportTally): IcsComponent[] {
  const all: IcsComponent[] = [];
  const open: IcsComponent[] = [];
  for (const { text: content, line } of unfolded(text)) {
    const [, mark, component] = /^(BEGIN|END):\s*([A-Za-z0-9-]+)\s*$/iu.exec(content) ?? [];
    if (mark?.toUpperCase() === 'BEGIN' && component !== undefined) {
      const made: IcsComponent = { name: component.toUpperCase(), line, lines: [], inside: [], isCutOff: false };
      if (open.length < DEEPEST) (open.at(-1)?.inside ?? all).push(made);
      open.push(made);
    } else if (mark !== undefined && component !== undefined) {
      const last = open.at(-1);
      if (last?.name === component.toUpperCase()) open.pop();
      else tally.problem(`${name}:${line}`, `END:${component} ends nothing that is open: left out.`);
    } else if (open.length > 0) open.at(-1)?.lines.push({ text: content, line });
    else if (content.trim() !== '') tally.problem(`${name}:${line}`, 'This line stands in no calendar: left out.');
  }
  for (const component of open) {
    component.isCutOff = true;
    tally.problem(`${name}:${component.line}`, `This ${component.name} has no end: the file is cut off there.`);
  }
  return all;
}

function unfolded(text: string): IcsLine[] {
  const lines: IcsLine[] = [];
  const parts = text.replace(/^\uFEFF/u, '').split(/\r\n|\n|\r/u);
  for (const [index, part] of parts.entries()) {
    const last = lines.at(-1);
    if (/^[ \t]/u.test(part) && last) last.text += part.slice(1);
    else if (part !== '') lines.push({ text: part, line: index + 1 });
  }
  return lines;
}
