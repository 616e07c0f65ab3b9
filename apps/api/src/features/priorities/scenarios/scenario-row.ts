import type { ScenarioFacts } from '@chapterhouse/domain/priorities/scenario-policy';
import type { ScenarioMove } from '@chapterhouse/domain/priorities/scenario-order';
import type { ScenarioState } from '@chapterhouse/domain/priorities/scenario-state';

/** A scenario without the order that it copied, which is long. Ids are the database's, moments ISO text. */
export interface ScenarioRow {
  id: string;
  product_id: string;
  name: string;
  note: string;
  state: ScenarioState;
  owner_id: string;
  base_number: number;
  moves: ScenarioMove[];
  decision_id: string | null;
  published_at: string | null;
  published_number: number | null;
  version: number;
  created_at: string;
  updated_at: string;
}

/** What every read of scenarios selects, of `scenarios s`. */
export const SCENARIO_COLUMNS = `
  s.id, s.product_id, s.name, s.note, s.state, s.owner_id, s.base_number, s.moves, s.decision_id, s.published_at,
  s.published_number, s.version, s.created_at, s.updated_at`;

/** What the policy looks at. */
export function factsOf(row: ScenarioRow): ScenarioFacts {
  return { state: row.state, ownerId: row.owner_id, productId: row.product_id };
}
