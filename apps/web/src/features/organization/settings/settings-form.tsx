import { Select } from '@chapterhouse/ui/select';
import { TextField } from '@chapterhouse/ui/text-field';
import { notify } from '@chapterhouse/ui/toast';
import { useMemo, useState } from 'react';
import type { OrganizationSettingsQuery } from '../../../generated/graphql';
import { conflictOf, textOf } from '../../../platform/forms/conflict';
import { FormDialog } from '../../../platform/forms/form-dialog';
import { useChange } from '../dialogs/use-change';
import { EDIT_ORGANIZATION } from '../organization.operations';
import { HolidaysField } from './holidays-field';
import { hourOptions } from './hour-options';
import { WorkingDaysField } from './working-days-field';

type Settings = OrganizationSettingsQuery['organization'];

const FIELDS = ['name', 'timeZone', 'workingDays', 'workingDayStarts', 'workingDayEnds', 'holidays'];

/** Name, time zone, working time and holidays; clocks of impediments count in these. */
export function SettingsForm({ organization, onClose }: { organization: Settings; onClose: () => void }) {
  const [opened] = useState(organization);
  const [name, setName] = useState(opened.name);
  const [timeZone, setTimeZone] = useState(opened.timeZone);
  const [workingDays, setWorkingDays] = useState(opened.workingDays);
  const [starts, setStarts] = useState(opened.workingDayStarts);
  const [ends, setEnds] = useState(opened.workingDayEnds);
  const [holidays, setHolidays] = useState(opened.holidays);
  const { act, pending, refusal, key } = useChange(EDIT_ORGANIZATION);
  const zones = useMemo(() => {
    const all = new Set(['UTC', opened.timeZone, ...Intl.supportedValuesOf('timeZone')]);
    return [...all].map((value) => ({ value, label: value.replaceAll('_', ' ') }));
  }, [opened.timeZone]);

  const save = async () => {
    const version = conflictOf(refusal)?.version ?? opened.version;
    const settings = { name: name.trim(), timeZone, workingDays, workingDayStarts: starts, workingDayEnds: ends };
    if ((await act({ version, ...settings, holidays, idempotencyKey: key() })) === null) return;
    notify({ title: 'The settings are saved.' });
    onClose();
  };

  return (
    <FormDialog
      title="Organization settings"
      description="Clocks of impediments run in these working hours; dates are shown in this time zone."
      submit="Save settings"
      size="md"
      pending={pending}
      refusal={refusal}
      fieldsShown={FIELDS}
      current={(conflict) => [
        { label: 'Name', value: textOf(conflict, 'name') },
        { label: 'Time zone', value: textOf(conflict, 'timeZone') },
        {
          label: 'Working hours',
          value: `${textOf(conflict, 'workingDayStarts')} to ${textOf(conflict, 'workingDayEnds')}`,
        },
      ]}
      onSubmit={save}
      onClose={onClose}
    >
      <div className="form-dialog__pair">
        <TextField
          label="Name"
          required
          value={name}
          onChange={(event) => setName(event.target.value)}
          error={refusal?.fields['name']}
        />
        <Select
          label="Time zone"
          options={zones}
          value={timeZone}
          onChange={(event) => setTimeZone(event.target.value)}
          error={refusal?.fields['timeZone']}
        />
      </div>
      <WorkingDaysField value={workingDays} onChange={setWorkingDays} error={refusal?.fields['workingDays']} />
      <div className="form-dialog__pair">
        <Select
          label="Working day starts"
          options={hourOptions(0, 23)}
          value={String(starts)}
          onChange={(event) => setStarts(Number(event.target.value))}
          error={refusal?.fields['workingDayStarts']}
        />
        <Select
          label="Working day ends"
          options={hourOptions(1, 24)}
          value={String(ends)}
          onChange={(event) => setEnds(Number(event.target.value))}
          error={refusal?.fields['workingDayEnds']}
        />
      </div>
      <HolidaysField value={holidays} onChange={setHolidays} error={refusal?.fields['holidays']} />
    </FormDialog>
  );
}
