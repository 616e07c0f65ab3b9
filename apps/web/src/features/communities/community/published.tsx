import { Button } from '@chapterhouse/ui/button';
import { Plus } from 'lucide-react';
import { useState } from 'react';
import { can } from '../../../platform/session/can';
import { ArtifactLines } from '../library/artifact-lines';
import { NewArtifactDialog } from '../library/new-artifact-dialog';
import { writeLibrary } from '../library/library-view';
import { CommunityPart } from './community-part';
import type { ShownCommunity } from './community-page';

/** As many stand on the home; the rest is one press away. */
const SHOWN = 8;

/** What it wrote for all: playbooks, templates, checklists, decision trees. */
export function Published({ community }: { community: ShownCommunity }) {
  const { id, name, artifacts } = community;
  const [adding, setAdding] = useState(false);
  const present = artifacts.filter(({ state }) => state !== 'ARCHIVED');
  return (
    <CommunityPart
      title="What it publishes"
      to={`/artifacts?${writeLibrary({ communityId: id })}`}
      count={present.length}
      shown={SHOWN}
      actions={
        can(community, 'artifact:create') && (
          <Button size="sm" variant="ghost" icon={<Plus aria-hidden />} onClick={() => setAdding(true)}>
            Write something
          </Button>
        )
      }
    >
      {present.length === 0 ? (
        <p className="community__quiet">
          Nothing yet. A playbook says how it is done, a template and a checklist save the next team the beginning, a
          decision tree turns “it depends” into questions.
        </p>
      ) : (
        <ArtifactLines label={`What ${name} publishes`} artifacts={present.slice(0, SHOWN)} />
      )}
      {adding && <NewArtifactDialog community={{ id, name }} onClose={() => setAdding(false)} />}
    </CommunityPart>
  );
}
