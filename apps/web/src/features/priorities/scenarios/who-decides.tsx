import { useQuery } from '@apollo/client/react';
import { Skeleton } from '@chapterhouse/ui/skeleton';
import { Suspense } from 'react';
import { DECISION_FLOW_PREVIEW, DecisionFlowPanel } from '../../decisions/public';

/** Where the delegation says that somebody else decides, publishing is refused: that is said before. */
export function WhoDecides({ productId }: { productId: string }) {
  const { data } = useQuery(DECISION_FLOW_PREVIEW, {
    variables: { scopeKind: 'PRODUCT', scopeId: productId, decisionAreaId: null, supersedesIds: [] },
    fetchPolicy: 'cache-and-network',
  });
  return (
    <div className="publish__flow">
      <Suspense fallback={<Skeleton lines={5} label="Who decides this" />}>
        {data ? (
          <DecisionFlowPanel flow={data.decisionFlowPreview} level={3} />
        ) : (
          <Skeleton lines={5} label="Who decides this" />
        )}
      </Suspense>
    </div>
  );
}
