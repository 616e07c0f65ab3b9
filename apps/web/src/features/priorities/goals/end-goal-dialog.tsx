import { GOAL_WORDS_LIMIT } from '@chapterhouse/domain/priorities/goal-fields';
import { Segments } from '@chapterhouse/ui/segments';
import { TextArea } from '@chapterhouse/ui/text-area';
import { useState } from 'react';
import type { GoalFactsFragment } from '../../../generated/graphql';
import { DraftNote } from '../../../platform/drafts/draft-note';
import { useDraft } from '../../../platform/drafts/use-draft';
import { FormDialog } from '../../../platform/forms/form-dialog';
import { useIdempotencyKey } from '../../../platform/idempotency/use-idempotency-key';
import { useAct } from '../../../platform/refusals/use-act';
import { plural } from '../../impediments/public';
import { PLANNING_GOALS } from '../planning.operations';
import { END_GOAL } from './goals.operations';

/** A goal ends with words: what came of it, or why it is given up. */
export function EndGoalDialog({ goal, onClose }: { goal: GoalFactsFragment; onClose: () => void }) {
  const { id, title, version, openItems } = goal;
  const [achieved, setAchieved] = useState(true);
  const [words, setWords, clear, draft] = useDraft(`goal-end:${id}`);
  const [tried, setTried] = useState(false);
  const { key, renew } = useIdempotencyKey();
  const { act, pending, refusal } = useAct(END_GOAL, { refetchQueries: [PLANNING_GOALS] });
  const missing = words.trim() === '' ? (achieved ? 'Say what came of it.' : 'Say why it is given up.') : undefined;
  const submit = async () => {
    setTried(true);
    if (pending || missing !== undefined) return;
    const done = await act({ id, version, achieved, words: words.trim(), idempotencyKey: key() });
    renew();
    if (done === null) return;
    clear();
    onClose();
  };
  return (
    <FormDialog
      title="End the goal"
      description={title}
      submit={achieved ? 'It is achieved' : 'It is abandoned'}
      pending={pending}
      refusal={refusal}
      fieldsShown={['words']}
      onSubmit={submit}
      onClose={onClose}
    >
      <Segments
        label="How it ended"
        value={achieved ? 'yes' : 'no'}
        onChange={(value) => setAchieved(value === 'yes')}
        options={[
          { value: 'yes', label: 'Achieved' },
          { value: 'no', label: 'Abandoned' },
        ]}
      />
      <TextArea
        label={achieved ? 'What came of it' : 'Why it is given up'}
        hint={openItems > 0 ? `${plural(openItems, 'open item')} still say that they serve it.` : undefined}
        maxLength={GOAL_WORDS_LIMIT}
        value={words}
        error={(tried ? missing : undefined) ?? refusal?.fields['words']}
        onChange={(event) => setWords(event.target.value)}
      />
      <DraftNote draft={draft} />
    </FormDialog>
  );
}
