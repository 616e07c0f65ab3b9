import type { Tx } from '../database/tx.js';

/**
 * All that could be seen of the event log at one moment, as text. Not a place in it: transactions that began before and
 * commit afterwards lie on both sides of any place.
 */
export type LogMark = string;

/** First of all in the transaction whose reads it shall stand for: what is committed between two of them is then behind it. */
export async function markIn(tx: Tx): Promise<LogMark> {
  const row = await tx.one<{ mark: string }>(`select ${MARK} as mark`);
  if (!row) throw new Error('A snapshot is always there.');
  return row.mark;
}

/** Whether the organization has no event that could not be seen then. Of another server, or another log, nothing is known. */
export async function isUnchangedIn(tx: Tx, mark: LogMark): Promise<boolean> {
  const [snapshot = '', ...log] = mark.split(' ');
  // Unnamed on purpose: a plan made once for any snapshot would walk through the whole log.
  const row = await tx.one<{ unchanged: boolean }>(UNCHANGED, [tx.organizationId, snapshot, log.join(' ')]);
  return row?.unchanged ?? false;
}

/** A server that took over, or a log that was restored, counts its transactions anew. */
const LOG = `extract(epoch from pg_postmaster_start_time())::text || ' ' || 'events'::regclass::oid::text`;
const MARK = `pg_current_snapshot()::text || ' ' || ${LOG}`;

const UNCHANGED = `
  select ${LOG} = $3 and not exists (
    select from events where organization_id = $1
       and xid >= pg_snapshot_xmin($2::pg_snapshot) and not pg_visible_in_snapshot(xid, $2::pg_snapshot)) as unchanged`;
