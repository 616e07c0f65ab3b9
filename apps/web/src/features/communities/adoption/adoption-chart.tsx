import { BarChart } from '@chapterhouse/ui/bar-chart';
import { Button } from '@chapterhouse/ui/button';
import { Table } from '@chapterhouse/ui/table';
import { useState } from 'react';
import type { AdoptionQuery } from '../../../generated/graphql';
import { plural } from '../../impediments/public';
import { monthWords, shortMonth } from './adoption-words';

type Month = AdoptionQuery['artifact']['adoption']['overTime'][number];

/** How many teams followed it at the end of each month, and how many of them the latest version of then. */
export function AdoptionChart({ months }: { months: readonly Month[] }) {
  const [asTable, setAsTable] = useState(false);
  return (
    <section className="adoption__time" aria-label="Over time">
      <header>
        <h2>Over time</h2>
        <Button size="sm" variant="ghost" aria-pressed={asTable} onClick={() => setAsTable(!asTable)}>
          As a table
        </Button>
      </header>
      {asTable ? (
        <Table caption="Teams that followed it at the end of each month, the latest first">
          <thead>
            <tr>
              <th scope="col">Month</th>
              <th scope="col" className="ch-number">
                Teams
              </th>
              <th scope="col" className="ch-number">
                On the latest of then
              </th>
            </tr>
          </thead>
          <tbody>
            {months.toReversed().map(({ month, teams, current }) => (
              <tr key={month}>
                <th scope="row">{monthWords(month)}</th>
                <td className="ch-number">{teams}</td>
                <td className="ch-number">{current}</td>
              </tr>
            ))}
          </tbody>
        </Table>
      ) : (
        <>
          <BarChart
            label={`Teams that follow it, ${plural(months.length, 'month')}, oldest first`}
            bars={months.map(({ month, teams, current }) => ({
              id: month,
              name: shortMonth(month),
              words: `${monthWords(month)}: ${plural(teams, 'team')}, ${current} of them on the latest version`,
              value: current,
              behind: teams,
              told: (
                <>
                  <strong>{monthWords(month)}</strong>
                  <span className="ch-number">
                    {plural(teams, 'team')}, {current} on the latest version of then
                  </span>
                </>
              ),
            }))}
          />
          <p className="adoption__quiet">
            The whole bar: teams that followed any version. The front: those on the latest version of that time.
          </p>
        </>
      )}
    </section>
  );
}
