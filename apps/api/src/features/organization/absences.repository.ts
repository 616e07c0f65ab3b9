import { Injectable } from '@nestjs/common';
import type { Tx } from '../../platform/database/tx.js';
import type { AbsenceRow } from './absence.graphql.js';

export interface NewAbsence {
  id: string;
  personId: string;
  startsOn: string;
  /** Exclusive: the first day back. */
  endsBefore: string;
  note?: string | null | undefined;
}

@Injectable()
export class AbsencesRepository {
  byId(tx: Tx, id: string): Promise<AbsenceRow | undefined> {
    return tx.one<AbsenceRow & Record<string, unknown>>(
      `select ${COLUMNS} from absences where organization_id = $1 and id = $2 for update`,
      [tx.organizationId, id],
    );
  }

  /** The latest first. */
  ofPeople(tx: Tx, personIds: string[]): Promise<AbsenceRow[]> {
    return tx.query<AbsenceRow & Record<string, unknown>>(
      `select ${COLUMNS} from absences where organization_id = $1 and person_id = any($2::uuid[])
        order by starts_on desc, id`,
      [tx.organizationId, personIds],
    );
  }

  async insert(tx: Tx, absences: NewAbsence[]): Promise<void> {
    await tx.run(
      `insert into absences (organization_id, id, person_id, starts_on, ends_before, note)
       select $1, id, "personId", "startsOn", "endsBefore", coalesce(note, '')
         from jsonb_to_recordset($2::jsonb) as n(id uuid, "personId" uuid, "startsOn" date, "endsBefore" date, note text)`,
      [tx.organizationId, JSON.stringify(absences)],
    );
  }

  async remove(tx: Tx, row: AbsenceRow): Promise<void> {
    await tx.run('delete from absences where organization_id = $1 and id = $2 and version = $3', [
      tx.organizationId,
      row.id,
      row.version,
    ]);
  }
}

const COLUMNS = 'id, person_id, starts_on, ends_before, note, version';
