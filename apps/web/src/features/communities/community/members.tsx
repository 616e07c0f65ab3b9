import { useQuery } from '@apollo/client/react';
import { Avatar } from '@chapterhouse/ui/avatar';
import { Button } from '@chapterhouse/ui/button';
import { IconButton } from '@chapterhouse/ui/icon-button';
import { Menu, MenuItem } from '@chapterhouse/ui/menu';
import { Skeleton } from '@chapterhouse/ui/skeleton';
import { notify } from '@chapterhouse/ui/toast';
import { MoreHorizontal } from 'lucide-react';
import { useState } from 'react';
import { Link } from 'react-router';
import { dayWords } from '../../../platform/dates/day-words';
import { useToday } from '../../../platform/dates/use-today';
import { RefusalNote } from '../../../platform/refusals/refusal-note';
import { shownRefusal } from '../../../platform/refusals/shown-refusal';
import { can } from '../../../platform/session/can';
import { useShownAct } from '../../../platform/refusals/use-shown-act';
import { COMMUNITY_MEMBERS, SET_FACILITATOR } from './community.operations';
import { CommunityPart } from './community-part';
import type { ShownCommunity } from './community-page';

/** Members at a time. */
const PAGE = 12;

/** Who is in it, those who facilitate first. */
export function Members({ community }: { community: ShownCommunity }) {
  const { id, name, memberCount, facilitators, closedAt } = community;
  const today = useToday();
  const { data, error, fetchMore } = useQuery(COMMUNITY_MEMBERS, {
    variables: { id, first: PAGE },
    fetchPolicy: 'cache-and-network',
  });
  const [more, setMore] = useState(false);
  const set = useShownAct(SET_FACILITATOR);
  const members = data?.community.members;
  const maySet = can(community, 'community:set-facilitator');
  const change = async (person: { id: string; name: string }, facilitator: boolean) => {
    const done = await set.act({ id, personId: person.id, facilitator, idempotencyKey: set.key() });
    if (done === null) return;
    notify({ title: facilitator ? `${person.name} facilitates it now.` : `${person.name} facilitates it no more.` });
  };
  const showMore = async () => {
    setMore(true);
    await fetchMore({ variables: { after: members?.pageInfo.endCursor ?? null } }).catch(() => {});
    setMore(false);
  };
  return (
    <CommunityPart title="Members" count={memberCount}>
      {facilitators.length === 0 && closedAt === null && (
        <p className="community__vacant">Nobody facilitates it. Any member can name somebody, themselves too.</p>
      )}
      {!members && !error && <Skeleton lines={3} label="Loading the members" />}
      {!members && error && <RefusalNote refusal={shownRefusal(error)} />}
      <RefusalNote refusal={set.refusal} />
      <ul className="community-members" aria-label={`Members of ${name}`}>
        {members?.edges.map(({ node: { person, facilitator, since } }) => (
          <li key={person.id}>
            <Avatar name={person.name} decorative />
            <span>
              <Link to={`/people/${person.id}`}>{person.name}</Link>
              {facilitator && <span className="community-members__leads">facilitates</span>}
              <span className="community__facts">since {dayWords(since, today)}</span>
            </span>
            {maySet && (
              <Menu
                align="end"
                trigger={
                  <IconButton size="sm" label={`More of ${person.name}`} icon={<MoreHorizontal aria-hidden />} />
                }
              >
                <MenuItem onSelect={() => void change(person, !facilitator)}>
                  {facilitator ? 'Facilitates it no more' : 'Let them facilitate it'}
                </MenuItem>
              </Menu>
            )}
          </li>
        ))}
      </ul>
      {members?.pageInfo.hasNextPage && (
        <p>
          <Button size="sm" pending={more} onClick={() => void showMore()}>
            Show more
          </Button>
        </p>
      )}
    </CommunityPart>
  );
}
