import { Table } from '@chapterhouse/ui/table';
import type { Comparison } from './publish-words';
import { meanWords, percentWords } from './scenario-words';

/** Which goals come earlier, and which later. */
export function GoalShifts({ goals }: { goals: Comparison['goals'] }) {
  if (goals.length === 0) return <p className="compare__quiet">No goal comes earlier or later.</p>;
  return (
    <Table caption="Goals: the mean place of their items">
      <thead>
        <tr>
          <th scope="col">Goal</th>
          <th scope="col" className="ch-number">
            Items
          </th>
          <th scope="col" className="ch-number">
            Mean place
          </th>
        </tr>
      </thead>
      <tbody>
        {goals.map(({ goal, items, before, after }) => (
          <tr key={goal?.id ?? 'none'}>
            <th scope="row">{goal?.title ?? 'Without a goal'}</th>
            <td className="ch-number">{items.toLocaleString('en')}</td>
            <td className="ch-number">
              <BeforeAndAfter before={meanWords(before)} after={meanWords(after)} better={after < before} />
            </td>
          </tr>
        ))}
      </tbody>
    </Table>
  );
}

/** Which areas come earlier, and how much of what comes next is theirs. */
export function AreaShifts({ areas }: { areas: Comparison['areas'] }) {
  if (areas.length === 0) return <p className="compare__quiet">No area comes earlier or later.</p>;
  return (
    <Table caption="Areas: the mean place of their items, and their share of the first 50">
      <thead>
        <tr>
          <th scope="col">Area</th>
          <th scope="col" className="ch-number">
            Up, down
          </th>
          <th scope="col" className="ch-number">
            Mean place
          </th>
          <th scope="col" className="ch-number">
            Of the first 50
          </th>
        </tr>
      </thead>
      <tbody>
        {areas.map(({ area, rises, falls, before, after, shareBefore, shareAfter }) => (
          <tr key={area?.id ?? 'none'}>
            <th scope="row">{area?.name ?? 'No area'}</th>
            <td className="ch-number">
              {rises.toLocaleString('en')}, {falls.toLocaleString('en')}
            </td>
            <td className="ch-number">
              <BeforeAndAfter before={meanWords(before)} after={meanWords(after)} better={after < before} />
            </td>
            <td className="ch-number">
              <BeforeAndAfter
                before={percentWords(shareBefore)}
                after={percentWords(shareAfter)}
                better={shareAfter > shareBefore}
              />
            </td>
          </tr>
        ))}
      </tbody>
    </Table>
  );
}

function BeforeAndAfter({ before, after, better }: { before: string; after: string; better: boolean }) {
  if (before === after) return before;
  return (
    <span className="compare-groups__way">
      {before} → <strong data-better={better || undefined}>{after}</strong>
    </span>
  );
}
