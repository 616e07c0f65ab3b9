import { Select } from '@chapterhouse/ui/select';
import { useMemo } from 'react';

export type ZoneFieldProps = { value: string; error: string | undefined; onChange: (zone: string) => void };

/** By whose clocks it takes place, also when they are set forward or back. */
export function ZoneField({ value, error, onChange }: ZoneFieldProps) {
  const zones = useMemo(() => {
    const all = new Set(['UTC', value, ...Intl.supportedValuesOf('timeZone')]);
    return [...all].map((zone) => ({ value: zone, label: zone.replaceAll('_', ' ') }));
  }, [value]);
  return (
    <Select
      label="Time zone"
      options={zones}
      value={value}
      error={error}
      onChange={(event) => onChange(event.target.value)}
    />
  );
}
