import type { OccurrenceRef } from '../../cadences/public.js';
import { Injectable } from '@nestjs/common';
import type { Tx } from '../../../platform/database/tx.js';
import type { Page } from '../../../platform/graphql/connection.js';
import { ITEM_COLUMNS, type ItemRow, SESSION_COLUMNS, type SessionRow, type SessionState } from './session-row.js';

/** Reads of sessions: a few statements, whatever the number of sessions. */
@Injectable()
export class SessionsRepository {
  /** Locks it until the transaction ends: who comes second sees what the first one did. */
  async lock(tx: Tx, id: string): Promise<SessionRow | undefined> {
    // Two statements on purpose: the second one's snapshot is younger than the wait for the lock.
    const locked = await tx.run(
      'select 1 from triage_sessions where organization_id = $1 and id = $2 for no key update',
      [tx.organizationId, id],
    );
    return locked === 0 ? undefined : tx.one<SessionRow>(`${SESSIONS} and s.id = $2`, [tx.organizationId, id]);
  }

  byIds(tx: Tx, ids: readonly string[]): Promise<SessionRow[]> {
    return tx.query<SessionRow>(`${SESSIONS} and s.id = any($2::uuid[])`, [tx.organizationId, ids]);
  }

  /** The ones that run now. */
  running(tx: Tx, chapterIds: readonly string[]): Promise<SessionRow[]> {
    return tx.query<SessionRow>(`${SESSIONS} and s.chapter_id = any($2::uuid[]) and s.state = 'RUNNING'`, [
      tx.organizationId,
      chapterIds,
    ]);
  }

  ofOccurrences(tx: Tx, refs: readonly OccurrenceRef[]): Promise<SessionRow[]> {
    return tx.query<SessionRow>(
      `${SESSIONS} and (s.cadence_id, s.original_start) in (
         select * from unnest($2::uuid[], $3::timestamp[]))`,
      [tx.organizationId, refs.map(({ cadenceId }) => cadenceId), refs.map(({ originalStart }) => originalStart)],
    );
  }

  /** The latest one first. */
  page(tx: Tx, chapterId: string, { limit, after }: Page): Promise<SessionRow[]> {
    return tx.query<SessionRow>(
      `${SESSIONS} and s.chapter_id = $2 and ($4::timestamptz is null or (s.started_at <= $4 and (s.started_at < $4 or s.id > $5::uuid)))
        order by s.started_at desc, s.id limit $3`,
      [tx.organizationId, chapterId, limit, after?.[0] ?? null, after?.[1] ?? null],
    );
  }

  async count(tx: Tx, chapterId: string): Promise<number> {
    const row = await tx.one<{ count: number }>(
      'select count(*)::int as count from triage_sessions where organization_id = $1 and chapter_id = $2',
      [tx.organizationId, chapterId],
    );
    return row?.count ?? 0;
  }

  /** When the last one that is over began, ISO text. */
  async lastEnded(tx: Tx, chapterId: string): Promise<string | null> {
    const row = await tx.one<{ at: string | null }>(
      `select max(started_at) as at from triage_sessions where organization_id = $1 and chapter_id = $2 and state = 'ENDED'`,
      [tx.organizationId, chapterId],
    );
    return row?.at ?? null;
  }

  async sessionOfItem(tx: Tx, itemId: string): Promise<string | undefined> {
    const row = await tx.one<{ session_id: string }>(
      'select session_id from triage_items where organization_id = $1 and id = $2',
      [tx.organizationId, itemId],
    );
    return row?.session_id;
  }

  /** @param now when it is read, milliseconds */
  async states(tx: Tx, sessions: readonly SessionRow[], now: number): Promise<SessionState[]> {
    if (sessions.length === 0) return [];
    const values = [tx.organizationId, sessions.map(({ id }) => id)];
    const items = await tx.query<ItemRow>(ITEMS, values);
    const people = await tx.query<SessionState['participants'][number] & { session_id: string }>(PARTICIPANTS, values);
    const told = await tx.query<{ session_id: string; team_id: string }>(TOLD, values);
    const of = <T extends { session_id: string }>(rows: T[], id: string): T[] =>
      rows.filter((row) => row.session_id === id);
    return sessions.map((session) => ({
      session,
      items: of(items, session.id),
      participants: of(people, session.id),
      told_team_ids: of(told, session.id).map((row) => row.team_id),
      readAt: now,
    }));
  }

  itemsByIds(tx: Tx, ids: readonly string[]): Promise<ItemRow[]> {
    return tx.query<ItemRow>(
      `select ${ITEM_COLUMNS} from triage_items i where i.organization_id = $1 and i.id = any($2::uuid[])`,
      [tx.organizationId, ids],
    );
  }

  /** The item in which an action was promised, by the action's id. */
  async itemsOfPromises(tx: Tx, actionIds: readonly string[]): Promise<Map<string, string>> {
    const rows = await tx.query<{ action_id: string; item_id: string }>(
      'select action_id, item_id from triage_promises where organization_id = $1 and action_id = any($2::uuid[])',
      [tx.organizationId, actionIds],
    );
    return new Map(rows.map((row) => [row.action_id, row.item_id]));
  }
}

const SESSIONS = `select ${SESSION_COLUMNS} from triage_sessions s where s.organization_id = $1`;

const ITEMS = `
  select ${ITEM_COLUMNS} from triage_items i
   where i.organization_id = $1 and i.session_id = any($2::uuid[]) order by i.session_id, i.position`;

const PARTICIPANTS = `
  select session_id, person_id, joined_at, facilitated_from from triage_participants
   where organization_id = $1 and session_id = any($2::uuid[]) order by joined_at, person_id`;

const TOLD = `
  select x.session_id, x.team_id from triage_told_teams x
    join teams t on t.organization_id = x.organization_id and t.id = x.team_id
   where x.organization_id = $1 and x.session_id = any($2::uuid[]) order by lower(t.name), t.id`;
