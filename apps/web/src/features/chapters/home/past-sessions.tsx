import { useQuery } from '@apollo/client/react';
import { Button } from '@chapterhouse/ui/button';
import { Skeleton } from '@chapterhouse/ui/skeleton';
import { useState } from 'react';
import { Link } from 'react-router';
import { RefusalNote } from '../../../platform/refusals/refusal-note';
import { shownRefusal } from '../../../platform/refusals/shown-refusal';
import { useViewer } from '../../../platform/session/session-provider';
import { plural } from '../../impediments/public';
import { whenWords } from '../when-words';
import { ChapterPart } from './chapter-part';
import { CHAPTER_SESSIONS } from './chapter.operations';

/** Sessions that were, each with its minutes; the latest first. */
export function PastSessions({ chapterId }: { chapterId: string }) {
  const { timeZone } = useViewer().organization;
  const { data, error, fetchMore } = useQuery(CHAPTER_SESSIONS, {
    variables: { id: chapterId },
    fetchPolicy: 'cache-and-network',
  });
  const [more, setMore] = useState(false);
  const sessions = data?.chapter.sessions;
  const ended = sessions?.edges.map(({ node }) => node).filter(({ state }) => state === 'ENDED') ?? [];
  const showMore = async () => {
    setMore(true);
    await fetchMore({ variables: { after: sessions?.pageInfo.endCursor ?? null } }).catch(() => {});
    setMore(false);
  };
  return (
    <ChapterPart title="Past triages">
      {!sessions && !error && <Skeleton lines={3} label="Loading past triages" />}
      {!sessions && error && <RefusalNote refusal={shownRefusal(error)} />}
      {sessions && ended.length === 0 && <p className="chapter__quiet">None yet. Their minutes will be here.</p>}
      <ul className="past-sessions">
        {ended.map(({ id, startedAt, facilitator, items, participants }) => (
          <li key={id}>
            <Link to={`/triage/${id}`}>{whenWords(startedAt, timeZone)}</Link>
            <span>
              {items.filter(({ result }) => result !== null && result !== 'PARKED').length} of{' '}
              {plural(items.length, 'item')} settled · {plural(participants.length, 'person', 'people')} ·{' '}
              {facilitator.name}
            </span>
          </li>
        ))}
      </ul>
      {sessions?.pageInfo.hasNextPage && (
        <p>
          <Button size="sm" pending={more} onClick={() => void showMore()}>
            Show more
          </Button>
        </p>
      )}
    </ChapterPart>
  );
}
