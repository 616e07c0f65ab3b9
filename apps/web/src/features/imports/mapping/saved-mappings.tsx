import { useQuery } from '@apollo/client/react';
import { Button } from '@chapterhouse/ui/button';
import { Select } from '@chapterhouse/ui/select';
import { TextField } from '@chapterhouse/ui/text-field';
import { notify } from '@chapterhouse/ui/toast';
import { useState } from 'react';
import type { ImportKind } from '../../../generated/graphql';
import { RefusalNote } from '../../../platform/refusals/refusal-note';
import { useAct } from '../../../platform/refusals/use-act';
import { differingParts, misfitsOf } from './mapping-parts';
import { REMOVE_MAPPING, SAVE_MAPPING, SAVED_MAPPINGS } from './mapping.operations';

export type SavedMappingsProps = {
  kind: ImportKind;
  mapping: unknown;
  /** What the files offer. */
  choices: unknown;
  onChange: (mapping: object) => void;
};

const isRecord = (value: unknown): value is object => typeof value === 'object' && value !== null;

/** Choices under a name: made once, taken for the next file of the same shape. */
export function SavedMappings({ kind, mapping, choices, onChange }: SavedMappingsProps) {
  const { data } = useQuery(SAVED_MAPPINGS, { variables: { kind } });
  const again = { refetchQueries: [SAVED_MAPPINGS], awaitRefetchQueries: true };
  const saving = useAct(SAVE_MAPPING, again);
  const removing = useAct(REMOVE_MAPPING, again);
  const [chosen, setChosen] = useState('');
  const [name, setName] = useState('');
  const saved = data?.importMappings ?? [];
  const current = saved.find(({ id }) => id === chosen);
  const since = current === undefined ? [] : differingParts(mapping, current.mapping);
  const misfits = current === undefined ? [] : misfitsOf(current.mapping, choices);
  const replaced = saved.find((one) => one.name.toLowerCase() === name.trim().toLowerCase());
  const take = (id: string) => {
    setChosen(id);
    const found = saved.find((one) => one.id === id);
    if (found === undefined || !isRecord(found.mapping)) return;
    setName(found.name);
    onChange(found.mapping);
    const before = mapping;
    const parts = differingParts(mapping, found.mapping);
    notify({
      title: `The mapping ${found.name} is taken.`,
      detail:
        parts.length === 0 ? 'It says what was chosen already.' : `It replaces what was chosen: ${parts.join(', ')}.`,
      subject: 'saved-mapping',
      ...(parts.length > 0 &&
        isRecord(before) && {
          action: {
            label: 'Undo',
            onSelect: () => {
              setChosen('');
              onChange(before);
            },
          },
        }),
    });
  };
  const save = async () => {
    const done = await saving.act({ kind, name, mapping });
    if (done === null) return;
    setChosen(done.saveImportMapping.id);
    notify({ title: `The mapping is saved as ${done.saveImportMapping.name}.` });
  };
  const remove = async () => {
    if (current === undefined || (await removing.act({ id: current.id })) === null) return;
    setChosen('');
    notify({ title: `The mapping ${current.name} is removed.` });
  };
  return (
    <details className="mapping__more" open={saved.length > 0}>
      <summary>Saved mappings: {saved.length}</summary>
      <div className="mapping__saved">
        {saved.length > 0 && (
          <Select
            label="Use a saved one"
            placeholder="None"
            options={saved.map(({ id, name: label }) => ({ value: id, label }))}
            hint={since.length === 0 ? undefined : `Chosen otherwise since: ${since.join(', ')}.`}
            value={chosen}
            onChange={(event) => take(event.target.value)}
          />
        )}
        {misfits.length > 0 && <p className="mapping__words">Of it, these files do not have: {misfits.join('; ')}.</p>}
        <TextField
          label="Save these choices as"
          maxLength={100}
          value={name}
          onChange={(event) => setName(event.target.value)}
          onKeyDown={(event) => {
            // Within the form of the preview, Enter would ask for one.
            if (event.key !== 'Enter') return;
            event.preventDefault();
            if (name.trim() !== '') void save();
          }}
        />
        <div className="mapping__actions">
          <Button size="sm" pending={saving.pending} disabled={name.trim() === ''} onClick={() => void save()}>
            {replaced === undefined ? 'Save the mapping' : `Replace ${replaced.name}`}
          </Button>
          {current !== undefined && (
            <Button size="sm" variant="ghost" pending={removing.pending} onClick={() => void remove()}>
              Remove {current.name}
            </Button>
          )}
        </div>
      </div>
      <RefusalNote refusal={saving.refusal ?? removing.refusal} />
    </details>
  );
}
