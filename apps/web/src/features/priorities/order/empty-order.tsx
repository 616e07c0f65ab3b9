import { buttonLook } from '@chapterhouse/ui/button';
import { EmptyState } from '@chapterhouse/ui/empty-state';
import { ListOrdered, SearchX } from 'lucide-react';
import { Link } from 'react-router';
import { PRODUCT_PARAMETER } from '../use-product';

/** Nothing fits, or nothing is there: what the screen is for, and the first step. */
export function EmptyOrder({ narrowed, productId }: { narrowed: boolean; productId: string }) {
  const search = `?${new URLSearchParams({ [PRODUCT_PARAMETER]: productId })}`;
  if (narrowed)
    return (
      <EmptyState
        icon={<SearchX />}
        title="Nothing in the order fits this"
        action={
          <Link className={buttonLook({})} to={{ search }} replace>
            Show the whole order
          </Link>
        }
      >
        The order holds open epics and features. Tasks, and what is done or dropped, are in the backlog.
      </EmptyState>
    );
  return (
    <EmptyState
      icon={<ListOrdered />}
      title="Nothing to order yet"
      action={
        <Link className={buttonLook({ variant: 'primary' })} to={{ pathname: '/backlog', search }}>
          Go to the backlog
        </Link>
      }
    >
      Here all open epics and features of a product stand in one order, across all teams: what comes first, and who
      moved it why. Write the first epic or feature, or import them.
    </EmptyState>
  );
}
