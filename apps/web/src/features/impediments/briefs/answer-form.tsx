import {
  BRIEF_ANSWER_NEEDS,
  BRIEF_ANSWER_TITLES,
  BRIEF_ANSWERS,
  type BriefAnswerKind,
  briefAnswerProblems,
} from '@chapterhouse/domain/impediments/brief-fields';
import { Button } from '@chapterhouse/ui/button';
import { FieldError } from '@chapterhouse/ui/field-error';
import { Kbd } from '@chapterhouse/ui/kbd';
import { announce } from '@chapterhouse/ui/live-region';
import { TextArea } from '@chapterhouse/ui/text-area';
import { useEffect, useId, useRef, useState } from 'react';
import type { BriefFactsFragment } from '../../../generated/graphql';
import { DraftNote } from '../../../platform/drafts/draft-note';
import { useDraft } from '../../../platform/drafts/use-draft';
import { useIdempotencyKey } from '../../../platform/idempotency/use-idempotency-key';
import { RefusalNote } from '../../../platform/refusals/refusal-note';
import { useAct } from '../../../platform/refusals/use-act';
import { ANSWER_BRIEF } from './briefs.operations';
import './answer-form.css';

/** Where the words of an answer are kept until it is given. */
export const answerPlace = (briefId: string): string => `brief-answer:${briefId}`;

export type AnswerFormProps = {
  brief: BriefFactsFragment;
  onClose: () => void;
  onAnswered: () => void;
};

/** Yes, yes but, no, or not yet: each with words, once. */
export function AnswerForm({ brief: { id, sentBy, data }, onClose, onAnswered }: AnswerFormProps) {
  const [words, setWords, clearDraft, draft] = useDraft(answerPlace(id));
  const [kind, setKind] = useState<BriefAnswerKind | null>(null);
  const [problems, setProblems] = useState<Partial<Record<string, string>>>({});
  const { key } = useIdempotencyKey();
  const { act, pending, refusal } = useAct(ANSWER_BRIEF, { refetchQueries: 'active' });

  const submit = async () => {
    const found =
      kind === null
        ? { kind: 'Choose how you answer.' }
        : Object.fromEntries(briefAnswerProblems({ kind, words }).map(({ field, problem }) => [field, problem]));
    setProblems(found);
    if (kind === null || Object.keys(found).length > 0) return announce(Object.values(found).join(' '));
    const answered = await act({ id, kind, words, idempotencyKey: key() });
    if (!answered) return;
    clearDraft();
    announce(`Answered: ${BRIEF_ANSWER_TITLES[kind]}. ${sentBy.name} and the teams are told.`);
    onAnswered();
  };
  return (
    <form
      className="answer-form"
      aria-label={`Answer about ${data.impediment.key}`}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      <RefusalNote refusal={refusal} fieldsShown={['kind', 'words']} />
      <Kinds value={kind} onChange={setKind} error={problems['kind']} />
      <TextArea
        label="In your words"
        hint={kind === null ? 'The teams read this, and it stays on the record.' : `${BRIEF_ANSWER_NEEDS[kind]}.`}
        rows={4}
        value={words}
        error={problems['words'] ?? refusal?.fields['words']}
        onChange={(event) => setWords(event.target.value)}
      />
      <DraftNote draft={draft} />
      <p className="answer-form__note">An answer is given once. {sentBy.name} and the teams are told.</p>
      <div className="answer-form__actions">
        <Button variant="ghost" onClick={onClose}>
          Later
        </Button>
        <Button type="submit" variant="primary" pending={pending}>
          Answer <Kbd>Ctrl ↵</Kbd>
        </Button>
      </div>
    </form>
  );
}

type KindsProps = {
  value: BriefAnswerKind | null;
  onChange: (kind: BriefAnswerKind) => void;
  error: string | undefined;
};

function Kinds({ value, onChange, error }: KindsProps) {
  const id = useId();
  const first = useRef<HTMLInputElement>(null);
  useEffect(() => first.current?.focus(), []);
  return (
    <fieldset className="answer-form__kinds" aria-describedby={error === undefined ? undefined : `${id}-error`}>
      <legend>Your answer</legend>
      {BRIEF_ANSWERS.map((kind, index) => (
        <label key={kind} className="answer-form__kind">
          <input
            ref={index === 0 ? first : undefined}
            type="radio"
            name={`${id}-kind`}
            checked={value === kind}
            onChange={() => onChange(kind)}
          />
          {BRIEF_ANSWER_TITLES[kind]}
        </label>
      ))}
      <FieldError id={`${id}-error`}>{error}</FieldError>
    </fieldset>
  );
}
