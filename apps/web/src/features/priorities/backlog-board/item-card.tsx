import { ITEM_KIND_TITLES } from '@chapterhouse/domain/priorities/item-fields';
import { Avatar } from '@chapterhouse/ui/avatar';
import { classNames } from '@chapterhouse/ui/class-names';
import { useDraggable } from '@dnd-kit/core';
import { memo, type ReactNode } from 'react';
import { Link, useLocation } from 'react-router';
import type { ItemLineFragment } from '../../../generated/graphql';
import { shownItemIds } from '../backlog/shown-items';
import { ItemBlockedMark } from '../item/item-blocked-mark';
import { ItemStateBadge } from '../item/item-state-badge';
import { ItemTierMark } from '../item/item-tier-mark';
import { pointsWords } from '../item/item-words';
import { EditCell } from '../item-acts/edit-cell';
import { TitleCell } from '../item-acts/title-cell';
import { itemSelection } from '../selection/item-selection';

/** One item on the board: it is dragged as a whole, its title leads to its panel. */
export const ItemCard = memo(function ItemCard({ item, open }: { item: ItemLineFragment; open: boolean }) {
  const { id, key, title } = item;
  const { search } = useLocation();
  const selected = itemSelection.useIsSelected(id);
  const { setNodeRef, listeners, isDragging } = useDraggable({ id, data: { item } });
  return (
    <article
      ref={setNodeRef}
      {...listeners}
      data-item-card
      className={classNames(
        'item-card',
        open && 'item-card--open',
        selected && 'item-card--selected',
        isDragging && 'item-card--dragged',
      )}
    >
      <TitleCell item={item}>
        <Link
          to={{ pathname: `/backlog/${key}`, search }}
          className="item-card__title"
          draggable={false}
          data-item-key={key}
          data-item-id={id}
          aria-current={open ? 'true' : undefined}
          onClick={(event) => {
            if (!event.ctrlKey && !event.metaKey && !event.shiftKey) return;
            event.preventDefault();
            if (event.shiftKey) itemSelection.extendTo(id, shownItemIds());
            else itemSelection.toggle(id);
          }}
        >
          {title}
        </Link>
      </TitleCell>
      <CardFacts item={item}>
        <EditCell item={item} field="state">
          <ItemStateBadge state={item.state} labelHidden />
        </EditCell>
      </CardFacts>
    </article>
  );
});

/** As it looks in the hand. */
export function CardBody({ item }: { item: ItemLineFragment }) {
  return (
    <>
      <span className="item-card__title">{item.title}</span>
      <CardFacts item={item}>
        <ItemStateBadge state={item.state} labelHidden />
      </CardFacts>
    </>
  );
}

function CardFacts({ item, children }: { item: ItemLineFragment; children: ReactNode }) {
  const { key, tier, kind, team, area, assignee, points, blocked } = item;
  return (
    <p className="item-card__facts">
      {children}
      <ItemTierMark tier={tier} />
      <span className="item-key">{key}</span>
      {kind !== 'VALUE' && <span>{ITEM_KIND_TITLES[kind]}</span>}
      {points !== null && <span>{pointsWords(points)}</span>}
      {(team ?? area) && <span className="item-card__place">{(team ?? area)?.name}</span>}
      <ItemBlockedMark blocked={blocked} short />
      {assignee && <Avatar name={assignee.name} size="sm" />}
    </p>
  );
}
