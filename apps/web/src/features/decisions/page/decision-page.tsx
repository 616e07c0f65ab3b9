import { useQuery } from '@apollo/client/react';
import { buttonLook } from '@chapterhouse/ui/button';
import { Skeleton } from '@chapterhouse/ui/skeleton';
import { ArrowLeft } from 'lucide-react';
import { useState } from 'react';
import { Link, useLocation, useParams } from 'react-router';
import { Page } from '../../../platform/page/page';
import { returnAddress } from '../../../platform/page/return-address';
import { PageProblem } from '../../../platform/refusals/page-problem';
import { type FlowDialog, FlowDialogs } from '../flow/flow-dialogs';
import { useDecisionChanges } from '../use-decision-changes';
import { DecisionActions } from './decision-actions';
import { DecisionBody } from './decision-body';
import { DECISION } from './decision.operations';
import { type RecordDialog, RecordDialogs } from './record-dialogs';
import { useHistoryWalk } from './use-history-walk';

type Dialogs = { of: string; flow: FlowDialog | null; record: RecordDialog | null };

/** `/decisions/:key`: what was decided, why, and everything about it. */
export function DecisionPage() {
  const { key = '' } = useParams();
  const { data, previousData, error, loading, refetch } = useQuery(DECISION, {
    variables: { key },
    fetchPolicy: 'cache-and-network',
    // Pages of activity that were loaded on stay.
    refetchWritePolicy: 'merge',
  });
  const decision = data?.decision;
  useDecisionChanges(decision !== undefined, refetch, decision?.id);
  // Whoever walks faster than the next one loads still knows the line from the last one.
  const walk = useHistoryWalk((data ?? previousData)?.decision.history ?? [], key);
  const [asked, ask] = useState<Dialogs>({ of: key, flow: null, record: null });
  // Questions about another decision are not open here.
  const open = asked.of === key ? asked : { flow: null, record: null };
  const askFlow = (flow: FlowDialog | null) => ask({ of: key, flow, record: null });
  const askRecord = (record: RecordDialog | null) => ask({ of: key, flow: null, record });
  return (
    <Page
      title={key}
      tabTitle={decision && `${key} ${decision.title}`}
      subtitle={<WayBack />}
      actions={decision && <DecisionActions decision={decision} onFlow={askFlow} onRecord={askRecord} />}
    >
      {decision && (
        <>
          <DecisionBody
            key={decision.id}
            decision={decision}
            walk={walk}
            onAnswer={(askId) => askFlow({ kind: 'answer', askId })}
          />
          <FlowDialogs decision={decision} open={open.flow} onClose={() => askFlow(null)} />
          <RecordDialogs decision={decision} open={open.record} onClose={() => askRecord(null)} />
        </>
      )}
      {!decision && loading && <Skeleton shape="card" lines={10} label={`Loading ${key}`} />}
      {!decision && !loading && error && (
        <PageProblem
          error={error}
          onRetry={() => void refetch().catch(() => {})}
          title="There is no decision with this key."
          to="/decisions"
          show="Show all decisions"
        />
      )}
    </Page>
  );
}

function WayBack() {
  const { state } = useLocation();
  const from = returnAddress(state);
  return (
    <Link className={buttonLook({ variant: 'ghost', size: 'sm' })} to={from ?? '/decisions'}>
      <ArrowLeft aria-hidden />
      {from === null ? 'All decisions' : 'Back to where you were'}
    </Link>
  );
}
