import { notify } from '@chapterhouse/ui/toast';
import { useState } from 'react';
import type { ProposalLineFragment } from '../../../generated/graphql';
import { FormDialog } from '../../../platform/forms/form-dialog';
import { MarkdownField } from '../../../platform/markdown/markdown-field';
import { useShownAct } from '../../../platform/refusals/use-shown-act';
import { ANSWER_PROPOSAL } from './proposals.operations';

export type ProposalAnswer = 'TAKE' | 'WRITTEN_IN' | 'DECLINE';
export type AnswerDialogProps = { proposal: ProposalLineFragment; as: ProposalAnswer; onClose: () => void };

const WORDS: Record<ProposalAnswer, { title: string; submit: string; description?: string; done: string }> = {
  TAKE: {
    title: 'Take it over',
    submit: 'Take it over',
    description: 'It comes into the draft; a review and a new version bring it to readers.',
    done: 'It is in the draft.',
  },
  WRITTEN_IN: {
    title: 'You have written it in',
    submit: 'It is in the draft',
    description: 'Nothing is changed in the draft: what you wrote there is what becomes of the proposal.',
    done: 'The proposal is taken over.',
  },
  DECLINE: { title: 'Decline the proposal', submit: 'Decline', done: 'The proposal is declined.' },
};

/** It comes into the draft, or it does not and somebody says why. */
export function AnswerDialog({ proposal: { id, version, by }, as, onClose }: AnswerDialogProps) {
  const take = as !== 'DECLINE';
  const { title, submit, description, done } = WORDS[as];
  const [words, setWords] = useState('');
  const [tried, setTried] = useState(false);
  const { act, pending, refusal, key } = useShownAct(ANSWER_PROPOSAL);
  const missing = !take && words.trim() === '' ? `Say why: ${by.name} took the trouble.` : undefined;
  const answer = async () => {
    setTried(true);
    if (missing !== undefined) return;
    const given = { id, version, take, writtenIn: as === 'WRITTEN_IN', words: words.trim() || null };
    if ((await act({ ...given, idempotencyKey: key() })) === null) return;
    onClose();
    notify({ title: done });
  };
  return (
    <FormDialog
      title={title}
      description={description}
      submit={submit}
      size="md"
      pending={pending}
      refusal={refusal}
      fieldsShown={['words']}
      onSubmit={answer}
      onClose={onClose}
    >
      <MarkdownField
        label={take ? 'A word to them' : 'Why not'}
        optional={take}
        value={words}
        error={(tried ? missing : undefined) ?? refusal?.fields['words']}
        onChange={setWords}
      />
    </FormDialog>
  );
}
