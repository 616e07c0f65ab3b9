import { closeSync, openSync, statSync, writeSync } from 'node:fs';
import { join } from 'node:path';

const DAY = 86_400_000;
const START = Date.parse('2023-01-02T08:00:00Z');
const TEAMS = 12;
const PEOPLE = 120;
const WORDS = 'quay ferry ticket engine radio crane harbour timetable gangway radar buoy tide cargo pilot'.split(' ');
const STATES = [
  { name: 'Open', statusCategory: { key: 'new' } },
  { name: 'In Progress', statusCategory: { key: 'indeterminate' } },
  { name: 'Closed', statusCategory: { key: 'done' } },
];

/**
 * Issues as Jira's REST search gives them, about 3 kB each: one of 12 blocks another team's, one of 40 is flagged,
 * half have comments.
 */
export function writeJiraFile(folder, count) {
  const path = join(folder, `issues-${count}.json`);
  const file = openSync(path, 'w');
  writeSync(file, `{"startAt":0,"maxResults":${count},"total":${count},"issues":[`);
  for (let n = 0; n < count; n += 1) writeSync(file, (n === 0 ? '' : ',') + JSON.stringify(issue(n, count)));
  writeSync(file, ']}');
  closeSync(file);
  return { path, megabytes: statSync(path).size / 1_000_000 };
}

function issue(n, count) {
  const team = n % TEAMS;
  const created = START + Math.floor((n / count) * 700) * DAY + (n % 480) * 60_000;
  const state = n % 10 === 0 ? STATES[0] : n % 10 === 1 ? STATES[1] : STATES[2];
  const done = state.statusCategory.key === 'done';
  return {
    id: String(10_000 + n),
    key: `FERRY-${n + 1}`,
    fields: {
      summary: `${text(n, 8)} (${n})`,
      description: text(n, 250),
      issuetype: { name: n % 3 === 0 ? 'Bug' : 'Story' },
      project: { key: 'FERRY', name: 'Ferries' },
      status: state,
      priority: { name: ['Low', 'Medium', 'High'][n % 3] },
      created: jiraTime(created),
      updated: jiraTime(created + 9 * DAY),
      resolutiondate: done ? jiraTime(created + 8 * DAY) : null,
      resolution: done ? { name: 'Fixed' } : null,
      reporter: person(n * 3),
      assignee: person(team * 10 + (n % 10)),
      flagged: n % 40 === 0,
      storyPoints: 1 + (n % 8),
      closedSprints: [sprint(team, Math.floor((n / count) * 50))],
      issuelinks: n % 12 === 5 && n > 20 ? [link(n - 7), link(n - 14)] : [],
      comment: { comments: Array.from({ length: n % 2 === 0 ? 0 : 2 }, (_, at) => comment(n, at, created)) },
    },
  };
}

function sprint(team, number) {
  const start = START + number * 14 * DAY;
  return {
    id: team * 1000 + number,
    name: `Sprint ${number} Team ${String.fromCodePoint(65 + team)}`,
    state: 'CLOSED',
    startDate: jiraTime(start),
    endDate: jiraTime(start + 14 * DAY),
    completeDate: jiraTime(start + 14 * DAY),
  };
}

function link(other) {
  const outwardIssue = {
    key: `FERRY-${other + 1}`,
    fields: { summary: text(other, 8), status: STATES[2], priority: { name: 'Low' } },
  };
  return { type: { name: 'Blocks', outward: 'blocks', inward: 'is blocked by' }, outwardIssue };
}

function comment(n, at, created) {
  return {
    id: `${n}${at}`,
    author: person(n + at),
    body: text(n + at, 40),
    created: jiraTime(created + (at + 1) * DAY),
  };
}

function person(n) {
  const number = n % PEOPLE;
  return { name: `sailor${number}`, key: `sailor${number}`, displayName: `Sailor Number${number}` };
}

function text(seed, words) {
  return Array.from({ length: words }, (_, at) => WORDS[(seed * 7 + at * (1 + (seed % 5))) % WORDS.length]).join(' ');
}

function jiraTime(at) {
  return new Date(at).toISOString().replace('Z', '+0000');
}
