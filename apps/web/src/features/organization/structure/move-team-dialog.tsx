import { useQuery } from '@apollo/client/react';
import { Select } from '@chapterhouse/ui/select';
import { notify } from '@chapterhouse/ui/toast';
import { useState } from 'react';
import { can } from '../../../platform/session/can';
import { conflictOf } from '../../../platform/forms/conflict';
import type { Named } from '../dialogs/dialog-request';
import { FormDialog } from '../../../platform/forms/form-dialog';
import { useChange } from '../dialogs/use-change';
import { PLACES } from '../organization.operations';
import { MOVE_TEAM } from './structure.operations';

export type MoveTeamDialogProps = { team: Named & { version: number }; area: Named; onClose: () => void };

/** Another area for a team. Offered are the areas that may receive teams from this viewer. */
export function MoveTeamDialog({ team, area, onClose }: MoveTeamDialogProps) {
  const { data } = useQuery(PLACES, { fetchPolicy: 'cache-and-network' });
  const [areaId, setAreaId] = useState('');
  const { act, pending, refusal, key } = useChange(MOVE_TEAM);
  const products = data?.organization.products ?? [];
  const targets = products.flatMap((product) =>
    product.areas
      .filter((target) => target.id !== area.id && can(target, 'team:create'))
      .map(({ id, name }) => ({ value: id, label: products.length > 1 ? `${product.name}: ${name}` : name })),
  );
  const target = targets.find(({ value }) => value === areaId);
  const move = async () => {
    const version = conflictOf(refusal)?.version ?? team.version;
    if ((await act({ id: team.id, version, areaId, idempotencyKey: key() })) === null) return;
    notify({ title: `${team.name} is now in ${target?.label ?? 'its new area'}.` });
    onClose();
  };
  return (
    <FormDialog
      title={`Move ${team.name}`}
      description={`From ${area.name} to another area. Its people, roles and impediments come along.`}
      submit="Move team"
      pending={pending}
      refusal={refusal}
      fieldsShown={['areaId']}
      onSubmit={move}
      onClose={onClose}
    >
      <Select
        label="To area"
        required
        placeholder={data && targets.length === 0 ? 'There is no other area that you may move it to' : 'Choose an area'}
        options={targets}
        value={areaId}
        onChange={(event) => setAreaId(event.target.value)}
        error={refusal?.fields['areaId']}
      />
    </FormDialog>
  );
}
