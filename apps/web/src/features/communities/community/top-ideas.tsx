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

/** Ideas that are on their way: on trial first, then by votes. */
export function TopIdeas({ community }: { community: ShownCommunity }) {
  const { id, name, trials, wanted } = community;
  const [adding, setAdding] = useState(false);
  const top = [...trials.edges, ...wanted.edges].slice(0, SHOWN).map(({ node }) => node);
  return (
    <CommunityPart
      title="Ideas"
      to={`/communities/${encodeURIComponent(id)}/ideas`}
      count={trials.totalCount + wanted.totalCount}
      shown={SHOWN}
      actions={
        can(community, 'idea:add') && (
          <Button size="sm" variant="ghost" icon={<Plus aria-hidden />} onClick={() => setAdding(true)}>
            Add one
          </Button>
        )
      }
    >
      {top.length === 0 ? (
        <p className="community__quiet">
          None is open. What would you try? An idea is discussed, tried in a team until a day, and then adopted or
          dropped.
        </p>
      ) : (
        <IdeaLines label={`Ideas of ${name}`} ideas={top} />
      )}
      {adding && <IdeaDialog community={{ id, name }} onClose={() => setAdding(false)} />}
    </CommunityPart>
  );
}
