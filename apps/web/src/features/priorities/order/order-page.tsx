import { Button, buttonLook } from '@chapterhouse/ui/button';
import { Segments } from '@chapterhouse/ui/segments';
import { History, Scale } from 'lucide-react';
import { Link } from 'react-router';
import { PlanningPage } from '../planning-page/planning-page';
import { productSearch } from './product-search';
import { useProduct } from '../use-product';
import { OrderScreen } from './order-screen';
import { useOrderView } from './use-order-view';

const SHOWN = [
  { value: 'plain', label: 'Order' },
  { value: 'scores', label: 'With scores' },
] as const;

/** `/order`: all open epics and features of a product in one order, across all teams. */
export function OrderPage() {
  const choice = useProduct();
  const { view, change } = useOrderView();
  return (
    <div className="order-page">
      <PlanningPage
        choice={choice}
        title="The order"
        width="full"
        actions={
          <>
            <Segments
              label="Columns"
              value={view.scores ? 'scores' : 'plain'}
              onChange={(shown) => change({ scores: shown === 'scores' })}
              options={SHOWN}
            />
            <Link
              className={buttonLook({ variant: 'ghost' })}
              to={{ pathname: '/order/disagreements', search: productSearch(choice) }}
            >
              <Scale aria-hidden /> Order against score
            </Link>
            <Button
              variant="ghost"
              icon={<History aria-hidden />}
              aria-pressed={view.past !== null}
              onClick={() => change({ past: view.past ? null : { itemId: null } })}
            >
              What moved
            </Button>
          </>
        }
      >
        {(product) => <OrderScreen key={product.id} product={product} />}
      </PlanningPage>
    </div>
  );
}
