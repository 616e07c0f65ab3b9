import {
  type DecisionRecordContent,
  type Recorded,
  type RecordedAnswer,
  type RecordedLink,
  recordText,
} from '@chapterhouse/domain/decisions/decision-record';
import { Injectable } from '@nestjs/common';
import type { Tx } from '../../../platform/database/tx.js';

/** What is to be put on the record of a decision. */
export interface NewRecord {
  decisionId: string;
  recorded: Recorded;
  /** ISO text. */
  at: string;
}

/** A link of the chain, as it is kept. */
export interface RecordRow {
  position: number;
  /** Null: of a delegation board. */
  decision_id: string | null;
  /** The text that was hashed, byte for byte. */
  text: string;
  kind: string;
  previous_hash: string;
  /** Both in hexadecimal. */
  hash: string;
}

/**
 * The chain of an organization: written once, never changed. The database gives each record its place and its hash, which
 * continues the one before: docs/adr/0009-decision-chain.md.
 */
@Injectable()
export class DecisionRecordsRepository {
  /** In this order. Everybody else who decides in this organization waits from here until the commit: call it late. */
  async append(tx: Tx, ...records: NewRecord[]): Promise<void> {
    if (records.length === 0) return;
    await tx.run(INSERT, [
      tx.organizationId,
      records.map(({ decisionId }) => decisionId),
      records.map(({ recorded }) => recorded.record),
      records.map(({ decisionId, recorded }) => recordText(decisionId, recorded)),
      records.map(({ at }) => at),
    ]);
  }

  /** What was consented, objected and advised, and not asked for anew since, by decision: what goes on its record. */
  async answersOf(tx: Tx, ids: readonly string[]): Promise<Map<string, RecordedAnswer[]>> {
    const rows = await tx.query<RecordedAnswer & { decision_id: string }>(
      `select decision_id, kind, side, answer, words, answered_by as by, answered_for as "for", answered_at as at
         from decision_asks where organization_id = $1 and decision_id = any($2::uuid[]) and answer is not null and ended_at is null
        order by decision_id, asked_at, side, kind, id`,
      [tx.organizationId, ids],
    );
    const found = new Map<string, RecordedAnswer[]>(ids.map((id) => [id, []]));
    for (const { decision_id: id, ...answer } of rows) found.set(id, [...(found.get(id) ?? []), answer]);
    return found;
  }

  /** What each touched when it was decided: what goes on its record. Nothing of a proposal. */
  async linksOf(tx: Tx, ids: readonly string[]): Promise<Map<string, RecordedLink[]>> {
    const rows = await tx.query<RecordedLink & { decision_id: string }>(
      `select l.decision_id, l.id, l.kind, coalesce(l.impediment_id, l.team_id, l.area_id, l.product_id) as "thingId",
              l.item_key as key, l.url, l.title, l.added_by as by, l.added_at as at
         from decision_links l
         join decisions d on d.organization_id = l.organization_id and d.id = l.decision_id and d.state <> 'PROPOSED'
          and l.added_at <= coalesce(d.decided_at, d.proposed_at)
        where l.organization_id = $1 and l.decision_id = any($2::uuid[]) order by l.decision_id, l.added_at, l.id`,
      [tx.organizationId, ids],
    );
    const found = new Map<string, RecordedLink[]>(ids.map((id) => [id, []]));
    for (const { decision_id: id, ...link } of rows) found.set(id, [...(found.get(id) ?? []), link]);
    return found;
  }

  /** A stretch of the chain, in order. */
  after(tx: Tx, position: number, limit: number): Promise<RecordRow[]> {
    return tx.query<RecordRow & Record<string, unknown>>(
      `select position, decision_id, kind, content::text as text, encode(previous_hash, 'hex') as previous_hash,
              encode(hash, 'hex') as hash
         from decision_records where organization_id = $1 and position > $2 order by position limit $3`,
      [tx.organizationId, position, limit],
    );
  }

  /** By decision, in order. */
  async ofDecisions(tx: Tx, ids: readonly string[]): Promise<Map<string, DecisionRecordContent[]>> {
    const rows = await tx.query<{ decision_id: string; content: DecisionRecordContent }>(
      `select decision_id, content from decision_records
        where organization_id = $1 and decision_id = any($2::uuid[]) order by position`,
      [tx.organizationId, ids],
    );
    const found = new Map<string, DecisionRecordContent[]>();
    for (const { decision_id: id, content } of rows) found.set(id, [...(found.get(id) ?? []), content]);
    return found;
  }
}

const INSERT = `
  insert into decision_records (organization_id, decision_id, kind, content, at)
  select $1, r.decision_id, r.kind, r.content::json, r.at
    from unnest($2::uuid[], $3::text[], $4::text[], $5::timestamptz[]) with ordinality as r(decision_id, kind, content, at, place)
   order by r.place`;
