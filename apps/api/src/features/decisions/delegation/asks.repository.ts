import type { AskAnswer } from '@chapterhouse/domain/decisions/delegation-flow';
import type { AskKind, DecisionSide } from '@chapterhouse/domain/decisions/delegation-levels';
import { Injectable } from '@nestjs/common';
import type { Tx } from '../../../platform/database/tx.js';

/** Ids are the database's, moments ISO text. */
export interface AskRow extends Record<string, unknown> {
  id: string;
  decision_id: string;
  kind: AskKind;
  side: DecisionSide;
  asked_at: string;
  due_at: string;
  answer: AskAnswer | null;
  words: string;
  answered_by: string | null;
  answered_for: string | null;
  answered_at: string | null;
}

export type NewAsk = Pick<
  AskRow,
  'id' | 'kind' | 'side' | 'asked_at' | 'due_at' | 'answer' | 'answered_by' | 'answered_at'
> & { words?: string };

export type GivenAnswer = Pick<AskRow, 'answer' | 'words' | 'answered_by' | 'answered_for' | 'answered_at'>;

/** What is asked of the two sides of a decision; what has ended is kept, and counts no more. Whoever writes holds the lock of the decision. */
@Injectable()
export class AsksRepository {
  /** Of these decisions; the accountable side first. */
  of(tx: Tx, decisionIds: readonly string[]): Promise<AskRow[]> {
    if (decisionIds.length === 0) return Promise.resolve([]);
    return tx.query<AskRow>(
      `select ${COLUMNS} from decision_asks a where a.organization_id = $1 and a.decision_id = any($2::uuid[])
          and a.ended_at is null
        order by a.decision_id, a.side, a.kind`,
      [tx.organizationId, decisionIds],
    );
  }

  byId(tx: Tx, id: string): Promise<AskRow | undefined> {
    return tx.one<AskRow>(
      `select ${COLUMNS} from decision_asks a where a.organization_id = $1 and a.id = $2 and a.ended_at is null`,
      [tx.organizationId, id],
    );
  }

  /** In place of all that was asked before, which ends. @param at ISO text */
  async replace(tx: Tx, decisionId: string, asks: readonly NewAsk[], at: string): Promise<void> {
    await tx.run(
      'update decision_asks set ended_at = $3 where organization_id = $1 and decision_id = $2 and ended_at is null',
      [tx.organizationId, decisionId, at],
    );
    if (asks.length === 0) return;
    await tx.run(INSERT, [tx.organizationId, decisionId, JSON.stringify(asks)]);
  }

  async answer(tx: Tx, id: string, given: GivenAnswer): Promise<void> {
    await tx.run(
      `update decision_asks set answer = $3, words = $4, answered_by = $5, answered_for = $6, answered_at = $7
        where organization_id = $1 and id = $2`,
      [tx.organizationId, id, given.answer, given.words, given.answered_by, given.answered_for, given.answered_at],
    );
  }

  /** Marks what nobody answered in time, so that it is told once; answers what that is. */
  tellOverdue(tx: Tx, decisionId: string, now: string): Promise<AskRow[]> {
    return tx.query<AskRow>(
      `update decision_asks a set overdue_told_at = $3
        where a.organization_id = $1 and a.decision_id = $2 and a.answer is null and a.ended_at is null and a.overdue_told_at is null
          and a.due_at <= $3 returning ${COLUMNS}`,
      [tx.organizationId, decisionId, now],
    );
  }

  /** Asks again, as if nothing had been said; that it was late is kept. */
  async reopen(tx: Tx, ids: readonly string[], askedAt: string, dueAt: string): Promise<void> {
    if (ids.length === 0) return;
    await tx.run(
      `update decision_asks set late_before = late_before or coalesce(answered_at, $3) > due_at,
              asked_at = $3, due_at = $4, answer = null, words = '', answered_by = null,
              answered_for = null, answered_at = null, overdue_told_at = null
        where organization_id = $1 and id = any($2::uuid[])`,
      [tx.organizationId, ids, askedAt, dueAt],
    );
  }
}

const COLUMNS = `a.id, a.decision_id, a.kind, a.side, a.asked_at, a.due_at, a.answer, a.words, a.answered_by, a.answered_for,
  a.answered_at`;

const INSERT = `
  insert into decision_asks (organization_id, id, decision_id, kind, side, asked_at, due_at, answer, words, answered_by, answered_at)
  select $1, n.id, $2, n.kind, n.side, n.asked_at, n.due_at, n.answer, coalesce(n.words, ''), n.answered_by, n.answered_at
    from jsonb_to_recordset($3::jsonb) as n(id uuid, kind text, side text, asked_at timestamptz, due_at timestamptz,
      answer text, words text, answered_by uuid, answered_at timestamptz)`;
