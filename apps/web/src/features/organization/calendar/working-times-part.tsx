import { Select } from '@chapterhouse/ui/select';
import { useMemo } from 'react';
import type { Fact } from '../../../platform/forms/use-edits';
import { Part } from '../layout/part';
import { hourOptions } from '../settings/hour-options';
import { WorkingDaysField } from '../settings/working-days-field';
import type { Calendar } from './calendar-facts';

export type WorkingTimesPartProps = {
  calendar: Calendar;
  onChange: (field: string, to: Fact) => void;
  /** Sentences by field name. */
  problems: Record<string, string>;
};

/** Days, hours and zone: the same hours on every working day. */
export function WorkingTimesPart({ calendar, onChange, problems }: WorkingTimesPartProps) {
  const { timeZone, workingDays, workingDayStarts, workingDayEnds } = calendar;
  const zones = useMemo(() => {
    const all = new Set(['UTC', timeZone, ...Intl.supportedValuesOf('timeZone')]);
    return [...all].map((value) => ({ value, label: value.replaceAll('_', ' ') }));
  }, [timeZone]);
  return (
    <Part title="Working time">
      <div className="calendar__times">
        <WorkingDaysField
          value={workingDays}
          onChange={(days) => onChange('workingDays', days)}
          error={problems['workingDays']}
        />
        <div className="calendar__pair">
          <Select
            label="Day starts"
            options={hourOptions(0, 23)}
            value={String(workingDayStarts)}
            onChange={(event) => onChange('workingDayStarts', Number(event.target.value))}
            error={problems['workingDayStarts']}
          />
          <Select
            label="Day ends"
            options={hourOptions(1, 24)}
            value={String(workingDayEnds)}
            onChange={(event) => onChange('workingDayEnds', Number(event.target.value))}
            error={problems['workingDayEnds']}
          />
          <Select
            label="Time zone"
            options={zones}
            value={timeZone}
            onChange={(event) => onChange('timeZone', event.target.value)}
            error={problems['timeZone']}
          />
        </div>
      </div>
    </Part>
  );
}
