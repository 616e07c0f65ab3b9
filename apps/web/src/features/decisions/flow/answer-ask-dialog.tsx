import { type AskAnswer, ANSWERS_OF_ASK, changesAnswer } from '@chapterhouse/domain/decisions/delegation-flow';
import { askAnswerProblems } from '@chapterhouse/domain/decisions/delegation-fields';
import { FieldError } from '@chapterhouse/ui/field-error';
import { TextArea } from '@chapterhouse/ui/text-area';
import { notify } from '@chapterhouse/ui/toast';
import { useId, useState } from 'react';
import type { DecisionAskFactsFragment, DecisionTurnFragment } from '../../../generated/graphql';
import { DraftNote } from '../../../platform/drafts/draft-note';
import { useDraft } from '../../../platform/drafts/use-draft';
import { FormDialog } from '../../../platform/forms/form-dialog';
import { useStepAct } from '../../../platform/refusals/use-step-act';
import { ChangedNote } from './changed-note';
import { ANSWER_ASK } from './flow.operations';
import { useReadVersion } from './use-read-version';
import './answer-ask-dialog.css';

const CHOICES: Record<AskAnswer, { title: string; hint: string }> = {
  CONSENTED: { title: 'I consent', hint: 'Good enough to try, and safe enough.' },
  OBJECTED: { title: 'I object', hint: 'It cannot be accepted until this side consents.' },
  ADVISED: { title: 'My advice', hint: '' },
};

const WORDS_LABELS: Record<AskAnswer, string> = {
  CONSENTED: 'A remark',
  OBJECTED: 'What would have to change?',
  ADVISED: 'Your advice',
};

export type AnswerAskDialogProps = {
  decision: Pick<DecisionTurnFragment, 'key' | 'title' | 'version'>;
  ask: DecisionAskFactsFragment;
  onClose: () => void;
};

/** Consent, an objection or advice, on the record. */
export function AnswerAskDialog({ decision, ask, onClose }: AnswerAskDialogProps) {
  const { id, kind, ofWhom } = ask;
  const group = useId();
  // Who consented may only object from then on.
  const given = { answer: ask.answer, by: ask.answeredBy?.id ?? null };
  const choices = ANSWERS_OF_ASK[kind].filter((one) => changesAnswer(given, one));
  const [only] = choices.length === 1 ? choices : [];
  const [answer, setAnswer] = useState<AskAnswer | null>(only ?? null);
  const [words, setWords, clearDraft, draft] = useDraft(`decision-ask:${id}`);
  const [tried, setTried] = useState(false);
  const { act, sendingKey, pending, changed, told } = useStepAct(ANSWER_ASK);
  const problems = problemsOf(kind, answer, words);
  const looked = useReadVersion(decision.version);
  const submit = async () => {
    if (looked.changed) return looked.read();
    setTried(true);
    if (answer === null || Object.keys(problems).length > 0) return;
    const answered = await act({ id, version: decision.version, answer, words, idempotencyKey: sendingKey() });
    if (!answered) return;
    clearDraft();
    onClose();
    const { waitsFor } = answered.answerDecisionAsk.flow;
    notify({
      title:
        answer === 'ADVISED' ? 'Your advice is given.' : answer === 'OBJECTED' ? 'You objected.' : 'You consented.',
      detail: waitsFor.length === 0 ? `${decision.key} can be accepted now.` : waitsFor.join(' '),
    });
  };
  return (
    <FormDialog
      title={titleOf(kind, only, decision.key)}
      description={`“${decision.title}”: you answer for ${ofWhom}.`}
      submit={
        looked.changed
          ? 'I have read it'
          : answer === 'ADVISED'
            ? 'Give advice'
            : answer === 'OBJECTED'
              ? 'Object'
              : 'Consent'
      }
      size="md"
      pending={pending}
      refusal={told}
      fieldsShown={['answer', 'words']}
      answer={changed || looked.changed ? <ChangedNote /> : undefined}
      onSubmit={submit}
      onClose={onClose}
    >
      {choices.length > 1 && (
        <fieldset className="ask-choices" aria-describedby={tried && answer === null ? `${group}-error` : undefined}>
          <legend>Your answer</legend>
          {choices.map((choice) => (
            <label key={choice} className="ask-choices__choice">
              <input type="radio" name={group} checked={answer === choice} onChange={() => setAnswer(choice)} />
              <span>
                {CHOICES[choice].title}
                <span className="ask-choices__hint">{CHOICES[choice].hint}</span>
              </span>
            </label>
          ))}
          <FieldError id={`${group}-error`}>
            {tried && answer === null ? 'Choose how you answer.' : told?.fields['answer']}
          </FieldError>
        </fieldset>
      )}
      <TextArea
        label={answer === null ? 'In your words' : WORDS_LABELS[answer]}
        optional={answer === 'CONSENTED'}
        rows={4}
        value={words}
        error={(tried ? problems['words'] : undefined) ?? told?.fields['words']}
        onChange={({ target: { value } }) => setWords(value)}
      />
      <DraftNote draft={draft} />
    </FormDialog>
  );
}

function titleOf(kind: DecisionAskFactsFragment['kind'], only: AskAnswer | undefined, key: string): string {
  if (kind === 'ADVICE') return `Advise on ${key}`;
  return only === 'OBJECTED' ? `Object to ${key}?` : `Consent to ${key}?`;
}

function problemsOf(kind: DecisionAskFactsFragment['kind'], answer: AskAnswer | null, words: string) {
  if (answer === null) return {};
  return Object.fromEntries(askAnswerProblems(kind, answer, words).map(({ field, problem }) => [field, problem]));
}
