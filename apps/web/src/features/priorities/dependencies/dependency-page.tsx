import { useQuery } from '@apollo/client/react';
import { buttonLook } from '@chapterhouse/ui/button';
import { Skeleton } from '@chapterhouse/ui/skeleton';
import { ArrowLeft } from 'lucide-react';
import { useState } from 'react';
import { Link, useLocation, useParams } from 'react-router';
import { Page } from '../../../platform/page/page';
import { useFocusOfGone } from '../../../platform/page/use-focus-of-gone';
import { PageProblem } from '../../../platform/refusals/page-problem';
import { returnAddress } from '../../decisions/public';
import { GoalsBar } from '../goals-bar/goals-bar';
import { DEPENDENCY } from './dependencies.operations';
import { DependencyActions } from './dependency-actions';
import { DependencyBody } from './dependency-body';
import { type DependencyDialog, DependencyDialogs } from './dependency-dialogs';
import { useDependencyChanges } from './use-dependency-changes';

type Asked = { of: string; dialog: DependencyDialog | null };

/** `/dependencies/:key`: what one side needs, what the other said, and what comes next. */
export function DependencyPage() {
  const { key = '' } = useParams();
  const { data, error, loading, refetch } = useQuery(DEPENDENCY, {
    variables: { key },
    fetchPolicy: 'cache-and-network',
  });
  const dependency = data?.dependency ?? null;
  const productId = dependency?.consumer.product.id ?? null;
  useDependencyChanges(productId, refetch);
  useFocusOfGone();
  const [asked, ask] = useState<Asked>({ of: key, dialog: null });
  const open = (dialog: DependencyDialog | null) => ask({ of: key, dialog });
  return (
    <Page
      title={key}
      tabTitle={dependency ? `${key} ${dependency.consumer.title}` : undefined}
      subtitle={<WayBack />}
      actions={dependency && <DependencyActions dependency={dependency} onOpen={open} />}
    >
      {productId !== null && <GoalsBar productId={productId} />}
      {dependency && (
        <>
          <DependencyBody key={dependency.id} dependency={dependency} />
          <DependencyDialogs
            dependency={dependency}
            // A question about another one is not open here.
            open={asked.of === key ? asked.dialog : null}
            onClose={() => open(null)}
          />
        </>
      )}
      {!dependency && loading && <Skeleton shape="card" lines={8} label={`Loading ${key}`} />}
      {!dependency && !loading && (
        <PageProblem
          error={error}
          onRetry={() => void refetch().catch(() => {})}
          title={`There is no dependency ${key}.`}
          next="The address may have a typing mistake."
          to="/dependencies?show=all"
          show="Show all dependencies"
        />
      )}
    </Page>
  );
}

function WayBack() {
  const { state } = useLocation();
  const from = returnAddress(state);
  return (
    <Link className={buttonLook({ variant: 'ghost', size: 'sm' })} to={from ?? '/dependencies'}>
      <ArrowLeft aria-hidden />
      {from === null ? 'All dependencies' : 'Back to where you were'}
    </Link>
  );
}
