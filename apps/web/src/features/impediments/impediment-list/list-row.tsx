import { classNames } from '@chapterhouse/ui/class-names';
import { memo } from 'react';
import { Link, useLocation } from 'react-router';
import type { ImpedimentCardFragment } from '../../../generated/graphql';
import { useCardSurroundings } from '../impediment-board/card-surroundings';
import { shownIds } from '../impediment-board/shown-impediments';
import { activeCard } from '../impediment-board/single-choice';
import { useJustChanged } from '../impediment-changes';
import { selection } from '../impediment-selection/selection';
import { type ColumnName, LIST_COLUMNS, type ListColumn } from './list-columns';

export type ListRowProps = {
  impediment: ImpedimentCardFragment;
  index: number;
  columns: readonly ColumnName[];
  open: boolean;
  /** The first row can be reached by Tab before any has been visited. */
  first: boolean;
};

/** One impediment in the list: its title leads to its panel. */
export const ListRow = memo(function ListRow({ impediment, index, columns, open, first }: ListRowProps) {
  const { id, key, title } = impediment;
  const { search } = useLocation();
  const around = useCardSurroundings();
  const selected = selection.useIsSelected(id);
  const justChanged = useJustChanged(id);
  const active = activeCard.useIsChosen(key);
  return (
    <tr
      aria-rowindex={index + 2}
      aria-selected={selected}
      className={classNames(
        'list__row',
        open && 'list__row--open',
        selected && 'list__row--selected',
        justChanged && 'list__row--changed',
      )}
      onFocus={() => activeCard.choose(key)}
    >
      <td className="list__select">
        <input
          type="checkbox"
          aria-label={`Select ${key} ${title}`}
          checked={selected}
          tabIndex={-1}
          onChange={({ nativeEvent }) => {
            const range = nativeEvent instanceof MouseEvent && nativeEvent.shiftKey;
            if (range) selection.extendTo(id, shownIds());
            else selection.toggle(id);
          }}
        />
      </td>
      {columns.map((name) => {
        const { show, number, wide }: ListColumn = LIST_COLUMNS[name];
        return (
          <td
            key={name}
            className={classNames(number && 'ch-number', wide && 'list__wide', name === 'title' && 'list__title')}
          >
            {name === 'title' ? (
              <Link
                to={{ pathname: `/impediments/list/${key}`, search }}
                data-card-key={key}
                data-card-id={id}
                tabIndex={active || (first && activeCard.chosen() === null) ? 0 : -1}
                aria-current={open ? 'true' : undefined}
                onKeyDown={(event) => {
                  if (event.key !== 'x' || event.ctrlKey || event.metaKey || event.altKey) return;
                  event.preventDefault();
                  selection.toggle(id);
                }}
              >
                {title}
              </Link>
            ) : (
              show(impediment, around)
            )}
          </td>
        );
      })}
    </tr>
  );
});
