import { Button } from '@chapterhouse/ui/button';
import { ChevronsUp, ListOrdered, X } from 'lucide-react';
import { plural } from '../../impediments/public';
import { itemSelection } from '../selection/item-selection';
import type { OrderActs } from './use-order-keys';

/** As many go in one move. */
const MOST = 500;

/** What can be done with those that are selected, all at once. */
export function SelectionBar({ acts }: { acts: OrderActs & { movable: readonly string[] } }) {
  const count = itemSelection.useCount();
  if (count === 0) return null;
  const movable = acts.movable.length === count && count <= MOST;
  return (
    <section className="order-selection" aria-label="Selected items">
      <strong>{plural(count, 'item')} selected</strong>
      {movable && (
        <>
          <Button size="sm" icon={<ChevronsUp aria-hidden />} onClick={acts.toTopOfArea}>
            To the top of their area
          </Button>
          <Button size="sm" icon={<ListOrdered aria-hidden />} onClick={() => acts.askWhere(null)}>
            Move …
          </Button>
        </>
      )}
      {!movable && (
        <span className="order-selection__note">
          {count > MOST
            ? `At most ${MOST} move together.`
            : 'Only items of one of your own areas can be moved together.'}
        </span>
      )}
      <Button size="sm" variant="ghost" icon={<X aria-hidden />} onClick={() => itemSelection.clear()}>
        Clear
      </Button>
    </section>
  );
}
