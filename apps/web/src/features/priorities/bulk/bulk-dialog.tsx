import { ITEM_KIND_TITLES, ITEM_KINDS, ITEM_REASON_LIMIT } from '@chapterhouse/domain/priorities/item-fields';
import { ITEM_STATE_TITLES, ITEM_STATES } from '@chapterhouse/domain/priorities/item-state';
import { Button } from '@chapterhouse/ui/button';
import { Checkbox } from '@chapterhouse/ui/checkbox';
import { Dialog, DialogActions } from '@chapterhouse/ui/dialog';
import { Select } from '@chapterhouse/ui/select';
import { TextArea } from '@chapterhouse/ui/text-area';
import { TextField } from '@chapterhouse/ui/text-field';
import { useState } from 'react';
import type { BulkResultFragment } from '../../../generated/graphql';
import { FormDialog } from '../../../platform/forms/form-dialog';
import { PersonField } from '../../../platform/people/person-field';
import { plural } from '../../impediments/public';
import { NONE } from '../backlog/backlog-filter';
import { ItemField } from '../item-fields/item-field';
import { PlaceField } from '../item-fields/place-field';
import { useGoalsToServe } from '../item-fields/use-goals-to-serve';
import { bulkChanges, type BulkForm, bulkProblems, EMPTY_BULK } from './bulk-form';
import { useBulkEdit } from './use-bulk-edit';
import './bulk-dialog.css';

const AS_IS = 'As it is';

export type BulkDialogProps = {
  productId: string;
  ids: readonly string[];
  begun?: Partial<BulkForm>;
  onClose: () => void;
};

/** One change of everything that is selected: what is left empty stays as it is in each. */
export function BulkDialog({ productId, ids, begun = {}, onClose }: BulkDialogProps) {
  const [form, setForm] = useState<BulkForm>({ ...EMPTY_BULK, ...begun });
  // Those that were chosen when it was opened: the selection changes under it.
  const [chosen] = useState(ids);
  const [tried, setTried] = useState(false);
  const { send, pending, refusal, skipped } = useBulkEdit(onClose);
  const { options: goals } = useGoalsToServe(productId);
  const set = (part: Partial<BulkForm>) => setForm((before) => ({ ...before, ...part }));
  const problems = bulkProblems(form);
  const submit = async () => {
    setTried(true);
    if (Object.keys(problems).length > 0) return;
    await send(chosen, bulkChanges(form), form.reason.trim() || null);
  };
  if (skipped.length > 0) return <Skipped skipped={skipped} onClose={onClose} />;
  return (
    <FormDialog
      title={`Change ${plural(chosen.length, 'item')}`}
      description="What you leave empty stays as it is in each of them."
      submit={`Change ${plural(chosen.length, 'item')}`}
      size="md"
      pending={pending}
      refusal={refusal}
      fieldsShown={['reason', 'points']}
      onSubmit={submit}
      onClose={onClose}
    >
      <div className="bulk-form">
        <Select
          label="State"
          placeholder={AS_IS}
          options={ITEM_STATES.map((state) => ({ value: state, label: ITEM_STATE_TITLES[state] }))}
          value={form.state}
          onChange={(event) => set({ state: event.target.value })}
        />
        <Select
          label="Kind"
          placeholder={AS_IS}
          options={ITEM_KINDS.map((kind) => ({ value: kind, label: ITEM_KIND_TITLES[kind] }))}
          value={form.kind}
          onChange={(event) => set({ kind: event.target.value })}
        />
        <div className="bulk-form__with">
          <PlaceField
            label="Team or area"
            productId={productId}
            areaId={form.place?.areaId ?? null}
            teamId={form.place?.teamId ?? null}
            onChange={({ area, team }) =>
              set({
                place: area && { areaId: area.id, teamId: team?.id ?? null, name: (team ?? area).name },
                noTeam: false,
              })
            }
          />
          <Checkbox
            label="No team"
            checked={form.noTeam}
            onChange={(event) => set({ noTeam: event.target.checked, place: null })}
          />
        </div>
        <div className="bulk-form__with">
          <PersonField
            label="Assignee"
            placeholder={AS_IS}
            value={form.assignee}
            onChange={(assignee) => set({ assignee, nobody: false })}
          />
          <Checkbox
            label="Nobody"
            checked={form.nobody}
            onChange={(event) => set({ nobody: event.target.checked, assignee: null })}
          />
        </div>
        <div className="bulk-form__with">
          <ItemField
            label="Parent"
            placeholder={AS_IS}
            productId={productId}
            filter={{ tiers: ['EPIC', 'FEATURE'] }}
            value={form.parent}
            onChange={(parent) => set({ parent, noParent: false })}
          />
          <Checkbox
            label="No parent"
            checked={form.noParent}
            onChange={(event) => set({ noParent: event.target.checked, parent: null })}
          />
        </div>
        <Select
          label="Product Goal"
          placeholder={AS_IS}
          options={[...goals, { value: NONE, label: 'No goal of its own' }]}
          value={form.goal}
          onChange={(event) => set({ goal: event.target.value })}
        />
        <TextField
          label="Size in points"
          placeholder={AS_IS}
          inputMode="decimal"
          value={form.points}
          error={tried ? problems.points : undefined}
          onChange={(event) => set({ points: event.target.value })}
        />
      </div>
      <TextArea
        label="Reason"
        optional={form.state !== 'DROPPED'}
        rows={2}
        maxLength={ITEM_REASON_LIMIT}
        value={form.reason}
        error={(tried ? problems.reason : undefined) ?? refusal?.fields['reason']}
        onChange={(event) => set({ reason: event.target.value })}
      />
      {tried && problems.nothing !== undefined && <p role="alert">{problems.nothing}</p>}
    </FormDialog>
  );
}

function Skipped({ skipped, onClose }: { skipped: BulkResultFragment['skipped']; onClose: () => void }) {
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={`${plural(skipped.length, 'item')} stayed as ${skipped.length === 1 ? 'it was' : 'they were'}`}
      description="The others are changed. These are still selected."
    >
      <ul className="bulk-skipped">
        {skipped.map(({ item: { id, key, title }, why }) => (
          <li key={id}>
            <strong>
              {key} {title}
            </strong>{' '}
            {why}
          </li>
        ))}
      </ul>
      <DialogActions>
        <Button variant="primary" onClick={onClose}>
          Go on
        </Button>
      </DialogActions>
    </Dialog>
  );
}
