import type { TriageResultKind } from '@chapterhouse/domain/chapters/triage-state';
import { TextArea } from '@chapterhouse/ui/text-area';
import { useState } from 'react';
import { DraftNote } from '../../../platform/drafts/draft-note';
import { useDraft } from '../../../platform/drafts/use-draft';
import type { ResultFieldsProps } from './result-form';
import { ResultFieldsForm } from './result-fields';
import { RESULT_VERBS } from './result-kinds';

const ASKS: Partial<Record<TriageResultKind, { label: string; hint: string }>> = {
  DECLINED: { label: 'Why is it declined?', hint: 'The team that raised it reads this.' },
  PARKED: { label: 'Why is it parked?', hint: 'What is missing, or when it comes up again.' },
};
const DONE = { label: 'What came of it?', hint: 'In a sentence, for the minutes.' };

/** One text: a reason, or what came of it. */
export function WordsFields({ item, kind, pending, refusal, onSend }: ResultFieldsProps & { kind: TriageResultKind }) {
  const [reason, setReason, clearDraft, draft] = useDraft(`triage-result:${kind}:${item.id}`);
  const [tried, setTried] = useState(false);
  const optional = kind === 'DONE';
  const { label, hint } = ASKS[kind] ?? DONE;
  const missing = !optional && reason.trim() === '';
  const submit = async () => {
    setTried(true);
    if (missing) return;
    if (await onSend({ reason: reason.trim() === '' ? null : reason })) clearDraft();
  };
  return (
    <ResultFieldsForm
      submit={RESULT_VERBS[kind]}
      pending={pending}
      refusal={refusal}
      fieldsShown={['reason']}
      onSubmit={() => void submit()}
    >
      <TextArea
        label={label}
        hint={hint}
        optional={optional}
        rows={2}
        value={reason}
        error={refusal?.fields['reason'] ?? (tried && missing ? 'Say why, in a sentence.' : undefined)}
        onChange={(event) => setReason(event.target.value)}
      />
      <DraftNote draft={draft} />
    </ResultFieldsForm>
  );
}
