import type { InvitationAnswer, OutcomeKind } from '@chapterhouse/domain/cadences/meeting-events';
import { Injectable } from '@nestjs/common';
import { newId } from '../../../platform/database/new-id.js';
import type { Tx } from '../../../platform/database/tx.js';
import { keyOfRef, type OccurrenceRef } from '../occurrence-id.js';

/** What somebody said beforehand, and whether they came; null: nothing is known. */
export interface AttendanceRow extends OccurrenceRef {
  personId: string;
  answer: InvitationAnswer | null;
  attended: boolean | null;
}

/** What came of a date; ids are the database's, one of them by its kind. */
export interface OutcomeRow extends OccurrenceRef {
  id: string;
  kind: OutcomeKind;
  text: string;
  decisionId: string | null;
  impedimentId: string | null;
  actionId: string | null;
  addedBy: string;
  /** ISO text. */
  addedAt: string;
}

type Row<T> = T & Record<string, unknown>;

/** Who answered and came, and what came of it. */
@Injectable()
export class AttendanceRepository {
  people(tx: Tx, refs: readonly OccurrenceRef[]): Promise<AttendanceRow[]> {
    return tx.query<Row<AttendanceRow>>(PEOPLE, [tx.organizationId, JSON.stringify(refs)]);
  }

  /** In the order in which they were added. */
  outcomes(tx: Tx, refs: readonly OccurrenceRef[]): Promise<OutcomeRow[]> {
    return tx.query<Row<OutcomeRow>>(OUTCOMES, [tx.organizationId, JSON.stringify(refs)]);
  }

  /** One that was taken away, too. */
  outcome(tx: Tx, id: string): Promise<OutcomeRow | undefined> {
    return tx.one<Row<OutcomeRow>>(`${SELECT} where o.organization_id = $1 and o.id = $2`, [tx.organizationId, id]);
  }

  async answer(tx: Tx, ref: OccurrenceRef, personId: string, answer: InvitationAnswer | null): Promise<void> {
    await tx.run(
      `insert into occurrence_people (organization_id, cadence_id, original_start, person_id, answer) values ($1, $2, $3, $4, $5)
       on conflict (organization_id, cadence_id, original_start, person_id) do update set answer = excluded.answer`,
      [tx.organizationId, ref.cadenceId, ref.originalStart, personId, answer],
    );
  }

  /** Whether each of them came; of others nothing changes. */
  async attend(tx: Tx, ref: OccurrenceRef, attended: ReadonlyMap<string, boolean>): Promise<void> {
    await tx.run(
      `insert into occurrence_people (organization_id, cadence_id, original_start, person_id, attended)
       select $1, $2, $3, g.id, g.came from unnest($4::uuid[], $5::boolean[]) as g(id, came)
       on conflict (organization_id, cadence_id, original_start, person_id) do update set attended = excluded.attended`,
      [tx.organizationId, ref.cadenceId, ref.originalStart, [...attended.keys()], [...attended.values()]],
    );
  }

  /** False when this is among what came of the date already. */
  async add(tx: Tx, outcome: Omit<OutcomeRow, 'id'>): Promise<boolean> {
    return (await tx.run(ADD, [tx.organizationId, JSON.stringify([{ ...outcome, id: newId() }])])) > 0;
  }

  /** False when it is gone already. */
  async remove(tx: Tx, id: string, at: string): Promise<boolean> {
    const removed = await tx.run(
      'update occurrence_outcomes set removed_at = $3 where organization_id = $1 and id = $2 and removed_at is null',
      [tx.organizationId, id, at],
    );
    return removed > 0;
  }
}

/** By date and person. */
export function byPerson(rows: readonly AttendanceRow[]): Map<string, AttendanceRow> {
  return new Map(rows.map((row) => [`${keyOfRef(row)} ${row.personId}`, row]));
}

const ASKED = `join jsonb_to_recordset($2::jsonb) as g("cadenceId" uuid, "originalStart" timestamp)
    on g."cadenceId" = o.cadence_id and g."originalStart" = o.original_start`;

const PEOPLE = `
  select o.cadence_id as "cadenceId", o.original_start as "originalStart", o.person_id as "personId", o.answer, o.attended
    from occurrence_people o ${ASKED} where o.organization_id = $1`;

const SELECT = `
  select o.id, o.cadence_id as "cadenceId", o.original_start as "originalStart", o.kind, o.text, o.decision_id as "decisionId",
         o.impediment_id as "impedimentId", o.action_id as "actionId", o.added_by as "addedBy", o.added_at as "addedAt"
    from occurrence_outcomes o`;

const OUTCOMES = `${SELECT} ${ASKED} where o.organization_id = $1 and o.removed_at is null order by o.added_at, o.id`;

const ADD = `
  insert into occurrence_outcomes (organization_id, id, cadence_id, original_start, kind, text, decision_id, impediment_id,
      action_id, added_by, added_at)
  select $1, g.id, g."cadenceId", g."originalStart", g.kind, g.text, g."decisionId", g."impedimentId", g."actionId",
         g."addedBy", g."addedAt"
    from jsonb_to_recordset($2::jsonb) as g(id uuid, "cadenceId" uuid, "originalStart" timestamp, kind text, text text,
      "decisionId" uuid, "impedimentId" uuid, "actionId" uuid, "addedBy" uuid, "addedAt" timestamptz)
  on conflict do nothing`;
