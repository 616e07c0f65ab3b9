import { notify } from '@chapterhouse/ui/toast';
import { useState } from 'react';
import type { AdoptionFeel, AdoptionPartsFragment } from '../../../generated/graphql';
import { conflictOf, textOf } from '../../../platform/forms/conflict';
import { FormDialog } from '../../../platform/forms/form-dialog';
import { useShownAct } from '../../../platform/refusals/use-shown-act';
import { VersionField } from './adopt-dialog';
import { EDIT_ADOPTION } from './adoption.operations';
import { FeelFields } from './feel-fields';

export type EditAdoptionDialogProps = {
  adoption: AdoptionPartsFragment;
  /** Of the artifact. */
  title: string;
  /** Of its versions. */
  numbers: readonly number[];
  onClose: () => void;
};

/** Another version from today on, or how it goes by now. */
export function EditAdoptionDialog({ adoption, title, numbers, onClose }: EditAdoptionDialogProps) {
  const { id, team, version } = adoption;
  const [number, setNumber] = useState(version.number);
  const [feel, setFeel] = useState<AdoptionFeel | null>(adoption.feel);
  const [note, setNote] = useState(adoption.note);
  const [rowVersion] = useState(adoption.rowVersion);
  const { act, pending, refusal, key } = useShownAct(EDIT_ADOPTION);
  const submit = async () => {
    const seen = conflictOf(refusal)?.version ?? rowVersion;
    const changes = { ...(number !== version.number && { number }), feel, note: note.trim() };
    if ((await act({ id, rowVersion: seen, ...changes, idempotencyKey: key() })) === null) return;
    onClose();
    notify({ title: number === version.number ? 'Saved.' : `${team.name} follows version ${number}.` });
  };
  return (
    <FormDialog
      title={`${team.name} and ${title}`}
      submit="Save"
      size="md"
      pending={pending}
      refusal={refusal}
      fieldsShown={['number', 'feel', 'note']}
      current={(conflict) => [{ label: 'In a few words', value: textOf(conflict, 'note') }]}
      onSubmit={submit}
      onClose={onClose}
    >
      <VersionField
        numbers={numbers}
        latest={Math.max(...numbers)}
        value={number}
        error={refusal?.fields['number']}
        onChange={setNumber}
      />
      <FeelFields feel={feel} note={note} refusal={refusal} onFeel={setFeel} onNote={setNote} />
    </FormDialog>
  );
}
