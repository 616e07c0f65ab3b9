import { Button, buttonLook } from '@chapterhouse/ui/button';
import { EmptyState } from '@chapterhouse/ui/empty-state';
import { ListTree } from 'lucide-react';
import { Link } from 'react-router';
import { setCreating } from '../item-form/create-state';
import { useMayCreate } from '../use-may-create';
import type { PlannedProduct } from '../use-product';

/** No item fits, or there is none yet. */
export function NoItems({
  product,
  narrowed,
  onClear,
}: {
  product: PlannedProduct;
  narrowed: boolean;
  onClear: () => void;
}) {
  const { item } = useMayCreate(product.id);
  if (narrowed) {
    return (
      <EmptyState
        icon={<ListTree />}
        title="No item fits this"
        action={<Button onClick={onClear}>Show the whole backlog</Button>}
      >
        Try fewer words, a wider place, or any state. Done and dropped items are found under “Ended”.
      </EmptyState>
    );
  }
  return (
    <EmptyState
      icon={<ListTree />}
      title={`The backlog of ${product.name} is empty`}
      action={
        <>
          {item && (
            <Button variant="primary" onClick={() => setCreating({ productId: product.id })}>
              Write the first item
            </Button>
          )}
          <Link className={buttonLook()} to="/imports">
            Import from Jira
          </Link>
        </>
      }
    >
      What the product needs stands here: epics for outcomes, features with acceptance criteria, tasks that fit a
      sprint; value, debt, defects and enablers in one place.
    </EmptyState>
  );
}
