import { Button } from '@chapterhouse/ui/button';
import { DialogActions } from '@chapterhouse/ui/dialog';
import { useState } from 'react';
import { ImpedimentField } from '../impediment-field';
import type { MoveFormProps } from './move-dialog';
import { MoveRefusal } from './move-refusal';
import { MARK_IMPEDIMENT_DUPLICATE } from './moves.operations';
import { useMoveForm } from './use-move-form';
import './move-form.css';

/** Of which one: those that read alike come first, the others by typing. */
export function DuplicateForm({ impediment, onDone, onClose }: MoveFormProps) {
  const { send, seen, pending, refusal, current } = useMoveForm(impediment, onDone, { onLeft: onClose });
  const [original, setOriginal] = useState<string | null>(null);
  const [missing, setMissing] = useState(false);
  const possible = seen.viewerCan.includes('impediment:mark-duplicate');

  const submit = () => {
    setMissing(original === null);
    if (original !== null) void send(MARK_IMPEDIMENT_DUPLICATE, { duplicateOfKey: original });
  };
  return (
    <form
      className="move-form"
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <MoveRefusal refusal={refusal} current={current} possible={possible} />
      <ImpedimentField
        label="Duplicate of"
        hint="Its affected teams, blocked items, votes and watchers move over."
        value={original}
        onChange={setOriginal}
        like={impediment.title}
        without={[impediment.key]}
        error={missing && original === null ? 'Choose which one it repeats.' : undefined}
      />
      <DialogActions>
        <Button onClick={onClose}>Cancel</Button>
        <Button type="submit" variant="primary" pending={pending} disabled={!possible}>
          Mark as a duplicate
        </Button>
      </DialogActions>
    </form>
  );
}
