import { useDraggable } from '@dnd-kit/core';
import { classNames } from '@chapterhouse/ui/class-names';
import { VisuallyHidden } from '@chapterhouse/ui/visually-hidden';
import { MoreHorizontal } from 'lucide-react';
import { type CSSProperties, memo, type MouseEvent as ReactMouseEvent } from 'react';
import { Link, useLocation } from 'react-router';
import type { ImpedimentCardFragment } from '../../../generated/graphql';
import { focusCard } from '../focus-card';
import { useJustChanged } from '../impediment-changes';
import { MoveMenu } from '../impediment-moves/move-menu';
import { offeredMoves } from '../impediment-moves/offered-moves';
import { selection } from '../impediment-selection/selection';
import { CardFacts } from './card-facts';
import { shownIds } from '../shown-order';
import { activeCard, openMoveMenu } from './single-choice';
import './impediment-card.css';

export type ImpedimentCardProps = {
  impediment: ImpedimentCardFragment;
  /** Index of its column, and of the card within it, of so many. */
  column: number;
  index: number;
  count: number;
  /** Its panel is open. */
  open: boolean;
  /** The first card of the board can be reached by Tab before any has been visited. */
  first: boolean;
};

/** One impediment on the board: a link to its panel that can be dragged. */
export const ImpedimentCard = memo(function ImpedimentCard(props: ImpedimentCardProps) {
  const { impediment, column, index, count, open, first } = props;
  const { id, key, title } = impediment;
  const selected = selection.useIsSelected(id);
  const { search } = useLocation();
  const active = activeCard.useIsChosen(key);
  const justChanged = useJustChanged(id);
  const movable = offeredMoves(impediment).length > 0;
  const { setNodeRef, setActivatorNodeRef, listeners, attributes, isDragging } = useDraggable({
    id,
    data: { impediment },
    disabled: !movable,
  });
  const reachable = active || (first && activeCard.chosen() === null);
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- dragging by pointer; the link inside is what acts
    <li
      ref={setNodeRef}
      data-card
      className={classNames(
        'card',
        open && 'card--open',
        movable && 'card--movable',
        isDragging && 'card--lifted',
        justChanged && 'card--changed',
        selected && 'card--selected',
      )}
      style={placed(index)}
      aria-setsize={count}
      aria-posinset={index + 1}
      {...listeners}
      onFocus={() => activeCard.choose(key)}
    >
      <Link
        ref={setActivatorNodeRef}
        className="card__title"
        to={{ pathname: `/impediments/${key}`, search }}
        data-card-key={key}
        data-card-id={id}
        data-card-column={column}
        onClick={(event) => selectInstead(event, id)}
        draggable={false}
        tabIndex={reachable ? 0 : -1}
        aria-current={open ? 'true' : undefined}
        aria-describedby={movable ? attributes['aria-describedby'] : undefined}
      >
        {title}
      </Link>
      {selected && <VisuallyHidden>Selected.</VisuallyHidden>}
      <CardFacts impediment={impediment} />
      <label className="card__select">
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
      {movable && <CardMenu impediment={impediment} reachable={reachable} />}
    </li>
  );
});

/** Cards stand at fixed heights, so that those far away need not be in the page. */
function placed(index: number): CSSProperties & Record<`--${string}`, number> {
  return { '--card-index': index };
}

/** With Ctrl or Cmd a click selects; with Shift it selects all from the last one on. */
function selectInstead(event: ReactMouseEvent, id: string): void {
  if (!event.ctrlKey && !event.metaKey && !event.shiftKey) return;
  event.preventDefault();
  if (event.shiftKey) selection.extendTo(id, shownIds());
  else selection.toggle(id);
}

/** A thousand cards need no thousand menus: it is there only while it is open. */
function CardMenu({ impediment, reachable }: { impediment: ImpedimentCardFragment; reachable: boolean }) {
  const { key } = impediment;
  const open = openMoveMenu.useIsChosen(key);
  const button = (
    <button
      type="button"
      className="card__menu"
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
  return (
    <MoveMenu impediment={impediment} open onOpenChange={(next) => !next && close()} trigger={button} selectable />
  );
}
