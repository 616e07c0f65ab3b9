import type { BriefAnswerKind } from '@chapterhouse/domain/impediments/brief-fields';
import type { EscalationBrief } from '@chapterhouse/domain/impediments/escalation-brief';
import { Injectable } from '@nestjs/common';
import type { Tx } from '../../../platform/database/tx.js';
import { BRIEF_COLUMNS, BRIEF_WAITS, type BriefRow } from './brief-row.js';

export interface NewBrief {
  id: string;
  impedimentId: string;
  content: EscalationBrief;
  sentBy: string;
  /** ISO text. */
  sentAt: string;
  recipientIds: readonly string[];
}

export interface NewAnswer {
  briefId: string;
  kind: BriefAnswerKind;
  words: string;
  by: string;
  for: string | null;
  /** ISO text. */
  at: string;
}

/** Where a page of what is asked goes on: the day or moment that the list is ordered by, and the id. */
export type AskedKey = readonly [string, string];

type Row = BriefRow & Record<string, unknown>;

/** Briefs are written once: the database refuses anything else. */
@Injectable()
export class BriefsRepository {
  async insert(tx: Tx, { id, impedimentId, content, sentBy, sentAt, recipientIds }: NewBrief): Promise<void> {
    await tx.run(INSERT, [
      tx.organizationId,
      id,
      impedimentId,
      JSON.stringify(content),
      content.answerBy,
      sentBy,
      sentAt,
      recipientIds,
    ]);
  }

  async insertAnswer(tx: Tx, { briefId, kind, words, by, for: standsInFor, at }: NewAnswer): Promise<void> {
    await tx.run(
      `insert into escalation_brief_answers (organization_id, brief_id, kind, words, answered_by, answered_for, answered_at)
       values ($1, $2, $3, $4, $5, $6, $7)`,
      [tx.organizationId, briefId, kind, words, by, standsInFor, at],
    );
  }

  byIds(tx: Tx, ids: readonly string[]): Promise<BriefRow[]> {
    return tx.query<Row>(`${SELECT} and b.id = any($2::uuid[])`, [tx.organizationId, ids]);
  }

  async byId(tx: Tx, id: string): Promise<BriefRow | undefined> {
    return (await this.byIds(tx, [id]))[0];
  }

  /** Of these impediments, the latest first. */
  ofImpediments(tx: Tx, impedimentIds: readonly string[]): Promise<BriefRow[]> {
    return tx.query<Row>(`${SELECT} and b.impediment_id = any($2::uuid[]) order by b.sent_at desc, b.id desc`, [
      tx.organizationId,
      impedimentIds,
    ]);
  }

  /** What waits for an answer of one of these people, the one that is needed first comes first. */
  waitingFor(tx: Tx, personIds: readonly string[], after: AskedKey | null, limit: number): Promise<BriefRow[]> {
    return tx.query<Row>(
      `${ASKED} and ${BRIEF_WAITS} and ($3::date is null or (b.answer_by, b.id) > ($3::date, $4::uuid))
        order by b.answer_by, b.id limit $5`,
      [tx.organizationId, personIds, after?.[0] ?? null, after?.[1] ?? null, limit],
    );
  }

  /** What these people were asked and does not wait any more, the latest first. */
  pastOf(tx: Tx, personIds: readonly string[], after: AskedKey | null, limit: number): Promise<BriefRow[]> {
    return tx.query<Row>(
      `${ASKED} and not (${BRIEF_WAITS}) and ($3::timestamptz is null or (b.sent_at, b.id) < ($3::timestamptz, $4::uuid))
        order by b.sent_at desc, b.id desc limit $5`,
      [tx.organizationId, personIds, after?.[0] ?? null, after?.[1] ?? null, limit],
    );
  }

  async count(tx: Tx, personIds: readonly string[], waits: boolean): Promise<number> {
    const row = await tx.one<{ count: number }>(
      `select count(*) as count from escalation_briefs b where ${OF_PEOPLE} and ${waits ? '' : 'not'} (${BRIEF_WAITS})`,
      [tx.organizationId, personIds],
    );
    return row?.count ?? 0;
  }
}

const SELECT = `select ${BRIEF_COLUMNS} from escalation_briefs b where b.organization_id = $1`;

const OF_PEOPLE = `b.organization_id = $1 and exists (
  select from escalation_brief_recipients r
   where r.organization_id = b.organization_id and r.brief_id = b.id and r.person_id = any($2::uuid[]))`;

const ASKED = `select ${BRIEF_COLUMNS} from escalation_briefs b where ${OF_PEOPLE}`;

const INSERT = `
  with sent as (
    insert into escalation_briefs (organization_id, id, impediment_id, content, content_hash, answer_by, sent_by, sent_at)
    values ($1, $2, $3, $4::json, sha256(convert_to($4::text, 'UTF8')), $5, $6, $7)
  )
  insert into escalation_brief_recipients (organization_id, brief_id, person_id)
  select $1, $2, person_id from unnest($8::uuid[]) as person_id`;
