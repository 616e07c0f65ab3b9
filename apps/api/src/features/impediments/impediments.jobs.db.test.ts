import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { ImpedimentStory } from '../../../test/impediment-story.js';
import { TestApp } from '../../../test/test-app.js';
import { ImpedimentHistory, type HistoricImpediment } from './impediment-history.js';
import { ImpedimentJobs } from './impediments.jobs.js';

let app: TestApp;
let story: ImpedimentStory;
beforeAll(async () => {
  app = await TestApp.start();
  story = await ImpedimentStory.tell(app, 'Harbour');
});
afterAll(() => app?.stop());

const record = (impediments: HistoricImpediment[]): Promise<{ id: string; key: string }[]> =>
  app.database.transaction({ organizationId: story.house.id, cause: 'import:test' }, (tx) =>
    app.app.get(ImpedimentHistory).insert(tx, impediments),
  );

const past = (more: Partial<HistoricImpediment> = {}): HistoricImpediment => ({
  title: 'Certificates expire unseen',
  category: 'TOOLING',
  state: 'RESOLVED',
  severity: 'MEDIUM',
  ownerId: story.master.id,
  raisedById: story.dev.id,
  raisedAt: '2025-12-01T10:00:00Z',
  raisingTeamId: story.team.id,
  triagedAt: '2025-12-02T10:00:00Z',
  startedAt: '2025-12-03T10:00:00Z',
  resolvedAt: '2026-01-08T10:00:00Z',
  resolution: 'A reminder',
  ...more,
});

test('closes five working days after it was resolved, once, with its cause; holidays and weekends do not count', async () => {
  // 2026-01-08 is a Thursday; 01-12 a holiday: the fifth working day is Friday the 16th.
  await story.house.query(`update organizations set holidays = '{2026-01-12}' where organization_id = $1`, [
    story.house.id,
  ]);
  const [it] = await record([past()]);
  const jobs = app.app.get(ImpedimentJobs);
  const close = (at: string): Promise<number> => jobs.closeConfirmedByTime(story.house.id, new Date(at));
  expect(await close('2026-01-16T09:59:00Z')).toBe(0);
  const both = await Promise.all([close('2026-01-16T10:00:00Z'), close('2026-01-16T10:00:00Z')]);
  expect(both.sort()).toEqual([0, 1]);
  expect(await close('2026-01-17T10:00:00Z')).toBe(0);
  const [event] = await story.house.query<object>(
    `select name, cause, actor_person_id, subject_version, payload from events where organization_id = $1 and subject_id = $2 order by id desc limit 1`,
    [story.house.id, it?.id],
  );
  expect(event).toMatchObject({
    name: 'impediment.closed',
    cause: 'job:close-confirmed-by-time',
    actor_person_id: null,
    subject_version: 5,
    payload: { changes: [{ field: 'state', from: 'Resolved', to: 'Closed' }] },
  });
});

test('history keeps its dates, actors and order; keys go on without a gap; the live counter follows', async () => {
  const closed = past({
    state: 'CLOSED',
    closedAt: '2026-01-09T10:00:00Z',
    comments: [{ authorId: story.neighbour.id, body: 'Thanks', at: '2026-01-10T10:00:00Z' }],
  });
  const [first, second] = await record([
    closed,
    past({ state: 'DECLINED', declineReason: 'Not ours', endedAt: '2026-01-11T10:00:00Z' }),
  ]);
  const reply = await app.graphql(
    story.dev.cookie,
    `{ impediment(key: "${first?.key}") { version updatedAt closedAt activity { edges { node { event at actor { name } } } } } }`,
  );
  expect(reply.data).toMatchObject({
    impediment: {
      version: 5,
      closedAt: '2026-01-09T10:00:00.000Z',
      updatedAt: '2026-01-10T10:00:00.000Z',
      activity: {
        edges: [
          { node: { event: 'impediment.commented', at: '2026-01-10T10:00:00.000Z', actor: { name: 'Nils' } } },
          { node: { event: 'impediment.closed', actor: { name: 'Dora' } } },
          { node: { event: 'impediment.resolved', actor: { name: 'Mira' } } },
          { node: { event: 'impediment.started' } },
          { node: { event: 'impediment.triaged', actor: null } },
          { node: { event: 'impediment.raised', at: '2025-12-01T10:00:00.000Z' } },
        ],
      },
    },
  });
  const number = (key: string | undefined): number => Number(key?.replace('IMP-', ''));
  expect(number(second?.key)).toBe(number(first?.key) + 1);
  expect(number((await story.raise('Live')).key)).toBe(number(second?.key) + 1);
});

test('thousands at once, and a row of another organization is refused by the database', async () => {
  const many = Array.from({ length: 1200 }, (_, index) =>
    past({ title: `No ${index}`, blockedItemKeys: [`K-${index}`] }),
  );
  const recorded = await record(many);
  expect(recorded).toHaveLength(1200);
  const abroad = await ImpedimentStory.tell(app, 'Elsewhere');
  await expect(record([past({ raisingTeamId: abroad.team.id })])).rejects.toThrow(/foreign key/u);
});
