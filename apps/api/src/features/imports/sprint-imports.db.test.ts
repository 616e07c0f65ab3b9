import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ImpedimentStory } from '../../../test/impediment-story.js';
import { TestApp } from '../../../test/test-app.js';
import type { TestPerson } from '../../../test/world.js';
import { ImportRunner } from './import-runner.js';
import type { ImportReport } from '@chapterhouse/domain/imports/import-outcome';

const SPRINTS = {
  7: {
    id: 7,
    name: 'Sprint 7',
    goal: 'Pay by invoice',
    state: 'closed',
    startDate: '2026-03-02T09:00:00.000Z',
    endDate: '2026-03-16T09:00:00.000Z',
    completeDate: '2026-03-17T15:00:00.000Z',
  },
  8: {
    id: 8,
    name: 'Sprint 8',
    state: 'active',
    startDate: '2026-03-17T16:00:00.000Z',
    endDate: '2026-03-31T09:00:00.000Z',
  },
  9: { id: 9, name: 'Sprint 9', state: 'future' },
};
type Files = Record<number, object>;

function issue(key: string, sprints: object[], resolved: string | null, storyPoints: number | null): object {
  const [closed, current] = [sprints.slice(0, -1), sprints.at(-1)];
  const isOver = current !== undefined && 'state' in current && current.state === 'closed';
  return {
    key,
    fields: {
      summary: `About ${key}`,
      created: '2026-02-02T03:04:05.000+0000',
      updated: '2026-03-20T03:04:05.000+0000',
      resolutiondate: resolved,
      project: { key: 'A', name: 'Project A' },
      issuetype: { name: 'Story' },
      status: { name: 'Any', statusCategory: { key: resolved === null ? 'indeterminate' : 'done' } },
      storyPoints,
      ...(isOver ? { closedSprints: sprints } : { closedSprints: closed, sprint: current }),
    },
  };
}

const content = (files: Files = SPRINTS): string => {
  const of = (id: number): object => files[id] ?? {};
  return JSON.stringify({
    issues: [
      issue('A-1', [of(7)], '2026-03-10T10:00:00.000+0000', 3),
      // At the very end, after the last planned day and before somebody finished the sprint.
      issue('A-2', [of(7)], '2026-03-17T14:59:59.999+0000', 5),
      issue('A-3', [of(7)], '2026-03-17T15:00:00.000+0000', 8),
      issue('A-4', [of(7), of(8)], '2026-03-20T10:00:00.000+0000', null),
      issue('A-5', [of(7), of(8)], null, 13),
      issue('A-6', [of(9)], null, 2),
    ],
  });
};

const COLUMNS =
  'counted { plannedItems doneItems donePoints } id name goal state startsOn endsBefore plannedItems plannedPoints doneItems donePoints imported editedByHand version';
interface Seen extends Record<string, unknown> {
  id: string;
  name: string;
  version: number;
}

describe('sprints of imports, and what people say of them', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await TestApp.start();
  });
  afterAll(() => app.stop());

  async function imported(): Promise<{ story: ImpedimentStory; admin: TestPerson; team: string; sprints: Seen[] }> {
    const story = await ImpedimentStory.tell(app, 'Jira');
    const admin = await story.house.administrator('Ada');
    await apply(story);
    const [team] = await story.house.query<{ id: string }>(`select id from teams where name = 'Project A'`);
    return { story, admin, team: team?.id ?? '', sprints: await list(admin, team?.id ?? '') };
  }
  async function apply(story: ImpedimentStory, files: Files = SPRINTS): Promise<ImportReport> {
    const order = { organizationId: story.house.id, kind: 'JIRA_JSON' as const, mapping: {} };
    return app.app.get(ImportRunner).apply({ ...order, files: [{ name: 'f.json', content: content(files) }] });
  }
  async function list(admin: TestPerson, team: string): Promise<Seen[]> {
    const reply = await app.graphql<{ sprints: { edges: { node: Seen }[] } }>(
      admin.cookie,
      `{ sprints(teamId: "Team_${team}") { edges { node { ${COLUMNS} } } } }`,
    );
    return (reply.data?.sprints.edges ?? []).map(({ node }) => node);
  }
  async function edit(admin: TestPerson, { id, version }: Seen, input: string): Promise<Seen> {
    const reply = await app.graphql<{ editSprint: Seen }>(
      admin.cookie,
      `mutation { editSprint(id: "${id}", version: ${version}, input: { ${input} }) { ${COLUMNS} } }`,
    );
    if (!reply.data) throw new Error(reply.text);
    return reply.data.editSprint;
  }
  const named = (sprints: Seen[], name: string): Seen => {
    const found = sprints.find((sprint) => sprint.name === name);
    if (!found) throw new Error(`No ${name}.`);
    return found;
  };

  it('count what was resolved while they ran; what was carried over counts once', async () => {
    const { sprints } = await imported();
    const common = { imported: true, editedByHand: [], version: 1 };
    expect(sprints).toMatchObject([
      {
        ...common,
        name: 'Sprint 9',
        state: 'FUTURE',
        startsOn: null,
        plannedItems: 1,
        doneItems: null,
        donePoints: null,
      },
      {
        ...common,
        name: 'Sprint 8',
        state: 'ACTIVE',
        startsOn: '2026-03-17',
        endsBefore: '2026-04-01',
        plannedItems: 2,
        doneItems: 1,
        donePoints: 0,
      },
      {
        ...common,
        name: 'Sprint 7',
        goal: 'Pay by invoice',
        startsOn: '2026-03-02',
        endsBefore: '2026-03-18',
        plannedItems: 5,
        plannedPoints: 29,
        doneItems: 2,
        donePoints: 8,
      },
    ]);
  });

  it('keep what was changed by hand, and the import says so; the rest follows the file', async () => {
    const { story, admin, team, sprints } = await imported();
    const seven = await edit(
      admin,
      named(sprints, 'Sprint 7'),
      'name: "Our seventh", doneItems: 4, endsBefore: "2026-03-17"',
    );
    expect(seven).toMatchObject({
      editedByHand: ['name', 'startsOn', 'endsBefore', 'doneItems'],
      // By the day that somebody gave as its last.
      counted: { plannedItems: 5, doneItems: 1, donePoints: 3 },
      doneItems: 4,
      donePoints: 3,
    });
    const newer = {
      ...SPRINTS,
      7: { ...SPRINTS[7], name: 'Sprint seven', goal: 'Pay by card', completeDate: '2026-03-19T15:00:00.000Z' },
      8: { ...SPRINTS[8], name: 'Sprint eight' },
    };
    const report = await apply(story, newer);
    expect(report.updated['sprint']).toBe(2);
    expect(report.problems).toContainEqual({
      where: 'Sprint seven',
      what: 'Changed here by hand, and so left as it is here: name, first day, last day, items done.',
    });
    const after = await list(admin, team);
    expect(after.map(({ name, version }) => [name, version])).toEqual([
      ['Sprint 9', 1],
      ['Sprint eight', 2],
      ['Our seventh', 3],
    ]);
    expect(named(after, 'Our seventh')).toMatchObject({
      goal: 'Pay by card',
      endsBefore: '2026-03-17',
      doneItems: 4,
      donePoints: 3,
    });
    const freed = await edit(admin, named(after, 'Our seventh'), 'doneItems: null, startsOn: null, endsBefore: null');
    expect(freed).toMatchObject({ editedByHand: ['name'], endsBefore: '2026-03-20', doneItems: 3, donePoints: 16 });
  });

  it('stay removed once they were removed here, and the import says so', async () => {
    const { story, admin, team, sprints } = await imported();
    const { id } = named(sprints, 'Sprint 8');
    await app.graphql(admin.cookie, `mutation { removeSprint(id: "${id}", version: 1) { done } }`);
    const report = await apply(story, { ...SPRINTS, 8: { ...SPRINTS[8], name: 'Sprint eight' } });
    expect(report.problems).toContainEqual({
      where: 'Sprint eight',
      what: 'This sprint was removed here: it stays removed.',
    });
    expect((await list(admin, team)).map(({ name }) => name)).toEqual(['Sprint 9', 'Sprint 7']);
  });

  it('never lose what somebody said was done to a file that says that nothing has begun', async () => {
    const { story, admin, team, sprints } = await imported();
    await edit(admin, named(sprints, 'Sprint 8'), 'doneItems: 1');
    await apply(story, { ...SPRINTS, 8: { ...SPRINTS[8], state: 'future' } });
    expect(named(await list(admin, team), 'Sprint 8')).toMatchObject({ state: 'ACTIVE', doneItems: 1 });
  });
});
