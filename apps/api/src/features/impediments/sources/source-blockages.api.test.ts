import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { ImpedimentStory } from '../../../../test/impediment-story.js';
import { TestApp } from '../../../../test/test-app.js';
import { type HistoricImpediment, ImpedimentHistory } from '../impediment-history.js';

interface Costing {
  blockedTeamDays: number;
}
interface Page {
  edges: { node: Costing }[];
}
interface Cost extends Costing {
  blockedTeamDaysByMonth: Costing[];
  openImpediments: Page;
  pastImpediments: Page;
}

let app: TestApp;
let story: ImpedimentStory;
beforeAll(async () => {
  app = await TestApp.start();
  story = await ImpedimentStory.tell(app, 'Harbour');
  // Every day is a working day: days can be counted by hand.
  await story.house.query('update organizations set working_days = $2 where organization_id = $1', [
    story.house.id,
    [1, 2, 3, 4, 5, 6, 7],
  ]);
});
afterAll(() => app?.stop());

/** Noon so many days ago. */
function ago(days: number): string {
  return `${new Date(Date.now() - days * 86_400_000).toISOString().slice(0, 10)}T12:00:00.000Z`;
}

/** What a source has cost whose one impediment was raised thirty days ago: of twelve months, of what is open, and by the impediment itself. */
async function costOf(
  name: string,
  more: Partial<HistoricImpediment>,
): Promise<{ months: number; open: number; itself: number | undefined }> {
  const id = await app.database.transaction({ organizationId: story.house.id, cause: 'import:test' }, async (tx) => {
    const history = app.app.get(ImpedimentHistory);
    const ids = await history.ensureSources(tx, [{ name, kind: 'VENDOR' }]);
    const sourceId = ids.get(name.toLowerCase()) ?? '';
    const facts = { title: name, category: 'TOOLING', state: 'RAISED', raisedById: story.dev.id } as const;
    await history.insert(tx, [
      { ...facts, raisedAt: ago(30), raisingTeamId: story.team.id, sourceId, events: [RAISED], ...more },
    ]);
    return sourceId;
  });
  const reply = await app.graphql<{ source: Cost }>(
    story.dev.cookie,
    `{ source(id: "Source_${id}") { blockedTeamDays blockedTeamDaysByMonth { blockedTeamDays }
         openImpediments(first: 1) { edges { node { blockedTeamDays } } }
         pastImpediments(first: 1) { edges { node { blockedTeamDays } } } } }`,
  );
  if (!reply.data) throw new Error(reply.text);
  const { blockedTeamDays: open, blockedTeamDaysByMonth, openImpediments, pastImpediments } = reply.data.source;
  const [edge] = [...openImpediments.edges, ...pastImpediments.edges];
  const months = blockedTeamDaysByMonth.reduce((sum, month) => sum + month.blockedTeamDays, 0);
  return { months, open, itself: edge?.node.blockedTeamDays };
}

const RAISED = { event: 'impediment.raised', at: ago(30) } as const;

test('what was declined costs nothing from then on, whatever is said about it later', async () => {
  const declined = { event: 'impediment.declined', at: ago(20) } as const;
  const comments = [{ authorId: story.dev.id, at: ago(2), body: 'A pity.' }];
  const cost = await costOf('Declined', {
    state: 'DECLINED',
    declineReason: 'No',
    endedAt: ago(20),
    events: [RAISED, declined],
    comments,
  });
  expect(cost).toEqual({ months: 10, open: 0, itself: 10 });
});

test('days between being resolved and being reopened cost nothing', async () => {
  const resolved = { event: 'impediment.resolved', at: ago(25) } as const;
  const reopened = { event: 'impediment.reopened', at: ago(5) } as const;
  const cost = await costOf('Reopened', { reopenedCount: 1, events: [RAISED, resolved, reopened] });
  expect(cost).toEqual({ months: 10, open: 10, itself: 10 });
});

test('what a team had to wait before it was taken off has been waited for', async () => {
  const added = { event: 'impediment.team-added', at: ago(26) } as const;
  const removed = { event: 'impediment.team-removed', at: ago(20) } as const;
  const cost = await costOf('Removed', {
    events: [
      RAISED,
      { ...added, changes: [{ field: 'affectedTeams', from: null, to: 'Ledger' }] },
      { ...removed, changes: [{ field: 'affectedTeams', from: 'Ledger', to: null }] },
    ],
  });
  expect(cost).toMatchObject({ months: 36, open: 36 });
});
