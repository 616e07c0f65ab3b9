import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type GraphqlReply, TestApp } from '../../../test/test-app.js';
import type { TestOrganization } from '../../../test/world.js';
import type { ImportFile } from './import-file.js';
import { ImportRunner } from './import-runner.js';

const FOLDER = join(import.meta.dirname, '../../../../../../shared/data/jira-rest');
const NAMES = ['ALOY.json', 'DAEMON.json', 'MOD.json'];
const there = existsSync(FOLDER);
const suite = there ? describe : describe.skip;
if (!there) process.stderr.write(`Skipped: no real Jira files in ${FOLDER}.\n`);

interface RawSprint {
  id: number;
  name: string;
  startDate?: string;
  endDate?: string;
  completeDate?: string;
}

/** As much of the format as the independent count needs. */
interface Issue {
  key: string;
  fields: {
    created: string;
    updated: string;
    resolutiondate: string | null;
    status: { statusCategory: { key: string } };
    closedSprints?: RawSprint[];
    storyPoints?: number | null;
    issuelinks: { type: { name: string }; inwardIssue?: { key: string }; outwardIssue?: { key: string } }[];
  };
}

suite('three Jira projects together', () => {
  let app: TestApp;
  const issues = there
    ? NAMES.flatMap((name) => (JSON.parse(readFileSync(join(FOLDER, name), 'utf8')) as { issues: Issue[] }).issues)
    : [];
  const files = (): ImportFile[] =>
    NAMES.map((name) => ({ name, content: there ? readFileSync(join(FOLDER, name)) : '' }));
  const byKey = new Map(issues.map((issue) => [issue.key, issue]));

  beforeAll(async () => {
    app = await TestApp.start();
  });
  afterAll(() => app.stop());

  it.each(['PROJECT', 'SPRINT_SUFFIX'] as const)(
    'with teams from %s: items, and blockers with their real dates',
    async (teamsFrom) => {
      const house = await app.world.organization(`Jira by ${teamsFrom}`);
      const runner = app.app.get(ImportRunner);
      const order = { organizationId: house.id, kind: 'JIRA_JSON' as const, files: files(), mapping: { teamsFrom } };
      const preview = await runner.preview(order);
      const before = performance.now();
      const report = await runner.apply(order);
      const seconds = (performance.now() - before) / 1000;
      process.stdout.write(
        `${teamsFrom}: ${Math.round(issues.length / seconds)} issues/s; ${JSON.stringify({ ...report, problems: report.problems.length })}\n`,
      );
      expect(report).toEqual(preview);
      expect(report.created['backlog-item']).toBe(2183);

      const expected = blockers(issues, byKey, teamsFrom);
      const rows = await house.query<{
        key: string;
        raised: string;
        resolved: string | null;
        closed: string | null;
        state: string;
      }>(
        `select e.external_key as key, i.raised_at as raised, i.resolved_at as resolved, i.closed_at as closed, i.state
         from impediments i join external_identities e on e.organization_id = i.organization_id and e.entity_id = i.id and e.kind = 'impediment'`,
      );
      expect(rows.map((row) => row.key).sort()).toEqual([...expected.keys()].sort());
      for (const row of rows) {
        const dates = expected.get(row.key);
        expect({ key: row.key, raised: row.raised, resolved: row.resolved, closed: row.closed }).toEqual({
          key: row.key,
          raised: dates?.raised,
          resolved: dates?.ended ?? null,
          closed: dates?.ended ?? null,
        });
      }
      expect(await sprintsOf(app, house)).toEqual(countedSprints(issues, teamsFrom));
      const events = await house.query<{ wrong: number; of2015: number }>(
        `select (select count(*) from impediments i where not exists (select from events e where e.subject_id = i.id
                 and e.name = 'impediment.raised' and e.at = i.raised_at)) as wrong,
              (select count(*) from events e where e.name = 'impediment.resolved' and e.at < '2016-01-01' and e.at >= '2015-01-01') as of2015`,
      );
      const ended2015 = [...expected.values()].filter(({ ended }) => ended?.startsWith('2015'));
      expect(events[0]).toEqual({ wrong: 0, of2015: ended2015.length });

      const again = await runner.apply(order);
      expect({ created: again.created, updated: again.updated, ended: again.ended }).toEqual({
        created: {},
        updated: {},
        ended: {},
      });
      expect(again.unchanged['backlog-item']).toBe(2183);
    },
  );

  it('takes what changed in a newer file, and nothing else', async () => {
    const house = await app.world.organization('Jira changed');
    const runner = app.app.get(ImportRunner);
    const order = { organizationId: house.id, kind: 'JIRA_JSON' as const, files: files(), mapping: {} };
    await runner.apply(order);
    const [open] = [...blockers(issues, byKey, 'PROJECT')].filter(
      ([key, { ended }]) => ended === null && byKey.has(key),
    );
    if (open === undefined) throw new Error('No blocker of the files is open.');
    const changed = structuredClone(byKey.get(open[0]));
    if (changed === undefined) throw new Error('Not there.');
    changed.fields.status.statusCategory.key = 'done';
    changed.fields.resolutiondate = changed.fields.updated = '2022-02-02T10:00:00.000+0000';
    const newer = { name: 'newer.json', content: JSON.stringify({ issues: [changed] }) };
    const report = await runner.apply({ ...order, files: [newer] });
    expect(report.updated).toMatchObject({ 'backlog-item': 1, impediment: 1 });
    expect(report.created).toEqual({});
    const [row] = await house.query(
      `select i.state, i.closed_at from impediments i join external_identities e on e.entity_id = i.id and e.external_key = $1 and e.kind = 'impediment'`,
      [open[0]],
    );
    expect(row).toEqual({ state: 'CLOSED', closed_at: '2022-02-02T10:00:00.000Z' });
  });
});

/** Walks the links by itself: who blocks whom, across teams or the border of the files, and from when until when. */
function blockers(
  issues: Issue[],
  byKey: Map<string, Issue>,
  teamsFrom: string,
): Map<string, { raised: string; ended: string | null }> {
  const pairs = new Set<string>();
  for (const { key, fields } of issues)
    for (const { type, inwardIssue, outwardIssue } of fields.issuelinks)
      if (type.name === 'Blocks') pairs.add(outwardIssue ? `${key} ${outwardIssue.key}` : `${inwardIssue?.key} ${key}`);
  const found = new Map<string, { raised: string; ended: string | null }>();
  for (const pair of pairs) {
    const [blocker = '', blocked = ''] = pair.split(' ');
    const [one, other] = [byKey.get(blocker), byKey.get(blocked)];
    if (one !== undefined && (other === undefined || teamOf(one, teamsFrom) !== teamOf(other, teamsFrom)))
      found.set(blocker, { raised: iso(one.fields.created), ended: endOf(one) });
    if (one === undefined && other !== undefined) {
      const items = [...pairs]
        .filter((text) => text.startsWith(`${blocker} `))
        .flatMap((text) => byKey.get(text.split(' ')[1] ?? '') ?? []);
      const isGone =
        statusOf(issues, blocker) === 'done' || items.every((item) => item.fields.status.statusCategory.key === 'done');
      const ends = items.map(({ fields }) => iso(fields.resolutiondate ?? fields.updated)).sort();
      found.set(blocker, {
        raised: items.map(({ fields }) => iso(fields.created)).sort()[0] ?? '',
        ended: isGone ? (ends[0] ?? '') : null,
      });
    }
  }
  return found;
}

function statusOf(issues: Issue[], key: string): string | undefined {
  const stubs = issues.flatMap(({ fields }) =>
    fields.issuelinks.map((link) => (link.inwardIssue ?? link.outwardIssue) as unknown as Issue),
  );
  return stubs.find((stub) => stub.key === key)?.fields.status.statusCategory.key;
}

function endOf({ fields }: Issue): string | null {
  return fields.status.statusCategory.key === 'done' ? iso(fields.resolutiondate ?? fields.updated) : null;
}

/** What the product says of every sprint, as `name: planned, done, points`, in the order of these texts. */
async function sprintsOf(app: TestApp, house: TestOrganization): Promise<string[]> {
  const { cookie } = await house.person('Reader');
  const found: string[] = [];
  for (const { id } of await house.query<{ id: string }>('select id from teams')) {
    for (let after: string | null = null, more = true; more;) {
      const reply: GraphqlReply<{ sprints: SprintPage }> = await app.graphql<{ sprints: SprintPage }>(
        cookie,
        `query($after: String) { sprints(teamId: "Team_${id}", first: 100, after: $after) { pageInfo { hasNextPage endCursor }
          edges { node { name startsOn plannedItems plannedPoints doneItems donePoints } } } }`,
        { after },
      );
      if (!reply.data) throw new Error(reply.text);
      const { edges, pageInfo }: SprintPage = reply.data.sprints;
      found.push(...edges.map(({ node }) => sprintText(node)));
      more = pageInfo.hasNextPage;
      after = pageInfo.endCursor;
    }
  }
  return found.sort();
}

interface SprintPage {
  edges: { node: CountedSprint }[];
  pageInfo: { hasNextPage: boolean; endCursor: string | null };
}
interface CountedSprint {
  name: string;
  startsOn: string | null;
  plannedItems: number;
  plannedPoints: number | null;
  doneItems: number;
  donePoints: number | null;
}

function sprintText({ name, startsOn, plannedItems, plannedPoints, doneItems, donePoints }: CountedSprint): string {
  return `${name} of ${startsOn}: ${doneItems} of ${plannedItems} items, ${donePoints} of ${plannedPoints} points`;
}

/** Goes through the issues by itself: one sprint for each team that worked in it, done what was resolved while it ran. */
function countedSprints(issues: Issue[], teamsFrom: string): string[] {
  const sprints = new Map<string, CountedSprint>();
  for (const { key, fields } of issues) {
    for (const sprint of new Map((fields.closedSprints ?? []).map((one) => [one.id, one])).values()) {
      const suffix = /Sprint \d+ (.+)$/.exec(sprint.name)?.[1];
      const team = teamsFrom === 'PROJECT' || suffix === undefined ? key.split('-')[0] : suffix;
      const startsOn = iso(sprint.startDate ?? '').slice(0, 10);
      const none = {
        name: sprint.name,
        startsOn,
        plannedItems: 0,
        plannedPoints: null,
        doneItems: 0,
        donePoints: null,
      };
      const counted: CountedSprint = sprints.get(`${sprint.id} ${team}`) ?? none;
      const at = Date.parse(fields.resolutiondate ?? '');
      const isDone =
        fields.status.statusCategory.key === 'done' &&
        at >= Date.parse(sprint.startDate ?? '') &&
        at < Date.parse(sprint.completeDate ?? sprint.endDate ?? '');
      counted.plannedItems += 1;
      counted.doneItems += isDone ? 1 : 0;
      if (fields.storyPoints) throw new Error('These files have no points; count them here once they do.');
      sprints.set(`${sprint.id} ${team}`, counted);
    }
  }
  return [...sprints.values()].map(sprintText).sort();
}

function teamOf({ key, fields }: Issue, teamsFrom: string): string {
  const project = key.split('-')[0] ?? '';
  const latest = [...(fields.closedSprints ?? [])].sort(
    (a, b) => (b.startDate ?? '').localeCompare(a.startDate ?? '') || b.id - a.id,
  )[0];
  const suffix = /Sprint \d+ (.+)$/.exec(latest?.name ?? '')?.[1];
  return teamsFrom === 'PROJECT' || suffix === undefined ? project : suffix;
}

function iso(text: string): string {
  return new Date(text).toISOString();
}
