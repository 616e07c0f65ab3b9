import { useDraggable } from '@dnd-kit/core';
import { OPEN_STATES } from '@chapterhouse/domain/impediments/impediment-state';
import { classNames } from '@chapterhouse/ui/class-names';
import { MoreHorizontal } from 'lucide-react';
import { memo } from 'react';
import { Link, useLocation } from 'react-router';
import type { ImpedimentCardFragment } from '../../../generated/graphql';
import { focusCard } from '../focus-card';
import { useJustChanged } from '../impediment-changes';
import { MoveMenu } from '../impediment-moves/move-menu';
import { offeredMoves } from '../impediment-moves/offered-moves';
import { CardFacts } from './card-facts';
import { activeCard, openMoveMenu } from './single-choice';
import './impediment-card.css';

export type ImpedimentCardProps = {
  impediment: ImpedimentCardFragment;
  /** Its panel is open. */
  open: boolean;
  /** The first card of the board can be reached by Tab before any has been visited. */
  first: boolean;
};

/** One impediment on the board: a link to its panel that can be dragged. */
export const ImpedimentCard = memo(function ImpedimentCard({ impediment, open, first }: ImpedimentCardProps) {
  const { id, key, title, state } = impediment;
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
      )}
      {...listeners}
      onFocus={() => activeCard.choose(key)}
    >
      <Link
        ref={setActivatorNodeRef}
        className="card__title"
        to={{ pathname: `/impediments/${key}`, search }}
        data-card-key={key}
        data-card-column={OPEN_STATES.indexOf(state)}
        draggable={false}
        tabIndex={reachable ? 0 : -1}
        aria-current={open ? 'true' : undefined}
        aria-describedby={movable ? attributes['aria-describedby'] : undefined}
      >
        {title}
      </Link>
      <CardFacts impediment={impediment} />
      {movable && <CardMenu impediment={impediment} reachable={reachable} />}
    </li>
  );
});

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
  return <MoveMenu impediment={impediment} open onOpenChange={(next) => !next && close()} trigger={button} />;
}
