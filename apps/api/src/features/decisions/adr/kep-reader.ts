import type { AdrDocument } from '@chapterhouse/domain/decisions/adr-document';
import {
  DECISION_TITLE_LIMIT,
  type DecisionPersonPart,
  NO_DECISION_WORDS,
} from '@chapterhouse/domain/decisions/decision-fields';
import { readWrittenDay } from '@chapterhouse/domain/decisions/written-day';
import { readWrittenPeople, saysNothing } from '@chapterhouse/domain/decisions/written-people';
import { markdownLine } from '@chapterhouse/domain/markdown-escape';
import type { ReadAdr } from './adr-reader.js';
import { readFields, type Fields, type Problem } from '../../../platform/markdown/front-matter.js';

const PEOPLE: Record<string, DecisionPersonPart> = {
  approvers: 'DECISION_MAKER',
  'prr-approvers': 'DECISION_MAKER',
  authors: 'CONSULTED',
  reviewers: 'CONSULTED',
  editor: 'CONSULTED',
  editors: 'CONSULTED',
  'participating-sigs': 'INFORMED',
};
/** What stands nowhere else is listed below "more information". */
const ELSEWHERE = new Set([
  'title',
  'status',
  'approvers',
  'reviewers',
  'prr-approvers',
  'participating-sigs',
  'owning-sig',
]);
const QUOTES = /^[\s"'“”‘’(<]+|[\s"'“”‘’>]+$/gu;

/** Reads the metadata of one Kubernetes enhancement proposal (`kep.yaml`). @param today YYYY-MM-DD */
export function readKep(path: string, content: string, today: string): ReadAdr {
  const source = content
    .replace(/^\uFEFF/u, '')
    .replaceAll(/\r\n?/gu, '\n')
    .replaceAll('\u0000', '');
  return new KepReader(path, source, readFields(source), today).read();
}

class KepReader {
  private readonly problems: Problem[];
  private readonly lines: string[];

  constructor(
    private readonly path: string,
    source: string,
    private readonly fields: Fields,
    private readonly today: string,
  ) {
    this.problems = fields.problems;
    this.lines = source.split('\n');
  }

  read(): ReadAdr {
    const title = this.text('title').replaceAll(/\s+/gu, ' ');
    if (this.fields.values.size === 0 || title === '') {
      this.problem('title', '', 'This is no KEP: it has no title. Not imported.');
      return { document: null, problems: this.problems };
    }
    const proposedAt = this.day('creation-date');
    if (!this.fields.values.has('creation-date')) this.problem('title', '', 'This KEP has no creation-date.');
    const updatedOn = this.day('last-updated');
    const isBackwards = updatedOn !== null && proposedAt !== null && updatedOn < proposedAt;
    if (isBackwards)
      this.problem('last-updated', '', `It was updated on ${updatedOn}, before it was created: left out.`);
    const document: AdrDocument = {
      path: this.path,
      title: Array.from(title).slice(0, DECISION_TITLE_LIMIT).join(''),
      status: this.text('status').replaceAll(/\s+/gu, ' ').toLowerCase(),
      people: this.people(),
      words: { ...structuredClone(NO_DECISION_WORDS), moreInformation: this.rest() },
      proposedAt,
      decidedAt: isBackwards ? proposedAt : (updatedOn ?? proposedAt),
      supersededBy: this.references('superseded-by'),
      supersedes: this.references('replaces'),
      owner: this.text('owning-sig') || null,
      numbers: [this.text('kep-number'), /(?:^|\/)(\d{1,6})-[^/]*\/[^/]*$/u.exec(this.path)?.[1] ?? ''].filter(
        (number) => /^\d+$/u.test(number),
      ),
      targets: [],
      kept: null,
    };
    // Only read so that odd ones are told; they stay below "more information".
    this.references('see-also');
    return { document, problems: this.problems };
  }

  private people(): AdrDocument['people'] {
    const found: AdrDocument['people'] = [];
    for (const [field, part] of Object.entries(PEOPLE))
      for (const text of this.list(field)) {
        const { names, remark } = readWrittenPeople(text);
        if (names.length === 0) this.problem(field, text, `${field}: “${text}” names nobody: left out.`);
        if (remark !== '')
          this.problem(field, text, `${field}: “${remark}” says more than names: ${names.join(', ')} taken.`);
        for (const name of names)
          if (!found.some((one) => one.part === part && one.name.toLowerCase() === name.toLowerCase()))
            found.push({ part, name });
      }
    return found;
  }

  private references(field: string): string[] {
    return this.list(field).flatMap((text) => {
      const reference = text.replaceAll(QUOTES, '').replace(/^([^()]*)\)$/u, '$1');
      if (!saysNothing(reference)) return reference;
      this.problem(field, text, `${field}: “${text}” is read as none.`);
      return [];
    });
  }

  private day(field: string): string | null {
    const text = this.text(field);
    if (text === '') return null;
    const read = readWrittenDay(text, this.today);
    if ('problem' in read) {
      this.problem(field, '', `${field}: ${read.problem}: left out.`);
      return null;
    }
    if (!read.isExact) this.problem(field, '', `${field}: “${text}” is read as ${read.day}.`);
    return read.day;
  }

  private rest(): string {
    const lines = [...this.fields.values].flatMap(([name, value]) => {
      const text = ELSEWHERE.has(name) ? '' : flat(value);
      return text === '' ? [] : [`* ${markdownLine(name)}: ${markdownLine(text)}`];
    });
    return [...lines, ...this.remarks()].join('\n');
  }

  /** What stands behind a value as a comment of YAML: `- "@ana" # for the network part`. */
  private remarks(): string[] {
    let field = '';
    return this.lines.flatMap((line) => {
      field = /^([a-z-]+):/u.exec(line)?.[1] ?? field;
      const [, name, remark] = /^(?:\s*-|[a-z-]+:)\s+("[^"]*"|'[^']*'|[^"'\s#].*?)\s+#+\s*(\S.*)$/u.exec(line) ?? [];
      if (name === undefined || remark === undefined) return [];
      return [`* ${field}, ${markdownLine(name.replaceAll(QUOTES, ''))}: ${markdownLine(remark)}`];
    });
  }

  private list(field: string): string[] {
    const value = this.fields.values.get(field);
    const list = Array.isArray(value) ? value : [value];
    return list.map((one) => flat(one).trim()).filter((one) => one !== '');
  }

  private text(field: string): string {
    return flat(this.fields.values.get(field)).trim();
  }

  /** @param text what the line says, when the field has several */
  private problem(field: string, text: string, what: string): void {
    const line = this.fields.lines.get(field) ?? 1;
    const offset = text === '' ? 0 : this.lines.slice(line - 1).findIndex((one) => one.includes(text));
    this.problems.push({ line: line + Math.max(0, offset), what });
  }
}

/** A value in one line: `alpha: v1.19, beta: v1.20`. */
function flat(value: unknown): string {
  if (typeof value === 'string') return value;
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  if (Array.isArray(value))
    return value
      .map(flat)
      .filter((one) => one !== '')
      .join(', ');
  if (typeof value !== 'object' || value === null) return '';
  return Object.entries(value)
    .flatMap(([name, inner]) => (flat(inner) === '' ? [] : [`${name}: ${flat(inner)}`]))
    .join(', ');
}
