import { STATUS_TARGETS, type StatusTarget } from '@chapterhouse/domain/decisions/adr-status';
import { DECISION_STATE_TITLES } from '@chapterhouse/domain/decisions/decision-state';
import type { DecisionChoices } from '@chapterhouse/domain/imports/decision-mapping';
import { Select } from '@chapterhouse/ui/select';

export type DecisionStatusesProps = {
  statuses: DecisionChoices['statuses'];
  values: Readonly<Record<string, StatusTarget>>;
  onChange: (name: string, target: StatusTarget) => void;
};

const OPTIONS = STATUS_TARGETS.map((value) => ({
  value,
  label: value === 'SKIP' ? 'Leave out' : DECISION_STATE_TITLES[value],
}));

/** What each status becomes: those that nobody knows first, each with what it most likely means. */
export function DecisionStatuses({ statuses, values, onChange }: DecisionStatusesProps) {
  const unknown = statuses.filter(({ known }) => !known);
  const known = statuses.filter((status) => status.known);
  const field = ({ name, count, usual }: DecisionStatusesProps['statuses'][number]) => (
    <Select
      key={name}
      label={`${name === '' ? 'Without a status' : `“${name}”`}: ${files(count)}`}
      options={OPTIONS}
      value={values[name] ?? usual}
      onChange={({ target: { value } }) => onChange(name, STATUS_TARGETS.find((one) => one === value) ?? usual)}
    />
  );
  return (
    <fieldset className="mapping__group">
      <legend>Statuses</legend>
      {statuses.length === 0 && <p className="mapping__words">No file has a status that would have to be read.</p>}
      {unknown.length > 0 && (
        <>
          <p className="mapping__words">
            {unknown.length === 1
              ? 'One of them is not known: look at what it becomes.'
              : `${unknown.length} of them are not known: look at what they become.`}
          </p>
          <div className="mapping__columns">{unknown.map(field)}</div>
        </>
      )}
      {known.length > 0 && (
        <details className="mapping__more">
          <summary>{known.map(({ name, count }) => `${name} ${count.toLocaleString('en')}`).join(', ')}</summary>
          <div className="mapping__columns">{known.map(field)}</div>
        </details>
      )}
    </fieldset>
  );
}

function files(count: number): string {
  return `${count.toLocaleString('en')} ${count === 1 ? 'file' : 'files'}`;
}
