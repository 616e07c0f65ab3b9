import { useQuery } from '@apollo/client/react';
import { Button, buttonLook } from '@chapterhouse/ui/button';
import { ErrorNote } from '@chapterhouse/ui/error-note';
import { Skeleton } from '@chapterhouse/ui/skeleton';
import { notify } from '@chapterhouse/ui/toast';
import { useState } from 'react';
import { Link } from 'react-router';
import { MarkdownText } from '../../../platform/markdown/markdown-text';
import { RefusalNote } from '../../../platform/refusals/refusal-note';
import { shownRefusal } from '../../../platform/refusals/shown-refusal';
import { can } from '../../../platform/session/can';
import { useShortcut } from '../../../platform/shortcuts/use-shortcut';
import { draftAddress } from '../artifacts/artifact-addresses';
import { useShownArtifact } from '../artifacts/shown-artifact';
import { useShownAct } from '../../../platform/refusals/use-shown-act';
import { useArtifactChanges } from '../artifacts/use-artifact-changes';
import { ARTIFACT_DIFF } from '../versions/versions.operations';
import { AskReviewDialog } from './ask-review-dialog';
import { EarlierRounds } from './earlier-rounds';
import { NothingToReview } from './nothing-to-review';
import { PublishDialog } from './publish-dialog';
import { DRAFT_COMMENTS, DRAFT_REVIEW, WITHDRAW_REVIEW } from './review.operations';
import { ReviewedPage } from './reviewed-page';
import { ReviewState } from './review-state';
import { StaleReview } from './stale-review';
import { LinksToNowhere } from './links-to-nowhere';
import { UnchangedPages } from './unchanged-pages';
import { VerdictDialog } from './verdict-dialog';
import './review.css';

/** `/artifacts/:key/review`: what changed, what is said of it line by line, who agrees, and publishing it. */
export function ReviewPage() {
  const artifact = useShownArtifact();
  const [cameAt] = useState(artifact.current?.number ?? 0);
  const [dialog, setDialog] = useState<'ask' | 'verdict' | 'publish' | null>(null);
  const { data, error, loading, refetch } = useQuery(DRAFT_REVIEW, {
    variables: { key: artifact.key },
    fetchPolicy: 'cache-and-network',
  });
  const changed = useQuery(ARTIFACT_DIFF, {
    variables: { artifactId: artifact.id, fromNumber: null, toNumber: null },
    fetchPolicy: 'cache-and-network',
  });
  const draft = data?.artifact.draft ?? null;
  const review = draft?.review && draft.review.endedAt === null ? draft.review : null;
  const said = useQuery(DRAFT_COMMENTS, {
    variables: { key: artifact.key },
    skip: draft === null || review !== null,
    fetchPolicy: 'cache-and-network',
  });
  useArtifactChanges(artifact.id, () =>
    Promise.all([refetch(), changed.refetch(), draft !== null && review === null ? said.refetch() : null]),
  );
  const withdraw = useShownAct(WITHDRAW_REVIEW);
  const answers = can(review, 'review:give-verdict');
  const ready = review ? review.approvalsMissing === 0 : artifact.approvalsNeeded === 0;
  useShortcut({ key: 'v', label: 'Give your verdict', when: answers, run: () => setDialog('verdict') });

  if (!data && loading) return <Skeleton shape="card" lines={10} label="Loading the review" />;
  if (!data && error) {
    return (
      <ErrorNote
        title={shownRefusal(error).title}
        next={shownRefusal(error).next}
        action={<Button onClick={() => void refetch().catch(() => {})}>Try again</Button>}
      />
    );
  }
  if (!draft) return <NothingToReview artifact={artifact} cameAt={cameAt} />;
  const diffs = (changed.data ?? changed.previousData)?.artifactDiff;
  const shownPaths = new Set(diffs?.map(({ path }) => path));
  const comments = review?.comments ?? said.data?.artifact.draft?.reviewComments ?? [];
  const asks = can(artifact, 'review:ask');
  const takeBack = async () => {
    if (!review || (await withdraw.act({ id: review.id, idempotencyKey: withdraw.key() })) === null) return;
    notify({ title: 'The review is withdrawn.' });
  };
  return (
    <div className="review">
      {review ? (
        <ReviewState review={review} approvalsNeeded={artifact.approvalsNeeded} />
      ) : (
        <p>Nobody is asked to look at this draft yet.</p>
      )}
      {review?.stale && (
        <StaleReview
          asked={review.revision}
          revision={draft.revision}
          onAskAgain={asks ? () => setDialog('ask') : undefined}
        />
      )}
      {draft.whatChanged !== '' && (
        <section aria-label="What changed">
          <MarkdownText text={draft.whatChanged} />
        </section>
      )}
      <div className="review__ways">
        {answers && (
          <Button variant="primary" onClick={() => setDialog('verdict')}>
            Give your verdict
          </Button>
        )}
        {can(artifact, 'version:publish') && (
          <Button variant={ready ? 'primary' : 'secondary'} onClick={() => setDialog('publish')}>
            Publish
          </Button>
        )}
        {!review && asks && <Button onClick={() => setDialog('ask')}>Ask for a review</Button>}
        {can(review, 'review:withdraw') && (
          <Button variant="ghost" pending={withdraw.pending} onClick={() => void takeBack()}>
            Withdraw
          </Button>
        )}
        <Link className={buttonLook({ variant: 'ghost' })} to={draftAddress(artifact.key)}>
          Open the draft
        </Link>
      </div>
      <RefusalNote refusal={withdraw.refusal} />
      <EarlierRounds rounds={draft.earlierReviews} />
      <LinksToNowhere artifactKey={artifact.key} />
      {!diffs && changed.loading && <Skeleton shape="card" lines={8} label="Loading what changed" />}
      {!diffs && changed.error && (
        <ErrorNote title={shownRefusal(changed.error).title} next={shownRefusal(changed.error).next} />
      )}
      {diffs?.length === 0 && <p>Nothing is different from what is published.</p>}
      {diffs?.map((diff) => (
        <ReviewedPage
          key={diff.path}
          artifactKey={artifact.key}
          review={review}
          comments={comments}
          revision={draft.revision}
          diff={diff}
          isPage={draft.pages.some(({ path }) => path === diff.path)}
        />
      ))}
      {diffs && (
        <UnchangedPages
          artifactKey={artifact.key}
          review={review}
          comments={comments}
          revision={draft.revision}
          pages={draft.pages}
          changedPaths={shownPaths}
        />
      )}
      {dialog === 'ask' && (
        <AskReviewDialog
          artifact={artifact}
          draft={draft}
          before={review}
          isAgain={review !== null}
          onClose={() => setDialog(null)}
          onAsked={() => {}}
        />
      )}
      {dialog === 'verdict' && review && <VerdictDialog reviewId={review.id} onClose={() => setDialog(null)} />}
      {dialog === 'publish' && (
        <PublishDialog
          artifact={artifact}
          revision={draft.revision}
          whatChanged={draft.whatChanged}
          onClose={() => setDialog(null)}
        />
      )}
    </div>
  );
}
