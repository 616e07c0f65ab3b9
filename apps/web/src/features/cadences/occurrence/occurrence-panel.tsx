import { buttonLook } from '@chapterhouse/ui/button';
import { SidePanel } from '@chapterhouse/ui/side-panel';
import { Skeleton } from '@chapterhouse/ui/skeleton';
import { Tooltip } from '@chapterhouse/ui/tooltip';
import { Maximize2 } from 'lucide-react';
import { Link, useLocation, useNavigate, useParams } from 'react-router';
import { PageTitle } from '../../../platform/page/page-title';
import { returnAddress } from '../../../platform/page/return-address';
import { OccurrenceActions } from './occurrence-actions';
import { OccurrenceBody } from './occurrence-body';
import { OccurrenceProblem } from './occurrence-problem';
import { useOccurrence } from './use-occurrence';

/** `/calendar/:id`: one date of a meeting beside the calendar, or the whole of a phone. */
export function OccurrencePanel() {
  const { id = '' } = useParams();
  const navigate = useNavigate();
  const { search, state, pathname } = useLocation();
  const { occurrence, error, loading, reload } = useOccurrence(id);
  const close = () => {
    // Escape in a field leaves the field; the panel closes with the next one.
    const field = document.activeElement;
    if (field instanceof HTMLElement && field.matches('input, textarea, select') && field.closest('.ch-side-panel')) {
      field.blur();
      return;
    }
    void navigate(returnAddress(state) ?? { pathname: '/calendar', search }, { preventScrollReset: true });
  };
  return (
    <SidePanel
      open
      onClose={close}
      title={occurrence?.name ?? 'Meeting'}
      actions={
        <>
          {occurrence && <OccurrenceActions occurrence={occurrence} onGone={close} />}
          <Tooltip content="Open as a page">
            <Link
              className={buttonLook({ variant: 'ghost', size: 'sm', icon: true })}
              to={`/calendar/${encodeURIComponent(id)}/page`}
              state={{ from: pathname + search }}
              aria-label="Open as a page"
            >
              <Maximize2 aria-hidden />
            </Link>
          </Tooltip>
        </>
      }
    >
      <PageTitle title={occurrence?.name ?? 'Meeting'} isProblem={!occurrence} />
      {occurrence && <OccurrenceBody key={occurrence.id} occurrence={occurrence} layout="panel" />}
      {!occurrence && loading && <Skeleton lines={8} label="Loading the meeting" />}
      {!occurrence && !loading && <OccurrenceProblem error={error} onRetry={reload} />}
    </SidePanel>
  );
}
