import { useQuery } from '@apollo/client/react';
import { Button } from '@chapterhouse/ui/button';
import { EmptyState } from '@chapterhouse/ui/empty-state';
import { ErrorNote } from '@chapterhouse/ui/error-note';
import { Skeleton } from '@chapterhouse/ui/skeleton';
import { SquarePen } from 'lucide-react';
import { Suspense, useState } from 'react';
import { Navigate, useParams } from 'react-router';
import { PresenceAvatars } from '../../../platform/presence/presence-avatars';
import { usePresence } from '../../../platform/presence/use-presence';
import { shownRefusal } from '../../../platform/refusals/shown-refusal';
import { RefusalNote } from '../../../platform/refusals/refusal-note';
import { can } from '../../../platform/session/can';
import { draftAddress } from '../artifacts/artifact-addresses';
import { EDITING } from '../artifacts/artifact-kinds';
import { useShownArtifact } from '../artifacts/shown-artifact';
import { useArtifactChanges } from '../artifacts/use-artifact-changes';
import { useBeginDraft } from '../artifacts/use-begin-draft';
import { DRAFT, DRAFT_PAGE } from './draft.operations';
import { DraftPages } from './draft-pages';
import { DraftSteps } from './draft-steps';
import { DraftText } from './draft-text';
import './draft-page.css';

/** `/artifacts/:key/draft/*`: the one draft, page by page; several may write at once. */
export function DraftPage() {
  const artifact = useShownArtifact();
  const { key, kind } = artifact;
  const { '*': rest = '' } = useParams();
  const people = usePresence(artifact.id);
  const { begin, pending, refusal } = useBeginDraft(artifact);
  const draft = useQuery(DRAFT, { variables: { key }, fetchPolicy: 'cache-and-network' });
  const shown = draft.data?.artifact.draft ?? null;
  const path = rest.replace(/\/$/, '') || (shown?.pages[0]?.path ?? '');
  const page = useQuery(DRAFT_PAGE, {
    variables: { key, path },
    skip: path === '',
    fetchPolicy: 'cache-and-network',
  });
  useArtifactChanges(artifact.id, () => Promise.all([draft.refetch(), path === '' ? null : page.refetch()]));
  const error = draft.error ?? page.error;
  // A page that somebody moves stays under the hands of whoever has it open.
  const known = shown?.pages.find((one) => one.path === path);
  const [opened, setOpened] = useState<{ id: string; path: string } | null>(null);
  if (known && (known.id !== opened?.id || known.path !== opened.path)) setOpened(known);
  const openedId = opened?.path === path ? opened.id : null;
  const moved = known ? undefined : shown?.pages.find(({ id }) => id === openedId);
  const answered = (page.data ?? page.previousData)?.artifact.draft;
  const latest = answered?.page ?? null;
  // The page before is no answer to the question for this one.
  const isThis = latest !== null && (latest.path === path || latest.id === known?.id);

  if (!shown && draft.loading) return <Skeleton shape="card" lines={10} label="Loading the draft" />;
  if (!shown && error) {
    return (
      <ErrorNote
        title={shownRefusal(error).title}
        next={shownRefusal(error).next}
        action={<Button onClick={() => void draft.refetch().catch(() => {})}>Try again</Button>}
      />
    );
  }
  if (!shown) {
    return (
      <EmptyState
        icon={<SquarePen />}
        title="Nobody writes a new version now."
        action={
          can(artifact, 'draft:begin') && (
            <Button variant="primary" pending={pending} onClick={() => void begin()}>
              Begin a draft
            </Button>
          )
        }
      >
        <p>A draft begins with what is published. Members of the community write it; others review it.</p>
        <RefusalNote refusal={refusal} />
      </EmptyState>
    );
  }
  if (moved) return <Navigate to={draftAddress(key, moved.path)} replace />;
  const Kind = EDITING[kind];
  const writes = can(artifact, 'draft:write');
  return (
    <div className="draft">
      <header className="draft__head">
        <DraftSteps artifact={artifact} draft={shown} />
        <PresenceAvatars people={people} />
      </header>
      {!writes && <p className="draft__note">You read along: members of {artifact.community.name} write this draft.</p>}
      {Kind ? (
        <Suspense fallback={<Skeleton shape="card" lines={8} label="Loading" />}>
          <Kind artifact={artifact} />
        </Suspense>
      ) : (
        <div className={kind === 'PLAYBOOK' ? 'draft__body draft__body--tree' : 'draft__body'}>
          {kind === 'PLAYBOOK' && <DraftPages artifact={artifact} draft={shown} path={path} writes={writes} />}
          <DraftText
            artifact={artifact}
            pages={shown.pages}
            path={path}
            page={isThis ? latest : null}
            draftId={answered?.id ?? shown.id}
            openedId={openedId}
            loading={page.loading}
            writes={writes}
          />
        </div>
      )}
    </div>
  );
}
