import { useQuery } from '@apollo/client/react';
import { Button } from '@chapterhouse/ui/button';
import { Skeleton } from '@chapterhouse/ui/skeleton';
import { Plus } from 'lucide-react';
import { useState } from 'react';
import { useAddressView } from '../../../platform/page/use-address-view';
import { RefusalNote } from '../../../platform/refusals/refusal-note';
import { shownRefusal } from '../../../platform/refusals/shown-refusal';
import { useLineKeys } from '../../../platform/shortcuts/use-line-keys';
import { plural } from '../../impediments/public';
import { PlanningPage } from '../planning-page/planning-page';
import { useMayCreate } from '../use-may-create';
import { type PlannedProduct, useProduct } from '../use-product';
import { DEPENDENCIES } from './dependencies.operations';
import { DependenciesFilter } from './dependencies-filter';
import { DependencyLines } from './dependency-lines';
import { filterInput, readView, writeView } from './dependency-filter';
import { DependencyTabs } from './dependency-tabs';
import { NoDependencies } from './no-dependencies';
import { RequestDialog } from './request-dialog';
import { useDependencyChanges } from './use-dependency-changes';
import './dependencies-page.css';

/** Dependencies at a time. */
const PAGE = 30;

/** `/dependencies`: what teams need of one another, what was agreed, and where it does not fit. */
export function DependenciesPage() {
  const choice = useProduct();
  const [asking, setAsking] = useState(false);
  const ask = useMayCreate(choice.product?.id ?? null).dependency ? () => setAsking(true) : null;
  return (
    <PlanningPage
      choice={choice}
      title="Dependencies"
      subtitle="What teams need of one another"
      actions={
        ask && (
          <Button icon={<Plus aria-hidden />} onClick={ask}>
            Ask for something …
          </Button>
        )
      }
    >
      {(product) => (
        <>
          <DependencyTabs />
          <Found key={product.id} product={product} onAsk={ask} />
          {asking && <RequestDialog productId={product.id} onClose={() => setAsking(false)} />}
        </>
      )}
    </PlanningPage>
  );
}

/** @param onAsk null: there is no item that the viewer could ask for */
function Found({ product, onAsk }: { product: PlannedProduct; onAsk: (() => void) | null }) {
  const { view, change } = useAddressView(readView, writeView);
  const { data, previousData, error, loading, fetchMore, refetch } = useQuery(DEPENDENCIES, {
    variables: { first: PAGE, filter: filterInput(view, product.id) },
    fetchPolicy: 'cache-and-network',
  });
  const [more, setMore] = useState(false);
  useDependencyChanges(data ? product.id : null, refetch);
  const found = (data ?? previousData)?.dependencies;
  useLineKeys(found !== undefined && found.edges.length > 0);
  const showMore = async () => {
    setMore(true);
    // A refusal shows as the query's own error.
    await fetchMore({ variables: { after: found?.pageInfo.endCursor ?? null } }).catch(() => {});
    setMore(false);
  };
  return (
    <div className="dependencies-page">
      <DependenciesFilter product={product} view={view} found={data?.dependencies.totalCount} onChange={change} />
      {error && (
        <RefusalNote
          refusal={shownRefusal(error)}
          action={<Button onClick={() => void refetch().catch(() => {})}>Try again</Button>}
        />
      )}
      {!found && loading && <Skeleton shape="card" lines={10} label="Loading the dependencies" />}
      {found && found.edges.length === 0 && <NoDependencies view={view} onAsk={onAsk} />}
      {found && found.edges.length > 0 && (
        <>
          <DependencyLines label="Dependencies" dependencies={found.edges.map(({ node }) => node)} stale={!data} />
          {found.pageInfo.hasNextPage && (
            <div className="dependencies-page__more">
              <span>
                {found.edges.length.toLocaleString('en')} of {plural(found.totalCount, 'dependency', 'dependencies')}
              </span>
              <Button pending={more} onClick={() => void showMore()}>
                Show more
              </Button>
            </div>
          )}
        </>
      )}
    </div>
  );
}
