import { Table } from '@chapterhouse/ui/table';
import type { ThroughputFactsFragment } from '../../../generated/graphql';
import { useToday } from '../../../platform/dates/use-today';
import { daysWords, numberWords } from '../sprint-words';

const shown = (value: number | null) => (value === null ? '–' : numberWords(value));

/** The chart as a table, latest first. */
export function ThroughputTable({ throughput }: { throughput: ThroughputFactsFragment }) {
  const today = useToday();
  return (
    <Table caption="What was planned and done, latest sprint first">
      <thead>
        <tr>
          <th scope="col">Sprint</th>
          <th scope="col">Days</th>
          <th scope="col" className="ch-number">
            Items planned
          </th>
          <th scope="col" className="ch-number">
            Items done
          </th>
          <th scope="col" className="ch-number">
            Points planned
          </th>
          <th scope="col" className="ch-number">
            Points done
          </th>
        </tr>
      </thead>
      <tbody>
        {throughput.sprints.toReversed().map((sprint) => (
          <tr key={sprint.id}>
            <th scope="row">{sprint.name}</th>
            <td>{daysWords(sprint, today)}</td>
            <td className="ch-number">{shown(sprint.plannedItems)}</td>
            <td className="ch-number">{shown(sprint.doneItems)}</td>
            <td className="ch-number">{shown(sprint.plannedPoints)}</td>
            <td className="ch-number">{shown(sprint.donePoints)}</td>
          </tr>
        ))}
      </tbody>
    </Table>
  );
}
