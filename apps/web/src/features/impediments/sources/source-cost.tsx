import { BarChart } from '@chapterhouse/ui/bar-chart';
import { Segments } from '@chapterhouse/ui/segments';
import { Table } from '@chapterhouse/ui/table';
import { ChartColumn, Table2 } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { plural } from '../plural';
import type { ShownSource } from './source-details';
import { elapsedWords, monthWords, shortMonth } from './source-words';

type Months = ShownSource['blockedTeamDaysByMonth'];

const LOOKS = [
  { value: 'chart', label: 'Chart', icon: <ChartColumn aria-hidden /> },
  { value: 'table', label: 'Table', icon: <Table2 aria-hidden /> },
] as const;

/** What waiting for it costs: three numbers, and the last twelve months as a chart or a table. */
export function SourceCost({ source }: { source: ShownSource }) {
  const [look, setLook] = useState<'chart' | 'table'>('chart');
  const { openCount, blockedTeamDays, blockedTeamDaysPerDay, blockedTeamDaysByMonth: months } = source;
  const { medianHoursToResolve: median, resolvedCount } = source;
  const total = months.reduce((sum, month) => sum + month.blockedTeamDays, 0);
  return (
    <div className="source-cost">
      <dl className="source-cost__figures">
        <Figure
          label="Open now"
          of={
            openCount === 0
              ? 'No open impediment waits for it'
              : `${plural(openCount, 'open impediment')}; each working day adds ${blockedTeamDaysPerDay.toLocaleString('en')}`
          }
        >
          <strong>{blockedTeamDays.toLocaleString('en')}</strong>{' '}
          {blockedTeamDays === 1 ? 'blocked team-day' : 'blocked team-days'}
        </Figure>
        <Figure
          label="Median time to resolve"
          of={
            median === null
              ? 'Nothing that waited for it was resolved in the last twelve months'
              : `Of ${resolvedCount.toLocaleString('en')} resolved in the last twelve months, from raised to resolved, nights and weekends too`
          }
        >
          {median === null ? (
            <span className="source-cost__lack">Not enough data</span>
          ) : (
            <strong>{elapsedWords(median)}</strong>
          )}
        </Figure>
        <Figure label="In twelve months" of="Working days that affected teams were held up">
          <strong>{total.toLocaleString('en')}</strong> {total === 1 ? 'blocked team-day' : 'blocked team-days'}
        </Figure>
      </dl>
      <div className="source-cost__head">
        <h2 className="source__heading">Blocked team-days per month</h2>
        <Segments label="Shown as" value={look} onChange={setLook} options={LOOKS} />
      </div>
      {look === 'chart' ? <MonthsChart months={months} /> : <MonthsTable months={months} />}
    </div>
  );
}

function Figure({ label, of, children }: { label: string; of: string; children: ReactNode }) {
  return (
    <div className="source-cost__figure">
      <dt>{label}</dt>
      <dd>{children}</dd>
      <dd className="source-cost__of">{of}</dd>
    </div>
  );
}

function MonthsChart({ months }: { months: Months }) {
  return (
    <BarChart
      label={`Blocked team-days in each of the last ${months.length} months, oldest first`}
      bars={months.map(({ month, blockedTeamDays }, index) => {
        const days = plural(blockedTeamDays, 'blocked team-day');
        const soFar = index === months.length - 1 ? ' so far' : '';
        return {
          id: month,
          name: shortMonth(month),
          words: `${monthWords(month)}: ${days}${soFar}`,
          value: blockedTeamDays,
          told: (
            <>
              <strong>{monthWords(month)}</strong>
              <span className="ch-number">
                {days}
                {soFar}
              </span>
            </>
          ),
        };
      })}
    />
  );
}

function MonthsTable({ months }: { months: Months }) {
  return (
    <Table caption="Blocked team-days per month, latest first">
      <thead>
        <tr>
          <th scope="col">Month</th>
          <th scope="col" className="ch-number">
            Blocked team-days
          </th>
        </tr>
      </thead>
      <tbody>
        {months.toReversed().map(({ month, blockedTeamDays }) => (
          <tr key={month}>
            <th scope="row">{monthWords(month)}</th>
            <td className="ch-number">{blockedTeamDays.toLocaleString('en')}</td>
          </tr>
        ))}
      </tbody>
    </Table>
  );
}
