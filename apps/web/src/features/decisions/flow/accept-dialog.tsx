import { ErrorNote } from '@chapterhouse/ui/error-note';
import { Select } from '@chapterhouse/ui/select';
import { TextArea } from '@chapterhouse/ui/text-area';
import { notify } from '@chapterhouse/ui/toast';
import { useState } from 'react';
import type { DecisionTurnFragment } from '../../../generated/graphql';
import { FormDialog } from '../../../platform/forms/form-dialog';
import { useStepAct } from '../../../platform/refusals/use-step-act';
import { ChangedNote } from './changed-note';
import { acceptedWords, consequencesOf, needsRationale } from './flow-words';
import { ACCEPT_DECISION } from './flow.operations';
import { Replaces } from './replaces';
import { useReadVersion } from './use-read-version';

export type FlowDialogProps = { decision: DecisionTurnFragment; onClose: () => void };

type Typed = { outcome?: string; rationale?: string; chosenOption?: number | null };

/** Accepting: what is decided and why, and what follows from it. */
export function AcceptDialog({ decision, onClose }: FlowDialogProps) {
  const { id, key: decisionKey, version, options, flow } = decision;
  // What was not changed here follows what somebody else changes meanwhile.
  const [typed, setTyped] = useState<Typed>({});
  const outcome = typed.outcome ?? decision.outcome;
  const rationale = typed.rationale ?? decision.rationale;
  const chosenOption = typed.chosenOption === undefined ? decision.chosenOption : typed.chosenOption;
  const change = (part: Typed) => setTyped((before) => ({ ...before, ...part }));
  const [tried, setTried] = useState(false);
  const { act, sendingKey, pending, changed, told } = useStepAct(ACCEPT_DECISION);
  const problems = {
    outcome: outcome.trim() === '' && chosenOption === null ? 'Say what is decided, or choose an option.' : undefined,
    rationale: needsRationale(flow.level) && rationale.trim() === '' ? 'Say why: it is sold, not told.' : undefined,
  };
  const words = useReadVersion(version);
  const submit = async () => {
    if (words.changed) return words.read();
    setTried(true);
    if (problems.outcome !== undefined || problems.rationale !== undefined) return;
    const accepted = await act({ id, version, outcome, rationale, chosenOption, idempotencyKey: sendingKey() });
    if (!accepted) return;
    onClose();
    notify({ title: `${decisionKey} is accepted.`, detail: acceptedWords(accepted.acceptDecision.flow) });
  };
  return (
    <FormDialog
      title={`Accept ${decisionKey}?`}
      description="It is in force at once, and its words never change again: corrections are amendments."
      submit={words.changed ? 'I have read it' : 'Accept'}
      size="md"
      pending={pending}
      refusal={told}
      fieldsShown={['outcome', 'rationale']}
      answer={changed || words.changed ? <ChangedNote /> : undefined}
      onSubmit={submit}
      onClose={onClose}
    >
      {flow.waitsFor.length > 0 && (
        <ErrorNote tone="attention" title="It still waits." next={flow.waitsFor.join(' ')} />
      )}
      <Replaces decision={decision} />
      <p className="decision-flow__quiet">{consequencesOf(flow)}</p>
      {options.length > 0 && (
        <Select
          label="Chosen option"
          placeholder="None of them"
          options={options.map(({ title }, index) => ({ value: String(index), label: title }))}
          value={chosenOption === null ? '' : String(chosenOption)}
          onChange={({ target: { value } }) => change({ chosenOption: value === '' ? null : Number(value) })}
        />
      )}
      <TextArea
        label="What is decided"
        rows={3}
        value={outcome}
        error={(tried ? problems.outcome : undefined) ?? told?.fields['outcome']}
        onChange={({ target: { value } }) => change({ outcome: value })}
      />
      <TextArea
        label="Why"
        optional={!needsRationale(flow.level)}
        rows={3}
        value={rationale}
        error={(tried ? problems.rationale : undefined) ?? told?.fields['rationale']}
        onChange={({ target: { value } }) => change({ rationale: value })}
      />
    </FormDialog>
  );
}
