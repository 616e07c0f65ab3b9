import { buttonLook } from '@chapterhouse/ui/button';
import { Skeleton } from '@chapterhouse/ui/skeleton';
import { ArrowLeft } from 'lucide-react';
import { Link, useLocation, useParams } from 'react-router';
import { Page } from '../../../platform/page/page';
import { GoalsBar } from '../goals-bar/goals-bar';
import { returnAddress } from '../../../platform/page/return-address';
import { ItemActions } from './item-actions';
import { ItemBody } from './item-body';
import { ItemProblem } from './item-problem';
import { useItem } from './use-item';

/** `/backlog/:key/page`: one item by itself, for a long read, a refinement, a projector. */
export function ItemPage() {
  const { key = '' } = useParams();
  const { state } = useLocation();
  const { item, unknown, error, loading, reload } = useItem(key);
  const from = returnAddress(state);
  return (
    <Page
      title={key}
      tabTitle={item ? `${key} ${item.title}` : key}
      subtitle={
        <Link className={buttonLook({ variant: 'ghost', size: 'sm' })} to={from ?? '/backlog'}>
          <ArrowLeft aria-hidden />
          {from === null ? 'The whole backlog' : 'Back to where you were'}
        </Link>
      }
      actions={item && <ItemActions item={item} />}
    >
      {item && (
        <>
          <GoalsBar productId={item.product.id} areaId={item.area?.id ?? null} />
          <ItemBody key={item.id} item={item} layout="page" />
        </>
      )}
      {!item && loading && <Skeleton shape="card" lines={10} label={`Loading ${key}`} />}
      {!item && !loading && <ItemProblem of={key} unknown={unknown} error={error} onRetry={reload} />}
    </Page>
  );
}
