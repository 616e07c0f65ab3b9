import { afterAll, beforeAll, expect, it, jest } from '@jest/globals';
import { BriefStory } from '../../../../test/brief-story.js';
import { TestApp } from '../../../../test/test-app.js';
import {
  daysBetween,
  daysOf,
  dice,
  everAffected,
  HOLIDAYS,
  isBlocked,
  stillAffected,
  tell,
  tellSprints,
  type Told,
  type ToldSprint,
} from '../../../../test/told-impediments.js';
import { writeTold } from '../../../../test/write-told.js';
import { Tx } from '../../../platform/database/tx.js';

const TEAMS = 5;

interface Pace {
  lost: number | null;
  lack: string | null;
  before: { mean: number | null; sprints: { done: number }[] };
  during: { mean: number | null; sprints: { done: number }[] };
}
interface Data {
  impediment: { key: string; ageInWorkingDays: number };
  teams: { name: string; blockedTeamDays: number; stillBlocked: boolean }[];
  blockedItems: { key: string; title: string | null }[];
  blockedTeamDays: { soFar: number; perDay: number };
  velocity: { teams: { team: string; items: Pace; points: Pace }[] };
  earlier: { impediments: { key: string; blockedTeamDays: number }[]; blockedTeamDays: number; recurring: boolean };
}
const PACE = '{ lost lack before { mean sprints { done } } during { mean sprints { done } } }';
const DATA = `impediment { key ageInWorkingDays } teams { name blockedTeamDays stillBlocked } blockedItems { key title }
  blockedTeamDays { soFar perDay } velocity { teams { team items ${PACE} points ${PACE} } }
  earlier { impediments { key blockedTeamDays } blockedTeamDays recurring }`;

let app: TestApp;
let story: BriefStory;
let told: Told[];
let sprints: ToldSprint[];
let now: number;
const teamIds: string[] = [];
beforeAll(async () => {
  app = await TestApp.start();
  story = await BriefStory.tell(app, 'Harbour');
  const { house } = story.impediments;
  await house.query('update organizations set holidays = $1::date[]', [HOLIDAYS]);
  for (let team = 0; team < TEAMS; team += 1) teamIds.push((await house.team(`Team ${team}`)).id);
  const roll = dice(7);
  told = Array.from({ length: 40 }, (_, index) => tell(roll, index + 1, TEAMS));
  sprints = teamIds.flatMap((_, team) => tellSprints(roll, team));
  await write();
  now = Date.now();
});
afterAll(() => app?.stop());

it('says what somebody finds who counts by hand, for forty random histories', async () => {
  for (const one of told) {
    const data = await preview(one.id);
    expect([one.number, data.teams.toSorted(byName)]).toEqual([one.number, teamsByHand(one).toSorted(byName)]);
    const { soFar, perDay } = data.blockedTeamDays;
    const mine = teamsByHand(one);
    expect(soFar).toBe(mine.reduce((sum, team) => sum + team.blockedTeamDays, 0));
    expect(perDay).toBe(everAffected(one).filter((team) => isBlocked(one, team, now)).length);
    expect(data.impediment).toEqual({ key: `IMP-${one.number}`, ageInWorkingDays: daysBetween(one.raisedAt, now) });
    expect(data.blockedItems).toEqual([{ key: `EXT-${one.number}`, title: null }]);
    const earlier = earlierByHand(one);
    expect(data.earlier).toEqual({
      impediments: earlier,
      blockedTeamDays: earlier.reduce((sum, other) => sum + other.blockedTeamDays, 0),
      recurring: earlier.length >= 2,
    });
    for (const { team, items, points } of data.velocity.teams) {
      expect(rounded(items)).toEqual(rounded(paceByHand(one, Number(team.slice(-1)), 'items')));
      expect(rounded(points)).toEqual(rounded(paceByHand(one, Number(team.slice(-1)), 'points')));
    }
  }
});

it('takes as many statements for an impediment with a history as for a fresh one', async () => {
  const statements = async (id: string): Promise<number> => {
    const spies = [jest.spyOn(Tx.prototype, 'query'), jest.spyOn(Tx.prototype, 'run')];
    await preview(id);
    const { length } = spies.flatMap((spy) => spy.mock.calls);
    for (const spy of spies) spy.mockRestore();
    return length;
  };
  const fresh = await story.impediments.raise('Fresh');
  const few = await statements(fresh.id.replace('Impediment_', ''));
  const busiest = told.toSorted((one, other) => other.steps.length - one.steps.length)[0];
  expect(await statements(busiest?.id ?? '')).toBe(few);
  expect(few).toBeLessThan(25);
});

async function preview(id: string): Promise<Data> {
  const reply = await app.graphql<{ escalationBriefPreview: { data: Data } }>(
    story.lead.cookie,
    `{ escalationBriefPreview(impedimentId: "Impediment_${id}") { data { ${DATA} } } }`,
  );
  if (!reply.data) throw new Error(reply.text);
  return reply.data.escalationBriefPreview.data;
}

async function write(): Promise<void> {
  const { house, dev } = story.impediments;
  await writeTold(house, told, teamIds, dev.id);
  for (const one of sprints)
    await house.insert('sprints', {
      team_id: teamIds[one.team],
      name: one.name,
      state: 'CLOSED',
      imported: false,
      starts_on: iso(one.from).slice(0, 10),
      ends_before: iso(one.to).slice(0, 10),
      done_items: one.items,
      done_points: one.points,
    });
}

/** Whether a team is still there says the list of teams; whether that blocks it, each day. */
function teamsByHand(one: Told): Data['teams'] {
  const still = stillAffected(one);
  return everAffected(one).map((team) => ({
    name: `Team ${team}`,
    blockedTeamDays: daysOf(one, team, now),
    stillBlocked: still.has(team),
  }));
}

function earlierByHand(one: Told): Data['earlier']['impediments'] {
  const today = new Date(now);
  const quarter = Date.UTC(today.getUTCFullYear(), Math.floor(today.getUTCMonth() / 3) * 3 - 3, 1);
  return told
    .filter(
      (other) =>
        other.source === one.source &&
        other.category === one.category &&
        other.raisedAt < one.raisedAt &&
        other.raisedAt >= quarter,
    )
    .toSorted((a, b) => a.raisedAt - b.raisedAt)
    .map((other) => ({
      key: `IMP-${other.number}`,
      blockedTeamDays: everAffected(other).reduce((sum, team) => sum + daysOf(other, team, now), 0),
    }));
}

function paceByHand(one: Told, team: number, measure: 'items' | 'points'): Pace {
  const added = one.steps.find(({ what, team: of }) => what === 'ADD' && of === team)?.at;
  const from = team === 0 ? one.raisedAt : (added ?? 0);
  const removed = one.steps.findLast(({ what, team: of }) => what === 'REMOVE' && of === team)?.at;
  const to = stillAffected(one).has(team) ? now : (removed ?? now);
  const own = sprints.filter((sprint) => sprint.team === team);
  const past = own.filter((sprint) => sprint.to <= from).toSorted((a, b) => b.to - a.to);
  const over = own.filter((sprint) => sprint.from < to && sprint.to > from);
  const done = (of: ToldSprint[]): { done: number }[] =>
    of.flatMap((sprint) => (sprint[measure] === null ? [] : [{ done: sprint[measure] }]));
  const before = done(past.slice(0, 3));
  const during = done(over);
  const mean = (of: { done: number }[]): number => of.reduce((sum, sprint) => sum + sprint.done, 0) / of.length;
  const beforeMean = before.length >= 2 ? mean(before) : null;
  const duringMean = during.length >= 1 ? mean(during) : null;
  const lack = beforeMean === null ? 'BEFORE' : duringMean === null ? 'DURING' : null;
  return {
    lost: beforeMean === null || duringMean === null ? null : beforeMean - duringMean,
    lack,
    before: { mean: beforeMean, sprints: before },
    during: { mean: duringMean, sprints: during },
  };
}

function rounded(pace: Pace): Pace {
  const round = (value: number | null): number | null => (value === null ? null : Math.round(value * 1e6) / 1e6);
  return {
    lost: round(pace.lost),
    lack: pace.lack,
    before: { ...pace.before, mean: round(pace.before.mean) },
    during: { ...pace.during, mean: round(pace.during.mean) },
  };
}

function byName(one: { name: string }, other: { name: string }): number {
  return one.name.localeCompare(other.name);
}

function iso(at: number): string {
  return new Date(at).toISOString();
}
