import { CADENCE_KIND_TITLES, CADENCE_KINDS } from '@chapterhouse/domain/cadences/cadence-kinds';
import { MultiCombobox } from '@chapterhouse/ui/combobox';
import { PlaceField } from '../place-field';
import { placeKey, useMeetingPlaces } from '../use-meeting-places';
import type { CalendarView } from './calendar-view';

type Narrowed = Pick<CalendarView, 'place' | 'kinds'>;
export type MeetingFilterProps = Narrowed & { onChange: (part: Partial<Narrowed>) => void };

/** What meetings can be narrowed to. What is chosen holds at once. */
export function MeetingFilter({ place, kinds, onChange }: MeetingFilterProps) {
  const { places } = useMeetingPlaces();
  const known = place && places.find((one) => placeKey(one) === placeKey(place));
  return (
    <div className="meeting-filter">
      <PlaceField
        label="Whose meeting"
        value={known ?? null}
        onChange={(chosen) =>
          onChange({
            place: chosen && {
              kind: chosen.kind,
              id: chosen.id,
              chapterId: chosen.chapterId,
              communityId: chosen.communityId ?? null,
            },
          })
        }
      />
      <MultiCombobox
        label="Kind"
        placeholder="Any"
        options={CADENCE_KINDS.map((kind) => ({ value: kind, label: CADENCE_KIND_TITLES[kind] }))}
        values={kinds}
        onChange={(values) => onChange({ kinds: CADENCE_KINDS.filter((kind) => values.includes(kind)) })}
      />
    </div>
  );
}
