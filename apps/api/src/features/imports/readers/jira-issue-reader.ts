import type { ImportTally } from '@chapterhouse/domain/imports/import-outcome';
import type {
  JiraIssue,
  JiraLink,
  JiraPerson,
  JiraSprint,
  StatusCategory,
} from '@chapterhouse/domain/imports/jira-issue';
import type { JiraMapping } from '@chapterhouse/domain/imports/jira-mapping';
import { SPRINT_GOAL_LIMIT } from '@chapterhouse/domain/sprints/sprint-fields';
import { EMAIL, hashOf, ISSUE_KEY, tellCut, titleOf } from './issue-words.js';
import { CustomFields } from './jira-custom-fields.js';
import { plainText } from './jira-text.js';
import { at, cut, isGiven, listOf, recordOf, textOf } from './plain-value.js';
import { SharedValues } from './shared-values.js';

const CATEGORIES: readonly StatusCategory[] = ['new', 'indeterminate', 'done'];
/** What is read here or in the details; anything else that says something is counted and reported. */
const READ = new Set(
  `summary description issuetype project status priority assignee reporter creator created updated resolutiondate
   resolution parent epic flagged sprint closedSprints issuelinks comment storyPoints components`.split(/\s+/),
);

/** One issue of Jira's REST search as facts; wrong parts become problems, an issue without key or dates is not taken. */
export class JiraIssueReader {
  readonly people = new Map<string, JiraPerson>();
  readonly notRead = new Map<string, number>();

  readonly custom: CustomFields;
  private readonly shared = new SharedValues();

  constructor(
    mapping: JiraMapping,
    private readonly tally: ImportTally,
  ) {
    this.custom = new CustomFields(mapping);
  }

  read(value: unknown, where: string): JiraIssue | undefined {
    const key = textOf(at(value, 'key'));
    const fields = recordOf(at(value, 'fields'));
    const created = momentOf(fields?.get('created'));
    if (key === undefined || !ISSUE_KEY.test(key) || fields === undefined || created === null) {
      this.tally.problem(key ?? where, 'This issue has no usable key, fields or creation date: it is not taken.');
      return undefined;
    }
    const custom = this.custom.read(fields);
    for (const [field, given] of fields)
      if (!READ.has(field) && !custom.isRead(field) && isGiven(given))
        this.notRead.set(field, (this.notRead.get(field) ?? 0) + 1);
    const description = plainText(fields.get('description'));
    tellCut(key, description, this.tally);
    const subtask = at(fields.get('issuetype'), 'subtask');
    const get = (...path: string[]): string | undefined => textOf(at(fields.get(path[0] ?? ''), ...path.slice(1)));
    const projectKey = get('project', 'key') ?? key.slice(0, key.lastIndexOf('-'));
    const host = hostOf(textOf(at(value, 'self')));
    return {
      source: this.once(`jira:${host ?? projectKey}`),
      key,
      project: this.once({ key: projectKey, name: cut(get('project', 'name') ?? projectKey, 200) }),
      title: titleOf(key, get('summary'), this.tally),
      type: this.once(get('issuetype', 'name') ?? 'unknown'),
      isSubtask: typeof subtask === 'boolean' ? subtask : null,
      status: this.once(get('status', 'name') ?? 'unknown'),
      statusCategory: this.category(key, get('status', 'statusCategory', 'key')),
      priority: this.once(get('priority', 'name') ?? null),
      assignee: this.person(key, fields.get('assignee')),
      reporter: this.person(key, fields.get('reporter')) ?? this.person(key, fields.get('creator')),
      created,
      updated: this.moment(key, 'updated', fields.get('updated')) ?? created,
      resolved: this.moment(key, 'resolutiondate', fields.get('resolutiondate')),
      resolution: this.once(get('resolution', 'name') ?? null),
      parentKey: get('parent', 'key') ?? get('epic', 'key') ?? custom.epic,
      points: pointsOf(fields.get('storyPoints')) ?? custom.points,
      flagged: fields.get('flagged') === true || isGiven(listOf(fields.get('flagged'))) || custom.flagged,
      component: this.once(componentOf(fields.get('components'))),
      team: this.once(custom.team),
      rank: custom.rank,
      descriptionHash: hashOf(description),
      sprints: this.sprints(key, [
        ...(listOf(fields.get('closedSprints')) ?? []),
        fields.get('sprint'),
        ...custom.sprints,
      ]),
      links: (listOf(fields.get('issuelinks')) ?? []).flatMap((link) => this.link(key, link)),
    };
  }

  private category(key: string, category: string | undefined): StatusCategory {
    const known = CATEGORIES.find((one) => one === category);
    if (known === undefined)
      this.tally.problem(key, `Its status has the unknown category ${category ?? 'none'}: taken as new.`);
    return known ?? 'new';
  }

  private person(issueKey: string, value: unknown): string | null {
    if (!isGiven(value)) return null;
    const key = textOf(at(value, 'key')) ?? textOf(at(value, 'accountId')) ?? textOf(at(value, 'name'));
    if (key === undefined || key.length > 200) {
      this.tally.problem(issueKey, 'Names a person without key, accountId or name: left out.');
      return null;
    }
    if (!this.people.has(key)) this.people.set(key, { key, ...namesOf(value, key) });
    return this.once(key);
  }

  private moment(key: string, field: string, value: unknown): string | null {
    const moment = momentOf(value);
    if (moment === null && isGiven(value)) this.tally.problem(key, `Its ${field} is no date: left out.`);
    return moment;
  }

  /** Once each: a sprint may stand among Jira's own fields and again among the custom ones. */
  private sprints(key: string, values: unknown[]): JiraSprint[] {
    const sprints = values.flatMap((value) => this.sprint(key, value));
    return [...new Map(sprints.toReversed().map((sprint) => [sprint.id, sprint])).values()].toReversed();
  }

  private sprint(key: string, value: unknown): JiraSprint[] {
    if (!isGiven(value)) return [];
    const [id, name] = [textOf(at(value, 'id')), textOf(at(value, 'name'))];
    const state = textOf(at(value, 'state'))?.toUpperCase();
    if (id === undefined || name === undefined || (state !== 'CLOSED' && state !== 'ACTIVE' && state !== 'FUTURE')) {
      this.tally.problem(key, 'Has a sprint without id, name or known state: left out.');
      return [];
    }
    const [startsAt, endsAt, completedAt] = ['startDate', 'endDate', 'completeDate'].map((field) =>
      momentOf(at(value, field)),
    );
    const goal = textOf(at(value, 'goal'))?.trim();
    return [
      this.once({
        id,
        name,
        ...(goal && { goal: cut(goal, SPRINT_GOAL_LIMIT) }),
        state,
        startsAt: startsAt ?? null,
        endsAt: endsAt ?? null,
        completedAt: completedAt ?? null,
      }),
    ];
  }

  private once<T>(value: T): T {
    return this.shared.once(value);
  }

  private link(key: string, value: unknown): JiraLink[] {
    const name = textOf(at(value, 'type', 'name'));
    const outward = at(value, 'outwardIssue');
    const other = outward ?? at(value, 'inwardIssue');
    const otherKey = textOf(at(other, 'key'));
    if (name === undefined || otherKey === undefined || otherKey.length > 100) {
      this.tally.problem(key, 'Has a link without type or without the key of the other issue: left out.');
      return [];
    }
    const category = textOf(at(other, 'fields', 'status', 'statusCategory', 'key'));
    return [
      {
        name,
        outward: textOf(at(value, 'type', 'outward')) ?? name,
        inward: textOf(at(value, 'type', 'inward')) ?? name,
        from: outward === undefined ? otherKey : key,
        to: outward === undefined ? key : otherKey,
        other: {
          key: otherKey,
          title: cut(textOf(at(other, 'fields', 'summary'))?.replaceAll(/\s+/g, ' ') ?? otherKey, 200),
          statusCategory: CATEGORIES.find((one) => one === category) ?? null,
          priority: textOf(at(other, 'fields', 'priority', 'name')) ?? null,
        },
      },
    ];
  }
}

/** ISO text in UTC; null for anything that is no moment. Jira writes `+0000` without a colon. */
export function momentOf(value: unknown): string | null {
  if (typeof value !== 'string' || value.length > 40) return null;
  const at = new Date(value.replace(/([+-]\d\d)(\d\d)$/, '$1:$2'));
  return Number.isNaN(at.getTime()) ? null : at.toISOString();
}

/** A person in the words of the file. */
export function namesOf(value: unknown, key: string): { name: string; email: string | null } {
  const email = textOf(at(value, 'emailAddress'));
  return {
    name: cut(textOf(at(value, 'displayName')) ?? key, 200),
    email: email !== undefined && EMAIL.test(email) && email.length <= 320 ? email : null,
  };
}

function pointsOf(value: unknown): number | null {
  return typeof value === 'number' && Number.isFinite(value) ? value : null;
}

function componentOf(value: unknown): string | null {
  return textOf(at(listOf(value)?.[0], 'name'))?.slice(0, 200) ?? null;
}

function hostOf(address: string | undefined): string | undefined {
  return address !== undefined && URL.canParse(address) ? new URL(address).host : undefined;
}
