import {
  IMPEDIMENT_SEVERITIES,
  type ImpedimentSeverity,
  SEVERITY_TITLES,
} from '@chapterhouse/domain/impediments/impediment-fields';
import { TOP_LEVEL } from '@chapterhouse/domain/impediments/impediment-ladder';
import { Select } from '@chapterhouse/ui/select';
import { TextArea } from '@chapterhouse/ui/text-area';
import { TextField } from '@chapterhouse/ui/text-field';
import { useState } from 'react';
import { useToday } from '../../../platform/dates/use-today';
import { DraftNote } from '../../../platform/drafts/draft-note';
import { useDraft } from '../../../platform/drafts/use-draft';
import { OwnerField, useImpedimentLevels } from '../../impediments/public';
import type { ResultFieldsProps } from './result-form';
import { ResultFieldsForm } from './result-fields';
import { RESULT_VERBS } from './result-kinds';
import type { ShownItem } from './triage-items';

export type OfImpedimentProps = ResultFieldsProps & { impediment: NonNullable<ShownItem['impediment']> };

const SEVERITIES = IMPEDIMENT_SEVERITIES.map((value) => ({ value, label: SEVERITY_TITLES[value] }));

/** Owner, severity, level, next step and due: what every impediment leaves triage with. */
export function TriagedFields({ item, impediment, pending, refusal, onSend }: OfImpedimentProps) {
  const { levels } = useImpedimentLevels();
  const today = useToday();
  const [nextStep, setNextStep, clearDraft, draft] = useDraft(`triage-result:${item.id}`, impediment.nextStep);
  const [owner, setOwner] = useState<{ id: string; name: string } | null>(impediment.owner);
  const [severity, setSeverity] = useState<ImpedimentSeverity>(impediment.severity ?? 'MEDIUM');
  const [level, setLevel] = useState(impediment.level);
  const [dueOn, setDueOn] = useState(impediment.dueOn ?? '');
  const [tried, setTried] = useState(false);
  const fields = refusal?.fields ?? {};
  const [noOwner, noStep] = [owner === null, nextStep.trim() === ''];
  // The top level gets an impediment with its brief only: that is escalating.
  const offered = levels.filter((one) => one.level !== TOP_LEVEL || impediment.level === TOP_LEVEL);

  const submit = async () => {
    setTried(true);
    if (owner === null || noStep) return;
    const words = { ownerId: owner.id, severity, level, nextStep, dueOn: dueOn === '' ? null : dueOn };
    if (await onSend(words)) clearDraft();
  };
  return (
    <ResultFieldsForm
      submit={RESULT_VERBS.TRIAGED}
      pending={pending}
      refusal={refusal}
      fieldsShown={['ownerId', 'severity', 'level', 'nextStep', 'dueOn']}
      onSubmit={() => void submit()}
    >
      <OwnerField
        value={owner}
        onChange={setOwner}
        error={fields['ownerId'] ?? (tried && noOwner ? 'Choose who sees to it.' : undefined)}
      />
      <div className="result__row">
        <Select
          label="Severity"
          options={SEVERITIES}
          value={severity}
          error={fields['severity']}
          onChange={(event) => setSeverity(IMPEDIMENT_SEVERITIES[event.target.selectedIndex] ?? severity)}
        />
        <Select
          label="Level"
          options={offered.map((one) => ({ value: String(one.level), label: one.name }))}
          value={String(level)}
          error={fields['level']}
          onChange={(event) => setLevel(Number(event.target.value))}
        />
        <TextField
          label="Due"
          optional
          type="date"
          min={today}
          value={dueOn}
          error={fields['dueOn']}
          onChange={(event) => setDueOn(event.target.value)}
        />
      </div>
      <TextArea
        label="Next step"
        placeholder="What happens next, and who does it?"
        rows={2}
        value={nextStep}
        error={fields['nextStep'] ?? (tried && noStep ? 'Say what happens next.' : undefined)}
        onChange={(event) => setNextStep(event.target.value)}
      />
      <DraftNote draft={draft} />
    </ResultFieldsForm>
  );
}
