import { Injectable } from '@nestjs/common';
import type { Tx } from '../../../platform/database/tx.js';
import { IMPEDIMENT_COLUMNS, type ImpedimentRow } from '../impediment-row.js';
import { type CsvAsker, csvConditions } from './csv-conditions.js';
import type { CsvQuestion } from './csv-question.js';

/** An impediment with the names of all around it. */
export interface CsvRow extends ImpedimentRow {
  description: string;
  team: string;
  area: string;
  raised_by_name: string;
  owner: string | null;
  teams: string[];
  duplicate_of: number | null;
}

/** Rows of one statement: far below its time limit, and little memory. */
export const CSV_BATCH = 500;

@Injectable()
export class CsvRead {
  /** In the order of their keys, the first ones after a number. */
  async after(tx: Tx, number: number, question: CsvQuestion, asker: CsvAsker): Promise<CsvRow[]> {
    const values: unknown[] = [tx.organizationId, number];
    const { joins, conditions } = csvConditions(question, asker, values);
    const where = ['i.organization_id = $1', 'i.number > $2::int', ...conditions].join(' and ');
    return tx.query<CsvRow & Record<string, unknown>>(
      `with chosen as materialized (
         select i.id from impediments i ${joins} where ${where} order by i.number limit ${CSV_BATCH})
       select ${IMPEDIMENT_COLUMNS}, i.description, t.name as team, a.name as area, r.name as raised_by_name, o.name as owner,
              array(select h.name from impediment_teams x join teams h on h.organization_id = x.organization_id and h.id = x.team_id
                     where x.organization_id = i.organization_id and x.impediment_id = i.id order by x.added_at, x.team_id) as teams,
              (select d.number from impediments d where d.organization_id = i.organization_id and d.id = i.duplicate_of_id) as duplicate_of
         from chosen c
         join impediments i on i.organization_id = $1 and i.id = c.id
         join teams t on t.organization_id = i.organization_id and t.id = i.raising_team_id
         join areas a on a.organization_id = t.organization_id and a.id = t.area_id
         join people r on r.organization_id = i.organization_id and r.id = i.raised_by
         left join people o on o.organization_id = i.organization_id and o.id = i.owner_id
        order by i.number`,
      values,
    );
  }
}
