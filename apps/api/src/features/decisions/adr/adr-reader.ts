import type { AdrDocument } from '@chapterhouse/domain/decisions/adr-document';
import {
  DECISION_TITLE_LIMIT,
  type DecisionWords,
  NO_DECISION_WORDS,
} from '@chapterhouse/domain/decisions/decision-fields';
import { readStatus } from '@chapterhouse/domain/decisions/adr-status';
import { readWrittenDay } from '@chapterhouse/domain/decisions/written-day';
import { readMetadata } from './adr-metadata.js';
import { argumentsIn } from './arguments-reader.js';
import { readFrontMatter, type FrontMatter, type Problem } from '../../../platform/markdown/front-matter.js';
import { readKept, withKept, type KeptFields } from './kept-facts.js';
import { MarkdownSections, type Section } from './markdown-sections.js';
import { readOptions, readProsAndCons } from './options-reader.js';
import { readOutcome } from './outcome-reader.js';

/** What a file is: a decision, or none (`document` is null); why, or what of it is odd, is in the problems. */
export interface ReadAdr {
  document: AdrDocument | null;
  problems: Problem[];
}

type Part = 'status' | 'context' | 'drivers' | 'options' | 'outcome' | 'arguments' | 'more' | InnerPart;
type InnerPart = 'consequences' | 'gains' | 'rationale' | 'confirmation';

/** Headings as MADR 1 to 4, Nygard and their many cousins write them. */
const PARTS: Record<Part, RegExp> = {
  status: /^status$/iu,
  context: /^(?:context( and problem( statement)?)?|problem( statement)?|background)$/iu,
  drivers: /^(?:decision )?(?:drivers|forces)$/iu,
  options: /^(?:considered (?:options|alternatives)|options( considered)?|alternatives( considered)?)$/iu,
  outcome: /^decision( outcome)?$/iu,
  arguments: /^pros and cons( of the (?:options|alternatives))?$/iu,
  more: /^more information$/iu,
  consequences: /^(?:(positive |negative )?consequences)$/iu,
  gains: /^trade-offs$/iu,
  rationale: /^rationale$/iu,
  confirmation: /^(?:confirmation|validation|compliance)$/iu,
};
/** Marks of one paragraph: of more than anybody writes, a parser's time grows beyond all bounds. */
const MOST_MARKS = 1000;
const PLACEHOLDER = /^[{[<].*[}\]>]$/su;

/** Reads MADR 2, 3 and 4, Nygard's records, and what lies between them. @param today YYYY-MM-DD */
export function readAdr(path: string, content: string, today: string): ReadAdr {
  const source = content
    .replace(/^\uFEFF/u, '')
    .replaceAll(/\r\n?/gu, '\n')
    .replaceAll('\u0000', '');
  const matter = readFrontMatter(source);
  const line = lineOfTooManyMarks(matter.body);
  if (line === undefined)
    return new AdrReader(path, new MarkdownSections(matter.body), matter.problems).read(matter, today);
  // A file of ours keeps its words in the front matter then.
  const read = new AdrReader(path, new MarkdownSections(''), matter.problems).read(matter, today);
  if (read.document !== null) return read;
  return {
    document: null,
    problems: [{ line, what: 'This paragraph has more marks than can be read: not imported.' }],
  };
}

/** Where a paragraph begins that no parser should see. */
function lineOfTooManyMarks(source: string): number | undefined {
  let [begin, marks] = [1, 0];
  for (const [place, line] of source.split('\n').entries()) {
    if (line.trim() === '') [begin, marks] = [place + 2, 0];
    else marks += line.match(/[*_[\]<>`!]|(?:^|\s)[-+](?=\s)/gu)?.length ?? 0;
    if (marks > MOST_MARKS) return begin;
  }
  return undefined;
}

class AdrReader {
  private readonly words: DecisionWords = structuredClone(NO_DECISION_WORDS);
  private status = '';
  private sectionCount = 0;

  constructor(
    private readonly path: string,
    private readonly markdown: MarkdownSections,
    private readonly problems: Problem[],
  ) {}

  read(matter: FrontMatter, today: string): ReadAdr {
    const { markdown, problems } = this;
    for (const section of markdown.sections) this.section(section, false);
    const kept = this.kept(matter);
    const title = (markdown.title?.text ?? '').replaceAll(/\s+/gu, ' ').replace(/^(?:ADR[- ]?)?\d+\s*[.:–—-]\s+/iu, '');
    const reason = kept === null ? this.whyNone(title) : undefined;
    if (reason !== undefined) {
      // What is odd about a file that is none does not matter.
      return { document: null, problems: [{ line: markdown.title?.line ?? 1, what: reason }] };
    }
    const metadata = readMetadata(matter, markdown);
    problems.push(...metadata.problems);
    this.more('', metadata.rest);
    const status = readStatus(this.status || metadata.status);
    const day = this.day(status.day ?? metadata.date, matter.lines.get('date') ?? 1, today);
    const document: AdrDocument = {
      path: this.path,
      title: this.cut(title, DECISION_TITLE_LIMIT),
      status: status.name,
      words: this.words,
      people: metadata.people,
      proposedAt: day,
      decidedAt: day,
      supersededBy: status.supersededBy,
      supersedes: status.supersedes,
      owner: null,
      numbers: [...(/(?:^|\/)(\d{1,6})[-_ .]/u.exec(this.path)?.slice(1) ?? [])],
      targets: markdown.targets().map(({ url }) => url),
      kept: null,
    };
    return { document: kept === null ? document : withKept(document, kept), problems };
  }

  /** What our own files say besides; null in all others. */
  private kept(matter: FrontMatter): KeptFields | null {
    if (!matter.values.has('chapterhouse')) return null;
    const kept = readKept(matter.values.get('chapterhouse'));
    if (typeof kept !== 'string') return kept;
    const line = matter.lines.get('chapterhouse') ?? 1;
    this.problem(line, `The field chapterhouse is not as we write it (${kept}): left out.`);
    return null;
  }

  private whyNone(title: string): string | undefined {
    if (this.sectionCount === 0) return 'This is no decision record: it has no section that one has.';
    if (title === '') return 'This decision has no title: not imported.';
    return PLACEHOLDER.test(title) ? 'This is a template: not imported.' : undefined;
  }

  private section(section: Section, isInner: boolean): void {
    const heading = section.heading.replaceAll(/^[\d.]+\s+|[:*_]/gu, '').trim();
    const part = PART_NAMES.find((name) => PARTS[name].test(heading));
    if (part === undefined) {
      this.more(section.heading, this.markdown.wholeOf(section));
      return;
    }
    this.sectionCount += 1;
    const isWhole = this.take(part, heading, section);
    if (isWhole || part === 'options' || part === 'arguments') return;
    for (const inner of section.sections) {
      if (isInner) this.more(inner.heading, this.markdown.wholeOf(inner));
      else this.section(inner, true);
    }
  }

  /** @returns whether its inner headings are read as well */
  private take(part: Part, heading: string, section: Section): boolean {
    const { markdown, words } = this;
    const text = markdown.textOf(section.nodes);
    if (part === 'status') this.status = text;
    else if (part === 'context') words.context = joined(words.context, markdown.wholeOf(section));
    else if (part === 'rationale') words.rationale = joined(words.rationale, markdown.wholeOf(section));
    else if (part === 'confirmation') words.confirmation = joined(words.confirmation, markdown.wholeOf(section));
    else if (part === 'more') words.moreInformation = joined(words.moreInformation, markdown.wholeOf(section));
    else if (part === 'drivers') this.drivers(section);
    else if (part === 'options') this.more(heading, readOptions(markdown, section, words.options));
    else if (part === 'arguments') this.prosAndCons(section);
    else if (part === 'consequences') this.consequences(heading, section);
    else if (part === 'gains') this.tradeOffs(section);
    else
      readOutcome(markdown, section, words, (chosen) =>
        this.problem(section.line, `The chosen option “${chosen}” is none of those considered: its name is kept.`),
      );
    return ['context', 'rationale', 'confirmation', 'more'].includes(part);
  }

  private drivers(section: Section): void {
    const lists = section.nodes.filter((node) => node.type === 'list');
    for (const list of lists)
      for (const { text } of this.markdown.itemsOf(list))
        if (text !== '' && text !== '…') this.words.drivers.push(text);
    const rest = this.markdown.textOf(section.nodes.filter((node) => node.type !== 'list'));
    if (rest !== '') this.words.drivers.push(rest);
  }

  private prosAndCons(section: Section): void {
    const rest = readProsAndCons(this.markdown, section, this.words.options, ({ heading, line }) =>
      this.problem(line, `The option “${heading}” is argued about and was not among those considered: added to them.`),
    );
    this.more('Pros and Cons of the Options', rest);
  }

  private consequences(heading: string, section: Section): void {
    const usual = /^positive/iu.test(heading) ? 'GOOD' : /^negative/iu.test(heading) ? 'BAD' : 'NEUTRAL';
    const { found, rest } = argumentsIn(this.markdown, section.nodes, usual);
    if (rest !== '') this.words.consequences.push({ tone: usual, text: rest });
    this.words.consequences.push(...found);
  }

  private tradeOffs(section: Section): void {
    for (const list of section.nodes.filter((node) => node.type === 'list'))
      for (const { text } of this.markdown.itemsOf(list)) {
        const found = /^we (gain|give up):\s+/iu.exec(text);
        const side = found?.[1]?.toLowerCase() === 'give up' ? this.words.givesUp : this.words.gains;
        side.push(text.slice(found?.[0].length ?? 0));
      }
    this.more('Trade-offs', this.markdown.textOf(section.nodes.filter((node) => node.type !== 'list')));
  }

  private day(text: string, line: number, today: string): string | null {
    if (text === '' || PLACEHOLDER.test(text)) return null;
    const read = readWrittenDay(text, today);
    if ('day' in read) {
      if (!read.isExact) this.problem(line, `The date “${text}” is read as ${read.day}.`);
      return read.day;
    }
    this.problem(line, `The date ${read.problem}: left out.`);
    return null;
  }

  private more(heading: string, text: string): void {
    if (text === '') return;
    const whole = heading === '' ? text : `### ${heading}\n\n${text}`;
    this.words.moreInformation = joined(this.words.moreInformation, whole);
  }

  private cut(text: string, limit: number): string {
    const characters = Array.from(text);
    if (characters.length <= limit) return text;
    this.problem(this.markdown.title?.line ?? 1, `This title is longer than ${limit} characters: cut.`);
    return `${characters.slice(0, limit - 1).join('')}…`;
  }

  private problem(line: number, what: string): void {
    this.problems.push({ line, what });
  }
}

const PART_NAMES = Object.keys(PARTS) as Part[];

function joined(...parts: string[]): string {
  return parts.filter((part) => part !== '').join('\n\n');
}
