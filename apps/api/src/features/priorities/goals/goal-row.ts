import type { GoalMeasureFacts, GoalState } from '@chapterhouse/domain/priorities/goal-fields';

/** A Product Goal. Ids are the database's, moments ISO text. */
export interface GoalRow {
  id: string;
  product_id: string;
  title: string;
  description: string;
  measures: GoalMeasureFacts[];
  state: GoalState;
  active_since: string | null;
  ended_at: string | null;
  ended_words: string;
  version: number;
  updated_at: string;
}

/** What every read of goals selects, of `product_goals g`. */
export const GOAL_COLUMNS = `g.id, g.product_id, g.title, g.description, g.measures, g.state, g.active_since, g.ended_at,
  g.ended_words, g.version, g.updated_at`;
