import { TOP_LEVEL } from '@chapterhouse/domain/impediments/impediment-ladder';
import { Select } from '@chapterhouse/ui/select';
import { TextArea } from '@chapterhouse/ui/text-area';
import { useState } from 'react';
import { DraftNote } from '../../../platform/drafts/draft-note';
import { useDraft } from '../../../platform/drafts/use-draft';
import { can } from '../../../platform/session/can';
import { BriefForm, useImpedimentLevels } from '../../impediments/public';
import { ResultFieldsForm } from './result-fields';
import { RESULT_VERBS } from './result-kinds';
import type { OfImpedimentProps } from './triaged-fields';

/** To which level, and why; to the top one with its brief. */
export function EscalatedFields({ item, impediment, pending, refusal, onSend }: OfImpedimentProps) {
  const { levels } = useImpedimentLevels();
  const higher = levels.filter(({ level }) => level > impediment.level);
  const [wanted, setWanted] = useState<number | null>(null);
  const level = wanted ?? higher[0]?.level ?? impediment.level;
  const [reason, setReason, clearDraft, draft] = useDraft(`triage-result:up:${item.id}`);
  const toWhere = (
    <Select
      label="To which level?"
      options={higher.map((one) => ({ value: String(one.level), label: one.name }))}
      value={String(level)}
      error={refusal?.fields['level']}
      onChange={(event) => setWanted(Number(event.target.value))}
    />
  );
  // The brief says why.
  if (level === TOP_LEVEL && can(impediment, 'impediment:send-brief')) {
    return (
      <BriefForm
        impediment={impediment}
        submit="Escalate with the brief"
        pending={pending}
        refusal={refusal}
        onSend={(brief) => onSend({ level, brief })}
      >
        {toWhere}
      </BriefForm>
    );
  }
  const submit = async () => {
    if (await onSend({ level, reason: reason.trim() === '' ? null : reason })) clearDraft();
  };
  return (
    <ResultFieldsForm
      submit={RESULT_VERBS.ESCALATED}
      pending={pending}
      refusal={refusal}
      fieldsShown={['level', 'reason']}
      onSubmit={() => void submit()}
    >
      {toWhere}
      <TextArea
        label="Why does it go up?"
        optional
        hint="What was tried, and what this level cannot do."
        rows={2}
        value={reason}
        error={refusal?.fields['reason']}
        onChange={(event) => setReason(event.target.value)}
      />
      <DraftNote draft={draft} />
    </ResultFieldsForm>
  );
}
