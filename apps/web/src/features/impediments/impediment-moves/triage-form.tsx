import {
  IMPEDIMENT_SEVERITIES,
  type ImpedimentSeverity,
  SEVERITY_TITLES,
} from '@chapterhouse/domain/impediments/impediment-fields';
import { Button } from '@chapterhouse/ui/button';
import { DialogActions } from '@chapterhouse/ui/dialog';
import { Kbd } from '@chapterhouse/ui/kbd';
import { Select } from '@chapterhouse/ui/select';
import { TextArea } from '@chapterhouse/ui/text-area';
import { TextField } from '@chapterhouse/ui/text-field';
import { useState } from 'react';
import { DraftNote } from '../../../platform/drafts/draft-note';
import { useDraft } from '../../../platform/drafts/use-draft';
import { useOverWords } from '../over-words';
import { plural } from '../plural';
import { NeedsBrief, needsBrief } from '../briefs/needs-brief';
import { useImpedimentLevels } from '../use-impediment-levels';
import type { MoveFormProps } from './move-dialog';
import { MoveRefusal } from './move-refusal';
import { type Owner, OwnerField } from './owner-field';
import { TRIAGE_IMPEDIMENT } from './moves.operations';
import { useMoveForm } from './use-move-form';
import './move-form.css';

const SEVERITY_OPTIONS = IMPEDIMENT_SEVERITIES.map((value) => ({ value, label: SEVERITY_TITLES[value] }));

/** Owner, severity, level, next step and due: what every impediment leaves triage with. */
export function TriageForm({ impediment, onDone, onClose }: MoveFormProps) {
  const { levels } = useImpedimentLevels();
  const [nextStep, setNextStep, clearDraft, draft] = useDraft(`next-step:${impediment.key}`, impediment.nextStep);
  const { send, seen, pending, refusal, current } = useMoveForm(impediment, onDone, {
    draft,
    onLeft: () => {
      clearDraft();
      onClose();
    },
  });
  const [owner, setOwner] = useState<Owner | null>(impediment.owner);
  const [severity, setSeverity] = useState<ImpedimentSeverity>(impediment.severity ?? 'MEDIUM');
  const [level, setLevel] = useState(impediment.level);
  const [dueOn, setDueOn] = useState(impediment.dueOn ?? '');
  const [ownerMissing, setOwnerMissing] = useState(false);
  const possible = seen.viewerCan.includes('impediment:triage');
  const overWords = useOverWords(dueOn, impediment.dueOn ?? '');
  const byBrief = needsBrief(seen, level);

  const submit = async () => {
    setOwnerMissing(owner === null);
    if (owner === null || byBrief) return;
    const input = { ownerId: owner.id, severity, level, nextStep, dueOn: dueOn === '' ? null : dueOn };
    if (await send(TRIAGE_IMPEDIMENT, { input })) clearDraft();
  };
  const hours = levels.find((one) => one.level === level)?.clockWorkingHours;
  return (
    <form
      className="move-form"
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      <MoveRefusal
        refusal={refusal}
        current={current}
        possible={possible}
        fieldsShown={['ownerId', 'nextStep', 'dueOn', 'severity', 'level']}
      />
      <OwnerField
        value={owner}
        onChange={setOwner}
        error={ownerMissing && owner === null ? 'Choose who sees to it.' : refusal?.fields['ownerId']}
      />
      <div className="move-form__row">
        <Select
          label="Severity"
          options={SEVERITY_OPTIONS}
          value={severity}
          error={refusal?.fields['severity']}
          onChange={(event) => setSeverity(IMPEDIMENT_SEVERITIES[event.target.selectedIndex] ?? severity)}
        />
        <Select
          label="Level"
          options={levels.map((one) => ({ value: String(one.level), label: one.name }))}
          hint={hours === undefined ? undefined : `Clock: ${plural(hours, 'working hour')}`}
          value={String(level)}
          error={refusal?.fields['level']}
          onChange={(event) => setLevel(Number(event.target.value))}
        />
        <TextField
          label="Due"
          optional
          type="date"
          value={dueOn}
          hint={overWords}
          error={refusal?.fields['dueOn']}
          onChange={(event) => setDueOn(event.target.value)}
        />
      </div>
      {byBrief && <NeedsBrief impediment={seen} onFollow={onClose} />}
      <TextArea
        label="Next step"
        placeholder="What happens next, and who does it?"
        rows={2}
        value={nextStep}
        error={refusal?.fields['nextStep']}
        onChange={(event) => setNextStep(event.target.value)}
      />
      <DraftNote draft={draft} />
      <DialogActions>
        <Button onClick={onClose}>Cancel</Button>
        <Button type="submit" variant="primary" pending={pending} disabled={!possible || byBrief}>
          {impediment.state === 'RAISED' ? 'Triage' : 'Save'} <Kbd>Ctrl ↵</Kbd>
        </Button>
      </DialogActions>
    </form>
  );
}
