import { useQuery } from '@apollo/client/react';
import { Button } from '@chapterhouse/ui/button';
import type { RotasQuery } from '../../../generated/graphql';
import { EmptyState } from '@chapterhouse/ui/empty-state';
import { Skeleton } from '@chapterhouse/ui/skeleton';
import { Plus, RefreshCw, Search } from 'lucide-react';
import { lazy, Suspense, useRef, useState } from 'react';
import { addDays } from '../../../platform/dates/day-words';
import { useToday } from '../../../platform/dates/use-today';
import { Page } from '../../../platform/page/page';
import { useAddressView } from '../../../platform/page/use-address-view';
import { useTypedText } from '../../../platform/page/use-typed-text';
import { RefusalNote } from '../../../platform/refusals/refusal-note';
import { shownRefusal } from '../../../platform/refusals/shown-refusal';
import { useViewer } from '../../../platform/session/session-provider';
import { useShortcut } from '../../../platform/shortcuts/use-shortcut';
import { plural } from '../../impediments/public';
import { useCadenceChanges } from '../use-cadence-changes';
import { ROTA_PURPOSE_TITLES } from '../meeting-words';
import { RotaLines } from './rota-lines';
import { ROTAS } from './rotas.operations';
import './rotas.css';

const NewRotaDialog = lazy(async () => ({ default: (await import('./new-rota-dialog')).NewRotaDialog }));

/** Days ahead within which the next turn of a list lies. */
const NEAR = 40;

/** More are searched. */
const FEW = 5;

type Listed = RotasQuery['rotas'][number];
type View = { text: string };

const readView = (params: URLSearchParams): View => ({ text: params.get('text') ?? '' });
const writeView = ({ text }: View): URLSearchParams => new URLSearchParams(text === '' ? {} : { text });

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
  const { view, change } = useAddressView(readView, writeView);
  const [text, setText] = useTypedText(view.text, (words) => change({ text: words }));
  const field = useRef<HTMLInputElement>(null);
  useShortcut({ key: '/', label: 'Find a rota', run: () => field.current?.focus() });
  const own = teams.map(({ id }) => id);
  const all = data?.rotas ?? [];
  const rotas = all.filter((rota) => fits(rota, text));
  const mine = rotas.filter(({ team }) => team !== null && own.includes(team.id));
  const others = rotas.filter((rota) => !mine.includes(rota));
  return (
    <Page
      title="Rotas"
      subtitle={data && (text.trim() === '' ? plural(all.length, 'rota') : `${plural(rotas.length, 'rota')} found`)}
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
        {all.length > FEW && (
          <search className="rotas__search" aria-label="Find a rota">
            <Search aria-hidden />
            <input
              ref={field}
              type="search"
              className="ch-input"
              aria-label="Find a rota"
              placeholder="A name, a team, a person"
              value={text}
              onChange={(event) => setText(event.target.value)}
            />
          </search>
        )}
        {all.length > 0 && rotas.length === 0 && <p className="rota-lines__facts">No rota has these words.</p>}
        {data && all.length === 0 && (
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

/** Whether all words are somewhere in its name, its team, what it is for, or who takes turns. */
function fits({ name, team, purpose, members }: Listed, text: string): boolean {
  const all = [name, team?.name, ROTA_PURPOSE_TITLES[purpose], ...members.map(({ person }) => person.name)];
  const words = all.join(' ').toLowerCase();
  return text
    .toLowerCase()
    .split(/\s+/)
    .every((word) => words.includes(word));
}
