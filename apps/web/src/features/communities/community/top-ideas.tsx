import { Button } from '@chapterhouse/ui/button';
import { Plus } from 'lucide-react';
import { useState } from 'react';
import { can } from '../../../platform/session/can';
import { IdeaDialog } from '../ideas/idea-dialog';
import { IdeaLines } from '../ideas/idea-lines';
import { CommunityPart } from './community-part';
import type { ShownCommunity } from './community-page';

/** As many stand on the home; the board has all. */
const SHOWN = 5;

const OPEN: readonly string[] = ['IDEA', 'DISCUSSED', 'ON_TRIAL'];

/** Ideas that are on their way: on trial first, then by votes. */
export function TopIdeas({ community }: { community: ShownCommunity }) {
  const { id, name, ideas } = community;
  const [adding, setAdding] = useState(false);
  const open = ideas
    .filter(({ state }) => OPEN.includes(state))
    .toSorted(
      (a, b) =>
        Number(b.state === 'ON_TRIAL') - Number(a.state === 'ON_TRIAL') || b.votes - a.votes || (a.at < b.at ? 1 : -1),
    );
  return (
    <CommunityPart
      title="Ideas"
      to={`/communities/${encodeURIComponent(id)}/ideas`}
      count={open.length}
      shown={SHOWN}
      actions={
        can(community, 'idea:add') && (
          <Button size="sm" variant="ghost" icon={<Plus aria-hidden />} onClick={() => setAdding(true)}>
            Add one
          </Button>
        )
      }
    >
      {open.length === 0 ? (
        <p className="community__quiet">
          None is open. What would you try? An idea is discussed, tried in a team until a day, and then adopted or
          dropped.
        </p>
      ) : (
        <IdeaLines label={`Ideas of ${name}`} ideas={open.slice(0, SHOWN)} />
      )}
      {adding && <IdeaDialog community={{ id, name }} onClose={() => setAdding(false)} />}
    </CommunityPart>
  );
}
