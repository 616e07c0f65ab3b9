import { secondsSpent } from '@chapterhouse/domain/chapters/triage-clock';
import type { LocalDateTime } from '@chapterhouse/domain/cadences/wall-clock';
import {
  DOTS_PER_PERSON,
  type TriageReason,
  type TriageResultKind,
  type TriageSessionState,
  type TriageSubject,
} from '@chapterhouse/domain/chapters/triage-state';

/** A session in one row. Ids are the database's, moments ISO text. */
export interface SessionRow extends Record<string, unknown> {
  id: string;
  chapter_id: string;
  cadence_id: string | null;
  original_start: LocalDateTime | null;
  state: TriageSessionState;
  started_at: string;
  ended_at: string | null;
  facilitator_id: string;
  facilitator_seen_at: string;
  timebox_seconds: number | null;
  timebox_ends_at: string | null;
  timebox_left: number | null;
  minutes: string | null;
  version: number;
}

/** What is on its agenda, with everybody's dots and what was promised. */
export interface ItemRow extends Record<string, unknown> {
  id: string;
  session_id: string;
  position: number;
  reason: TriageReason;
  why: string;
  impediment_id: string | null;
  source_id: string | null;
  action_id: string | null;
  result: TriageResultKind | null;
  note: string | null;
  ended_by: string | null;
  ended_at: string | null;
  seconds_spent: number;
  taken_up_at: string | null;
  version: number;
  /** By the person's id. */
  dots: Record<string, number>;
  promised_ids: string[];
}

/** A session with all that hangs on it, the same for whoever looks. */
export interface SessionState {
  session: SessionRow;
  /** By position. */
  items: ItemRow[];
  /** In the order in which they came. */
  participants: { person_id: string; joined_at: string; facilitated_from: string | null }[];
  told_team_ids: string[];
  /** When it was read; milliseconds. */
  readAt: number;
}

export const SESSION_COLUMNS = `
  s.id, s.chapter_id, s.cadence_id, s.original_start, s.state, s.started_at, s.ended_at, s.facilitator_id,
  s.facilitator_seen_at, s.timebox_seconds, s.timebox_ends_at, s.timebox_left, s.minutes, s.version`;

export const ITEM_COLUMNS = `
  i.id, i.session_id, i.position, i.reason, i.why, i.impediment_id, i.source_id, i.action_id, i.result, i.note, i.ended_by,
  i.ended_at, i.seconds_spent, i.taken_up_at, i.version,
  (select coalesce(jsonb_object_agg(d.person_id, d.dots), '{}'::jsonb) from triage_dots d
    where d.organization_id = i.organization_id and d.item_id = i.id) as dots,
  array(select p.action_id from triage_promises p
         where p.organization_id = i.organization_id and p.item_id = i.id order by p.action_id) as promised_ids`;

export function subjectOf(item: Pick<ItemRow, 'impediment_id' | 'source_id'>): TriageSubject {
  if (item.impediment_id !== null) return 'IMPEDIMENT';
  return item.source_id === null ? 'ACTION' : 'SOURCE';
}

/** The one under discussion. */
export function currentOf(items: readonly ItemRow[]): ItemRow | undefined {
  return items.find(({ taken_up_at: since }) => since !== null);
}

export function dotsOn({ dots }: Pick<ItemRow, 'dots'>): number {
  return Object.values(dots).reduce((sum, count) => sum + count, 0);
}

/** Whole seconds so far. @param now milliseconds */
export function spentOn({ seconds_spent: before, taken_up_at: since }: ItemRow, now: number): number {
  return secondsSpent(before, since === null ? null : Date.parse(since), now);
}

/** Whoever facilitated it, in the order in which they began to. */
export function facilitatorsOf({ session, participants }: Pick<SessionState, 'session' | 'participants'>): string[] {
  const led = participants.flatMap(({ person_id: id, facilitated_from: from }) =>
    from === null ? [] : [{ id, from }],
  );
  const ids = led.toSorted((one, other) => Date.parse(one.from) - Date.parse(other.from)).map(({ id }) => id);
  return [...new Set([...ids, session.facilitator_id])];
}

/** Whether it was ever taken up, ended, or something was promised on it. */
export function wasSpokenOf({
  seconds_spent: before,
  taken_up_at: since,
  promised_ids: promised,
  version,
}: ItemRow): boolean {
  return since !== null || before > 0 || promised.length > 0 || version > 1;
}

/** What a person may still place, all items together. */
export function dotsLeftOf({ items }: Pick<SessionState, 'items'>, personId: string): number {
  return DOTS_PER_PERSON - items.reduce((sum, { dots }) => sum + (dots[personId] ?? 0), 0);
}
