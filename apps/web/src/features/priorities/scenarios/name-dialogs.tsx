import { scenarioProblems } from '@chapterhouse/domain/priorities/scenario-fields';
import { TextArea } from '@chapterhouse/ui/text-area';
import { TextField } from '@chapterhouse/ui/text-field';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import type { ScenarioRecordFragment } from '../../../generated/graphql';
import { FormDialog } from '../../../platform/forms/form-dialog';
import type { ShownRefusal } from '../../../platform/refusals/shown-refusal';
import { useStepAct } from '../../../platform/refusals/use-step-act';
import { CREATE_SCENARIO, RENAME_SCENARIO } from './scenario-acts.operations';
import { scenarioAddress } from './scenario-words';

/** A copy of the order as it is now, with a name. */
export function NewScenarioDialog({ productId, onClose }: { productId: string; onClose: () => void }) {
  const { act, sendingKey, pending, refusal } = useStepAct(CREATE_SCENARIO);
  const navigate = useNavigate();
  return (
    <NameDialog
      title="Try another order"
      description="It begins as a copy of the order as it is now. Only you see it until you share it."
      submit="Begin"
      initial={{ name: '', note: '' }}
      pending={pending}
      refusal={refusal}
      onClose={onClose}
      onName={async ({ name, note }) => {
        const made = await act({ productId, name, note, idempotencyKey: sendingKey() });
        if (made) void navigate(scenarioAddress(made.createScenario.id));
        return made !== null;
      }}
    />
  );
}

/** Another name, or other words about what it is for. */
export function RenameDialog({ scenario, onClose }: { scenario: ScenarioRecordFragment; onClose: () => void }) {
  const { id, version, name: before, note: noteBefore } = scenario;
  const { act, sendingKey, pending, refusal } = useStepAct(RENAME_SCENARIO);
  return (
    <NameDialog
      title="Name the scenario"
      submit="Save"
      initial={{ name: before, note: noteBefore }}
      pending={pending}
      refusal={refusal}
      onClose={onClose}
      onName={async ({ name, note }) => (await act({ id, version, name, note, idempotencyKey: sendingKey() })) !== null}
    />
  );
}

type Named = { name: string; note: string };

type NameDialogProps = {
  title: string;
  description?: string;
  submit: string;
  initial: Named;
  pending: boolean;
  refusal: ShownRefusal | null;
  /** True once it is saved. */
  onName: (named: Named) => Promise<boolean>;
  onClose: () => void;
};

function NameDialog({ title, description, submit, initial, pending, refusal, onName, onClose }: NameDialogProps) {
  const [named, setNamed] = useState(initial);
  const [tried, setTried] = useState(false);
  const problems = Object.fromEntries(scenarioProblems(named).map(({ field, problem }) => [field, problem]));
  const errorOf = (field: keyof Named) => (tried ? problems[field] : undefined) ?? refusal?.fields[field];
  const send = async () => {
    setTried(true);
    if (Object.keys(problems).length > 0) return;
    if (await onName(named)) onClose();
  };
  return (
    <FormDialog
      title={title}
      description={description}
      submit={submit}
      pending={pending}
      refusal={refusal}
      fieldsShown={['name', 'note']}
      onSubmit={send}
      onClose={onClose}
    >
      <TextField
        label="Name"
        placeholder="Vault first"
        autoComplete="off"
        value={named.name}
        error={errorOf('name')}
        onChange={(event) => setNamed({ ...named, name: event.target.value })}
      />
      <TextArea
        label="What it is for"
        optional
        placeholder="What if the audit comes a quarter early?"
        rows={2}
        value={named.note}
        error={errorOf('note')}
        onChange={(event) => setNamed({ ...named, note: event.target.value })}
      />
    </FormDialog>
  );
}
