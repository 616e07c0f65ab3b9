import { Injectable } from '@nestjs/common';
import type { Tx } from '../../../platform/database/tx.js';
import { globalId } from '../../../platform/graphql/global-id.js';
import type { DecisionArea } from './boards.graphql.js';

export interface DecisionAreaRow extends Record<string, unknown> {
  id: string;
  name: string;
  description: string;
  archived: boolean;
  version: number;
}

export type NewDecisionArea = Pick<DecisionAreaRow, 'id' | 'name' | 'description'>;

@Injectable()
export class DecisionAreasRepository {
  /** By name. */
  all(tx: Tx, withArchived: boolean): Promise<DecisionAreaRow[]> {
    return tx.query<DecisionAreaRow>(
      `select ${COLUMNS} from decision_areas where organization_id = $1 ${withArchived ? '' : 'and not archived'}
        order by lower(name), id`,
      [tx.organizationId],
    );
  }

  byIds(tx: Tx, ids: readonly string[]): Promise<DecisionAreaRow[]> {
    if (ids.length === 0) return Promise.resolve([]);
    return tx.query<DecisionAreaRow>(
      `select ${COLUMNS} from decision_areas where organization_id = $1 and id = any($2::uuid[])`,
      [tx.organizationId, ids],
    );
  }

  forUpdate(tx: Tx, id: string): Promise<DecisionAreaRow | undefined> {
    return tx.one<DecisionAreaRow>(
      `select ${COLUMNS} from decision_areas where organization_id = $1 and id = $2 for no key update`,
      [tx.organizationId, id],
    );
  }

  /** @throws by constraint `decision_areas_one_name` */
  async insert(tx: Tx, areas: readonly NewDecisionArea[]): Promise<void> {
    if (areas.length === 0) return;
    await tx.run(
      `insert into decision_areas (organization_id, id, name, description)
       select $1, a.id, a.name, a.description from jsonb_to_recordset($2::jsonb) as a(id uuid, name text, description text)`,
      [tx.organizationId, JSON.stringify(areas)],
    );
  }

  /** @throws by constraint `decision_areas_one_name` */
  async update(tx: Tx, { id, name, description, archived }: Omit<DecisionAreaRow, 'version'>): Promise<void> {
    await tx.run(
      `update decision_areas set name = $3, description = $4, archived = $5, version = version + 1
        where organization_id = $1 and id = $2`,
      [tx.organizationId, id, name, description, archived],
    );
  }
}

const COLUMNS = 'id, name, description, archived, version';

export function decisionAreaObject({ id, name, description, archived, version }: DecisionAreaRow): DecisionArea {
  return { id: globalId('DecisionArea', id), name, description, archived, version };
}
