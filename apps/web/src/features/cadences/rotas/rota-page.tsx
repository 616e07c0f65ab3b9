import { useQuery } from '@apollo/client/react';
import { Button, buttonLook } from '@chapterhouse/ui/button';
import { Skeleton } from '@chapterhouse/ui/skeleton';
import { ArrowLeft, SquarePen, CircleStop } from 'lucide-react';
import { lazy, Suspense, useState } from 'react';
import { Link, useLocation, useNavigate, useParams } from 'react-router';
import { addDays } from '../../../platform/dates/day-words';
import { useToday } from '../../../platform/dates/use-today';
import { Page } from '../../../platform/page/page';
import { returnAddress } from '../../../platform/page/return-address';
import { PageProblem } from '../../../platform/refusals/page-problem';
import { can } from '../../../platform/session/can';
import { useShortcut } from '../../../platform/shortcuts/use-shortcut';
import { ROTA_PURPOSE_TITLES } from '../meeting-words';
import { OccurrencePart } from '../occurrence/occurrence-part';
import { useCadenceChanges } from '../use-cadence-changes';
import { EndRotaDialog } from './end-rota-dialog';
import { Fairness } from './fairness';
import { ROTA } from './rotas.operations';
import { Turns } from './turns';
import '../occurrence/occurrence.css';
import './rotas.css';

const EditRotaDialog = lazy(async () => ({ default: (await import('./edit-rota-dialog')).EditRotaDialog }));

/** A quarter ahead, and as much behind as makes the present turn plain. */
const AHEAD = 95;
const BEHIND = 14;

/** `/rotas/:id`: whose turn it is, a quarter ahead, and whether that is fair. */
export function RotaPage() {
  const { id = '' } = useParams();
  const today = useToday();
  const navigate = useNavigate();
  const { state } = useLocation();
  const [question, setQuestion] = useState<'edit' | 'end' | null>(null);
  const { data, error, loading, refetch } = useQuery(ROTA, {
    variables: { id, from: addDays(today, -BEHIND), endsBefore: addDays(today, AHEAD) },
    fetchPolicy: 'cache-and-network',
  });
  useCadenceChanges(data !== undefined, refetch);
  const rota = data?.rota;
  const mayEdit = can(rota, 'rota:edit');
  useShortcut({ key: 'e', label: 'Change this rota', when: mayEdit, run: () => setQuestion('edit') });
  const from = returnAddress(state);
  const close = () => setQuestion(null);
  return (
    <Page
      title={rota?.name ?? 'Rota'}
      subtitle={
        <Link className={buttonLook({ variant: 'ghost', size: 'sm' })} to={from ?? '/rotas'}>
          <ArrowLeft aria-hidden />
          {from === null ? 'All rotas' : 'Back to where you were'}
        </Link>
      }
      actions={
        rota && (
          <>
            {can(rota, 'rota:end') && rota.cadence === null && (
              <Button variant="ghost" icon={<CircleStop aria-hidden />} onClick={() => setQuestion('end')}>
                End…
              </Button>
            )}
            {mayEdit && (
              <Button icon={<SquarePen aria-hidden />} onClick={() => setQuestion('edit')}>
                Change
              </Button>
            )}
          </>
        )
      }
    >
      {!rota && loading && <Skeleton shape="card" lines={10} label="Loading the rota" />}
      {!rota && !loading && (
        <PageProblem
          error={error}
          onRetry={() => void refetch().catch(() => {})}
          title="There is no such rota."
          next="It may have ended, or the address has a typing mistake."
          to="/rotas"
          show="Show all rotas"
        />
      )}
      {rota && (
        <div className="rota-page">
          <div className="occurrence__main">
            <p className="rota-page__lead">
              {ROTA_PURPOSE_TITLES[rota.purpose]}
              {rota.team && !rota.cadence && ` of ${rota.team.name}`}
              {rota.cadence && (
                <>
                  {' '}
                  of <Link to={`/cadences/${encodeURIComponent(rota.cadence.id)}`}>{rota.cadence.name}</Link>
                </>
              )}
              : {rota.sentence}
            </p>
            <Turns rota={rota} />
          </div>
          <OccurrencePart title="Is it fair?">
            <Fairness shares={rota.fairness} />
          </OccurrencePart>
        </div>
      )}
      {question === 'end' && rota && (
        <EndRotaDialog rota={rota} onClose={close} onEnded={() => void navigate('/rotas')} />
      )}
      {question === 'edit' && rota && (
        <Suspense fallback={null}>
          <EditRotaDialog rota={rota} onClose={close} />
        </Suspense>
      )}
    </Page>
  );
}
