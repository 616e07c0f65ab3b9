import { classNames } from '@chapterhouse/ui/class-names';
import { ArrowDown, ArrowUp } from 'lucide-react';
import type { ImpedimentCardFragment } from '../../../generated/graphql';
import { selection } from '../impediment-selection/selection';
import { type ColumnName, LIST_COLUMNS, type ListColumn } from './list-columns';
import type { ListView } from './list-view';

/** Selects what the filter shows, no more; neither on nor off while only some are selected. */
export function SelectAll({ rows }: { rows: readonly ImpedimentCardFragment[] }) {
  const ids = selection.useIds();
  const count = rows.filter(({ id }) => ids.has(id)).length;
  const all = rows.length > 0 && count === rows.length;
  return (
    <label>
      <input
        ref={(box) => {
          if (box) box.indeterminate = count > 0 && !all;
        }}
        type="checkbox"
        aria-label={`Select all ${rows.length} that are shown`}
        checked={all}
        onChange={() => selection.set(all ? [] : rows.map(({ id }) => id))}
      />
    </label>
  );
}

export type HeadProps = { name: ColumnName; view: ListView; onOrder: (name: ColumnName) => void };

/** A press puts the list in the order of this column, another one turns it round. */
export function Head({ name, view, onOrder }: HeadProps) {
  const { title, number }: ListColumn = LIST_COLUMNS[name];
  const ordered = view.order === name;
  const Arrow = view.descending ? ArrowDown : ArrowUp;
  return (
    <th
      scope="col"
      className={classNames(number && 'ch-number', name === 'title' && 'list__title')}
      aria-sort={ordered ? (view.descending ? 'descending' : 'ascending') : 'none'}
    >
      <button type="button" className="list__order" onClick={() => onOrder(name)}>
        {title}
        {ordered && <Arrow aria-hidden />}
      </button>
    </th>
  );
}
