import { classNames } from '@chapterhouse/ui/class-names';
import { MoreHorizontal } from 'lucide-react';
import { memo, type MouseEvent } from 'react';
import { Link, useLocation } from 'react-router';
import type { ImpedimentCardFragment } from '../../../generated/graphql';
import { focusCard } from '../focus-card';
import { useCardSurroundings } from '../impediment-board/card-surroundings';
import { shownIds } from '../shown-order';
import { activeCard, openMoveMenu } from '../impediment-board/single-choice';
import { useJustChanged } from '../impediment-changes';
import { MoveMenu } from '../impediment-moves/move-menu';
import { offeredMoves } from '../impediment-moves/offered-moves';
import { selection } from '../impediment-selection/selection';
import { type ColumnName, LIST_COLUMNS, type ListColumn } from './list-columns';

export type ListRowProps = {
  impediment: ImpedimentCardFragment;
  index: number;
  columns: readonly ColumnName[];
  open: boolean;
  /** The one row that Tab reaches; arrows move on from it. */
  reachable: boolean;
};

/** One impediment in the list: its title leads to its panel. */
export const ListRow = memo(function ListRow({ impediment, index, columns, open, reachable }: ListRowProps) {
  const { id, key, title } = impediment;
  const { search } = useLocation();
  const around = useCardSurroundings();
  const selected = selection.useIsSelected(id);
  const justChanged = useJustChanged(id);
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
        <label>
          <input
            type="checkbox"
            aria-label={`Select ${key} ${title}`}
            checked={selected}
            tabIndex={reachable ? 0 : -1}
            onChange={({ nativeEvent }) => {
              const range = nativeEvent instanceof MouseEvent && nativeEvent.shiftKey;
              if (range) selection.extendTo(id, shownIds());
              else selection.toggle(id);
            }}
          />
        </label>
      </td>
      {columns.map((name) => {
        const { show, number, wraps, words }: ListColumn = LIST_COLUMNS[name];
        return (
          <td
            key={name}
            className={classNames(number && 'ch-number', wraps && 'list__wraps', name === 'title' && 'list__title')}
            title={words?.(impediment, around)}
          >
            {name === 'title' ? (
              <Link
                to={{ pathname: `/impediments/list/${key}`, search }}
                data-card-key={key}
                data-card-id={id}
                title={title}
                tabIndex={reachable ? 0 : -1}
                aria-current={open ? 'true' : undefined}
                onClick={(event) => selectInstead(event, id)}
              >
                {title}
              </Link>
            ) : (
              show(impediment, around)
            )}
          </td>
        );
      })}
      <td className="list__menu">
        {offeredMoves(impediment).length > 0 && <RowMenu impediment={impediment} reachable={reachable} />}
      </td>
    </tr>
  );
});

/** With Ctrl or Cmd a click selects; with Shift it selects all from the last one on: as on the board. */
function selectInstead(event: MouseEvent, id: string): void {
  if (!event.ctrlKey && !event.metaKey && !event.shiftKey) return;
  event.preventDefault();
  if (event.shiftKey) selection.extendTo(id, shownIds());
  else selection.toggle(id);
}

/** It is there only while it is open, as on the board. */
function RowMenu({ impediment, reachable }: Pick<ListRowProps, 'impediment' | 'reachable'>) {
  const { key } = impediment;
  const open = openMoveMenu.useIsChosen(key);
  const button = (
    <button
      type="button"
      className="list__more"
      aria-label={`Move ${key} to…`}
      aria-haspopup="menu"
      tabIndex={reachable ? 0 : -1}
      onClick={() => openMoveMenu.choose(key)}
    >
      <MoreHorizontal aria-hidden />
    </button>
  );
  if (!open) return button;
  const close = () => {
    openMoveMenu.choose(null);
    focusCard(key);
  };
  return <MoveMenu impediment={impediment} open onOpenChange={(next) => !next && close()} trigger={button} />;
}
