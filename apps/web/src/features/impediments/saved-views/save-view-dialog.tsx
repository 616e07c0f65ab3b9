import { Button } from '@chapterhouse/ui/button';
import { Checkbox } from '@chapterhouse/ui/checkbox';
import { Dialog, DialogActions } from '@chapterhouse/ui/dialog';
import { Kbd } from '@chapterhouse/ui/kbd';
import { TextField } from '@chapterhouse/ui/text-field';
import { useState } from 'react';
import type { SavedViewFactsFragment, SavedViewScreen } from '../../../generated/graphql';
import { sendByKey } from '../../../platform/forms/send-by-key';
import { useIdempotencyKey } from '../../../platform/idempotency/use-idempotency-key';
import { RefusalNote } from '../../../platform/refusals/refusal-note';
import { useAct } from '../../../platform/refusals/use-act';
import { EDIT_VIEW, SAVE_VIEW } from './saved-views.operations';
import '../impediment-moves/move-form.css';

export type SaveViewDialogProps = {
  /** The view to rename or share; null for a new one. */
  view: SavedViewFactsFragment | null;
  screen: SavedViewScreen;
  search: string;
  onClose: () => void;
  onSaved: (view: SavedViewFactsFragment, asDefault: boolean) => void;
};

/** The name of a view, and who else sees it. */
export function SaveViewDialog({ view, screen, search, onClose, onSaved }: SaveViewDialogProps) {
  const { key, renew } = useIdempotencyKey();
  const save = useAct(SAVE_VIEW);
  const edit = useAct(EDIT_VIEW);
  const [name, setName] = useState(view?.name ?? '');
  const [shared, setShared] = useState(view?.shared ?? false);
  const [asDefault, setAsDefault] = useState(false);
  const pending = save.pending || edit.pending;
  const refusal = save.refusal ?? edit.refusal;
  const submit = async () => {
    const idempotencyKey = key();
    const saved = view
      ? (await edit.act({ id: view.id, version: view.version, name, shared, idempotencyKey }))?.editView
      : (await save.act({ input: { name, screen, search, shared }, idempotencyKey }))?.saveView;
    if (saved) onSaved(saved, asDefault);
    else renew();
  };
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={view ? `The view “${view.name}”` : 'Save this view'}
      description={view ? undefined : 'Filter, order and looks, to come back to them with one click.'}
      size="sm"
    >
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- Ctrl+Enter sends from any field */}
      <form
        className="move-form"
        onSubmit={(event) => {
          event.preventDefault();
          if (!pending) void submit();
        }}
        onKeyDown={sendByKey}
      >
        {refusal && <RefusalNote refusal={refusal} fieldsShown={['name']} />}
        <TextField
          label="Name"
          placeholder="Overdue in my area"
          value={name}
          error={refusal?.fields['name']}
          onChange={(event) => setName(event.target.value)}
        />
        <Checkbox
          label="Share it"
          hint="Everybody in the organization finds it; only you change it."
          checked={shared}
          onChange={(event) => setShared(event.target.checked)}
        />
        {!view && (
          <Checkbox
            label="Open impediments with it"
            checked={asDefault}
            onChange={(event) => setAsDefault(event.target.checked)}
          />
        )}
        <DialogActions>
          <Button onClick={onClose}>Cancel</Button>
          <Button type="submit" variant="primary" pending={pending}>
            Save <Kbd>Ctrl ↵</Kbd>
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  );
}
