import { useApolloClient, useQuery } from '@apollo/client/react';
import { Button } from '@chapterhouse/ui/button';
import { EmptyState } from '@chapterhouse/ui/empty-state';
import { Skeleton } from '@chapterhouse/ui/skeleton';
import { MessageCircleQuestion } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { Link, useLocation } from 'react-router';
import type { AskedOfMeQuery } from '../../../generated/graphql';
import { Page } from '../../../platform/page/page';
import { RefusalNote } from '../../../platform/refusals/refusal-note';
import { shownRefusal } from '../../../platform/refusals/shown-refusal';
import { DependencyLines } from '../../notifications/public';
import { useLiveImpediments } from '../live-board/use-live-impediments';
import { plural } from '../plural';
import { AskedBrief } from './asked-brief';
import { ASKED_COUNT, ASKED_OF_ME } from './briefs.operations';
import { PastBrief } from './past-brief';
import './asked-page.css';

/** What was asked before: so many at first, and as many as the server gives. */
const FEW = 5;
const MANY = 100;

/** `/asked-of-me`: for those whom briefs ask; what, with what data, by when; and what other teams wait for. */
export function AskedPage() {
  const [past, setPast] = useState(FEW);
  const { data, previousData, error, refetch } = useQuery(ASKED_OF_ME, {
    variables: { past },
    fetchPolicy: 'cache-and-network',
  });
  const asked = data ?? previousData;
  const client = useApolloClient();
  useLiveImpediments(asked !== undefined, () =>
    Promise.all([refetch(), client.refetchQueries({ include: [ASKED_COUNT] })]),
  );
  return (
    <Page title="Asked of me" width="narrow" subtitle={asked && subtitleOf(asked)}>
      {!asked && error && (
        <RefusalNote
          refusal={shownRefusal(error)}
          action={<Button onClick={() => void refetch().catch(() => {})}>Try again</Button>}
        />
      )}
      {!asked && !error && <Skeleton shape="card" lines={6} label="Loading what is asked of you" />}
      {asked && <Asked asked={asked} onMore={() => setPast(MANY)} />}
    </Page>
  );
}

function Asked({ asked: { waiting, past, dependencies }, onMore }: { asked: AskedOfMeQuery; onMore: () => void }) {
  const [answered, setAnswered] = useState<string | null>(null);
  const open = waiting.edges.map(({ node }) => node);
  const over = past.edges.map(({ node }) => node);
  useNamedPlace();
  if (open.length + over.length + dependencies.totalCount === 0) {
    return (
      <EmptyState
        icon={<MessageCircleQuestion />}
        title="Nothing is asked of you"
        action={<Link to="/impediments">Look at the board</Link>}
      >
        When teams cannot remove something themselves, they ask for a decision here: what it is, with the data, and by
        when they need it.
      </EmptyState>
    );
  }
  return (
    <div className="asked">
      {open.length === 0 && over.length > 0 && (
        <p className="asked__quiet">No decision waits for you: all that was asked by a brief is answered.</p>
      )}
      {open.map((brief) => (
        <AskedBrief key={brief.id} brief={brief} onAnswered={() => setAnswered(brief.id)} />
      ))}
      {dependencies.totalCount > 0 && <AskedDependencies dependencies={dependencies} />}
      {over.length > 0 && (
        <section className="asked__part" aria-labelledby="asked-before">
          <h2 id="asked-before">Asked before</h2>
          <ol className="asked__list">
            {over.map((brief, index) => (
              <PastBrief
                key={brief.id}
                brief={brief}
                id={[...open, ...over.slice(0, index)].some(sameAs(brief)) ? undefined : brief.impediment.key}
                focus={brief.id === answered}
              />
            ))}
          </ol>
          {past.totalCount > over.length && over.length < MANY && (
            <Button size="sm" onClick={onMore}>
              Show what came before
            </Button>
          )}
        </section>
      )}
    </div>
  );
}

/** The same lines as in my work: they are answered where they are agreed. */
function AskedDependencies({ dependencies: { totalCount, edges } }: Pick<AskedOfMeQuery, 'dependencies'>) {
  return (
    <section className="asked__part" aria-labelledby="asked-dependencies">
      <h2 id="asked-dependencies">Dependencies that wait for you</h2>
      <DependencyLines dependencies={edges.map(({ node }) => node)} />
      {totalCount > edges.length && (
        <Link to="/dependencies?show=waiting">Show all {totalCount.toLocaleString('en')}</Link>
      )}
    </section>
  );
}

type OfImpediment = { impediment: { id: string } };

const sameAs = (brief: OfImpediment) => (other: OfImpediment) => other.impediment.id === brief.impediment.id;

/** "2 decisions and 1 dependency wait for you" */
function subtitleOf({ waiting, dependencies }: AskedOfMeQuery): string {
  const all = waiting.totalCount + dependencies.totalCount;
  if (all === 0) return 'Nothing waits';
  const words = [
    ...(waiting.totalCount > 0 ? [plural(waiting.totalCount, 'decision')] : []),
    ...(dependencies.totalCount > 0 ? [plural(dependencies.totalCount, 'dependency', 'dependencies')] : []),
  ];
  return `${words.join(' and ')} ${all === 1 ? 'waits' : 'wait'} for you`;
}

/** An entry of the inbox leads to the one that it is about: `#IMP-42`. */
function useNamedPlace(): void {
  const { hash, key } = useLocation();
  const went = useRef<string | null>(null);
  useEffect(() => {
    if (hash === '' || went.current === key) return;
    went.current = key;
    const place = document.getElementById(decodeURIComponent(hash.slice(1)));
    place?.scrollIntoView({ block: 'start' });
    place?.focus({ preventScroll: true });
  });
}
