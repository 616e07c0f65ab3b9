import { Table } from '@chapterhouse/ui/table';
import { nounOf } from '../import-words';
import type { Count } from './outcome';

export type CountsTableProps = { counts: readonly Count[]; tense: 'future' | 'past' };

/** Per kind: how many are new, changed, ended and left alone. */
export function CountsTable({ counts, tense }: CountsTableProps) {
  return (
    <div className="import-counts">
      <Table caption={tense === 'future' ? 'What would change' : 'What changed'}>
        <thead>
          <tr>
            <th scope="col">Kind</th>
            <th scope="col" className="ch-number">
              New
            </th>
            <th scope="col" className="ch-number">
              Changed
            </th>
            <th scope="col" className="ch-number">
              Ended
            </th>
            <th scope="col" className="ch-number">
              As before
            </th>
          </tr>
        </thead>
        <tbody>
          {counts.map((count) => (
            <tr key={count.kind}>
              <th scope="row" className="import-counts__kind">
                {nounOf(count.kind, 2)}
              </th>
              <Cell value={count.created} />
              <Cell value={count.updated} />
              <Cell value={count.ended} />
              <Cell value={count.unchanged} quiet />
            </tr>
          ))}
        </tbody>
      </Table>
    </div>
  );
}

function Cell({ value, quiet = false }: { value: number; quiet?: boolean }) {
  return (
    <td className="ch-number" data-quiet={quiet || value === 0 || undefined}>
      {value.toLocaleString('en')}
    </td>
  );
}
