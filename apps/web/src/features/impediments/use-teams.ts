import { useQuery } from '@apollo/client/react';
import type { ComboboxOption } from '@chapterhouse/ui/combobox';
import { useMemo } from 'react';
import { IMPEDIMENT_TEAMS } from './impediments.operations';

export type Teams = {
  areas: { value: string; label: string }[];
  /** Each with its area as the quieter word. */
  teams: ComboboxOption[];
  loading: boolean;
  /** It is known that there is none. */
  none: boolean;
};

/** All areas and teams of the organization, to choose from. */
export function useTeams(): Teams {
  const { data, loading } = useQuery(IMPEDIMENT_TEAMS);
  return useMemo(() => {
    const areas = (data?.organization.products ?? []).flatMap((product) => product.areas);
    const teams = areas.flatMap((area) =>
      area.teams.map(({ id, name }) => ({ value: id, label: name, detail: area.name })),
    );
    return {
      areas: areas.map(({ id, name }) => ({ value: id, label: name })),
      teams,
      loading,
      none: data !== undefined && teams.length === 0,
    };
  }, [data, loading]);
}
