import { useQuery } from '@apollo/client/react';
import { Button, buttonLook } from '@chapterhouse/ui/button';
import { EmptyState } from '@chapterhouse/ui/empty-state';
import { Skeleton } from '@chapterhouse/ui/skeleton';
import { Plus, UsersRound } from 'lucide-react';
import { useState } from 'react';
import { Link } from 'react-router';
import type { ChapterLineFragment } from '../../../generated/graphql';
import { Page } from '../../../platform/page/page';
import { RefusalNote } from '../../../platform/refusals/refusal-note';
import { shownRefusal } from '../../../platform/refusals/shown-refusal';
import { Can } from '../../../platform/session/can';
import { useViewer } from '../../../platform/session/session-provider';
import { useShortcut } from '../../../platform/shortcuts/use-shortcut';
import { plural } from '../../impediments/public';
import { CreateChapterDialog } from '../chapter-dialog';
import { CHAPTERS } from '../chapters.operations';
import { whenWords } from '../when-words';
import './chapters-page.css';

/** How often to ask whether a triage has begun, in milliseconds. */
const ASK_EVERY = 60_000;

/** `/chapters`: where Scrum Masters triage together, and when next. */
export function ChaptersPage() {
  const { data, error, loading, refetch } = useQuery(CHAPTERS, {
    fetchPolicy: 'cache-and-network',
    pollInterval: ASK_EVERY,
  });
  const [founding, setFounding] = useState(false);
  const { can } = useViewer();
  useShortcut({
    key: 'n',
    label: 'Found a chapter',
    group: 'create',
    when: can.includes('chapter:create'),
    run: () => setFounding(true),
  });
  const chapters = data?.chapters ?? [];
  const found = (
    <Can do="chapter:create">
      <Button icon={<Plus aria-hidden />} onClick={() => setFounding(true)}>
        Found a chapter
      </Button>
    </Can>
  );
  return (
    <Page
      title="Chapters"
      subtitle="Scrum Masters who remove together what stands in the way of several teams"
      actions={chapters.length > 0 && found}
    >
      {!data && loading && <Skeleton shape="card" lines={4} label="Loading the chapters" />}
      {!data && error && (
        <RefusalNote
          refusal={shownRefusal(error)}
          action={<Button onClick={() => void refetch().catch(() => {})}>Try again</Button>}
        />
      )}
      {data && chapters.length === 0 && (
        <EmptyState icon={<UsersRound />} title="No chapter yet" action={found}>
          A chapter is the Scrum Masters of an area, or of the whole organization. Once a week its triage gathers by
          itself what several teams cannot remove alone, and each leaves with an owner, a level and a next step.
        </EmptyState>
      )}
      {chapters.length > 0 && (
        <ul className="chapters" aria-label="Chapters">
          {chapters.map((chapter) => (
            <ChapterCard key={chapter.id} chapter={chapter} />
          ))}
        </ul>
      )}
      {founding && (
        <CreateChapterDialog taken={chapters.map(({ scope }) => scope.id)} onClose={() => setFounding(false)} />
      )}
    </Page>
  );
}

function ChapterCard({ chapter }: { chapter: ChapterLineFragment }) {
  const { timeZone } = useViewer().organization;
  const { id, name, scope, leader, members, nextTriage, session } = chapter;
  return (
    <li className="chapter-card">
      <div className="chapter-card__head">
        <h2>
          <Link to={`/chapters/${id}`}>{name}</Link>
        </h2>
        {session && (
          <Link className={buttonLook({ variant: 'primary', size: 'sm' })} to={`/triage/${session.id}`}>
            Join the triage
          </Link>
        )}
      </div>
      <dl>
        <div>
          <dt>Where</dt>
          <dd>{scope.kind === 'ORGANIZATION' ? 'The whole organization' : scope.name}</dd>
        </div>
        <div>
          <dt>Led by</dt>
          <dd data-vacant={leader === null || undefined}>{leader?.name ?? 'Vacant'}</dd>
        </div>
        <div>
          <dt>Members</dt>
          <dd>{plural(new Set(members.map(({ person }) => person.id)).size, 'person', 'people')}</dd>
        </div>
        <div>
          <dt>Next triage</dt>
          <dd>
            {session
              ? `Runs now, ${session.facilitator.name} facilitates`
              : nextTriage
                ? whenWords(nextTriage.startsAt, timeZone)
                : 'Not planned'}
          </dd>
        </div>
      </dl>
    </li>
  );
}
