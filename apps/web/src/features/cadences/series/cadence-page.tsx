import { useQuery } from '@apollo/client/react';
import { Button, buttonLook } from '@chapterhouse/ui/button';
import { ErrorNote } from '@chapterhouse/ui/error-note';
import { Skeleton } from '@chapterhouse/ui/skeleton';
import { ArrowLeft, CalendarX, SquarePen } from 'lucide-react';
import { useState } from 'react';
import { Link, useLocation, useNavigate, useParams } from 'react-router';
import { addDays, dayWords } from '../../../platform/dates/day-words';
import { useToday } from '../../../platform/dates/use-today';
import { Page } from '../../../platform/page/page';
import { returnAddress } from '../../../platform/page/return-address';
import { PageProblem } from '../../../platform/refusals/page-problem';
import { can } from '../../../platform/session/can';
import { useShortcut } from '../../../platform/shortcuts/use-shortcut';
import { useCadenceChanges } from '../use-cadence-changes';
import { CadenceBody } from './cadence-body';
import { EndDialog } from './end-dialog';
import { CADENCE } from './series.operations';
import './series.css';

/** Dates that are shown ahead. */
const SHOWN = 10;

/** `/cadences/:id`: a series: its rule, what it is for, who is invited, and its next dates. */
export function CadencePage() {
  const { id = '' } = useParams();
  const navigate = useNavigate();
  const { state } = useLocation();
  const today = useToday();
  const [ending, setEnding] = useState(false);
  const { data, error, loading, refetch } = useQuery(CADENCE, {
    variables: { id, count: SHOWN },
    fetchPolicy: 'cache-and-network',
  });
  useCadenceChanges(data !== undefined, refetch);
  const cadence = data?.cadence;
  const over = cadence !== undefined && cadence.endsBefore !== null && cadence.endsBefore <= today;
  const mayEdit = cadence !== undefined && !over && can(cadence, 'cadence:edit');
  const edit = `/cadences/${encodeURIComponent(id)}/edit`;
  useShortcut({
    key: 'e',
    label: 'Change this meeting',
    when: mayEdit,
    run: () => void navigate(edit, { state: { from: `/cadences/${encodeURIComponent(id)}` } }),
  });
  const from = returnAddress(state);
  return (
    <Page
      title={cadence?.name ?? 'Meeting'}
      subtitle={
        <Link className={buttonLook({ variant: 'ghost', size: 'sm' })} to={from ?? '/cadences'}>
          <ArrowLeft aria-hidden />
          {from === null ? 'All cadences' : 'Back to where you were'}
        </Link>
      }
      actions={
        cadence && (
          <>
            {can(cadence, 'cadence:end') && (
              <Button variant="ghost" icon={<CalendarX aria-hidden />} onClick={() => setEnding(true)}>
                End…
              </Button>
            )}
            {mayEdit && (
              <Link className={buttonLook()} to={edit} state={{ from: `/cadences/${encodeURIComponent(id)}` }}>
                <SquarePen aria-hidden />
                Change
              </Link>
            )}
          </>
        )
      }
    >
      {cadence && cadence.endsBefore !== null && (
        <ErrorNote
          tone="attention"
          title={`${over ? 'It ended' : 'It ends'} on ${dayWords(addDays(cadence.endsBefore, -1), today)}.`}
          next={
            cadence.followedBy ? (
              <>
                It goes on as{' '}
                <Link to={`/cadences/${encodeURIComponent(cadence.followedBy.id)}`}>{cadence.followedBy.name}</Link>,{' '}
                from {dayWords(cadence.followedBy.startsAt.slice(0, 10), today)}.
              </>
            ) : (
              'What has been stays in the calendar.'
            )
          }
        />
      )}
      {cadence && <CadenceBody cadence={cadence} />}
      {!cadence && loading && <Skeleton shape="card" lines={10} label="Loading the meeting" />}
      {!cadence && !loading && <CadenceProblem error={error} onRetry={() => void refetch().catch(() => {})} />}
      {ending && cadence && <EndDialog cadence={cadence} onClose={() => setEnding(false)} />}
    </Page>
  );
}

export function CadenceProblem(props: { error: unknown; onRetry: () => void }) {
  return (
    <PageProblem
      {...props}
      title="There is no such meeting."
      next="The address may have a typing mistake."
      to="/cadences"
      show="Show all cadences"
    />
  );
}
