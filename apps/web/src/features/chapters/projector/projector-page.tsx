import { buttonLook } from '@chapterhouse/ui/button';
import { Skeleton } from '@chapterhouse/ui/skeleton';
import { Minimize2 } from 'lucide-react';
import { Link, useNavigate, useParams } from 'react-router';
import { PageTitle } from '../../../platform/page/page-title';
import { can } from '../../../platform/session/can';
import { useShortcutKeys } from '../../../platform/shortcuts/use-shortcut-keys';
import { useShortcut } from '../../../platform/shortcuts/use-shortcut';
import { Avatar } from '@chapterhouse/ui/avatar';
import { TimeboxClock } from '../triage/timebox-clock';
import { usualSeconds } from '../triage/timebox-choice';
import { currentOf, nextOf, openItems, type ShownSession, titleOf } from '../triage/triage-items';
import { TriageProblem } from '../triage/triage-page';
import { PAUSE_TIMEBOX, RESUME_TIMEBOX, START_TIMEBOX, TAKE_UP_ITEM } from '../triage/triage.operations';
import { useJoin } from '../triage/use-join';
import { usePeopleHere } from '../triage/use-people-here';
import { useTimebox } from '../triage/use-timebox';
import { useTriageAct } from '../triage/use-triage-act';
import { useTriageNews } from '../triage/use-triage-news';
import { useTriageSession } from '../triage/use-triage-session';
import { ProjectedAgenda } from './projected-agenda';
import { ProjectedDots } from './projected-dots';
import { ProjectedItem } from './projected-item';
import './projector.css';

/** `/triage/:id/projector`: one item, large enough for the last row; keys lead on. */
export function ProjectorPage() {
  const { id = '' } = useParams();
  const { session, error, loading, connected, refetch } = useTriageSession(id);
  useShortcutKeys(() => {});
  if (session) return <Projected session={session} connected={connected} />;
  return (
    <main className="projector">
      {loading ? <Skeleton lines={6} label="Loading the triage" /> : <TriageProblem error={error} onRetry={refetch} />}
    </main>
  );
}

function Projected({ session, connected }: { session: ShownSession; connected: boolean }) {
  const { chapter, items, state } = session;
  const navigate = useNavigate();
  const look = useTimebox(session);
  const people = usePeopleHere(session);
  const { act } = useTriageAct();
  useJoin(session, connected);
  useTriageNews(session);
  const leads = can(session, 'triage:facilitate');
  const next = nextOf(session);
  const sessionId = session.id;
  const back = `/triage/${sessionId}`;
  const turn = () => {
    if (!look) void act(START_TIMEBOX, { sessionId, seconds: usualSeconds() });
    else void act(look.running ? PAUSE_TIMEBOX : RESUME_TIMEBOX, { sessionId });
  };
  useShortcut({
    key: 'n',
    label: 'Take up the next item',
    when: leads && next !== null,
    run: () => next && void act(TAKE_UP_ITEM, { itemId: next.id, seconds: usualSeconds() }),
  });
  useShortcut({ key: 't', label: 'Start or pause the timebox', when: leads, run: turn });
  useShortcut({ key: 'Escape', label: 'Back to the session', run: () => void navigate(back) });
  useShortcut({ key: 'p', label: 'Back to the session', run: () => void navigate(back) });

  const current = currentOf(session);
  const done = items.length - openItems(items).length;
  const here = people.filter((person) => person.here);
  return (
    <main className="projector">
      <PageTitle title={`Triage of ${chapter.name}, projector`} />
      <header className="projector__head">
        <p>
          {chapter.name}
          <span>
            {done} of {items.length} done
          </span>
        </p>
        {state === 'RUNNING' && <TimeboxClock look={look} connected={connected} />}
        <Link className={buttonLook({ variant: 'ghost' })} to={back}>
          <Minimize2 aria-hidden />
          Leave the projector
        </Link>
      </header>
      {state === 'ENDED' && (
        <section className="projector__item">
          <h1>Thank you: the triage has ended</h1>
          <p>
            {done} of {items.length} items have a result. The minutes are with the chapter.
          </p>
        </section>
      )}
      {state === 'RUNNING' && current && (
        <ProjectedItem item={current} position={items.indexOf(current) + 1} of={items.length} />
      )}
      {state === 'RUNNING' && !current && <ProjectedAgenda session={session} />}
      <footer className="projector__foot">
        <ul aria-label="Who is here">
          {here.slice(0, 12).map(({ id, name }) => (
            <li key={id}>
              <Avatar name={name} />
            </li>
          ))}
        </ul>
        <p>{here.length} here</p>
        {state === 'RUNNING' && current && next && (
          <p className="projector__next">
            Next: {titleOf(next)} <ProjectedDots dots={next.dots} />
          </p>
        )}
      </footer>
    </main>
  );
}
