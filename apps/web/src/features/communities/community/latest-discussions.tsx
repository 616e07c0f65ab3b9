import { Button } from '@chapterhouse/ui/button';
import { Plus } from 'lucide-react';
import { useState } from 'react';
import { can } from '../../../platform/session/can';
import { DiscussionLines } from '../discussions/discussion-lines';
import { StartDiscussionDialog } from '../discussions/start-discussion-dialog';
import { CommunityPart } from './community-part';
import type { ShownCommunity } from './community-page';

/** What it talks about, the latest word first. */
export function LatestDiscussions({ community }: { community: ShownCommunity }) {
  const { id, name, topicsOfDiscussion } = community;
  const [starting, setStarting] = useState(false);
  return (
    <CommunityPart
      title="Discussions"
      to={`/communities/${encodeURIComponent(id)}/discussions`}
      count={topicsOfDiscussion.totalCount}
      shown={topicsOfDiscussion.edges.length}
      actions={
        can(community, 'discussion:start') && (
          <Button size="sm" variant="ghost" icon={<Plus aria-hidden />} onClick={() => setStarting(true)}>
            Start one
          </Button>
        )
      }
    >
      {topicsOfDiscussion.totalCount === 0 ? (
        <p className="community__quiet">
          Nobody asked anything yet{can(community, 'community:join') ? '; join to start.' : '.'}
        </p>
      ) : (
        <DiscussionLines
          label={`Discussions of ${name}`}
          discussions={topicsOfDiscussion.edges.map(({ node }) => node)}
        />
      )}
      {starting && <StartDiscussionDialog community={{ id, name }} onClose={() => setStarting(false)} />}
    </CommunityPart>
  );
}
