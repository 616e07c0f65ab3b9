import { newId } from '../src/platform/database/new-id.js';

const DAY = 86_400_000;
export const HOLIDAYS = [12, 33, 61, 90].map((daysAgo) =>
  new Date(Date.now() - daysAgo * DAY).toISOString().slice(0, 10),
);

/** What happened, as somebody would tell it; moments in milliseconds. */
export interface Told {
  id: string;
  number: number;
  raisedAt: number;
  source: number;
  category: string;
  steps: { at: number; what: 'ADD' | 'REMOVE' | 'RESOLVE' | 'DECLINE' | 'REOPEN' | 'TAKEN_BACK'; team: number }[];
}

export interface ToldSprint {
  team: number;
  name: string;
  from: number;
  to: number;
  items: number | null;
  points: number | null;
}

/** @param teams how many there are */
export function tell(roll: (most: number) => number, number: number, teams: number): Told {
  const raisedAt = Date.now() - (20 + roll(130)) * DAY - roll(DAY);
  const steps: Told['steps'] = [];
  let at = raisedAt;
  let ended = false;
  const affected = new Set([0]);
  for (let left = roll(9); left > 0; left -= 1) {
    at += 1000 + roll(15 * DAY);
    if (at > Date.now() - DAY) break;
    const team = roll(teams);
    if (ended) steps.push({ at, what: 'REOPEN', team: 0 });
    else if (roll(4) === 0) steps.push({ at, what: roll(2) === 0 ? 'RESOLVE' : 'DECLINE', team: 0 });
    else if (roll(6) === 0) {
      steps.push({ at, what: 'TAKEN_BACK', team: 0 });
      continue;
    } else if (team === 0) continue;
    else steps.push({ at, what: affected.has(team) ? 'REMOVE' : 'ADD', team });
    const last = steps.at(-1)?.what;
    ended = last === 'RESOLVE' || last === 'DECLINE';
    if (last === 'ADD') affected.add(team);
    if (last === 'REMOVE') affected.delete(team);
  }
  return { id: newId(), number, raisedAt, source: roll(3), category: roll(2) === 0 ? 'EXTERNAL' : 'TOOLING', steps };
}

export function tellSprints(roll: (most: number) => number, team: number): ToldSprint[] {
  const count = roll(12);
  const start = Math.floor(Date.now() / DAY) * DAY - 14 * DAY * count;
  return Array.from({ length: count }, (_, index) => ({
    team,
    name: `Sprint ${index}`,
    from: start + index * 14 * DAY,
    to: start + (index + 1) * 14 * DAY,
    items: roll(5) === 0 ? null : roll(20),
    points: roll(3) === 0 ? null : roll(50),
  }));
}

/** Half of the removals are from before events said ids. */
export function eventsOf(
  { number, steps }: Told,
  teamIds: readonly string[],
): { name: string; at: number; payload: object }[] {
  const names = {
    RESOLVE: 'resolved',
    DECLINE: 'declined',
    REOPEN: 'reopened',
    ADD: 'team-added',
    REMOVE: 'team-removed',
  };
  return steps.flatMap(({ at, what, team }) => {
    if (what === 'TAKEN_BACK')
      return [
        { name: 'impediment.resolved', at, payload: { changes: [] } },
        { name: 'impediment.undone', at: at + 5_000, payload: { changes: [] } },
      ];
    const change = {
      field: 'affectedTeams',
      from: what === 'ADD' ? null : `Team ${team}`,
      to: what === 'ADD' ? `Team ${team}` : null,
    };
    const aboutTeam = what === 'ADD' || what === 'REMOVE';
    const payload = {
      changes: aboutTeam ? [change] : [],
      ...(aboutTeam && number % 2 === 0 && { teamId: teamIds[team] }),
    };
    return [{ name: `impediment.${names[what]}`, at, payload }];
  });
}

/** Day by day: was the team blocked when the working day began? */
export function daysOf(one: Told, team: number, now: number): number {
  let days = 0;
  for (let midnight = Math.ceil(one.raisedAt / DAY) * DAY; midnight <= now; midnight += DAY)
    if (isWorkingDay(midnight) && isBlocked(one, team, midnight)) days += 1;
  return days;
}

export function isBlocked({ raisedAt, steps }: Told, team: number, at: number): boolean {
  if (at < raisedAt) return false;
  let stands = true;
  let affected = team === 0;
  for (const step of steps.filter((one) => one.at <= at)) {
    if (step.what === 'RESOLVE' || step.what === 'DECLINE') stands = false;
    if (step.what === 'REOPEN') stands = true;
    if (step.team === team && step.what === 'ADD') affected = true;
    if (step.team === team && step.what === 'REMOVE') affected = false;
  }
  return stands && affected;
}

export function isWorkingDay(midnight: number): boolean {
  const day = new Date(midnight);
  return day.getUTCDay() % 6 !== 0 && !HOLIDAYS.includes(day.toISOString().slice(0, 10));
}

export function daysBetween(from: number, to: number): number {
  let days = 0;
  for (let midnight = Math.ceil(from / DAY) * DAY; midnight <= to; midnight += DAY)
    days += isWorkingDay(midnight) ? 1 : 0;
  return days;
}

/** Since when each team is affected that is not taken off again. */
export function stillAffected({ raisedAt, steps }: Told): Map<number, number> {
  const since = new Map([[0, raisedAt]]);
  for (const { at, what, team } of steps) {
    if (what === 'ADD') since.set(team, at);
    if (what === 'REMOVE') since.delete(team);
  }
  return since;
}

export function everAffected({ steps }: Told): number[] {
  return [...new Set([0, ...steps.filter(({ what }) => what === 'ADD').map(({ team }) => team)])];
}

/** The same numbers every time. */
export function dice(seed: number): (most: number) => number {
  let state = seed;
  return (most) => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return Math.floor((state / 2_147_483_648) * most);
  };
}
