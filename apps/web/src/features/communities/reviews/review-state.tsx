import { StateBadge } from '@chapterhouse/ui/state-badge';
import type { ReviewPartsFragment } from '../../../generated/graphql';
import { momentWords } from '../../../platform/dates/day-words';
import { MarkdownText } from '../../../platform/markdown/markdown-text';
import { useViewer } from '../../../platform/session/session-provider';

export type ReviewStateProps = { review: ReviewPartsFragment; approvalsNeeded: number };

/** Who was asked, what they said, and what is still missing. */
export function ReviewState({ review, approvalsNeeded }: ReviewStateProps) {
  const { timeZone } = useViewer().organization;
  const { askedBy, askedAt, revision, reviewers, verdicts, approvalsMissing } = review;
  const said = new Map(verdicts.map((verdict) => [verdict.person.id, verdict]));
  const others = verdicts.map(({ person }) => person).filter(({ id }) => reviewers.every((one) => one.id !== id));
  const open = review.comments.filter(({ resolved }) => !resolved).length;
  return (
    <section className="review-state" aria-label="How the review stands">
      <p>
        {askedBy.name} asked for it on {momentWords(askedAt, timeZone)}, for revision {revision} of the draft.{' '}
        <strong>{missingWords(approvalsMissing, approvalsNeeded)}</strong>
        {open > 0 && ` ${open === 1 ? 'One comment is' : `${open} comments are`} not settled.`}
      </p>
      <ul className="review-state__people">
        {[...reviewers, ...others].map((person) => {
          const verdict = said.get(person.id);
          return (
            <li key={person.id}>
              <span className="review-state__name">{person.name}</span>
              <VerdictBadge verdict={verdict} />
              {verdict && verdict.words !== '' && <MarkdownText text={verdict.words} />}
            </li>
          );
        })}
      </ul>
    </section>
  );
}

function VerdictBadge({ verdict }: { verdict: ReviewPartsFragment['verdicts'][number] | undefined }) {
  if (!verdict) return <StateBadge label="Has not answered" progress="none" />;
  if (!verdict.counts) {
    const words = verdict.verdict === 'APPROVED' ? 'Approved' : 'Asked for changes';
    return <StateBadge label={`${words}, before the last change`} progress="half" />;
  }
  return verdict.verdict === 'APPROVED' ? (
    <StateBadge label="Approved" progress="full" tone="active" />
  ) : (
    <StateBadge label="Asks for changes" progress="stopped" tone="attention" />
  );
}

function missingWords(missing: number, needed: number): string {
  if (needed === 0) return 'It needs no approvals.';
  if (missing === 0) return 'It has all approvals that it needs.';
  return missing === 1 ? 'One approval is missing.' : `${missing} approvals are missing.`;
}
