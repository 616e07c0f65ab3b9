import type { DecisionPersonPart } from '@chapterhouse/domain/decisions/decision-fields';
import { readWrittenPeople } from '@chapterhouse/domain/decisions/written-people';
import type { Fields, Problem } from '../../../platform/markdown/front-matter.js';
import type { MarkdownSections } from './markdown-sections.js';

/** What stands beside the words of a decision, as it was written. */
export interface AdrMetadata {
  status: string;
  date: string;
  people: { part: DecisionPersonPart; name: string }[];
  problems: Problem[];
  /** Lines between title and first section that say something else. */
  rest: string;
}

const PEOPLE: Record<string, DecisionPersonPart> = {
  'decision-makers': 'DECISION_MAKER',
  'decision-maker': 'DECISION_MAKER',
  deciders: 'DECISION_MAKER',
  decider: 'DECISION_MAKER',
  consulted: 'CONSULTED',
  informed: 'INFORMED',
};
const LINE = /^\W*(status|date|decid(?:er|ers)|decision[- ]makers?|consulted|informed)\W*?:\W*?[ \t]*(.*)$/isu;

/** Front matter (MADR 3, 4), a bullet list (MADR 2) or lines (Nygard) between title and first section. */
export function readMetadata(fields: Fields, markdown: MarkdownSections): AdrMetadata {
  const result: AdrMetadata = { status: '', date: '', people: [], problems: [], rest: '' };
  // Names in our own files are as they were here.
  const isOurs = fields.values.has('chapterhouse');
  const take = (name: string, value: unknown, line: number): void => {
    const key = name.toLowerCase().replaceAll(' ', '-');
    const part = Object.hasOwn(PEOPLE, key) ? PEOPLE[key] : undefined;
    if (part !== undefined) takePeople(result, part, value, line, isOurs);
    else if (key === 'status') result.status ||= textOf(value);
    else if (key === 'date') result.date ||= textOf(value);
  };
  for (const [name, value] of fields.values) take(name, value, fields.lines.get(name) ?? 1);
  const rest = markdown.intro.filter((node) => {
    const lines =
      node.type === 'list'
        ? markdown.itemsOf(node).map(({ text }) => text)
        : node.type === 'paragraph'
          ? markdown.textOf([node]).split('\n')
          : [];
    const found = lines.map((line) => LINE.exec(line));
    if (lines.length === 0 || !found.some((one) => one !== null)) return true;
    const line = node.position?.start.line ?? 1;
    found.forEach((one, place) => {
      if (one === null) result.rest += `${lines[place] ?? ''}\n\n`;
      else take(one[1] ?? '', (one[2] ?? '').replaceAll(/^[*_\s]+|[*_\s]+$|<!--.*?-->/gsu, ''), line + place);
    });
    return false;
  });
  result.rest = (result.rest + markdown.textOf(rest)).trim();
  return result;
}

/** `Ana Roth (for the network)`: a name, or a name and more; only people can tell. */
const hasBrackets = (name: string): boolean => name.endsWith(')') && name.indexOf('(') > 0;

function takePeople(
  result: AdrMetadata,
  part: DecisionPersonPart,
  value: unknown,
  line: number,
  isOurs: boolean,
): void {
  const isText = typeof value === 'string';
  const lines = Array.isArray(value) ? value.map(textOf) : isText ? separated(value) : [textOf(value)];
  for (const text of lines) {
    const { names, remark } = readWrittenPeople(text);
    if (names.length === 0 && text.trim() !== '')
      result.problems.push({ line, what: `“${text}” names nobody: left out.` });
    if (remark !== '')
      result.problems.push({ line, what: `“${remark}” says more than names: ${names.join(', ')} taken.` });
    else if (!isOurs)
      for (const name of names)
        if (hasBrackets(name))
          result.problems.push({ line, what: `“${name}” is taken as the name of a person, all of it.` });
    for (const name of names)
      if (!result.people.some((one) => one.part === part && one.name === name)) result.people.push({ part, name });
  }
}

/** Names in one line: between commas, unless they are in brackets. */
function separated(text: string): string[] {
  return text.split(/[,;](?![^(<[]*[)>\]])/u).filter((part) => part.trim() !== '');
}

function textOf(value: unknown): string {
  if (typeof value === 'string') return value.trim();
  return typeof value === 'number' || typeof value === 'boolean' ? String(value) : '';
}
