import { buttonLook } from '@chapterhouse/ui/button';
import { Skeleton } from '@chapterhouse/ui/skeleton';
import { ArrowLeft } from 'lucide-react';
import { Link, useLocation, useNavigate, useParams } from 'react-router';
import { Page } from '../../../platform/page/page';
import { returnAddress } from '../../../platform/page/return-address';
import { OccurrenceActions } from './occurrence-actions';
import { OccurrenceBody } from './occurrence-body';
import { OccurrenceProblem } from './occurrence-problem';
import { useOccurrence } from './use-occurrence';

/** `/calendar/:id/page`: one date by itself, for the meeting itself and its projector. */
export function OccurrencePage() {
  const { id = '' } = useParams();
  const { state } = useLocation();
  const navigate = useNavigate();
  const { occurrence, error, loading, reload } = useOccurrence(id);
  const from = returnAddress(state);
  return (
    <Page
      title={occurrence?.name ?? 'Meeting'}
      subtitle={
        <Link className={buttonLook({ variant: 'ghost', size: 'sm' })} to={from ?? '/calendar'}>
          <ArrowLeft aria-hidden />
          {from === null ? 'Calendar' : 'Back to where you were'}
        </Link>
      }
      actions={
        occurrence && <OccurrenceActions occurrence={occurrence} onGone={() => void navigate(from ?? '/calendar')} />
      }
    >
      {occurrence && <OccurrenceBody key={occurrence.id} occurrence={occurrence} layout="page" />}
      {!occurrence && loading && <Skeleton shape="card" lines={10} label="Loading the meeting" />}
      {!occurrence && !loading && <OccurrenceProblem error={error} onRetry={reload} />}
    </Page>
  );
}
