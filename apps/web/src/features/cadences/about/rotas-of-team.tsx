import { useQuery } from '@apollo/client/react';
import { Button } from '@chapterhouse/ui/button';
import { Plus } from 'lucide-react';
import { lazy, Suspense, useState } from 'react';
import { addDays } from '../../../platform/dates/day-words';
import { useToday } from '../../../platform/dates/use-today';
import { RotaLines } from '../rotas/rota-lines';
import { ROTAS } from '../rotas/rotas.operations';
import { useCadenceChanges } from '../use-cadence-changes';
import '../rotas/rotas.css';
import './meetings-of.css';

const NewRotaDialog = lazy(async () => ({ default: (await import('../rotas/new-rota-dialog')).NewRotaDialog }));

/** Days ahead within which the next turn lies. */
const NEAR = 40;

/** Part of a team's page: what it takes turns in. */
export function RotasOfTeam({ team, open }: { team: { id: string; name: string }; open: boolean }) {
  const today = useToday();
  const [adding, setAdding] = useState(false);
  const { data, refetch } = useQuery(ROTAS, {
    variables: { teamId: team.id, endsBefore: addDays(today, NEAR) },
    fetchPolicy: 'cache-and-network',
  });
  useCadenceChanges(data !== undefined, refetch);
  const rotas = data?.rotas ?? [];
  return (
    <div className="meetings-of">
      {rotas.length > 0 && <RotaLines title={null} rotas={rotas} />}
      {data && rotas.length === 0 && <p className="meetings-of__none">Nobody takes turns in anything yet.</p>}
      {open && (
        <div className="meetings-of__ways">
          <Button variant="ghost" size="sm" icon={<Plus aria-hidden />} onClick={() => setAdding(true)}>
            New rota
          </Button>
        </div>
      )}
      {adding && (
        <Suspense fallback={null}>
          <NewRotaDialog team={team} onClose={() => setAdding(false)} />
        </Suspense>
      )}
    </div>
  );
}
