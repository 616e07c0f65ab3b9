import type { CalendarTitle } from '@chapterhouse/domain/imports/calendar-file';
import { type CalendarMapping, readCalendarMapping } from '@chapterhouse/domain/imports/calendar-mapping';
import { Combobox, type ComboboxOption } from '@chapterhouse/ui/combobox';
import { Select } from '@chapterhouse/ui/select';
import { useMemo } from 'react';
import { useViewer } from '../../../platform/session/session-provider';
import { useDecisionScopes } from '../../decisions/public';
import { countWords } from '../import-words';
import { calendarChoicesOf } from './calendar-choices';

export type CalendarMappingFormProps = {
  mapping: unknown;
  choices: unknown;
  onChange: (mapping: CalendarMapping) => void;
};

const INVITED = [
  { value: 'ROLES', label: 'Who answers for the place, and a team’s Developers' },
  { value: 'NOBODY', label: 'Nobody' },
];
/** A calendar that follows what is said of all. */
const AS_ALL = 'AS_ALL';

/** Whose meetings they become, and what clock they mean where they do not say it. */
export function CalendarMappingForm({ mapping, choices, onChange }: CalendarMappingFormProps) {
  const { timeZone } = useViewer().organization;
  const { mapping: read } = readCalendarMapping(mapping, timeZone);
  const calendars = calendarChoicesOf(choices).filter(({ count }) => count > 0);
  const { scopes } = useDecisionScopes();
  const zones = useMemo(() => {
    const all = new Set(['UTC', timeZone, ...Intl.supportedValuesOf('timeZone')]);
    return [...all].sort().map((value) => ({ value, label: value.replaceAll('_', ' ') }));
  }, [timeZone]);
  const places: ComboboxOption[] = scopes.map(({ kind, id, name, detail }) =>
    kind === 'ORGANIZATION' ? { value: 'ORGANIZATION', label: 'The organization' } : { value: id, label: name, detail },
  );
  return (
    <>
      <div className="mapping__pair">
        <Combobox
          label="Times without a time zone are of"
          hint="Times with one keep it."
          options={zones}
          value={read.timeZone}
          onChange={(value) => onChange({ ...read, timeZone: value ?? timeZone })}
        />
        <Select
          label="Who is invited"
          hint="By their roles, so that it stays right when people change."
          options={INVITED}
          value={read.invite ? 'ROLES' : 'NOBODY'}
          onChange={({ target: { value } }) => onChange({ ...read, invite: value === 'ROLES' })}
        />
      </div>
      <fieldset className="mapping__group">
        <legend>Whose meetings they are</legend>
        <div className="mapping__columns">
          <Combobox
            label={calendars.length === 1 ? 'All meetings' : `All calendars: ${calendars.length.toLocaleString('en')}`}
            options={places}
            value={read.place}
            onChange={(value) => onChange({ ...read, place: value ?? 'ORGANIZATION' })}
          />
        </div>
        {calendars.length > 1 && (
          <details className="mapping__more">
            <summary>Choose for single calendars</summary>
            <div className="mapping__columns">
              {calendars.map((calendar) => (
                <CalendarPlace key={calendar.path} {...{ calendar, places, mapping: read, onChange }} />
              ))}
            </div>
          </details>
        )}
      </fieldset>
    </>
  );
}

type CalendarPlaceProps = {
  calendar: CalendarTitle;
  places: readonly ComboboxOption[];
  mapping: CalendarMapping;
  onChange: (mapping: CalendarMapping) => void;
};

function CalendarPlace({ calendar: { path, name, count }, places, mapping, onChange }: CalendarPlaceProps) {
  const set = (value: string) => {
    const { [path]: _, ...others } = mapping.calendars;
    onChange({ ...mapping, calendars: value === AS_ALL ? others : { ...others, [path]: value } });
  };
  return (
    <Combobox
      label={`${name === '' ? path : name}: ${countWords(count, 'meeting')}`}
      options={[{ value: AS_ALL, label: 'As all' }, { value: 'SKIP', label: 'Leave out' }, ...places]}
      value={mapping.calendars[path] ?? AS_ALL}
      onChange={(value) => set(value ?? AS_ALL)}
    />
  );
}
