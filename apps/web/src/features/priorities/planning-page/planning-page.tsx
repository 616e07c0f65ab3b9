import { Button, buttonLook } from '@chapterhouse/ui/button';
import { EmptyState } from '@chapterhouse/ui/empty-state';
import { Skeleton } from '@chapterhouse/ui/skeleton';
import { Boxes } from 'lucide-react';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { Page, type PageProps } from '../../../platform/page/page';
import { RefusalNote } from '../../../platform/refusals/refusal-note';
import { shownRefusal } from '../../../platform/refusals/shown-refusal';
import { GoalsBar } from '../goals-bar/goals-bar';
import { NewItemKey } from '../item-form/new-item-key';
import { UndoKey } from '../undo/undo-key';
import type { PlannedProduct, ProductChoice } from '../use-product';
import { ProductSwitcher } from './product-switcher';
import './planning-page.css';

export type PlanningPageProps = Pick<PageProps, 'title' | 'tabTitle' | 'subtitle' | 'actions' | 'width'> & {
  /** From `useProduct()`. */
  choice: ProductChoice;
  /** Only the Sprint Goals of this area's teams. */
  areaId?: string | null;
  children: (product: PlannedProduct) => ReactNode;
};

/** A planning screen: its product can be changed, and the goals stand on top of it. */
export function PlanningPage({ choice, areaId = null, actions, children, ...page }: PlanningPageProps) {
  const { product, loading, error, retry } = choice;
  return (
    <Page
      {...page}
      actions={
        <>
          <ProductSwitcher choice={choice} />
          {product && actions}
        </>
      }
    >
      <UndoKey />
      {product && <NewItemKey productId={product.id} />}
      {product && (
        <div className="planning" data-width={page.width ?? 'wide'}>
          <GoalsBar productId={product.id} areaId={areaId} />
          {children(product)}
        </div>
      )}
      {!product && loading && <Skeleton shape="card" lines={10} label="Loading" />}
      {!product && !loading && error !== undefined && (
        <RefusalNote refusal={shownRefusal(error)} action={<Button onClick={retry}>Try again</Button>} />
      )}
      {!product && !loading && error === undefined && (
        <EmptyState
          icon={<Boxes />}
          title="There is no product yet"
          action={
            <Link className={buttonLook({ variant: 'primary' })} to="/organization">
              Go to the organization
            </Link>
          }
        >
          Goals, the backlog and its one order belong to a product. Add one to the organization, or import where your
          teams stand.
        </EmptyState>
      )}
    </Page>
  );
}
