import { useQuery } from '@apollo/client/react';
import { deadlineOf } from '@chapterhouse/domain/impediments/impediment-deadline';
import { Button } from '@chapterhouse/ui/button';
import { EmptyState } from '@chapterhouse/ui/empty-state';
import { ErrorNote } from '@chapterhouse/ui/error-note';
import { Skeleton } from '@chapterhouse/ui/skeleton';
import { Coffee } from 'lucide-react';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import type { InboxEntryFactsFragment, MyWorkQuery, WorkLineFragment } from '../../generated/graphql';
import { Page } from '../../platform/page/page';
import { shownRefusal } from '../../platform/refusals/shown-refusal';
import { useViewer } from '../../platform/session/session-provider';
import { ActionLines } from '../cadences/public';
import { useMyMeetings } from '../chapters/public';
import { useLineKeys } from '../../platform/shortcuts/use-line-keys';
import { AskedLines } from './asked-lines';
import { DependencyLines } from './dependency-lines';
import { Moment, RaiseImpedimentButton, todayIn, useNow } from '../impediments/public';
import { InboxList } from './inbox-list';
import { MY_WORK } from './my-work.operations';
import { ProposalLines } from './proposal-lines';
import { ReviewLines } from './review-lines';
import { keptBy, RevisitLines } from './revisit-lines';
import { useMarkRead } from './use-mark-read';
import { TurnLines } from './turn-lines';
import { useReadKey } from './use-read-key';
import { VetoLines } from './veto-lines';
import { WorkLines } from './work-lines';
import './my-work.css';

/** `/my-work`: what waits for this person today. */
export function MyWorkPage() {
  const { data, error, loading, refetch } = useQuery(MY_WORK, {
    variables: { me: useViewer().person.id },
    fetchPolicy: 'cache-and-network',
  });
  return (
    <Page title="My work" width="narrow" subtitle="What waits for you today">
      {!data && loading && <Skeleton lines={6} label="Loading what waits for you" />}
      {!data && error && (
        <ErrorNote
          title={shownRefusal(error).title}
          next={shownRefusal(error).next}
          action={<Button onClick={() => void refetch().catch(() => {})}>Try again</Button>}
        />
      )}
      {data && <Waiting work={data} />}
    </Page>
  );
}

function Waiting({ work }: { work: MyWorkQuery }) {
  const { organization, person } = useViewer();
  const { timeZone } = organization;
  const now = useNow();
  const today = todayIn(timeZone, now);
  const mark = useMarkRead();
  const { owned, toConfirm, toTriage } = work.myImpediments;
  const isOverdue = (one: WorkLineFragment) => deadlineOf(one, today, now)?.overdue ?? false;
  const overdue = owned.filter(isOverdue);
  const others = owned.filter((one) => !isOverdue(one));
  const invitations = work.sentInvitations;
  const asked = work.asked.edges
    .map(({ node }) => node)
    .toSorted((a, b) => Number(b.overdue) - Number(a.overdue) || a.answerBy.localeCompare(b.answerBy));
  const proposals = work.proposals.edges.map(({ node }) => node);
  const dependencies = work.dependencies.edges.map(({ node }) => node);
  const vetoes = work.openToVeto.edges.map(({ node }) => node);
  // What is asked stands there as such already.
  const isAsked = ({ event, impediment }: InboxEntryFactsFragment) =>
    event === 'impediment.brief-sent' && asked.some((brief) => brief.impediment.id === impediment?.id);
  const mentions = work.inbox.edges.map(({ node }) => node).filter((entry) => !isAsked(entry));
  const impediments = owned.length + toConfirm.length + toTriage.length;
  const revisits = keptBy(
    work.revisits.edges.map(({ node }) => node.decision),
    person.id,
  );
  const { reviews } = work;
  const decisions =
    asked.length + reviews.length + proposals.length + dependencies.length + vetoes.length + revisits.length;
  const { actions, actionCount, turns, loading } = useMyMeetings();
  const meetings = actions.length + turns.length;
  const count = impediments + mentions.length + invitations.length + decisions + meetings;
  useLineKeys(count > 0);
  useReadKey(mentions, (entry, read) => void mark(entry, read));
  if (count === 0 && loading) return <Skeleton lines={3} label="Loading what meetings want of you" />;
  if (count === 0) {
    return (
      <EmptyState icon={<Coffee />} title="Nothing waits for you" action={<RaiseImpedimentButton />}>
        What you own and promised, what your team has to confirm or to triage, meetings that you lead, reviews,
        proposals and dependencies that need your word, and where somebody asks for you gathers here.
      </EmptyState>
    );
  }
  return (
    <div className="my-work">
      <Part title="Overdue" count={overdue.length} urgent>
        <WorkLines impediments={overdue} />
      </Part>
      <Part title="Actions you promised" count={actionCount}>
        <ActionLines label="Actions you promised" actions={actions} showOwner={false} />
        {actionCount > actions.length && (
          <Link className="my-work__all" to="/actions">
            Show all {actionCount.toLocaleString('en')}
          </Link>
        )}
      </Part>
      <Part title="Meetings that you lead" count={turns.length} hint="In the next seven days.">
        <TurnLines turns={turns} />
      </Part>
      <Part title="Decisions asked of you" count={asked.length}>
        <AskedLines briefs={asked} />
      </Part>
      <Part title="Proposals that wait for you" count={work.proposals.totalCount}>
        <ProposalLines proposals={proposals} />
        {work.proposals.totalCount > proposals.length && (
          <Link className="my-work__all" to="/decisions?waitsForMe=1">
            Show all {work.proposals.totalCount.toLocaleString('en')}
          </Link>
        )}
      </Part>
      <Part
        title="Reviews asked of you"
        count={reviews.length}
        hint="A community publishes it once enough people say that it is good."
      >
        <ReviewLines reviews={reviews} />
      </Part>
      <Part
        title="Dependencies that wait for you"
        count={work.dependencies.totalCount}
        hint="Another team plans with your answer: commit to a day, propose another one, or decline."
      >
        <DependencyLines dependencies={dependencies} />
        {work.dependencies.totalCount > dependencies.length && (
          <Link className="my-work__all" to="/dependencies?show=waiting">
            Show all {work.dependencies.totalCount.toLocaleString('en')}
          </Link>
        )}
      </Part>
      <Part
        title="Open to your veto"
        count={work.openToVeto.totalCount}
        hint="They are in force, and stand unless you veto them in time."
      >
        <VetoLines decisions={vetoes} />
      </Part>
      <Part title="Somebody asks for you" count={mentions.length}>
        <InboxList label="Mentions" entries={mentions} onRead={(entry, read) => void mark(entry, read)} />
      </Part>
      <Part
        title="To be looked at again"
        count={revisits.length}
        hint="Say that they still hold, or propose what replaces them."
      >
        <RevisitLines decisions={revisits} today={today} />
      </Part>
      <Part title="To triage" count={toTriage.length}>
        <WorkLines impediments={toTriage} />
      </Part>
      <Part
        title="Is it gone?"
        count={toConfirm.length}
        hint="Somebody says that it is resolved; your team confirms it."
      >
        <WorkLines impediments={toConfirm} />
      </Part>
      <Part title="Mine" count={others.length}>
        <WorkLines impediments={others} />
      </Part>
      <Part title="Invitations that wait" count={invitations.length}>
        <ul className="my-work__lines">
          {invitations.map(({ id, person, email, state, expiresAt }) => (
            <li key={id} className="my-work__line">
              <Link to={`/people/${person.id}`} data-line={id}>
                {person.name}
              </Link>
              <span className="my-work__facts">
                {email} · {state === 'EXPIRED' ? 'the link has expired' : 'the link works until'}{' '}
                {state !== 'EXPIRED' && <Moment at={expiresAt} />}
              </span>
            </li>
          ))}
        </ul>
      </Part>
    </div>
  );
}

type PartProps = { title: string; count: number; hint?: string; urgent?: boolean; children: ReactNode };

/** Only what there is. */
function Part({ title, count, hint, urgent = false, children }: PartProps) {
  if (count === 0) return null;
  return (
    <section className="my-work__part" aria-label={title}>
      <h2 className="my-work__title" data-urgent={urgent || undefined}>
        {title} <span className="my-work__count">{count}</span>
      </h2>
      {hint !== undefined && <p className="my-work__facts">{hint}</p>}
      {children}
    </section>
  );
}
