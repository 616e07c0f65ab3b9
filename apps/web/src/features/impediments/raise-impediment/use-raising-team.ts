import type { ComboboxOption } from '@chapterhouse/ui/combobox';
import { useState } from 'react';
import { useViewer } from '../../../platform/session/session-provider';
import { useStoredChoice } from '../impediment-board/use-stored-choice';
import { useTeams } from '../use-teams';

export type RaisingTeam = {
  teamId: string | null;
  setTeamId: (id: string | null) => void;
  options: readonly ComboboxOption[];
  loading: boolean;
  /** The organization has no team yet, so that nobody can raise anything. */
  none: boolean;
  /** The next one starts from this team. */
  remember: () => void;
};

const textOrNull = (stored: unknown): string | null => (typeof stored === 'string' ? stored : null);

/** The team that raises: the one of last time, else the viewer's own, else the only one there is. */
export function useRaisingTeam(): RaisingTeam {
  const { teams: own, person } = useViewer();
  const { teams, loading, none } = useTeams();
  const [last, setLast] = useStoredChoice(`raising-team.${person.id}`, textOrNull);
  const [chosen, setChosen] = useState<string | null>();
  const options = teams.length > 0 ? teams : own.map(({ id, name }) => ({ value: id, label: name }));
  // It may have been archived since.
  const usual =
    options.find(({ value }) => value === last)?.value ??
    own[0]?.id ??
    (options.length === 1 ? options[0]?.value : undefined) ??
    null;
  const teamId = chosen === undefined ? usual : chosen;
  return { teamId, setTeamId: setChosen, options, loading, none, remember: () => setLast(teamId) };
}
