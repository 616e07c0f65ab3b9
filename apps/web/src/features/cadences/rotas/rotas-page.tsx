import { useQuery } from '@apollo/client/react';
import { Button } from '@chapterhouse/ui/button';
import { EmptyState } from '@chapterhouse/ui/empty-state';
import { Skeleton } from '@chapterhouse/ui/skeleton';
import { Plus, RefreshCw } from 'lucide-react';
import { lazy, Suspense, useState } from 'react';
import { addDays } from '../../../platform/dates/day-words';
import { useToday } from '../../../platform/dates/use-today';
import { Page } from '../../../platform/page/page';
import { RefusalNote } from '../../../platform/refusals/refusal-note';
import { shownRefusal } from '../../../platform/refusals/shown-refusal';
import { useViewer } from '../../../platform/session/session-provider';
import { useShortcut } from '../../../platform/shortcuts/use-shortcut';
import { plural } from '../../impediments/public';
import { useCadenceChanges } from '../use-cadence-changes';
import { RotaLines } from './rota-lines';
import { ROTAS } from './rotas.operations';
import './rotas.css';

const NewRotaDialog = lazy(async () => ({ default: (await import('./new-rota-dialog')).NewRotaDialog }));

/** Days ahead within which the next turn of a list lies. */
const NEAR = 40;

/** `/rotas`: what people take turns in, and whose turn is next. */
export function RotasPage() {
  const today = useToday();
  const { teams } = useViewer();
  const [adding, setAdding] = useState(false);
  const { data, error, loading, refetch } = useQuery(ROTAS, {
    variables: { teamId: null, endsBefore: addDays(today, NEAR) },
    fetchPolicy: 'cache-and-network',
  });
  useCadenceChanges(data !== undefined, refetch);
  useShortcut({ key: 'n', label: 'New rota', run: () => setAdding(true) });
  const own = teams.map(({ id }) => id);
  const rotas = data?.rotas ?? [];
  const mine = rotas.filter(({ team }) => team !== null && own.includes(team.id));
  const others = rotas.filter((rota) => !mine.includes(rota));
  return (
    <Page
      title="Rotas"
      subtitle={data && plural(rotas.length, 'rota')}
      actions={
        <Button icon={<Plus aria-hidden />} onClick={() => setAdding(true)}>
          New rota
        </Button>
      }
    >
      <div className="rotas">
        {error && (
          <RefusalNote
            refusal={shownRefusal(error)}
            action={<Button onClick={() => void refetch().catch(() => {})}>Try again</Button>}
          />
        )}
        {!data && loading && <Skeleton shape="card" lines={8} label="Loading the rotas" />}
        {data && rotas.length === 0 && (
          <EmptyState
            icon={<RefreshCw />}
            title="Nobody takes turns yet"
            action={<Button onClick={() => setAdding(true)}>Make the first rota</Button>}
          >
            A rota shares recurring work fairly: who facilitates, who reviews, who pairs with whom, who is at the
            keyboard. Who is away is passed over, and turns even out.
          </EmptyState>
        )}
        {mine.length > 0 && <RotaLines title={others.length > 0 ? 'Of your teams' : null} rotas={mine} />}
        {others.length > 0 && <RotaLines title={mine.length > 0 ? 'Of others' : null} rotas={others} />}
      </div>
      {adding && (
        <Suspense fallback={null}>
          <NewRotaDialog onClose={() => setAdding(false)} />
        </Suspense>
      )}
    </Page>
  );
}
