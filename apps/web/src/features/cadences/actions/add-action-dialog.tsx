import { actionProblems } from '@chapterhouse/domain/cadences/action-fields';
import { notify } from '@chapterhouse/ui/toast';
import { useState } from 'react';
import type { ActionInput } from '../../../generated/graphql';
import { addDays } from '../../../platform/dates/day-words';
import { useToday } from '../../../platform/dates/use-today';
import { DraftNote } from '../../../platform/drafts/draft-note';
import { useDraft } from '../../../platform/drafts/use-draft';
import { FormDialog } from '../../../platform/forms/form-dialog';
import type { NamedPerson } from '../../../platform/people/use-people-found';
import { useShownAct } from '../../../platform/refusals/use-shown-act';
import { useViewer } from '../../../platform/session/session-provider';
import { ActionFields, type GivenAction, problemsOf } from './action-fields';
import { ADD_ACTION } from './actions.operations';

/** Days that a small promise takes unless somebody says otherwise. */
const USUAL_DAYS = 7;

export type AddActionDialogProps = {
  /** What it belongs to; nothing for one's own. */
  of?: Pick<ActionInput, 'occurrenceId' | 'chapterId' | 'impedimentId' | 'teamId'>;
  onClose: () => void;
};

/** A small promise: what, who, until when. */
export function AddActionDialog({ of = {}, onClose }: AddActionDialogProps) {
  const { person } = useViewer();
  const today = useToday();
  const [title, setTitle, clear, draft] = useDraft(`action:${Object.values(of).join() || 'new'}`);
  const [owner, setOwner] = useState<NamedPerson | null>({ id: person.id, name: person.name });
  const [dueOn, setDueOn] = useState(() => addDays(today, USUAL_DAYS));
  const [tried, setTried] = useState(false);
  const { act, pending, refusal, key } = useShownAct(ADD_ACTION);
  const found = actionProblems({ title, dueOn }, today);
  const problems = problemsOf(owner, found);
  const change = (next: Partial<GivenAction>) => {
    if (next.title !== undefined) setTitle(next.title);
    if (next.owner !== undefined) setOwner(next.owner);
    if (next.dueOn !== undefined) setDueOn(next.dueOn);
  };
  const submit = async () => {
    setTried(true);
    if (found.length > 0 || owner === null) return;
    if ((await act({ input: { ...of, title, dueOn, ownerId: owner.id }, idempotencyKey: key() })) === null) return;
    clear();
    onClose();
    notify({ title: owner.id === person.id ? 'The action is in your list.' : `${owner.name} finds it in their list.` });
  };
  return (
    <FormDialog
      title="Add an action"
      description="Small enough to be done before the next meeting."
      submit="Add"
      pending={pending}
      refusal={refusal}
      fieldsShown={['title', 'ownerId', 'dueOn']}
      onSubmit={submit}
      onClose={onClose}
    >
      <ActionFields
        value={{ title, owner, dueOn }}
        onChange={change}
        problems={{ ...(tried && problems), ...refusal?.fields }}
        from={today}
        note={<DraftNote draft={draft} />}
      />
    </FormDialog>
  );
}
