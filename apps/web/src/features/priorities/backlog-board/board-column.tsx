import { useQuery } from '@apollo/client/react';
import { type ItemState, ITEM_STATE_TITLES } from '@chapterhouse/domain/priorities/item-state';
import { Button } from '@chapterhouse/ui/button';
import { Skeleton } from '@chapterhouse/ui/skeleton';
import { useDroppable } from '@dnd-kit/core';
import { useState } from 'react';
import type { ItemFilter } from '../../../generated/graphql';
import { RefusalNote } from '../../../platform/refusals/refusal-note';
import { shownRefusal } from '../../../platform/refusals/shown-refusal';
import { BACKLOG } from '../backlog/backlog.operations';
import { ItemStateBadge } from '../item/item-state-badge';
import type { Allows } from './backlog-board';
import { ItemCard } from './item-card';

/** Cards at a time. */
const PAGE = 30;

export type BoardColumnProps = {
  productId: string;
  filter: ItemFilter;
  state: ItemState;
  openKey: string | undefined;
  /** Null: nothing is in the hand, or it is from here. */
  allows: Allows | null;
};

const ENDED: readonly ItemState[] = ['DONE', 'DROPPED'];

/** The items of one state, as the order has them; of those that ended the latest first. */
export function BoardColumn({ productId, filter, state, openKey, allows }: BoardColumnProps) {
  const ended = ENDED.includes(state);
  const { data, previousData, error, fetchMore, refetch } = useQuery(BACKLOG, {
    variables: { productId, filter, sort: ended ? 'UPDATED' : 'ORDER', descending: ended, first: PAGE },
    fetchPolicy: 'cache-and-network',
  });
  const [pending, setPending] = useState(false);
  const { setNodeRef, isOver } = useDroppable({ id: state, disabled: allows?.possible === false });
  const found = (data ?? previousData)?.backlog;
  // A card that was dragged on is in its new column at once, before the lists are loaded anew.
  const items = found?.edges.map(({ node }) => node).filter((item) => item.state === state) ?? [];
  const more = async () => {
    setPending(true);
    await fetchMore({ variables: { after: found?.pageInfo.endCursor ?? null } }).catch(() => {});
    setPending(false);
  };
  return (
    <section
      ref={setNodeRef}
      className="backlog-column"
      aria-label={ITEM_STATE_TITLES[state]}
      data-drop={allows === null ? undefined : allows.possible ? 'yes' : 'no'}
      data-over={isOver || undefined}
    >
      <h2 className="backlog-column__head">
        <ItemStateBadge state={state} />
        <span className="backlog-column__count">{found?.totalCount.toLocaleString('en')}</span>
      </h2>
      {allows !== null && allows.missing.length > 0 && (
        <p className="backlog-column__why">Needs {allows.missing.join(', ')}</p>
      )}
      {!found && !error && <Skeleton shape="card" lines={4} label={`Loading ${ITEM_STATE_TITLES[state]}`} />}
      {error && (
        <RefusalNote
          refusal={shownRefusal(error)}
          action={
            <Button size="sm" onClick={() => void refetch().catch(() => {})}>
              Try again
            </Button>
          }
        />
      )}
      {found && (
        <ul className="backlog-column__cards">
          {items.map((item) => (
            <li key={item.id}>
              <ItemCard item={item} open={item.key === openKey} />
            </li>
          ))}
        </ul>
      )}
      {found && items.length === 0 && !error && <p className="backlog-column__none">Nothing here.</p>}
      {found?.pageInfo.hasNextPage && (
        <Button size="sm" variant="ghost" wide pending={pending} onClick={() => void more()}>
          Show more
        </Button>
      )}
    </section>
  );
}
