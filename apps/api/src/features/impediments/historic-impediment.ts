import type { FieldChange } from '@chapterhouse/domain/event-payload';
import type { ImpedimentEvent } from '@chapterhouse/domain/impediments/impediment-events';
import {
  type ImpedimentCategory,
  type ImpedimentSeverity,
  DEFAULT_LEVEL_NAMES,
  SEVERITY_TITLES,
} from '@chapterhouse/domain/impediments/impediment-fields';
import { BRIEF_ANSWER_TITLES } from '@chapterhouse/domain/impediments/brief-fields';
import { IMPEDIMENT_STATE_TITLES, type ImpedimentState } from '@chapterhouse/domain/impediments/impediment-state';
import { newId } from '../../platform/database/new-id.js';
import type { NewEvent } from '../../platform/events/event-log.js';
import type { HistoricBrief } from './briefs/brief-history.js';
import { excerpt, typedText } from '../../platform/graphql/typed-text.js';

/** An impediment of the past, or one that began there. Ids are the database's, moments ISO text; titles have 1 to 200 characters. */
export interface HistoricImpediment {
  /** Chosen by the caller when something else must name it. */
  id?: string;
  title: string;
  description?: string;
  category: ImpedimentCategory;
  severity?: ImpedimentSeverity | null;
  state: ImpedimentState;
  level?: 1 | 2 | 3;
  /** When it came to its level; when it was raised when omitted. What is over has had clocks only where this is given. */
  levelSince?: string;
  /** Its level's clock stands still, by its owner, where nothing is over yet. */
  paused?: { at: string; because: string };
  raisedById: string;
  raisedAt: string;
  raisingTeamId: string;
  /** The raising team is affected anyway. */
  affectedTeamIds?: readonly string[];
  sourceId?: string | null;
  ownerId?: string | null;
  /** YYYY-MM-DD. */
  dueOn?: string | null;
  nextStep?: string;
  resolution?: string;
  declineReason?: string;
  duplicateOfId?: string | null;
  triagedAt?: string | null;
  startedAt?: string | null;
  resolvedAt?: string | null;
  closedAt?: string | null;
  /** When it was declined or found to be a duplicate. */
  endedAt?: string | null;
  /** It was started and resolved once before what the dates above say, and came back after its triage. */
  reopened?: { startedAt: string; resolvedAt: string; at: string; because: string };
  /** 1 where `reopened` says it; for what is told by `events`. */
  reopenedCount?: number;
  blockedItemKeys?: readonly string[];
  comments?: readonly HistoricComment[];
  voterIds?: readonly string[];
  /** Who raised it and its owner watch anyway. */
  watcherIds?: readonly string[];
  /** By name; one that is new is made. */
  labels?: readonly string[];
  /** The brief with which it came to the top level, where it still is. */
  brief?: HistoricBrief | null;
  /** What happened, oldest first; when omitted it follows from the dates above. Comments are added in any case. */
  events?: readonly HistoricEvent[];
}

export interface HistoricComment {
  /** Given to it before it is recorded, so that its event names it. */
  id?: string;
  authorId: string;
  body: string;
  at: string;
  /** Whom the body mentions, where somebody is to be told of it. */
  mentions?: readonly string[];
}

export interface HistoricEvent {
  event: ImpedimentEvent;
  at: string;
  /** Who did it; whoever imports when nobody is known. */
  actorId?: string | null;
  /** In words for people. */
  changes?: readonly FieldChange[];
  note?: string;
  mentions?: readonly string[];
}

/** With ids for its comments. */
export function identified(facts: HistoricImpediment): HistoricImpediment {
  return facts.comments ? { ...facts, comments: facts.comments.map((said) => ({ id: newId(), ...said })) } : facts;
}

/** The row with all that hangs on it, as the insert reads it. */
export function recordOf(facts: HistoricImpediment, id: string, number: number, clockEndsAt: string | null): object {
  return {
    id,
    number,
    title: typedText(facts.title),
    description: typedText(facts.description ?? ''),
    category: facts.category,
    severity: facts.severity ?? null,
    state: facts.state,
    level: facts.level ?? 1,
    level_since: moment(facts.reopened?.at ?? facts.levelSince ?? facts.raisedAt),
    clock_ends_at: clockEndsAt,
    raised_by: facts.raisedById,
    raised_at: moment(facts.raisedAt),
    raising_team_id: facts.raisingTeamId,
    source_id: facts.sourceId ?? null,
    owner_id: facts.ownerId ?? null,
    due_on: facts.dueOn ?? null,
    next_step: typedText(facts.nextStep ?? ''),
    resolution: typedText(facts.resolution ?? ''),
    decline_reason: typedText(facts.declineReason ?? ''),
    duplicate_of_id: facts.duplicateOfId ?? null,
    triaged_at: moment(facts.triagedAt),
    started_at: moment(facts.startedAt),
    resolved_at: moment(facts.resolvedAt),
    closed_at: moment(facts.closedAt),
    reopened_count: facts.reopenedCount ?? (facts.reopened ? 1 : 0),
    updated_at: lastMoment(facts),
    version: Math.max(1, happened(facts).length),
    teams: distinct([facts.raisingTeamId, ...(facts.affectedTeamIds ?? [])]),
    items: distinct((facts.blockedItemKeys ?? []).map(typedText)),
    comments: (facts.comments ?? []).map((comment) => ({
      id: comment.id ?? newId(),
      author_id: comment.authorId,
      body: typedText(comment.body),
      at: moment(comment.at),
    })),
    voters: distinct(facts.voterIds ?? []),
    watchers: distinct([facts.raisedById, ...(facts.ownerId ? [facts.ownerId] : []), ...(facts.watcherIds ?? [])]),
  };
}

/** Its events with their own dates and actors, oldest first. */
export function historicEvents(facts: HistoricImpediment, id: string): NewEvent[] {
  const own: Recorded[] = happened(facts).map((event, index) => ({ ...event, version: index + 1 }));
  const said: Recorded[] = (facts.comments ?? []).map((comment) => ({
    event: 'impediment.commented',
    at: comment.at,
    actorId: comment.authorId,
    changes: [],
    note: excerpt(typedText(comment.body)) ?? '',
    ...(comment.id !== undefined && { commentId: comment.id }),
    ...(comment.mentions && { mentions: comment.mentions }),
    version: own.filter((event) => Date.parse(event.at) <= Date.parse(comment.at)).length || 1,
  }));
  return [...own, ...said]
    .sort((a, b) => Date.parse(a.at) - Date.parse(b.at))
    .map(({ event, at, actorId, changes, note, version, commentId, mentions }) => ({
      name: event,
      subjectType: 'Impediment',
      subjectId: id,
      subjectVersion: version,
      at: new Date(at).toISOString(),
      actorId: actorId ?? undefined,
      payload: {
        changes: (changes ?? []).map(({ field, from, to }) => ({ field, from: clean(from), to: clean(to) })),
        ...(note !== undefined && { note: typedText(note) }),
        ...(commentId !== undefined && { commentId }),
        ...(mentions && { mentions }),
      },
    }));
}

type Recorded = HistoricEvent & { version: number; commentId?: string };

function happened(facts: HistoricImpediment): readonly HistoricEvent[] {
  if (facts.events) return facts.events;
  const { ownerId, severity, raisedById } = facts;
  const events: HistoricEvent[] = [];
  let state: ImpedimentState = 'RAISED';
  const add = (
    event: ImpedimentEvent,
    at: string | null | undefined,
    to: ImpedimentState,
    more: Partial<HistoricEvent>,
  ): void => {
    if (!at) return;
    const change = { field: 'state', from: IMPEDIMENT_STATE_TITLES[state], to: IMPEDIMENT_STATE_TITLES[to] };
    events.push({ event, at, ...more, changes: [change, ...(more.changes ?? [])] });
    state = to;
  };
  events.push({
    event: 'impediment.raised',
    at: facts.raisedAt,
    actorId: raisedById,
    changes: [{ field: 'title', from: null, to: facts.title }],
  });
  const severityChange = severity ? [{ field: 'severity', from: null, to: SEVERITY_TITLES[severity] }] : [];
  add('impediment.triaged', facts.triagedAt, 'TRIAGED', { changes: severityChange });
  const resolution = [{ field: 'resolution', from: null, to: facts.resolution ?? null }];
  const resolve = (startedAt: string | null | undefined, resolvedAt: string | null | undefined): void => {
    add('impediment.started', startedAt, 'IN_PROGRESS', { actorId: ownerId ?? null });
    add('impediment.resolved', resolvedAt, 'RESOLVED', { actorId: ownerId ?? null, changes: resolution });
  };
  if (facts.reopened) {
    resolve(facts.reopened.startedAt, facts.reopened.resolvedAt);
    add('impediment.reopened', facts.reopened.at, 'TRIAGED', { actorId: raisedById, note: facts.reopened.because });
  }
  resolve(facts.startedAt, facts.resolvedAt);
  add('impediment.closed', facts.closedAt, 'CLOSED', { actorId: raisedById });
  if (facts.state === 'DECLINED') {
    add('impediment.declined', facts.endedAt ?? lastMoment(facts), 'DECLINED', { note: facts.declineReason ?? '' });
  }
  if (facts.state === 'DUPLICATE') {
    add('impediment.marked-duplicate', facts.endedAt ?? lastMoment(facts), 'DUPLICATE', {});
  }
  if (facts.paused) {
    const { at, because: note } = facts.paused;
    events.push({ event: 'impediment.clock-paused', at, actorId: ownerId ?? null, note });
  }
  return facts.brief ? [...events, ...briefEvents(facts.brief)].sort(byMoment) : events;
}

function briefEvents({ sentAt, sentById, ask, recipientIds, answer }: HistoricBrief): HistoricEvent[] {
  const level = { field: 'level', from: DEFAULT_LEVEL_NAMES[2], to: DEFAULT_LEVEL_NAMES[3] };
  const sent: HistoricEvent = {
    event: 'impediment.brief-sent',
    at: sentAt,
    actorId: sentById,
    changes: [level],
    note: ask,
    mentions: recipientIds,
  };
  if (answer === null) return [sent];
  const { at, byId: actorId, kind, words: note } = answer;
  const changes = [{ field: 'answer', from: null, to: BRIEF_ANSWER_TITLES[kind] }];
  return [sent, { event: 'impediment.brief-answered', at, actorId, changes, note, mentions: [sentById] }];
}

function byMoment(one: HistoricEvent, other: HistoricEvent): number {
  return Date.parse(one.at) - Date.parse(other.at);
}

/** When it stopped standing in the way, as far as that is known. */
export function endOfHistory(facts: HistoricImpediment): string {
  return facts.resolvedAt ?? facts.endedAt ?? facts.closedAt ?? lastMoment(facts);
}

function lastMoment(facts: HistoricImpediment): string {
  const moments = [
    facts.raisedAt,
    facts.triagedAt,
    facts.startedAt,
    facts.resolvedAt,
    facts.closedAt,
    facts.endedAt,
    facts.paused?.at,
    facts.brief?.sentAt,
    facts.brief?.answer?.at,
    ...(facts.comments ?? []).map((comment) => comment.at),
    ...(facts.events ?? []).map((event) => event.at),
  ].flatMap((at) => (at ? [Date.parse(at)] : []));
  return new Date(Math.max(...moments)).toISOString();
}

function moment(at: string | null | undefined): string | null {
  return at ? new Date(at).toISOString() : null;
}

function clean(text: string | null): string | null {
  return text === null ? null : typedText(text);
}

function distinct(values: readonly string[]): string[] {
  return [...new Set(values)];
}
