import type { ImportTally } from '@chapterhouse/domain/imports/import-outcome';
import type { DateReader } from '@chapterhouse/domain/imports/jira-dates';
import type { CsvField } from '@chapterhouse/domain/imports/jira-csv-columns';
import type {
  JiraComment,
  JiraDetails,
  JiraIssue,
  JiraLink,
  JiraPerson,
  StatusCategory,
} from '@chapterhouse/domain/imports/jira-issue';
import { projectOf } from '@chapterhouse/domain/imports/jira-issue';
import { nameKey } from '@chapterhouse/domain/imports/jira-people';
import { linkPhrases } from '@chapterhouse/domain/imports/link-phrases';
import { categoryOfWords } from '@chapterhouse/domain/imports/status-words';
import type { CsvLayout } from './csv-layout.js';
import { hashOf, ISSUE_KEY, shortDescription, shortTexts, tellCut, titleOf } from './issue-words.js';
import { markdownOf } from './jira-markup.js';
import { cut } from './plain-value.js';
import { SharedValues } from './shared-values.js';

/** One row of Jira's CSV as facts; wrong cells become problems, a row without key is not taken. */
export class JiraCsvIssueReader {
  readonly people = new Map<string, JiraPerson>();
  private readonly shared = new SharedValues();
  private readonly unknownStatuses = new Set<string>();

  constructor(
    private readonly dates: DateReader,
    private readonly keyOfId: ReadonlyMap<string, string>,
    private readonly tally: ImportTally,
  ) {}

  read(layout: CsvLayout, cells: readonly string[], where: string): JiraIssue | undefined {
    const of = (field: CsvField): string => layout.one(cells, field);
    const key = of('KEY');
    if (!ISSUE_KEY.test(key)) {
      this.tally.problem(key === '' ? where : key, 'This row has no usable key: it is not taken.');
      return undefined;
    }
    const once = <T>(value: T): T => this.shared.once(value);
    const projectKey = of('PROJECT_KEY') || projectOf(key);
    const description = of('DESCRIPTION');
    tellCut(key, description, this.tally);
    const [created, resolved] = [
      this.moment(key, 'creation', of('CREATED')),
      this.moment(key, 'resolution', of('RESOLVED')),
    ];
    const updated = this.moment(key, 'last change', of('UPDATED'));
    return {
      source: once(`jira:${hostOf(of('PROJECT_URL')) ?? projectKey}`),
      key,
      project: once({ key: projectKey, name: cut(of('PROJECT_NAME') || projectKey, 200) }),
      title: titleOf(key, of('SUMMARY') || undefined, this.tally),
      type: once(of('TYPE') || 'unknown'),
      isSubtask: null,
      status: once(of('STATUS') || 'unknown'),
      statusCategory: this.category(of('STATUS_CATEGORY'), of('STATUS'), resolved),
      priority: once(of('PRIORITY') || null),
      assignee: this.person(of('ASSIGNEE_ID'), of('ASSIGNEE')),
      reporter: this.person(of('REPORTER_ID'), of('REPORTER')) ?? this.person(of('CREATOR_ID'), of('CREATOR')),
      created,
      updated: updated ?? resolved ?? created ?? '',
      resolved,
      resolution: once(of('RESOLUTION') || null),
      parentKey: this.parent(key, of('PARENT_KEY'), of('PARENT'), of('EPIC_LINK')),
      points: this.points(key, of('POINTS')),
      flagged: of('FLAGGED') !== '',
      component: once(of('COMPONENT').slice(0, 200) || null),
      team: once(of('TEAM').slice(0, 200) || null),
      rank: of('RANK') || null,
      descriptionHash: hashOf(description),
      // The state of each follows once all rows are read.
      sprints: layout
        .all(cells, 'SPRINT')
        .map(({ text }) =>
          once({ id: '', name: text.slice(0, 200), state: 'CLOSED', startsAt: null, endsAt: null, completedAt: null }),
        ),
      links: this.links(layout, cells, key),
    };
  }

  details(layout: CsvLayout, cells: readonly string[]): JiraDetails {
    const key = layout.one(cells, 'KEY');
    const comments = layout.all(cells, 'COMMENT').flatMap(({ text }) => this.comment(key, text));
    const { description, bodies, shortened } = shortTexts(
      layout.one(cells, 'DESCRIPTION'),
      comments.map(({ body }) => body),
    );
    const short = comments.map((comment, place) => ({ ...comment, body: bodies[place] ?? '' }));
    return { description, comments: short, commentTotal: short.length, shortened };
  }

  description(layout: CsvLayout, cells: readonly string[]): string {
    return shortDescription(markdownOf(layout.one(cells, 'DESCRIPTION')));
  }

  /** `date;author;text`. Files give comments no names of their own: what is said makes it. */
  private comment(key: string, cell: string): JiraComment[] {
    const [date = '', author = '', ...rest] = cell.split(';');
    const [at, body] = [this.dates.read(date), rest.join(';').trim()];
    if (at === null || body === '') return [];
    const person =
      author.trim() === ''
        ? null
        : (this.people.get(author.trim()) ??
          this.people.get(nameKey(author.trim())) ?? { key: author.trim(), name: author.trim(), email: null });
    return [{ id: `${key}#${hashOf(cell)}`, author: person, at, body }];
  }

  private category(category: string, status: string, resolved: string | null): StatusCategory {
    const known = categoryOfWords(category) ?? categoryOfWords(status);
    if (known !== undefined) return known;
    const guess = resolved === null ? 'new' : 'done';
    if (!this.unknownStatuses.has(status))
      this.tally.problem(
        status || 'all files',
        status === ''
          ? 'Rows without a status are taken as new, or as done where they have a resolution date.'
          : `Nobody knows what this status means: taken as ${guess} where it stands first; choose it in the mapping.`,
      );
    this.unknownStatuses.add(status);
    return guess;
  }

  /** Where the file gives no ids, people are known by their names, as it knows them. */
  private person(id: string, name: string): string | null {
    if (id === '' && name === '') return null;
    const key = (id === '' ? nameKey(name) : id).slice(0, 200);
    if (!this.people.has(key)) this.people.set(key, { key, name: cut(name || id, 200), email: null });
    return this.shared.once(key);
  }

  private moment(key: string, what: string, text: string): string | null {
    if (text === '') return null;
    const moment = this.dates.read(text);
    if (moment === null)
      this.tally.problem(key, `Its ${what} is no date of this format: ${text.slice(0, 40)}. It is left out.`);
    return moment;
  }

  private parent(key: string, parentKey: string, parent: string, epic: string): string | null {
    const found = [parentKey, this.keyOfId.get(parent) ?? parent, epic].find((one) => ISSUE_KEY.test(one));
    if (found === undefined && parent !== '')
      this.tally.problem(
        key,
        `Is part of the issue with the number ${parent.slice(0, 40)}, which is not in the files: left out.`,
      );
    return found ?? null;
  }

  private points(key: string, text: string): number | null {
    if (text === '') return null;
    const points = Number(text.replace(',', '.'));
    if (Number.isFinite(points) && points >= 0 && points <= 100_000) return points;
    this.tally.problem(key, `Its points are no number: ${text.slice(0, 40)}. Left out.`);
    return null;
  }

  /** Inward: the other one is where the link begins. */
  private links(layout: CsvLayout, cells: readonly string[], key: string): JiraLink[] {
    return (['LINK_IN', 'LINK_OUT'] as const).flatMap((field) =>
      layout.all(cells, field).flatMap(({ text, column: { linkType } }) => {
        const otherKey = text.split(/[\s,;]/, 1)[0] ?? '';
        if (!ISSUE_KEY.test(otherKey)) {
          this.tally.problem(key, `Has a link (${linkType}) to what is no key: ${text.slice(0, 40)}. Left out.`);
          return [];
        }
        const [from, to] = field === 'LINK_IN' ? [otherKey, key] : [key, otherKey];
        const other = { key: otherKey, title: otherKey, statusCategory: null, priority: null };
        return [{ name: linkType, ...linkPhrases(linkType), from, to, other }];
      }),
    );
  }
}

function hostOf(address: string): string | undefined {
  return URL.canParse(address) ? new URL(address).host || undefined : undefined;
}
