import { TextField } from '@chapterhouse/ui/text-field';
import { notify } from '@chapterhouse/ui/toast';
import { useState } from 'react';
import { Link } from 'react-router';
import type { OrganizationSettingsQuery } from '../../../generated/graphql';
import { conflictOf, textOf } from '../../../platform/forms/conflict';
import { FormDialog } from '../../../platform/forms/form-dialog';
import { useChange } from '../dialogs/use-change';
import { EDIT_ORGANIZATION } from '../organization.operations';

type Settings = OrganizationSettingsQuery['organization'];

/** The name; what is settled once for all has screens of its own. */
export function SettingsForm({ organization, onClose }: { organization: Settings; onClose: () => void }) {
  const [opened] = useState(organization);
  const [name, setName] = useState(opened.name);
  const { act, pending, refusal, key } = useChange(EDIT_ORGANIZATION);

  const save = async () => {
    const version = conflictOf(refusal)?.version ?? opened.version;
    if ((await act({ version, name: name.trim(), idempotencyKey: key() })) === null) return;
    notify({ title: `The organization is called ${name.trim()} now.` });
    onClose();
  };

  return (
    <FormDialog
      title="Rename the organization"
      submit="Save the name"
      pending={pending}
      refusal={refusal}
      fieldsShown={['name']}
      current={(conflict) => [{ label: 'Name', value: textOf(conflict, 'name') }]}
      onSubmit={save}
      onClose={onClose}
    >
      <TextField
        label="Name"
        required
        value={name}
        onChange={(event) => setName(event.target.value)}
        error={refusal?.fields['name']}
      />
      <p className="form-dialog__words">
        Working hours, holidays and time zone are in the{' '}
        <Link to="/organization/settings/calendar" onClick={onClose}>
          working calendar
        </Link>
        , levels and their clocks in the{' '}
        <Link to="/organization/settings/ladder" onClick={onClose}>
          escalation ladder
        </Link>
        .
      </p>
    </FormDialog>
  );
}
