import { useQuery } from '@apollo/client/react';
import { Button } from '@chapterhouse/ui/button';
import { EmptyState } from '@chapterhouse/ui/empty-state';
import { SidePanel } from '@chapterhouse/ui/side-panel';
import { Skeleton } from '@chapterhouse/ui/skeleton';
import { History } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { Link } from 'react-router';
import type { OrderMoveLineFragment } from '../../../generated/graphql';
import { RefusalNote } from '../../../platform/refusals/refusal-note';
import { shownRefusal } from '../../../platform/refusals/shown-refusal';
import { Moment } from '../../impediments/public';
import { ItemLink } from '../item/item-link';
import { moveWords } from './move-words';
import { ORDER_MOVES } from './order.operations';
import './order-past.css';

/** Moves at a time. */
const PAGE = 30;

export type OrderPastProps = {
  productId: string;
  /** Only of this item; null: of all. */
  itemId: string | null;
  itemKey: string | undefined;
  /** How many moves the order has made: it is read again with each. */
  number: number;
  onAll: () => void;
  onClose: () => void;
};

/** Who moved what and why, the latest first. */
export function OrderPast({ productId, itemId, itemKey, number, onAll, onClose }: OrderPastProps) {
  return (
    <SidePanel
      open
      onClose={onClose}
      title={itemId === null ? 'What moved' : `How ${itemKey ?? 'it'} moved`}
      actions={
        itemId !== null && (
          <Button size="sm" variant="ghost" onClick={onAll}>
            All moves
          </Button>
        )
      }
    >
      <Moves key={itemId ?? ''} productId={productId} itemId={itemId} number={number} />
    </SidePanel>
  );
}

function Moves({ productId, itemId, number }: { productId: string; itemId: string | null; number: number }) {
  const { data, previousData, error, loading, fetchMore, refetch } = useQuery(ORDER_MOVES, {
    variables: { productId, itemId, first: PAGE },
    fetchPolicy: 'cache-and-network',
  });
  const [more, setMore] = useState(false);
  const readAt = useRef(number);
  useEffect(() => {
    if (readAt.current === number) return;
    readAt.current = number;
    // A failed reload leaves what is shown; the next move tries again.
    void refetch().catch(() => {});
  }, [number, refetch]);
  const moves = (data ?? previousData)?.orderMoves;
  if (!moves && loading) return <Skeleton lines={8} label="Loading the moves" />;
  if (error && !moves)
    return (
      <RefusalNote
        refusal={shownRefusal(error)}
        action={<Button onClick={() => void refetch().catch(() => {})}>Try again</Button>}
      />
    );
  if (!moves || moves.edges.length === 0)
    return (
      <EmptyState icon={<History />} title="Nothing has moved yet">
        Every move stands here with who made it and why, so that nobody has to ask.
      </EmptyState>
    );
  const showMore = async () => {
    setMore(true);
    // A refusal shows as the query's own error.
    await fetchMore({ variables: { after: moves.pageInfo.endCursor ?? null } }).catch(() => {});
    setMore(false);
  };
  return (
    <>
      <ol className="order-past">
        {moves.edges.map(({ node }) => (
          <MoveLine key={node.id} move={node} named={itemId === null} />
        ))}
      </ol>
      {moves.pageInfo.hasNextPage && (
        <Button pending={more} onClick={() => void showMore()}>
          Show what came before
        </Button>
      )}
    </>
  );
}

function MoveLine({ move, named }: { move: OrderMoveLineFragment; named: boolean }) {
  const { item, by, at, reason, scenario } = move;
  return (
    <li className="order-past__move">
      {named && <ItemLink item={item} short />}
      <p>
        {moveWords(move)}
        {by ? `, by ${by.name}` : ', by the rules of the order'} · <Moment at={at} />
      </p>
      {reason !== '' && <blockquote>{reason}</blockquote>}
      {scenario && <Link to={`/scenarios/${scenario.id}`}>The scenario</Link>}
    </li>
  );
}
