import { actionProblems } from '@chapterhouse/domain/cadences/action-fields';
import { TextArea } from '@chapterhouse/ui/text-area';
import { notify } from '@chapterhouse/ui/toast';
import { useState } from 'react';
import type { ActionFactsFragment } from '../../../generated/graphql';
import { useToday } from '../../../platform/dates/use-today';
import { DraftNote } from '../../../platform/drafts/draft-note';
import { useDraft } from '../../../platform/drafts/use-draft';
import { conflictOf } from '../../../platform/forms/conflict';
import { FormDialog } from '../../../platform/forms/form-dialog';
import { useShownAct } from '../../../platform/refusals/use-shown-act';
import { ActionFields, type GivenAction, problemsOf } from './action-fields';
import { COMPLETE_ACTION, DROP_ACTION, EDIT_ACTION } from './actions.operations';

/** Which question about an action is open. */
export type ActionDialog = { kind: 'complete' | 'edit' | 'drop'; action: ActionFactsFragment };

export function ActionDialogs({ asked: { kind, action }, onClose }: { asked: ActionDialog; onClose: () => void }) {
  if (kind === 'complete') return <CompleteDialog action={action} onClose={onClose} />;
  if (kind === 'drop') return <DropDialog action={action} onClose={onClose} />;
  return <EditDialog action={action} onClose={onClose} />;
}

type OneProps = { action: ActionFactsFragment; onClose: () => void };

function CompleteDialog({ action, onClose }: OneProps) {
  const { id, title } = action;
  const [result, setResult, clear, draft] = useDraft(`action-done:${id}`);
  const { act, pending, refusal, key } = useShownAct(COMPLETE_ACTION);
  const submit = async () => {
    const version = conflictOf(refusal)?.version ?? action.version;
    if ((await act({ id, version, result, idempotencyKey: key() })) === null) return;
    clear();
    onClose();
    notify({ title: `“${title}” is done.` });
  };
  return (
    <FormDialog
      title="Done"
      description={title}
      submit="Done"
      pending={pending}
      refusal={refusal}
      fieldsShown={['result']}
      onSubmit={submit}
      onClose={onClose}
    >
      <TextArea
        label="What came of it?"
        optional
        hint="The others read this in the next meeting."
        value={result}
        error={refusal?.fields['result']}
        onChange={(event) => setResult(event.target.value)}
      />
      <DraftNote draft={draft} />
    </FormDialog>
  );
}

function DropDialog({ action, onClose }: OneProps) {
  const { id, title } = action;
  const [reason, setReason, clear, draft] = useDraft(`action-drop:${id}`);
  const [tried, setTried] = useState(false);
  const { act, pending, refusal, key } = useShownAct(DROP_ACTION);
  const empty = reason.trim() === '';
  const submit = async () => {
    setTried(true);
    if (empty) return;
    const version = conflictOf(refusal)?.version ?? action.version;
    if ((await act({ id, version, reason, idempotencyKey: key() })) === null) return;
    clear();
    onClose();
    notify({ title: `“${title}” is dropped.` });
  };
  return (
    <FormDialog
      title="Drop the action?"
      description={title}
      submit="Drop"
      tone="danger"
      pending={pending}
      refusal={refusal}
      fieldsShown={['reason']}
      onSubmit={submit}
      onClose={onClose}
    >
      <TextArea
        label="Why?"
        hint="Nobody keeps it then; it stays in the list of those that were dropped."
        value={reason}
        error={(tried && empty ? 'Say why it is dropped.' : undefined) ?? refusal?.fields['reason']}
        onChange={(event) => setReason(event.target.value)}
      />
      <DraftNote draft={draft} />
    </FormDialog>
  );
}

function EditDialog({ action, onClose }: OneProps) {
  const today = useToday();
  const [given, setGiven] = useState<GivenAction>({ title: action.title, owner: action.owner, dueOn: action.dueOn });
  const { title, owner, dueOn } = given;
  const [tried, setTried] = useState(false);
  const { act, pending, refusal, key } = useShownAct(EDIT_ACTION);
  // What is overdue may stay so while its words are put right.
  const changes = {
    ...(title !== action.title && { title }),
    ...(owner && owner.id !== action.owner.id && { ownerId: owner.id }),
    ...(dueOn !== action.dueOn && { dueOn }),
  };
  const found = actionProblems(changes, today);
  const problems = problemsOf(owner, found);
  const submit = async () => {
    setTried(true);
    if (found.length > 0 || owner === null) return;
    if (Object.keys(changes).length === 0) return onClose();
    const version = conflictOf(refusal)?.version ?? action.version;
    if ((await act({ id: action.id, version, changes, idempotencyKey: key() })) === null) return;
    onClose();
    notify({ title: 'The action is saved.' });
  };
  return (
    <FormDialog
      title="Edit the action"
      submit="Save"
      pending={pending}
      refusal={refusal}
      fieldsShown={['title', 'ownerId', 'dueOn']}
      onSubmit={submit}
      onClose={onClose}
    >
      <ActionFields
        value={given}
        onChange={(next) => setGiven({ ...given, ...next })}
        problems={{ ...(tried && problems), ...refusal?.fields }}
      />
    </FormDialog>
  );
}
