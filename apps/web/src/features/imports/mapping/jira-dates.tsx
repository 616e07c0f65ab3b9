import type { JiraChoices } from '@chapterhouse/domain/imports/jira-choices';
import { DATE_FORMATS, type DateFormat, DateReader } from '@chapterhouse/domain/imports/jira-dates';
import type { JiraMapping } from '@chapterhouse/domain/imports/jira-mapping';
import { Select } from '@chapterhouse/ui/select';
import { Table } from '@chapterhouse/ui/table';
import { useMemo } from 'react';
import { countWords } from '../import-words';

const FORMAT_WORDS: Record<DateFormat, string> = {
  ISO: 'Year first: 2022-12-21 15:31',
  DAY_MONTH: 'Day, name of the month: 21/Dec/22 3:31 PM',
  MONTH_DAY: 'Name of the month, day: Dec 21, 2022 3:31 PM',
  DMY: 'Day, month in numbers: 21/12/22 15:31',
  MDY: 'Month, day in numbers: 12/21/22 3:31 PM',
};

export type JiraDatesProps = {
  found: NonNullable<JiraChoices['dates']>;
  dates: JiraMapping['dates'];
  onChange: (dates: JiraMapping['dates']) => void;
};

/** How the file writes its dates, as found, with what a few of them mean; both can be changed. */
export function JiraDates({ found, dates, onChange }: JiraDatesProps) {
  const format = dates.format ?? found.format;
  const timeZone = dates.timeZone ?? found.timeZone;
  const zones = useMemo(() => {
    const all = new Set(['UTC', found.timeZone, ...Intl.supportedValuesOf('timeZone')]);
    return [...all].map((value) => ({ value, label: value.replaceAll('_', ' ') }));
  }, [found.timeZone]);
  const samples = useMemo(() => {
    const reader = new DateReader(format, timeZone);
    return found.samples.map(({ text }) => ({ text, at: reader.read(text) }));
  }, [format, timeZone, found.samples]);
  const isOpen = found.alsoFits.length > 0;
  return (
    <fieldset className="mapping__group">
      <legend>Dates</legend>
      <p className="mapping__words">
        {readWords(found)} {isOpen && 'More than one format fits: look at what the samples mean.'}
      </p>
      <div className="mapping__pair">
        <Select
          label="They are written so"
          hint={dates.format === null ? 'As found in the files.' : 'Chosen by hand.'}
          options={DATE_FORMATS.map((value) => ({ value, label: FORMAT_WORDS[value] }))}
          value={format}
          onChange={({ target: { value } }) => {
            const chosen = DATE_FORMATS.find((one) => one === value) ?? null;
            onChange({ ...dates, format: chosen === found.format ? null : chosen });
          }}
        />
        <Select
          label="Time zone of whoever exported"
          options={zones}
          value={timeZone}
          onChange={({ target: { value } }) => onChange({ ...dates, timeZone: value })}
        />
      </div>
      {samples.length > 0 && (
        <Table caption="What some of the dates mean">
          <thead>
            <tr>
              <th scope="col">In the file</th>
              <th scope="col">Means</th>
            </tr>
          </thead>
          <tbody>
            {samples.map(({ text, at }) => (
              <tr key={text}>
                <td>{text}</td>
                <td>{at === null ? 'No date of this format' : meaning(at, timeZone)}</td>
              </tr>
            ))}
          </tbody>
        </Table>
      )}
    </fieldset>
  );
}

function readWords({ read, total }: JiraDatesProps['found']): string {
  if (read < total) return `${read.toLocaleString('en')} of ${countWords(total, 'date')} can be read.`;
  return total === 1 ? 'The one date can be read.' : `All ${countWords(total, 'date')} can be read.`;
}

function meaning(at: string, timeZone: string): string {
  return new Intl.DateTimeFormat('en-GB', { dateStyle: 'full', timeStyle: 'short', timeZone }).format(new Date(at));
}
