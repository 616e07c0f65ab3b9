import type { TriageReason } from './triage-state.js';

/** Impediments of one reason at most: what is beyond stands on the board, and anybody can add it. */
export const MOST_OF_A_REASON = 12;

/** An impediment in somebody's way, as the agenda sees it. Ids are the database's; moments milliseconds. */
export interface AgendaImpediment {
  id: string;
  /** When its level's clock runs out; null: none runs, or it stands. */
  clockEndsAt: number | null;
  raisedAt: number;
  isTriaged: boolean;
  level: number;
  affectedTeams: number;
  /** Blocked team-days so far, and what each further working day adds. */
  blockedTeamDays: number;
  perDay: number;
}

/** What leadership said to a brief of an impediment that is still in the way. */
export interface AgendaAnswer {
  impedimentId: string;
  answeredAt: number;
  answeredBy: string;
}

/** The same source and category, time and again. */
export interface AgendaRecurrence {
  sourceId: string;
  /** In words: Tooling. */
  category: string;
  times: number;
}

export interface AgendaAction {
  id: string;
  ownerName: string;
  /** YYYY-MM-DD */
  dueOn: string;
}

/** All that an agenda is built from. */
export interface AgendaFacts {
  impediments: readonly AgendaImpediment[];
  /** Since the last session. */
  answers: readonly AgendaAnswer[];
  recurrences: readonly AgendaRecurrence[];
  /** Open ones of the chapter. */
  actions: readonly AgendaAction[];
  /** When the last session began, milliseconds; null: this is the first. */
  lastSessionAt: number | null;
  /** The chapter's own level of the ladder: what is there, is shared. */
  chapterLevel: number;
  now: number;
  /** YYYY-MM-DD where the organization is. */
  today: string;
  /** Working days between two moments. */
  workingDays: (from: number, to: number) => number;
}

export interface AgendaEntry {
  reason: TriageReason;
  /** A sentence for people. */
  why: string;
  /** The one that it is about; the others are null. */
  impedimentId: string | null;
  sourceId: string | null;
  actionId: string | null;
}

/**
 * What the chapter talks about, in its order: clocks that ran out, the longest ago first; answered escalations, the latest
 * answer first; new shared impediments, the dearest first; recurring sources, the most often first; open actions of last
 * time, the one due first first. Nothing twice: what has two reasons stands where the first one puts it.
 */
export function triageAgenda(facts: AgendaFacts): AgendaEntry[] {
  const onIt = new Set<string>();
  return [clocksOut, answered, newShared]
    .flatMap((section) => {
      const entries = section(facts).filter(({ impedimentId }) => !onIt.has(impedimentId));
      const shown = entries.slice(0, MOST_OF_A_REASON);
      for (const { impedimentId } of shown) onIt.add(impedimentId);
      return shown.map((entry): AgendaEntry => ({ ...entry, sourceId: null, actionId: null }));
    })
    .concat(recurring(facts), openActions(facts));
}

interface ImpedimentEntry {
  reason: TriageReason;
  why: string;
  impedimentId: string;
}

function clocksOut({ impediments, now, workingDays }: AgendaFacts): ImpedimentEntry[] {
  return impediments
    .flatMap(({ id, clockEndsAt }) => (clockEndsAt !== null && clockEndsAt <= now ? [{ id, at: clockEndsAt }] : []))
    .toSorted((one, other) => one.at - other.at || compare(one.id, other.id))
    .map(({ id, at }) => ({
      reason: 'CLOCK_OUT',
      why: `Its clock ran out ${ago(workingDays(at, now))}.`,
      impedimentId: id,
    }));
}

function answered({ answers, impediments, now, workingDays }: AgendaFacts): ImpedimentEntry[] {
  const open = new Set(impediments.map(({ id }) => id));
  const latest = new Map<string, AgendaAnswer>();
  for (const answer of answers) {
    const known = latest.get(answer.impedimentId);
    if (open.has(answer.impedimentId) && (!known || known.answeredAt < answer.answeredAt))
      latest.set(answer.impedimentId, answer);
  }
  return [...latest.values()]
    .toSorted((one, other) => other.answeredAt - one.answeredAt || compare(one.impedimentId, other.impedimentId))
    .map(({ impedimentId, answeredAt, answeredBy }) => ({
      reason: 'ANSWERED',
      why: `${answeredBy} answered the escalation ${ago(workingDays(answeredAt, now))}.`,
      impedimentId,
    }));
}

/** New: nobody triaged it yet, or it was raised since the last session. Shared: it hits several teams, or came up to the chapter. */
function newShared({ impediments, lastSessionAt, chapterLevel }: AgendaFacts): ImpedimentEntry[] {
  return impediments
    .filter(({ isTriaged, raisedAt }) => !isTriaged || (lastSessionAt !== null && raisedAt >= lastSessionAt))
    .filter(({ affectedTeams, level }) => affectedTeams >= 2 || level >= chapterLevel)
    .toSorted(
      (one, other) =>
        other.blockedTeamDays - one.blockedTeamDays ||
        other.perDay - one.perDay ||
        one.raisedAt - other.raisedAt ||
        compare(one.id, other.id),
    )
    .map(({ id, affectedTeams, blockedTeamDays }) => ({
      reason: 'NEW_SHARED',
      // What hits one team is here for its level.
      why: `It is new, ${affectedTeams >= 2 ? `hits ${counted(affectedTeams, 'team')}` : 'is at the level of this chapter or above'} and has cost ${counted(blockedTeamDays, 'blocked team-day')}.`,
      impedimentId: id,
    }));
}

/** A source stands there once, with the category in which it came back most often. */
function recurring({ recurrences }: AgendaFacts): AgendaEntry[] {
  const most = new Map<string, AgendaRecurrence>();
  for (const recurrence of recurrences) {
    const known = most.get(recurrence.sourceId);
    if (!known || known.times < recurrence.times) most.set(recurrence.sourceId, recurrence);
  }
  return [...most.values()]
    .toSorted((one, other) => other.times - one.times || compare(one.sourceId, other.sourceId))
    .slice(0, MOST_OF_A_REASON)
    .map(({ sourceId, category, times }) => ({
      reason: 'RECURRING_SOURCE',
      why: `It came up ${times} times in two quarters with ${category}.`,
      impedimentId: null,
      sourceId,
      actionId: null,
    }));
}

function openActions({ actions, today }: AgendaFacts): AgendaEntry[] {
  return actions
    .toSorted((one, other) => compare(one.dueOn, other.dueOn) || compare(one.id, other.id))
    .slice(0, MOST_OF_A_REASON)
    .map(({ id, ownerName, dueOn }) => ({
      reason: 'OPEN_ACTION',
      why: promised(ownerName, dueOn, today),
      impedimentId: null,
      sourceId: null,
      actionId: id,
    }));
}

function promised(ownerName: string, dueOn: string, today: string): string {
  if (dueOn === today) return `${ownerName} promised it for today.`;
  return `${ownerName} promised it for ${dueOn}${dueOn < today ? ', which has passed' : ''}.`;
}

function ago(workingDays: number): string {
  return workingDays === 0 ? 'today' : `${counted(workingDays, 'working day')} ago`;
}

/** 1 team, 3 teams, 2.5 blocked team-days. */
function counted(count: number, thing: string): string {
  return `${Math.round(count * 10) / 10} ${thing}${count === 1 ? '' : 's'}`;
}

function compare(one: string, other: string): number {
  return one < other ? -1 : Number(one > other);
}
