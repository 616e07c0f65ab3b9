import type { ActionState } from '@chapterhouse/domain/cadences/action-state';
import type { LocalDateTime } from '@chapterhouse/domain/cadences/wall-clock';
import type { OccurrenceRef } from '../occurrence-id.js';

/** An action in one row. Ids are the database's, moments ISO text, days YYYY-MM-DD. */
export interface ActionRow {
  id: string;
  version: number;
  title: string;
  owner_id: string;
  due_on: string;
  state: ActionState;
  result: string;
  ended_at: string | null;
  /** The date on which it was promised. */
  cadence_id: string | null;
  original_start: LocalDateTime | null;
  chapter_id: string | null;
  impediment_id: string | null;
  team_id: string | null;
  created_by: string;
  created_at: string;
}

export const ACTION_COLUMNS = `
  i.id, i.version, i.title, i.owner_id, i.due_on, i.state, i.result, i.ended_at, i.cadence_id, i.original_start, i.chapter_id,
  i.impediment_id, i.team_id, i.created_by, i.created_at`;

export function refOf({ cadence_id: cadenceId, original_start: originalStart }: ActionRow): OccurrenceRef | null {
  return cadenceId === null || originalStart === null ? null : { cadenceId, originalStart };
}
