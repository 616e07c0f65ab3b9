import { useQuery } from '@apollo/client/react';
import { Button, buttonLook } from '@chapterhouse/ui/button';
import { EmptyState } from '@chapterhouse/ui/empty-state';
import { Select } from '@chapterhouse/ui/select';
import { Skeleton } from '@chapterhouse/ui/skeleton';
import { Table } from '@chapterhouse/ui/table';
import { ArrowDown, ArrowUp, ListOrdered, Scale } from 'lucide-react';
import { Link } from 'react-router';
import type { ScoreDisagreementsQuery } from '../../../generated/graphql';
import { useAddressView } from '../../../platform/page/use-address-view';
import { RefusalNote } from '../../../platform/refusals/refusal-note';
import { shownRefusal } from '../../../platform/refusals/shown-refusal';
import { plural } from '../../impediments/public';
import { ItemLink } from '../item/item-link';
import { PlanningPage } from '../planning-page/planning-page';
import { useBacklogChanges } from '../use-backlog-changes';
import { type PlannedProduct, useProduct } from '../use-product';
import { counted } from './order-columns';
import { productSearch } from './product-search';
import { SCORE_DISAGREEMENTS } from './scoring.operations';
import './disagreements.css';

/** As many as are worth a look; the api gives no more. */
const MOST = 100;

type Disagreement = ScoreDisagreementsQuery['scoreDisagreements'][number];

type View = { areaId: string | null };

const readView = (params: URLSearchParams): View => ({ areaId: params.get('area') });

function writeView({ areaId }: View, before: URLSearchParams): URLSearchParams {
  const params = new URLSearchParams(before);
  if (areaId === null) params.delete('area');
  else params.set('area', areaId);
  return params;
}

/** `/order/disagreements`: where the order and the score are farthest apart. The score helps to see; it decides nothing. */
export function DisagreementsPage() {
  const choice = useProduct();
  const { view, change } = useAddressView(readView, writeView);
  const { areaId } = view;
  return (
    <PlanningPage
      choice={choice}
      title="Order against score"
      areaId={areaId}
      actions={
        <>
          <Select
            label="Area"
            labelHidden
            placeholder="All areas"
            options={(choice.product?.areas ?? []).map(({ id, name }) => ({ value: id, label: name }))}
            value={areaId ?? ''}
            onChange={(event) => change({ areaId: event.target.value === '' ? null : event.target.value })}
          />
          <Link className={buttonLook({ variant: 'ghost' })} to={{ pathname: '/order', search: productSearch(choice) }}>
            <ListOrdered aria-hidden /> The order
          </Link>
        </>
      }
    >
      {(product) => <Disagreements product={product} areaId={areaId} scored={`/order?scores=1`} />}
    </PlanningPage>
  );
}

type DisagreementsProps = { product: PlannedProduct; areaId: string | null; scored: string };

function Disagreements({ product, areaId, scored }: DisagreementsProps) {
  const { data, previousData, error, loading, refetch } = useQuery(SCORE_DISAGREEMENTS, {
    variables: { productId: product.id, areaId, first: MOST },
    fetchPolicy: 'cache-and-network',
  });
  useBacklogChanges(data ? product.id : null, refetch);
  const found = (data ?? previousData)?.scoreDisagreements;
  if (!found && loading) return <Skeleton shape="card" lines={8} label="Comparing the order with the scores" />;
  if (!found)
    return (
      <RefusalNote
        refusal={error ? shownRefusal(error) : null}
        action={<Button onClick={() => void refetch().catch(() => {})}>Try again</Button>}
      />
    );
  if (found.length === 0)
    return (
      <EmptyState
        icon={<Scale />}
        title="Order and score agree"
        action={
          <Link className={buttonLook({ variant: 'primary' })} to={scored}>
            Score items beside the order
          </Link>
        }
      >
        Here stand the items that the order puts elsewhere than their WSJF would: cost of delay over size. Only items
        with all three parts of a score and a size are compared.
      </EmptyState>
    );
  return (
    <div className="disagreements">
      <p className="disagreements__words">
        Farthest apart first. WSJF is cost of delay over size; where the order knows better, leave it, and say why when
        you move.
      </p>
      <Table caption="Where order and score disagree">
        <thead>
          <tr>
            <th scope="col">Item</th>
            <th scope="col">Area</th>
            <th scope="col" className="ch-number">
              Cost of delay
            </th>
            <th scope="col" className="ch-number">
              Size
            </th>
            <th scope="col" className="ch-number">
              WSJF
            </th>
            <th scope="col" className="ch-number">
              In the order
            </th>
            <th scope="col" className="ch-number">
              By score
            </th>
            <th scope="col">The order has it</th>
          </tr>
        </thead>
        <tbody>
          {found.map((one) => (
            <Line key={one.item.id} disagreement={one} />
          ))}
        </tbody>
      </Table>
    </div>
  );
}

function Line({ disagreement: { item, position, scorePosition, gap } }: { disagreement: Disagreement }) {
  const { area, points, score } = item;
  return (
    <tr>
      <th scope="row" className="disagreements__item">
        <ItemLink item={item} />
      </th>
      <td className="disagreements__area">{area?.name}</td>
      <td className="ch-number" data-label="Cost of delay">
        {counted(score.costOfDelay)}
      </td>
      <td className="ch-number" data-label="Size">
        {counted(points)}
      </td>
      <td className="ch-number" data-label="WSJF">
        {counted(score.wsjf)}
      </td>
      <td className="ch-number" data-label="In the order">
        {position.toLocaleString('en')}
      </td>
      <td className="ch-number" data-label="By score">
        {scorePosition.toLocaleString('en')}
      </td>
      <td className="disagreements__gap">
        {gap > 0 ? <ArrowUp aria-hidden /> : <ArrowDown aria-hidden />} {plural(Math.abs(gap), 'place')}{' '}
        {gap > 0 ? 'higher' : 'lower'}
      </td>
    </tr>
  );
}
