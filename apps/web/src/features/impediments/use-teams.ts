import { useQuery } from '@apollo/client/react';
import type { ComboboxOption } from '@chapterhouse/ui/combobox';
import { useMemo } from 'react';
import { IMPEDIMENT_TEAMS } from './impediments.operations';

export type Teams = {
  areas: { value: string; label: string }[];
  /** Each with its area as the quieter word. */
  teams: ComboboxOption[];
  loading: boolean;
};

/** All areas and teams of the organization, to choose from. */
export function useTeams(): Teams {
  const { data, loading } = useQuery(IMPEDIMENT_TEAMS);
  return useMemo(() => {
    const areas = (data?.organization.products ?? []).flatMap((product) => product.areas);
    return {
      areas: areas.map(({ id, name }) => ({ value: id, label: name })),
      teams: areas.flatMap((area) => area.teams.map(({ id, name }) => ({ value: id, label: name, detail: area.name }))),
      loading,
    };
  }, [data, loading]);
}
