import { Combobox } from '@chapterhouse/ui/combobox';
import { type MeetingPlace, placeKey, useMeetingPlaces } from './use-meeting-places';

export type PlaceFieldProps = {
  label: string;
  hint?: string;
  error?: string | undefined;
  optional?: boolean;
  placeholder?: string;
  value: Pick<MeetingPlace, 'id' | 'chapterId' | 'communityId' | 'name'> | null;
  /** Only these; all when left out. */
  fits?: (place: MeetingPlace) => boolean;
  onChange: (place: MeetingPlace | null) => void;
};

/** Whose meeting it is: a team, an area, a product, the organization, a chapter or a community, found by typing its name. */
export function PlaceField({ value, fits = () => true, onChange, placeholder, ...field }: PlaceFieldProps) {
  const { places, loading } = useMeetingPlaces();
  const offered = places.filter(fits);
  return (
    <Combobox
      {...field}
      placeholder={placeholder ?? 'A team, an area, a chapter'}
      value={value && placeKey(value)}
      valueLabel={value?.name}
      options={offered.map((place) => ({ value: placeKey(place), label: place.name, detail: place.detail }))}
      loading={loading}
      emptyText="No place has this name."
      onChange={(key) => onChange(offered.find((place) => placeKey(place) === key) ?? null)}
    />
  );
}
