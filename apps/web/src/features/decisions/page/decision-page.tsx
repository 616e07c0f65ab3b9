import { useQuery } from '@apollo/client/react';
import { Button, buttonLook } from '@chapterhouse/ui/button';
import { ErrorNote } from '@chapterhouse/ui/error-note';
import { Skeleton } from '@chapterhouse/ui/skeleton';
import { ArrowLeft } from 'lucide-react';
import { useState } from 'react';
import { Link, useLocation, useParams } from 'react-router';
import { Page } from '../../../platform/page/page';
import { shownRefusal } from '../../../platform/refusals/shown-refusal';
import { DECISION } from './decision.operations';
import { type FlowDialog, FlowDialogs } from '../flow/flow-dialogs';
import { returnAddress } from '../return-address';
import { useDecisionChanges } from '../use-decision-changes';
import { DecisionActions } from './decision-actions';
import { DecisionBody, type ShownDecision } from './decision-body';
import { type RecordDialog, RecordDialogs } from './record-dialogs';

/** `/decisions/:key`: what was decided, why, and everything about it. */
export function DecisionPage() {
  const { key = '' } = useParams();
  const { data, error, loading, refetch } = useQuery(DECISION, {
    variables: { key },
    fetchPolicy: 'cache-and-network',
    // Pages of activity that were loaded on stay.
    refetchWritePolicy: 'merge',
  });
  const decision = data?.decision;
  useDecisionChanges(decision !== undefined, refetch, decision?.id);
  if (decision) return <OpenDecision key={decision.id} decision={decision} />;
  return (
    <Page title={key} subtitle={<WayBack />}>
      {loading && <Skeleton shape="card" lines={10} label={`Loading ${key}`} />}
      {!loading && error && <Problem error={error} onRetry={() => void refetch().catch(() => {})} />}
    </Page>
  );
}

function OpenDecision({ decision }: { decision: ShownDecision }) {
  const [flowDialog, setFlowDialog] = useState<FlowDialog | null>(null);
  const [recordDialog, setRecordDialog] = useState<RecordDialog | null>(null);
  const { key, title } = decision;
  return (
    <Page
      title={key}
      tabTitle={`${key} ${title}`}
      subtitle={<WayBack />}
      actions={<DecisionActions decision={decision} onFlow={setFlowDialog} onRecord={setRecordDialog} />}
    >
      <DecisionBody decision={decision} onAnswer={(askId) => setFlowDialog({ kind: 'answer', askId })} />
      <FlowDialogs decision={decision} open={flowDialog} onClose={() => setFlowDialog(null)} />
      <RecordDialogs decision={decision} open={recordDialog} onClose={() => setRecordDialog(null)} />
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

function Problem({ error, onRetry }: { error: unknown; onRetry: () => void }) {
  const { code, title, next } = shownRefusal(error);
  const unknown = code === 'NOT_FOUND';
  return (
    <ErrorNote
      title={unknown ? 'There is no decision with this key.' : title}
      next={next}
      action={
        unknown ? (
          <Link className={buttonLook()} to="/decisions">
            Show all decisions
          </Link>
        ) : (
          <Button onClick={onRetry}>Try again</Button>
        )
      }
    />
  );
}
