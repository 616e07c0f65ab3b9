import { Button } from '@chapterhouse/ui/button';
import { notify } from '@chapterhouse/ui/toast';
import { Link } from 'react-router';
import type { CommunityLineFragment } from '../../../generated/graphql';
import { RefusalNote } from '../../../platform/refusals/refusal-note';
import { can } from '../../../platform/session/can';
import { useViewer } from '../../../platform/session/session-provider';
import { whenWords } from '../../chapters/public';
import { plural } from '../../impediments/public';
import { useShownAct } from '../../../platform/refusals/use-shown-act';
import { JOIN_COMMUNITY } from '../community/community.operations';
import { plainBeginning } from '../community/plain-beginning';

/** What it is for, who looks after it, when it meets next, and a way in. */
export function CommunityCard({ community }: { community: CommunityLineFragment }) {
  const { timeZone } = useViewer().organization;
  const { id, name, purpose, topics, memberCount, viewerIsMember, closedAt, facilitators, nextMeeting } = community;
  const { act, pending, refusal, key } = useShownAct(JOIN_COMMUNITY);
  const join = async () => {
    if (await act({ id, idempotencyKey: key() })) notify({ title: `You are in ${name}.` });
  };
  const names = new Intl.ListFormat('en', { type: 'conjunction' });
  return (
    <li className="community-card" data-closed={closedAt !== null || undefined}>
      <div className="community-card__head">
        <h2>
          <Link to={`/communities/${encodeURIComponent(id)}`}>{name}</Link>
        </h2>
        {viewerIsMember && <span className="community-card__mine">Member</span>}
        {can(community, 'community:join') && (
          <Button size="sm" pending={pending} aria-label={`Join ${name}`} onClick={() => void join()}>
            Join
          </Button>
        )}
      </div>
      <RefusalNote refusal={refusal} />
      <p className="community-card__purpose">{plainBeginning(purpose)}</p>
      {topics.length > 0 && (
        <ul className="topics" aria-label={`Topics of ${name}`}>
          {topics.map((topic) => (
            <li key={topic} className="topic">
              {topic}
            </li>
          ))}
        </ul>
      )}
      <p className="community-card__facts">
        {plural(memberCount, 'member')}
        {facilitators.length > 0 && ` · facilitated by ${names.format(facilitators.map((one) => one.name))}`}
        {facilitators.length === 0 && closedAt === null && (
          <span className="community-card__vacant"> · nobody facilitates it</span>
        )}
      </p>
      <p className="community-card__facts">
        {closedAt !== null
          ? 'Closed'
          : nextMeeting
            ? `Meets ${whenWords(nextMeeting.startsAt, timeZone)}`
            : 'No meeting is planned'}
      </p>
    </li>
  );
}
