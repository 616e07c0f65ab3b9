import { useQuery } from '@apollo/client/react';
import { Combobox } from '@chapterhouse/ui/combobox';
import type { FieldProps } from '@chapterhouse/ui/field';
import { PLANNING_PRODUCTS } from '../planning.operations';

type Place = { id: string; name: string };
export type ChosenPlace = { area: Place | null; team: Place | null };

export type PlaceFieldProps = FieldProps & {
  productId: string;
  areaId: string | null;
  teamId: string | null;
  onChange: (place: ChosenPlace) => void;
  autoFocus?: boolean;
};

/** The team, or only the area, that an item belongs to: an item of a team is in the team's area. */
export function PlaceField({ productId, areaId, teamId, onChange, ...field }: PlaceFieldProps) {
  const { data, loading } = useQuery(PLANNING_PRODUCTS);
  const areas = data?.organization.products.find(({ id }) => id === productId)?.areas ?? [];
  const places = areas.flatMap((area) => [{ area, team: null }, ...area.teams.map((team) => ({ area, team }))]);
  return (
    <Combobox
      {...field}
      placeholder="A team or an area"
      value={teamId ?? areaId}
      options={places.map(({ area, team }) => ({
        value: (team ?? area).id,
        label: (team ?? area).name,
        detail: team ? `Team of ${area.name}` : 'Area, no team yet',
      }))}
      loading={loading}
      emptyText="No team or area of this product has this name."
      onChange={(id) => {
        const place = places.find(({ area, team }) => (team ?? area).id === id);
        onChange({ area: place?.area ?? null, team: place?.team ?? null });
      }}
    />
  );
}
