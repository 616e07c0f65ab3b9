import { buttonLook } from '@chapterhouse/ui/button';
import { Plus } from 'lucide-react';
import { Link } from 'react-router';
import { can } from '../../../platform/session/can';
import { useViewer } from '../../../platform/session/session-provider';
import { whenWords } from '../../chapters/public';
import { CommunityPart } from './community-part';
import type { ShownCommunity } from './community-page';

/** When it meets next, and the series that are its own. */
export function Meetings({ community }: { community: ShownCommunity }) {
  const { timeZone } = useViewer().organization;
  const { id, name, nextMeeting, cadences } = community;
  const address = `/communities/${encodeURIComponent(id)}`;
  return (
    <CommunityPart
      title="Meetings"
      actions={
        // Who facilitates it plans its meetings.
        can(community, 'community:edit') && (
          <Link
            className={buttonLook({ variant: 'ghost', size: 'sm' })}
            to={`/cadences/new?${new URLSearchParams({ communityId: id })}`}
            state={{ from: address }}
          >
            <Plus aria-hidden />
            Plan one
          </Link>
        )
      }
    >
      {cadences.length === 0 && !nextMeeting && (
        <p className="community__quiet">None is planned. Most communities meet every second week.</p>
      )}
      {nextMeeting && (
        <p className="community__next">
          Next:{' '}
          <Link to={`/calendar/${encodeURIComponent(nextMeeting.id)}/page`} state={{ from: address }}>
            {whenWords(nextMeeting.startsAt, timeZone)}
          </Link>
          {nextMeeting.state === 'CANCELLED' && ' (cancelled)'}
          {nextMeeting.facilitator && (
            <span className="community__facts">{nextMeeting.facilitator.name} facilitates it</span>
          )}
        </p>
      )}
      {cadences.length > 0 && (
        <ul className="community-lines" aria-label={`Meetings of ${name}`}>
          {cadences.map((cadence) => (
            <li key={cadence.id}>
              <Link to={`/cadences/${encodeURIComponent(cadence.id)}`}>{cadence.name}</Link>
              <span className="community__facts">
                {cadence.sentence}
                {cadence.place !== '' && ` · ${cadence.place}`}
              </span>
            </li>
          ))}
        </ul>
      )}
    </CommunityPart>
  );
}
