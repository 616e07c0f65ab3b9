import { notify } from '@chapterhouse/ui/toast';
import { useState } from 'react';
import type { DraftPartsFragment } from '../../../generated/graphql';
import { DraftNote } from '../../../platform/drafts/draft-note';
import { useDraft } from '../../../platform/drafts/use-draft';
import { FormDialog } from '../../../platform/forms/form-dialog';
import { MarkdownField } from '../../../platform/markdown/markdown-field';
import { PeopleField } from '../../../platform/people/people-field';
import type { NamedPerson } from '../../../platform/people/use-people-found';
import type { ShownArtifact } from '../artifacts/shown-artifact';
import { useShownAct } from '../../../platform/refusals/use-shown-act';
import { ASK_FOR_REVIEW } from './review.operations';

export type AskReviewDialogProps = {
  artifact: ShownArtifact;
  draft: DraftPartsFragment;
  /** The round before it, whose reviewers are asked again. */
  before?: { reviewers: readonly NamedPerson[]; askedAgain: readonly NamedPerson[] } | null | undefined;
  /** Another one is open: it ends. */
  isAgain?: boolean;
  onClose: () => void;
  onAsked: () => void;
};

const andList = new Intl.ListFormat('en', { type: 'conjunction' });

/** Who looks at the draft, and what they are told of it. */
export function AskReviewDialog({ artifact, draft, before, isAgain, onClose, onAsked }: AskReviewDialogProps) {
  const [people, setPeople] = useState<NamedPerson[]>(() =>
    (before?.askedAgain ?? []).map(({ id, name }) => ({ id, name })),
  );
  const left = before?.reviewers.filter(({ id }) => before.askedAgain.every((one) => one.id !== id)) ?? [];
  const [whatChanged, setWhatChanged, clear, kept] = useDraft(`what-changed:${artifact.key}`, draft.whatChanged);
  const [tried, setTried] = useState(false);
  const { act, pending, refusal, key } = useShownAct(ASK_FOR_REVIEW);
  const { approvalsNeeded } = artifact;
  const problems = {
    reviewerIds:
      people.length < approvalsNeeded
        ? `Ask ${approvalsNeeded === 1 ? 'somebody' : `at least ${approvalsNeeded} people`}: so many approvals are needed.`
        : undefined,
    whatChanged: whatChanged.trim() === '' ? 'Say what changed: readers see it beside the version.' : undefined,
  };
  const shown = (field: keyof typeof problems) => (tried ? problems[field] : undefined) ?? refusal?.fields[field];
  const ask = async () => {
    setTried(true);
    if (problems.reviewerIds !== undefined || problems.whatChanged !== undefined) return;
    const done = await act({
      artifactId: artifact.id,
      revision: draft.revision,
      reviewerIds: people.map(({ id }) => id),
      whatChanged: whatChanged.trim(),
      idempotencyKey: key(),
    });
    if (done === null) return;
    clear();
    onClose();
    notify({ title: isAgain ? 'The review is asked for again.' : 'The review is asked for.' });
    onAsked();
  };
  return (
    <FormDialog
      title={isAgain ? 'Ask for the review again' : 'Ask for a review'}
      description={
        isAgain
          ? 'It is for the draft as it is now. Everybody who is asked finds it in the inbox; the review before it ends, and what was said in it stays readable.'
          : 'Approvals count for the draft as it is now: a change after that needs them anew.'
      }
      submit="Ask"
      size="md"
      pending={pending}
      refusal={refusal}
      fieldsShown={['reviewerIds', 'whatChanged']}
      onSubmit={ask}
      onClose={onClose}
    >
      <PeopleField
        label="Who looks at it"
        hint={
          left.length === 0
            ? 'Approvals of people who wrote in it do not count.'
            : `${andList.format(left.map(({ name }) => name))} wrote in it since, or left: somebody else has to look at it.`
        }
        value={people}
        error={shown('reviewerIds')}
        onChange={setPeople}
      />
      <MarkdownField label="What changed" value={whatChanged} error={shown('whatChanged')} onChange={setWhatChanged} />
      <DraftNote draft={kept} />
    </FormDialog>
  );
}
