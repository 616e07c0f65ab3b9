import { describe, expect, it } from '@jest/globals';
import { ImportTally } from './import-outcome.js';
import { type ImpedimentFact, jiraImpediments } from './jira-impediments.js';
import type { JiraIssue, JiraLink, JiraSprint } from './jira-issue.js';
import { readJiraMapping } from './jira-mapping.js';
import { JiraTeams, sprintSuffix } from './jira-teams.js';

function issue(key: string, more: Partial<JiraIssue> = {}): JiraIssue {
  const project = key.slice(0, key.indexOf('-'));
  return {
    source: `jira:${project}`,
    key,
    project: { key: project, name: `Project ${project}` },
    title: `About ${key}`,
    type: 'Bug',
    isSubtask: false,
    status: 'Open',
    statusCategory: 'new',
    priority: 'High',
    assignee: 'ben',
    reporter: 'ana',
    created: '2015-01-01T00:00:00.000Z',
    updated: '2015-03-01T00:00:00.000Z',
    resolved: null,
    resolution: null,
    parentKey: null,
    points: null,
    flagged: false,
    component: null,
    team: null,
    rank: null,
    descriptionHash: '',
    sprints: [],
    links: [],
    ...more,
  };
}

function link(from: string, to: string, other: string, name = 'Blocks'): JiraLink {
  const stub = { key: other, title: `About ${other}`, statusCategory: null, priority: null };
  return { name, outward: 'blocks', inward: 'is blocked by', from, to, other: stub };
}

function sprint(id: string, name: string, startsAt: string): JiraSprint {
  return { id, name, state: 'CLOSED', startsAt, endsAt: null, completedAt: null };
}

function rulesOn(
  issues: JiraIssue[],
  mapping: object = {},
): { facts: ImpedimentFact[]; problems: string[]; teams: JiraTeams } {
  const tally = new ImportTally();
  const { mapping: read, problems } = readJiraMapping(mapping);
  expect(problems).toEqual([]);
  const teams = new JiraTeams(issues, read, tally);
  const facts = jiraImpediments(issues, teams, read, tally);
  return { facts, teams, problems: tally.outcome().problems.map(({ where, what }) => `${where} ${what}`) };
}

const DONE = {
  statusCategory: 'done',
  status: 'Closed',
  resolution: 'Fixed',
  resolved: '2015-02-01T00:00:00.000Z',
} as const;

describe('what blocks across teams', () => {
  it('is an impediment of the team that is blocked, once, whichever end of the link tells it', () => {
    const blocker = issue('A-1', { ...DONE, links: [link('A-1', 'B-1', 'B-1')] });
    const blocked = issue('B-1', { links: [link('A-1', 'B-1', 'A-1')] });
    for (const issues of [
      [blocker, blocked],
      [issue('A-1', DONE), blocked],
      [blocker, issue('B-1')],
    ]) {
      const { facts } = rulesOn(issues);
      expect(facts).toHaveLength(1);
      expect(facts[0]).toMatchObject({
        key: 'A-1',
        state: 'CLOSED',
        raisingTeam: 'project:B',
        affectedTeams: ['project:B'],
        blockedItems: ['B-1'],
        source: { name: 'Project A', kind: 'TEAM' },
        severity: 'HIGH',
        resolution: 'Fixed',
        resolvedAt: '2015-02-01T00:00:00.000Z',
      });
    }
  });

  it('is none within one team, and none of another type of link', () => {
    const issues = [
      issue('A-1', { links: [link('A-1', 'A-2', 'A-2'), link('A-1', 'B-1', 'B-1', 'Relates')] }),
      issue('A-2'),
      issue('B-1'),
    ];
    expect(rulesOn(issues).facts).toEqual([]);
    const inward = { rules: { links: [{ name: 'relates', direction: 'INWARD' }] } };
    expect(rulesOn(issues, inward).facts).toMatchObject([
      { key: 'B-1', blockedItems: ['A-1'], raisingTeam: 'project:A' },
    ]);
  });

  it('is one where the blocked item, or the blocking one, is outside of the files', () => {
    const out = rulesOn([issue('A-1', { links: [link('A-1', 'X-9', 'X-9')] })]);
    expect(out.facts).toMatchObject([{ key: 'A-1', raisingTeam: 'project:A', blockedItems: ['X-9'], inFile: true }]);
    const into = [issue('A-1', { ...DONE, links: [link('X-9', 'A-1', 'X-9')] })];
    const { facts, problems } = rulesOn(into);
    expect(facts).toMatchObject([
      {
        key: 'X-9',
        identitySource: 'jira:X',
        state: 'CLOSED',
        owner: null,
        source: { name: 'X', kind: 'DEPARTMENT' },
        raisedAt: '2015-01-01T00:00:00.000Z',
        resolvedAt: '2015-02-01T00:00:00.000Z',
        inFile: false,
      },
    ]);
    expect(problems).toEqual(['X-9 Is outside of the files: its dates are taken from what it blocks (A-1).']);
    expect(rulesOn(into, { rules: { blockedFromOutside: false } }).facts).toEqual([]);
  });
});

describe('other rules', () => {
  it('take flagged items and chosen types, and say what is missing for work in progress', () => {
    const doing = { statusCategory: 'indeterminate', status: 'In Progress', flagged: true } as const;
    const { facts, problems } = rulesOn(
      [
        issue('A-1', doing),
        issue('A-2', { ...doing, assignee: null, priority: 'Odd' }),
        issue('A-3', { type: 'Impediment' }),
      ],
      { rules: { issueTypes: ['Impediment'] }, categoryDefault: 'EXTERNAL' },
    );
    expect(facts.map(({ key, state, category, source }) => ({ key, state, category, source }))).toEqual([
      { key: 'A-1', state: 'IN_PROGRESS', category: 'EXTERNAL', source: null },
      { key: 'A-2', state: 'RAISED', category: 'EXTERNAL', source: null },
      { key: 'A-3', state: 'RAISED', category: 'EXTERNAL', source: null },
    ]);
    expect(problems).toEqual([
      'A-2 Is in progress without an assignee and a priority that means a severity: it is only raised here, triage it.',
    ]);
  });
});

describe('teams', () => {
  it.each([
    ['2014 Sprint 14 Alloy', 'Alloy'],
    ['2014 Sprint 24 QE Client', 'QE Client'],
    ['Sprint 3 - Tooling', 'Tooling'],
    ['2013 Sprint 15', undefined],
    ['Release 3.3.0', undefined],
    ['Sprint review Alloy', undefined],
  ])('%s is a sprint of %s', (name, team) => expect(sprintSuffix(name)).toBe(team));

  it('come from the latest sprint, else from the project; a sprint of two teams is one for each', () => {
    const sprints = [sprint('1', '2014 Sprint 1 Alloy', '2014-01-01'), sprint('2', '2014 Sprint 2 Core', '2014-02-01')];
    const issues = [
      issue('A-1', { sprints }),
      issue('A-2'),
      issue('B-1', { sprints: [sprint('3', 'Odd', '2014-03-01')] }),
    ];
    const { teams, problems } = rulesOn(issues, { teamsFrom: 'SPRINT_SUFFIX' });
    expect(['A-1', 'A-2', 'B-1'].map((key) => teams.teamKeyOf(key))).toEqual([
      'sprints:core',
      'project:A',
      'project:B',
    ]);
    expect(problems).toEqual(['Odd This sprint name ends in no team: its items count for the team of their project.']);
    const shared = sprint('9', 'Joint', '2014-01-01');
    const both = rulesOn([issue('A-1', { sprints: [shared] }), issue('B-1', { sprints: [shared] })]);
    expect([...both.teams.sprints.keys()]).toEqual(['9@project:A', '9@project:B']);
  });
});

describe('a mapping', () => {
  it('names each wrong value', () => {
    const { problems } = readJiraMapping({
      teamsFrom: 'MOON',
      rules: { flagged: 'yes', links: [{ name: 7, direction: 'UP' }], issueTypes: [1] },
      severityOf: { High: 'AWFUL' },
    });
    expect(problems.map(({ field }) => field).sort()).toEqual([
      'mapping.rules.flagged',
      'mapping.rules.issueTypes',
      'mapping.rules.links[0].direction',
      'mapping.rules.links[0].name',
      'mapping.severityOf.High',
      'mapping.teamsFrom',
    ]);
    expect(readJiraMapping([]).problems).toHaveLength(1);
  });
});
