import { Table } from '@chapterhouse/ui/table';
import { measuresOf, periodName, type PeriodNumbers, valueWords } from './chapter-measures';

/** The charts as one table, latest first. */
export function ChapterTable({ numbers, by }: { numbers: readonly PeriodNumbers[]; by: 'WEEK' | 'MONTH' }) {
  const measures = measuresOf(numbers);
  return (
    <Table caption="The numbers of the chapter, the latest first">
      <thead>
        <tr>
          <th scope="col">{by === 'WEEK' ? 'Week' : 'Month'}</th>
          {measures.map(({ id, title }) => (
            <th key={id} scope="col" className="ch-number">
              {title}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {numbers.toReversed().map((one) => (
          <tr key={one.from}>
            <th scope="row">{periodName(one, by)}</th>
            {measures.map((measure) => (
              <td key={measure.id} className="ch-number">
                {measure.of(one) === null ? '–' : valueWords(measure, one)}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </Table>
  );
}
