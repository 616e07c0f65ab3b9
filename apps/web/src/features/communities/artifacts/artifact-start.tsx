import { Button } from '@chapterhouse/ui/button';
import { EmptyState } from '@chapterhouse/ui/empty-state';
import { BookOpen } from 'lucide-react';
import { Navigate } from 'react-router';
import { RefusalNote } from '../../../platform/refusals/refusal-note';
import { can } from '../../../platform/session/can';
import { useShownArtifact } from './shown-artifact';
import { useBeginDraft } from './use-begin-draft';

/** `/artifacts/:key`: what is published, else the draft. */
export function ArtifactStart() {
  const artifact = useShownArtifact();
  const { begin, pending, refusal } = useBeginDraft(artifact);
  if (artifact.current) return <Navigate to="pages" replace />;
  if (artifact.draft) return <Navigate to="draft" replace />;
  return (
    <EmptyState
      icon={<BookOpen />}
      title="Nothing is written yet."
      action={
        can(artifact, 'draft:begin') && (
          <Button variant="primary" pending={pending} onClick={() => void begin()}>
            Begin a draft
          </Button>
        )
      }
    >
      <p>Members of the community write a draft, others review it, and then it is published for everybody.</p>
      <RefusalNote refusal={refusal} />
    </EmptyState>
  );
}
