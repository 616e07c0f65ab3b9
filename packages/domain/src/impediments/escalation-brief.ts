import { lastTwoQuarters } from '../organization/quarters.js';
import type { WorkingCalendar } from '../organization/working-calendar.js';
import { WorkingDays } from '../organization/working-days.js';
import type { Pace, SprintPace } from '../sprints/throughput.js';
import { type PaceImpact, VELOCITY_IMPACT_FORMULA, velocityImpact } from '../sprints/velocity-impact.js';
import { type Blockage, blockedTeamDaysByTeam, blockedTeamDaysPerDay } from './impediment-cost.js';
import {
  CATEGORY_TITLES,
  type ImpedimentCategory,
  type ImpedimentSeverity,
  SEVERITY_TITLES,
} from './impediment-fields.js';
import { IMPEDIMENT_STATE_TITLES } from './impediment-state.js';
import { type RecurrenceFacts, earlierOfSameKind, isRecurring } from './recurrence.js';

/** What a brief is built from, loaded inside the actor's own organization. Moments in milliseconds. */
export interface BriefFacts {
  impediment: {
    id: string;
    key: string;
    title: string;
    category: ImpedimentCategory;
    severity: ImpedimentSeverity | null;
    source: { id: string; name: string } | null;
    raisedAt: number;
    blockage: Blockage;
    blockedItems: readonly { key: string; title: string | null }[];
  };
  /** All that ever were affected. */
  teams: readonly { id: string; name: string; area: string }[];
  /** Of these teams. */
  sprints: readonly SprintPace[];
  /** All others that may be of its kind; at least those of the last two quarters. */
  others: readonly (RecurrenceFacts & { key: string; title: string; resolution: string; blockage: Blockage })[];
  calendar: WorkingCalendar;
  now: number;
  /** What people add; checked by `briefProblems`. `answerBy` is YYYY-MM-DD. */
  written: { proposal: string; ask: string; answerBy: string };
}

/**
 * What goes with an escalation to the top: data, each number with what it was computed from, and what people propose.
 * Plain values that can be kept as JSON; the words are those of the moment, so that it still says the same when an
 * impediment is renamed or a sprint corrected. Moments are ISO text.
 */
export interface EscalationBrief {
  /** Of this structure: what is kept outlives releases. */
  readonly format: 1;
  readonly asOf: string;
  /** Of the organization: which days its moments are. */
  readonly timeZone: string;
  readonly impediment: {
    readonly id: string;
    readonly key: string;
    readonly title: string;
    readonly category: string;
    readonly severity: string | null;
    readonly source: string | null;
    readonly raisedAt: string;
    readonly ageInWorkingDays: number;
  };
  /** Those still blocked first, then those that cost most. */
  readonly teams: readonly BriefTeam[];
  readonly blockedItems: readonly { readonly key: string; readonly title: string | null }[];
  readonly blockedTeamDays: { readonly soFar: number; readonly perDay: number };
  readonly velocity: { readonly formula: string; readonly teams: readonly BriefVelocity[] };
  readonly earlier: {
    /** `2026-Q1`: the calendar quarters that were looked at, the last one until `asOf`. */
    readonly quarters: readonly string[];
    readonly impediments: readonly BriefEarlier[];
    readonly blockedTeamDays: number;
    /** Whether this is the third time of its source and category in these quarters, or a later one. */
    readonly recurring: boolean;
  };
  readonly proposal: string;
  readonly ask: string;
  /** YYYY-MM-DD. */
  readonly answerBy: string;
}

export interface BriefTeam {
  readonly id: string;
  readonly name: string;
  readonly area: string;
  readonly blockedTeamDays: number;
  /** False: it was, and was taken off. */
  readonly stillBlocked: boolean;
}

/** Per sprint; null, with what is missing: not enough data. */
export interface BriefVelocity {
  readonly team: string;
  readonly items: BriefPace;
  readonly points: BriefPace;
}
export interface BriefPace {
  readonly lost: number | null;
  readonly lack: 'BEFORE' | 'DURING' | null;
  readonly before: BriefMean;
  readonly during: BriefMean;
}
export interface BriefMean {
  readonly mean: number | null;
  readonly sprints: readonly { readonly name: string; readonly done: number }[];
}

export interface BriefEarlier {
  readonly id: string;
  readonly key: string;
  readonly title: string;
  readonly state: string;
  readonly resolution: string;
  readonly blockedTeamDays: number;
}

/** Builds the brief as of now. It is frozen: what was sent is never changed, whoever is handed it. */
export function escalationBrief({
  impediment,
  teams,
  sprints,
  others,
  calendar,
  now,
  written,
}: BriefFacts): EscalationBrief {
  const { blockage } = impediment;
  const days = blockedTeamDaysByTeam(blockage, calendar, now);
  const stays = (teamId: string) => blockage.teams.filter((stay) => stay.teamId === teamId);
  const affected = teams.filter(({ id }) => stays(id).length > 0);
  const earlier = earlierOfSameKind(
    others,
    { ...impediment, sourceId: impediment.source?.id ?? null },
    now,
    calendar.timeZone,
  ).map((other) => ({
    id: other.id,
    key: other.key,
    title: other.title,
    state: IMPEDIMENT_STATE_TITLES[other.state],
    resolution: other.resolution,
    blockedTeamDays: sumOf([...blockedTeamDaysByTeam(other.blockage, calendar, now).values()]),
  }));
  return frozen({
    format: 1,
    asOf: new Date(now).toISOString(),
    timeZone: calendar.timeZone,
    impediment: {
      id: impediment.id,
      key: impediment.key,
      title: impediment.title,
      category: CATEGORY_TITLES[impediment.category],
      severity: impediment.severity && SEVERITY_TITLES[impediment.severity],
      source: impediment.source?.name ?? null,
      raisedAt: new Date(impediment.raisedAt).toISOString(),
      ageInWorkingDays: WorkingDays.of(calendar).between(impediment.raisedAt, now),
    },
    teams: affected
      .map(({ id, name, area }) => ({
        id,
        name,
        area,
        blockedTeamDays: days.get(id) ?? 0,
        stillBlocked: stays(id).some(({ until }) => until === null || until > now),
      }))
      .sort(
        (one, other) =>
          Number(other.stillBlocked) - Number(one.stillBlocked) ||
          other.blockedTeamDays - one.blockedTeamDays ||
          one.name.localeCompare(other.name),
      ),
    blockedItems: impediment.blockedItems.map(({ key, title }) => ({ key, title })),
    blockedTeamDays: { soFar: sumOf([...days.values()]), perDay: blockedTeamDaysPerDay(blockage, now) },
    velocity: {
      formula: VELOCITY_IMPACT_FORMULA,
      teams: affected.map(({ id, name }) => {
        const from = Math.min(...stays(id).map(({ since }) => since));
        const to = Math.max(...stays(id).map(({ until }) => until ?? now));
        const { items, points } = velocityImpact(sprints, id, from, to);
        return { team: name, items: briefPace(items), points: briefPace(points) };
      }),
    },
    earlier: {
      quarters: lastTwoQuarters(now, calendar.timeZone).map(({ name }) => name),
      impediments: earlier,
      blockedTeamDays: sumOf(earlier.map(({ blockedTeamDays }) => blockedTeamDays)),
      recurring: isRecurring(earlier),
    },
    proposal: written.proposal.trim(),
    ask: written.ask.trim(),
    answerBy: written.answerBy,
  });
}

function briefPace({ lost, lack, before, during }: PaceImpact): BriefPace {
  return { lost, lack, before: briefMean(before), during: briefMean(during) };
}

function briefMean({ mean, inputs }: Pace): BriefMean {
  return { mean, sprints: inputs.map(({ name, done }) => ({ name, done })) };
}

function sumOf(numbers: readonly number[]): number {
  return numbers.reduce((sum, one) => sum + one, 0);
}

function frozen<T extends object>(value: T): T {
  for (const part of Object.values(value)) if (typeof part === 'object' && part !== null) frozen(part);
  return Object.freeze(value);
}
