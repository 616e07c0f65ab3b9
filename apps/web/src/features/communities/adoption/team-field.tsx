import { useQuery } from '@apollo/client/react';
import { Combobox } from '@chapterhouse/ui/combobox';
import type { FieldProps } from '@chapterhouse/ui/field';
import { useMemo } from 'react';
import { useViewer } from '../../../platform/session/session-provider';
import { COMMUNITY_TEAMS } from './adoption.operations';

export type TeamFieldProps = FieldProps & {
  value: string | null;
  /** These are not offered. */
  except?: readonly string[];
  onChange: (id: string | null) => void;
};

/** A team of the organization, one's own first. */
export function TeamField({ value, except = [], onChange, ...field }: TeamFieldProps) {
  const { teams: own } = useViewer();
  const { data, loading } = useQuery(COMMUNITY_TEAMS);
  const teams = useMemo(() => {
    const areas = (data?.organization.products ?? []).flatMap((product) => product.areas);
    return areas.flatMap((area) => area.teams.map(({ id, name }) => ({ value: id, label: name, detail: area.name })));
  }, [data]);
  const isOwn = (id: string) => own.some((team) => team.id === id);
  const offered = teams
    .filter((team) => !except.includes(team.value))
    .toSorted((a, b) => Number(isOwn(b.value)) - Number(isOwn(a.value)));
  return (
    <Combobox
      {...field}
      placeholder="A team"
      options={offered}
      loading={loading}
      emptyText="No team has this name."
      value={value}
      valueLabel={own.find(({ id }) => id === value)?.name}
      onChange={onChange}
    />
  );
}
