import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { TestApp } from '../../../../test/test-app.js';
import { TriageStory } from '../../../../test/triage-story.js';
import type { TestPerson } from '../../../../test/world.js';

let app: TestApp;
let story: TriageStory;
beforeAll(async () => {
  app = await TestApp.start();
  story = await TriageStory.tell(app, 'Harbour');
});
afterAll(() => app?.stop());

interface Mirror {
  teams: {
    team: { name: string };
    held: number;
    facilitatedByMe: number;
    facilitatedByOthers: number;
    months: { month: string; held: number; facilitatedByMe: number }[];
  }[];
}

async function mirrorOf(person: TestPerson): Promise<Mirror['teams']> {
  const reply = await app.graphql<{ myFacilitation: Mirror }>(
    person.cookie,
    '{ myFacilitation { teams { team { name } held facilitatedByMe facilitatedByOthers months { month held facilitatedByMe } } } }',
  );
  if (!reply.data) throw new Error(reply.text);
  return reply.data.myFacilitation.teams;
}

const DAY = 86_400_000;
const daysAgo = (days: number): string => new Date(Date.now() - days * DAY).toISOString().slice(0, 10);

/** A daily series of a team that began so many days ago. */
async function daily(
  teamId: string,
  facilitatorId: string | null,
  days: number,
  plannedAt: string = daysAgo(days),
): Promise<string> {
  const { house } = story.impediments;
  const id = (await house.query<{ id: string }>('select gen_random_uuid() as id'))[0]?.id ?? '';
  return house.insert('cadences', {
    id,
    kind: 'DAILY_SCRUM',
    name: 'Daily',
    scope_kind: 'TEAM',
    team_id: teamId,
    rule: 'FREQ=DAILY',
    starts_at: `${daysAgo(days)}T00:30`,
    time_zone: 'UTC',
    minutes: 1,
    facilitation: facilitatorId === null ? 'NONE' : 'FIXED',
    facilitator_id: facilitatorId,
    root_id: id,
    created_at: plannedAt,
    updated_at: plannedAt,
  });
}

test('a Scrum Master sees their own share, by team and month; nobody else sees any', async () => {
  const { team, otherTeam, dev, master, house } = story.impediments;
  const cadence = await daily(team.id, master.id, 3);
  await daily(team.id, dev.id, 2);
  await daily(team.id, null, 1);
  await daily(otherTeam.id, master.id, 9);
  // Planned now as if it had been there for long.
  await daily(team.id, master.id, 50, new Date().toISOString());
  const cancelled = { cadence_id: cadence, original_start: `${daysAgo(2)}T00:30`, state: 'CANCELLED', reason: 'Storm' };
  await house.insert('occurrences', { ...cancelled, version: 1, updated_at: daysAgo(2) });
  const given = { cadence_id: cadence, original_start: `${daysAgo(1)}T00:30`, facilitator_id: dev.id };
  await house.insert('occurrences', { ...given, version: 1, updated_at: daysAgo(1) });
  // Whether today's have been held depends on the hour.
  const today = new Date().getUTCHours() * 60 + new Date().getUTCMinutes() > 31 ? 1 : 0;
  const [mine, ...others] = await mirrorOf(master);
  expect(others).toEqual([]);
  expect(mine).toMatchObject({
    team: { name: 'Payments' },
    held: 2 + 2 + 1 + 3 * today,
    facilitatedByMe: 1 + today,
    facilitatedByOthers: 3 + today,
  });
  expect(mine?.months).toHaveLength(6);
  expect(mine?.months.reduce((sum, { held }) => sum + held, 0)).toBe(mine?.held);
  expect(await mirrorOf(dev)).toEqual([]);
  expect(await mirrorOf(story.leader)).toEqual([]);
  expect((await mirrorOf(story.otherMaster)).map((one) => [one.team.name, one.facilitatedByMe])).toEqual([
    ['Ledger', 0],
  ]);
});
