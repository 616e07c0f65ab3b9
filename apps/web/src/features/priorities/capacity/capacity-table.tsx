import { ITEM_KIND_TITLES } from '@chapterhouse/domain/priorities/item-fields';
import { Table } from '@chapterhouse/ui/table';
import type { CapacityLineFragment } from '../../../generated/graphql';
import type { Edits } from '../../../platform/forms/use-edits';
import { plural } from '../../impediments/public';
import { pointsWords } from '../item/item-words';
import { differenceWords, fieldOf, percentWords } from './capacity-targets';
import { ShareField } from './share-field';

export type CapacityTableProps = {
  title: string;
  rows: readonly CapacityLineFragment[];
  edits: Edits;
  editable: boolean;
};

export const nameOf = ({ area, kind }: Pick<CapacityLineFragment, 'area' | 'kind'>): string =>
  area?.name ?? (kind ? ITEM_KIND_TITLES[kind] : 'Without an area');

/** What is held beside what is meant, line by line. */
export function CapacityTable({ title, rows, edits, editable }: CapacityTableProps) {
  return (
    <section className="capacity__part">
      <h2>{title}</h2>
      <Table caption={`${title}: what the order holds, and the target`}>
        <thead>
          <tr>
            <th scope="col">{title.replace('By ', '').replace(/^./, (letter) => letter.toUpperCase())}</th>
            <th scope="col">The order holds</th>
            <th scope="col">Target</th>
            <th scope="col">That is</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <Line key={fieldOf(row)} row={row} edits={edits} editable={editable && (row.area ?? row.kind) !== null} />
          ))}
        </tbody>
      </Table>
    </section>
  );
}

function Line({ row, edits, editable }: { row: CapacityLineFragment; edits: Edits; editable: boolean }) {
  const { held, points, items, unsized } = row;
  const share = edits.read(fieldOf(row));
  const target = typeof share === 'number' ? share : null;
  const words = differenceWords(held, target);
  return (
    <tr>
      <th scope="row" className="capacity__name">
        {nameOf(row)}
        <span className="capacity__amount">
          {[pointsWords(points), plural(items, 'item'), unsized > 0 && `${unsized.toLocaleString('en')} without a size`]
            .filter(Boolean)
            .join(' · ')}
        </span>
      </th>
      <td>
        <Held held={held} target={target} />
      </td>
      <td>
        {editable ? (
          <ShareField label={`Target of ${nameOf(row)}`} field={fieldOf(row)} edits={edits} />
        ) : (
          target !== null && percentWords(target)
        )}
      </td>
      <td className={words === '' || words === 'as meant' ? 'capacity__quiet' : 'capacity__off'}>{words}</td>
    </tr>
  );
}

/** A bar as long as the share, and a line where it is meant to end. */
export function Held({ held, target }: { held: number; target: number | null }) {
  return (
    <span className="capacity__held">
      <span className="capacity__bar" aria-hidden>
        <span style={{ width: `${Math.min(held, 100)}%` }} />
        {target !== null && <i style={{ left: `${target}%` }} />}
      </span>
      <span className="capacity__percent">{percentWords(held)}</span>
    </span>
  );
}
