import { useQuery } from '@apollo/client/react';
import { Segments } from '@chapterhouse/ui/segments';
import { Select } from '@chapterhouse/ui/select';
import { ChartColumn, Table2 } from 'lucide-react';
import { useTeams } from '../use-teams';
import { SOURCES_TO_COUNT } from './numbers.operations';
import { GROUPS, type NumbersView, WINDOWS } from './numbers-view';

const GROUP_TITLES = { MONTH: 'Month', AREA: 'Area', TEAM: 'Team', SOURCE: 'Source' } as const;
const GROUP_OPTIONS = GROUPS.map((value) => ({ value, label: GROUP_TITLES[value] }));
const WINDOW_OPTIONS = WINDOWS.map((months) => ({ value: String(months), label: `Last ${months} months` }));
const LOOKS = [
  { value: 'chart', label: 'Charts', icon: <ChartColumn aria-hidden /> },
  { value: 'table', label: 'Table', icon: <Table2 aria-hidden /> },
] as const;

export type NumbersFilterProps = { view: NumbersView; onChange: (part: Partial<NumbersView>) => void };

/** Whose numbers, of how many months, side by side with what. */
export function NumbersFilter({ view, onChange }: NumbersFilterProps) {
  const { areas, teams } = useTeams();
  const { data } = useQuery(SOURCES_TO_COUNT);
  const area = areas.find(({ value }) => value === view.area)?.label;
  const ofArea = teams.filter(({ detail }) => area === undefined || detail === area);
  const sources = (data?.sources ?? []).map(({ id, name }) => ({ value: id, label: name }));
  return (
    <search className="numbers-filter" aria-label="Which numbers">
      <div className="numbers-filter__by">
        <span aria-hidden>By</span>
        <Segments label="By" value={view.by} onChange={(by) => onChange({ by })} options={GROUP_OPTIONS} />
      </div>
      <div className="numbers-filter__fields">
        <Select
          label="Period"
          labelHidden
          options={WINDOW_OPTIONS}
          value={String(view.months)}
          onChange={({ target: { value } }) =>
            onChange({ months: WINDOWS.find((months) => String(months) === value) ?? view.months })
          }
        />
        <Select
          label="Area"
          labelHidden
          placeholder="Any area"
          options={areas}
          value={view.area}
          onChange={({ target: { value } }) => onChange({ area: value, team: '' })}
        />
        <Select
          label="Team"
          labelHidden
          placeholder="Any team"
          options={ofArea.map(({ value, label }) => ({ value, label }))}
          value={view.team}
          onChange={({ target: { value } }) => onChange({ team: value })}
        />
        <Select
          label="Source"
          labelHidden
          placeholder="Any source"
          options={sources}
          value={view.source}
          onChange={({ target: { value } }) => onChange({ source: value })}
        />
      </div>
      <Segments label="Shown as" value={view.look} onChange={(look) => onChange({ look })} options={LOOKS} />
    </search>
  );
}
