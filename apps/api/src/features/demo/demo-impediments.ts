import type { ImpedimentState } from '@chapterhouse/domain/impediments/impediment-state';
import { shift } from './day-shift.js';
import type { DemoImpediment, DemoTeam } from './demo-facts.js';
import type { Dice } from './dice.js';
import { DEMO_COMMENTS, DEMO_TOPICS } from './demo-words.js';

const ENDED = 540;
/** How many are open, by state: 62. */
const OPEN: [ImpedimentState, number][] = [
  ['RAISED', 16],
  ['TRIAGED', 18],
  ['IN_PROGRESS', 21],
  ['RESOLVED', 7],
];
/** The first of these are raised by the teams whose people a visitor may be: Fare Engine, Checkout, Group Travel. */
const AT_HOME: Partial<Record<ImpedimentState, readonly number[]>> = { RAISED: [2, 1, 4], RESOLVED: [2, 1, 4] };
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

interface Reopening {
  before: NonNullable<DemoImpediment['reopened']>;
  startedAgainAt: string;
}

/** Two years of impediments, oldest first: most are over, about sixty are open. */
export function tellImpediments(dice: Dice, teams: DemoTeam[], today: string): DemoImpediment[] {
  const now = Date.parse(`${today}T07:00:00Z`);
  const ended = Array.from({ length: ENDED }, () => {
    const state: ImpedimentState = dice.chance(0.08) ? 'DECLINED' : 'CLOSED';
    return tellOne(dice, teams, state, now - dice.between(14, 730) * DAY + dice.below(9 * 60) * 60_000, now);
  });
  const open = OPEN.flatMap(([state, count]) =>
    Array.from({ length: count }, (_, index) =>
      tellOne(
        dice,
        teams,
        state,
        now - ageOf(dice, state) * DAY + dice.below(8 * 60) * 60_000 - 12 * HOUR,
        now,
        AT_HOME[state]?.[index],
      ),
    ),
  );
  return [...ended, ...open].sort((a, b) => a.raisedAt.localeCompare(b.raisedAt));
}

/** In days; what is new is young, what is worked on is older, some of it much. */
function ageOf(dice: Dice, state: ImpedimentState): number {
  if (state === 'RAISED') return dice.between(1, 6);
  return dice.chance(0.15) ? dice.between(25, 70) : dice.between(5, 24);
}

function tellOne(
  dice: Dice,
  teams: DemoTeam[],
  state: ImpedimentState,
  raised: number,
  now: number,
  home?: number,
): DemoImpediment {
  const topic = dice.pick(DEMO_TOPICS);
  const anywhere = dice.below(teams.length);
  const team = home ?? anywhere;
  const ownTeam = teams[team];
  if (!ownTeam) throw new RangeError('No such team.');
  const triaged = state !== 'RAISED' && state !== 'DECLINED';
  const solved = state === 'RESOLVED' || state === 'CLOSED';
  const quick = state === 'CLOSED' && isQuick(raised);
  const step = quick ? HOUR : DAY;
  const at = (steps: number): number => Math.min(raised + steps * step, now - HOUR);
  const triagedAt = triaged ? at(dice.between(1, 4)) : null;
  const startedAt =
    triagedAt !== null && state !== 'TRIAGED' ? Math.min(triagedAt + dice.between(1, 5) * step, now - HOUR) : null;
  const takes = solved && startedAt !== null ? resolvedAfter(dice, state, startedAt, now) : null;
  const affected = new Set([team]);
  for (let more = dice.chance(0.45) ? dice.between(1, 4) : 0; more > 0; more--) affected.add(dice.below(teams.length));
  const level = affected.size >= 4 ? (dice.chance(0.5) ? 3 : 2) : dice.chance(0.35) ? 2 : 1;
  const resolvedAt = quick && takes !== null && startedAt !== null ? sooner(startedAt, takes, level) : takes;
  const reopened = state === 'CLOSED' && isBack(raised) ? tellReopening(triagedAt, resolvedAt) : null;
  const owner = triaged ? ownerOf(dice, teams, ownTeam) : null;
  const since = Math.max(raised, now - sinceDays(dice, level) * DAY);
  // What is over came to its level when it was triaged.
  const cameToLevel = solved || state === 'DECLINED' ? (level === 1 ? raised : (triagedAt ?? raised)) : since;
  return {
    title: topic.title.replace('{thing}', dice.pick(topic.things)),
    description: `The ${ownTeam.name} team cannot go on with part of its Sprint.\n\n- Since: ${iso(raised).slice(0, 10)}\n- Tried: asked directly, no answer we could plan with`,
    category: topic.category,
    severity: triaged ? dice.pick(['LOW', 'MEDIUM', 'MEDIUM', 'HIGH', 'HIGH', 'CRITICAL'] as const) : null,
    state,
    level,
    levelSince: iso(cameToLevel),
    raisedBy: dice.pick(ownTeam.members),
    raisedAt: iso(raised),
    team,
    affected: [...affected],
    source: topic.source,
    owner,
    triagedAt: isoOrNull(triagedAt),
    startedAt: reopened?.startedAgainAt ?? isoOrNull(startedAt),
    ...(reopened && { reopened: reopened.before }),
    resolvedAt: isoOrNull(resolvedAt),
    closedAt: state === 'CLOSED' && resolvedAt !== null ? iso(resolvedAt + dice.between(5, 70) * HOUR) : null,
    dueOn: triaged && !solved && dice.chance(0.5) ? shift(iso(now).slice(0, 10), dice.between(-1, 20)) : null,
    nextStep: triaged ? topic.nextStep : '',
    resolution: solved ? topic.resolution : '',
    declineReason: state === 'DECLINED' ? 'Within the team’s own reach: agreed with them in the triage.' : '',
    watchers: [],
    labels: [],
    links: [],
    blockedItemKeys: [],
    comments: commentsOf(dice, ownTeam, raised, resolvedAt ?? now - HOUR),
  };
}

/** More than half of what is over was gone before its clock ran out. The minute says which, so that nothing else is told anew. */
function isQuick(raised: number): boolean {
  return Math.floor(raised / MINUTE) % 8 < 5;
}

/** One in sixteen came back once. */
function isBack(raised: number): boolean {
  return Math.floor(raised / MINUTE) % 16 === 3;
}

/** The same, in the time that its level has. */
function sooner(startedAt: number, resolvedAt: number, level: 1 | 2 | 3): number {
  const [longest, days] = [26 * DAY, { 1: 0.8, 2: 3.5, 3: 8 }[level]];
  return startedAt + Math.max(HOUR, ((resolvedAt - startedAt) / longest) * days * DAY);
}

/** It was resolved once before, half-way, and came back. */
function tellReopening(triagedAt: number | null, resolvedAt: number | null): Reopening | null {
  if (triagedAt === null || resolvedAt === null) return null;
  const after = (share: number): string => iso(triagedAt + share * (resolvedAt - triagedAt));
  const because = 'It worked for the first of the teams, not for the others';
  return {
    before: { startedAt: after(0.1), resolvedAt: after(0.4), at: after(0.55), because },
    startedAgainAt: after(0.7),
  };
}

/** What waits for its team's confirmation was resolved in the last two days; what is closed, before the last four. */
function resolvedAfter(dice: Dice, state: ImpedimentState, startedAt: number, now: number): number {
  if (state === 'RESOLVED') return Math.max(startedAt, now - dice.between(4, 48) * HOUR);
  return Math.min(startedAt + dice.between(1, 26) * DAY, now - 4 * DAY);
}

/** Days at the present level: most are within its clock, one in six is over it. */
function sinceDays(dice: Dice, level: 1 | 2 | 3): number {
  if (dice.chance(1 / 6)) return dice.between(16, 30);
  return { 1: 1, 2: dice.between(0, 5), 3: dice.between(1, 12) }[level] / 2 + 0.2;
}

/** A Scrum Master of the team, or of another one where the chapter shares the load. */
function ownerOf(dice: Dice, teams: DemoTeam[], own: DemoTeam): number {
  if (own.scrumMaster !== null && dice.chance(0.6)) return own.scrumMaster;
  const masters = teams.map((team) => team.scrumMaster).filter((master) => master !== null);
  return dice.pick(masters);
}

function commentsOf(dice: Dice, team: DemoTeam, from: number, to: number): DemoImpediment['comments'] {
  const count = dice.chance(0.55) ? dice.between(1, 4) : 0;
  return Array.from({ length: count }, (_, index) => ({
    author: dice.pick(team.members),
    at: iso(from + ((to - from) * (index + 1)) / (count + 1)),
    body: dice.pick(DEMO_COMMENTS),
  }));
}

function iso(at: number): string {
  return new Date(at).toISOString();
}

function isoOrNull(at: number | null): string | null {
  return at === null ? null : iso(at);
}
