import { decisionAreaProblems } from '@chapterhouse/domain/decisions/delegation-fields';
import { TextArea } from '@chapterhouse/ui/text-area';
import { TextField } from '@chapterhouse/ui/text-field';
import { notify } from '@chapterhouse/ui/toast';
import { useState } from 'react';
import { conflictOf } from '../../../platform/forms/conflict';
import { FormDialog } from '../../../platform/forms/form-dialog';
import { useIdempotencyKey } from '../../../platform/idempotency/use-idempotency-key';
import { useAct } from '../../../platform/refusals/use-act';
import type { ShownRow } from './board-row';
import { CREATE_DECISION_AREA, EDIT_DECISION_AREA } from './delegation.operations';

export type AreaDialogProps = {
  /** Left out: a new one. */
  area?: ShownRow['area'];
  /** What shows it is loaded afresh. */
  onDone: () => Promise<void>;
  onClose: () => void;
};

/** Names something to decide about, for the boards of the whole organization. */
export function AreaDialog({ area, onDone, onClose }: AreaDialogProps) {
  const [name, setName] = useState(area?.name ?? '');
  const [description, setDescription] = useState(area?.description ?? '');
  const [tried, setTried] = useState(false);
  const { key, renew } = useIdempotencyKey();
  const create = useAct(CREATE_DECISION_AREA);
  const edit = useAct(EDIT_DECISION_AREA);
  const { pending, refusal } = area ? edit : create;
  const problems = tried
    ? Object.fromEntries(decisionAreaProblems({ name, description }).map(({ field, problem }) => [field, problem]))
    : {};
  const submit = async () => {
    setTried(true);
    if (decisionAreaProblems({ name, description }).length > 0) return;
    const words = { name, description, idempotencyKey: key() };
    const version = conflictOf(refusal)?.version ?? area?.version ?? 0;
    const done = area ? await edit.act({ ...words, id: area.id, version }) : await create.act(words);
    if (done === null) return renew();
    await onDone();
    onClose();
    notify({ title: area ? 'The decision area is saved.' : `“${name.trim()}” is a decision area now.` });
  };
  return (
    <FormDialog
      title={area ? `Edit “${area.name}”` : 'Add a decision area'}
      description="Something that is decided about again and again, like what goes into a Sprint. All boards share its name."
      submit={area ? 'Save' : 'Add'}
      pending={pending}
      refusal={refusal}
      fieldsShown={['name', 'description']}
      onSubmit={submit}
      onClose={onClose}
    >
      <TextField
        label="Name"
        value={name}
        error={problems['name'] ?? refusal?.fields['name']}
        onChange={({ target: { value } }) => setName(value)}
      />
      <TextArea
        label="What belongs to it"
        optional
        rows={3}
        value={description}
        error={problems['description'] ?? refusal?.fields['description']}
        onChange={({ target: { value } }) => setDescription(value)}
      />
    </FormDialog>
  );
}

/** Nobody decides about it any more: it leaves the boards, and stays with what was decided. */
export function ArchiveAreaDialog({ area, onDone, onClose }: AreaDialogProps & { area: ShownRow['area'] }) {
  const { key, renew } = useIdempotencyKey();
  const { act, pending, refusal } = useAct(EDIT_DECISION_AREA);
  const submit = async () => {
    const version = conflictOf(refusal)?.version ?? area.version;
    if ((await act({ id: area.id, version, archived: true, idempotencyKey: key() })) === null) return renew();
    await onDone();
    onClose();
    notify({ title: `“${area.name}” is archived.` });
  };
  return (
    <FormDialog
      title={`Archive “${area.name}”?`}
      description="It leaves all boards and is no longer offered. Decisions that name it keep it."
      submit="Archive"
      tone="danger"
      pending={pending}
      refusal={refusal}
      onSubmit={submit}
      onClose={onClose}
    >
      {null}
    </FormDialog>
  );
}
