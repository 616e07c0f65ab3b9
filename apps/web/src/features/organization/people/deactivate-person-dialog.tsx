import { notify } from '@chapterhouse/ui/toast';
import { conflictOf, textOf } from '../../../platform/forms/conflict';
import type { EditablePerson } from '../dialogs/dialog-request';
import { FormDialog } from '../../../platform/forms/form-dialog';
import { useChange } from '../dialogs/use-change';
import { DEACTIVATE_PERSON } from './people.operations';

export type DeactivatePersonDialogProps = {
  person: EditablePerson & { hasAccount: boolean };
  /** How many roles it ends. */
  roles: number;
  onClose: () => void;
};

/** Says what will happen before it does. */
export function DeactivatePersonDialog({ person, roles, onClose }: DeactivatePersonDialogProps) {
  const { act, pending, refusal, key } = useChange(DEACTIVATE_PERSON);
  const deactivate = async () => {
    const version = conflictOf(refusal)?.version ?? person.version;
    if ((await act({ id: person.id, version, idempotencyKey: key() })) === null) return;
    notify({ title: `${person.name} is deactivated.` });
    onClose();
  };
  return (
    <FormDialog
      title={`Deactivate ${person.name}?`}
      submit="Deactivate"
      tone="danger"
      pending={pending}
      refusal={refusal}
      current={(conflict) => [{ label: 'Name', value: textOf(conflict, 'name') }]}
      onSubmit={deactivate}
      onClose={onClose}
    >
      <ul className="form-dialog__points">
        {person.hasAccount && <li>They are signed out everywhere within seconds and cannot sign in again.</li>}
        {!person.hasAccount && <li>An open invitation stops working.</li>}
        {roles > 0 && (
          <li>{roles === 1 ? 'Their role ends today' : `Their ${roles} roles end today`}; vacancies will show.</li>
        )}
        <li>What they raised, owned and decided stays on the record under their name.</li>
      </ul>
    </FormDialog>
  );
}
