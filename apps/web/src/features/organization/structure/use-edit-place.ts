import type { EditablePlace } from '../dialogs/dialog-request';
import { conflictOf } from '../../../platform/forms/conflict';
import { useChange } from '../dialogs/use-change';
import { EDIT_AREA, EDIT_TEAM } from './structure.operations';

export type PlaceEdit = { name?: string; purpose?: string; archivedOn?: string | null };

/** Saves an area or a team: the same fields, two mutations. After a conflict the next sending saves over it. */
export function useEditPlace(kind: 'AREA' | 'TEAM', place: EditablePlace) {
  const area = useChange(EDIT_AREA);
  const team = useChange(EDIT_TEAM);
  const { pending, refusal, key } = kind === 'AREA' ? area : team;
  const save = async (edit: PlaceEdit): Promise<boolean> => {
    const version = conflictOf(refusal)?.version ?? place.version;
    const variables = { id: place.id, version, ...edit, idempotencyKey: key() };
    const saved = kind === 'AREA' ? await area.act(variables) : await team.act(variables);
    return saved !== null;
  };
  return { save, pending, refusal };
}
