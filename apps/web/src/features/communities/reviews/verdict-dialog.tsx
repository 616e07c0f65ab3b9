import { Segments } from '@chapterhouse/ui/segments';
import { notify } from '@chapterhouse/ui/toast';
import { useState } from 'react';
import type { ReviewVerdict } from '../../../generated/graphql';
import { DraftNote } from '../../../platform/drafts/draft-note';
import { useDraft } from '../../../platform/drafts/use-draft';
import { FormDialog } from '../../../platform/forms/form-dialog';
import { MarkdownField } from '../../../platform/markdown/markdown-field';
import { useShownAct } from '../../../platform/refusals/use-shown-act';
import { GIVE_VERDICT } from './review.operations';

export type VerdictDialogProps = { reviewId: string; onClose: () => void };

const VERDICTS = [
  { value: 'APPROVED', label: 'Approve' },
  { value: 'CHANGES_ASKED', label: 'Ask for changes' },
] as const;

/** What a reviewer says of the whole. */
export function VerdictDialog({ reviewId, onClose }: VerdictDialogProps) {
  const [verdict, setVerdict] = useState<ReviewVerdict>('APPROVED');
  const [words, setWords, clear, kept] = useDraft(`verdict:${reviewId}`);
  const [tried, setTried] = useState(false);
  const { act, pending, refusal, key } = useShownAct(GIVE_VERDICT);
  const missing =
    verdict === 'CHANGES_ASKED' && words.trim() === ''
      ? 'Say what is to be changed, or comment on the lines.'
      : undefined;
  const give = async () => {
    setTried(true);
    if (missing !== undefined) return;
    if ((await act({ reviewId, verdict, words: words.trim() || null, idempotencyKey: key() })) === null) return;
    clear();
    onClose();
    notify({ title: verdict === 'APPROVED' ? 'You approved it.' : 'You asked for changes.' });
  };
  return (
    <FormDialog
      title="What do you say?"
      submit={verdict === 'APPROVED' ? 'Approve' : 'Ask for changes'}
      size="md"
      pending={pending}
      refusal={refusal}
      fieldsShown={['words']}
      onSubmit={give}
      onClose={onClose}
    >
      <Segments label="Verdict" value={verdict} onChange={setVerdict} options={VERDICTS} />
      <MarkdownField
        label="In words"
        optional={verdict === 'APPROVED'}
        value={words}
        error={(tried ? missing : undefined) ?? refusal?.fields['words']}
        onChange={setWords}
      />
      <DraftNote draft={kept} />
    </FormDialog>
  );
}
