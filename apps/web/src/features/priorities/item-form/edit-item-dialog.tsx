import { useMemo, useState } from 'react';
import { DraftNote } from '../../../platform/drafts/draft-note';
import { FormDialog } from '../../../platform/forms/form-dialog';
import type { ShownRefusal } from '../../../platform/refusals/shown-refusal';
import { ErrorNote } from '@chapterhouse/ui/error-note';
import type { ItemRecordFragment } from '../../../generated/graphql';
import { EDIT_ITEM } from '../item-acts/item-acts.operations';
import { useItemAct } from '../item-acts/use-item-act';
import { useMayCreate } from '../use-may-create';
import { formOfItem, itemChanges, itemFormProblems, type ItemForm } from './item-form';
import { ItemFormFields, SHOWN_FIELDS } from './item-form-fields';
import { useItemForm } from './use-item-form';

const FIELD_NAMES: Record<keyof ItemForm, string> = {
  title: 'the title',
  tier: 'the tier',
  kind: 'the kind',
  area: 'the area',
  team: 'the team',
  assignee: 'the assignee',
  parent: 'what it is part of',
  goalId: 'the goal',
  points: 'the size',
  description: 'the description',
  criteria: 'the acceptance criteria',
};
const andList = new Intl.ListFormat('en', { type: 'conjunction' });

/** Everything of one item at once. What others save meanwhile in other fields comes along; in the same, it is said. */
export function EditItemDialog({ item, onClose }: { item: ItemRecordFragment; onClose: () => void }) {
  const { id, key, product } = item;
  const act = useItemAct();
  const { anyTier } = useMayCreate(product.id);
  const saved = useMemo(() => formOfItem(item), [item]);
  const { form, set, changed, both, clear, draft } = useItemForm(`item:edit:${key}`, saved);
  const [tried, setTried] = useState(false);
  const [pending, setPending] = useState(false);
  const [uploading, setUploading] = useState(false);
  const [refusal, setRefusal] = useState<ShownRefusal | null>(null);
  const problems = itemFormProblems(form);
  const errorOf = (field: string) => (tried ? problems[field] : undefined) ?? refusal?.fields[field];
  const submit = async () => {
    if (pending || uploading) return;
    setTried(true);
    if (Object.keys(problems).length > 0) return;
    if (changed.length > 0) {
      setPending(true);
      const outcome = await act(key, EDIT_ITEM, { id, version: item.version, changes: itemChanges(form, changed) });
      setPending(false);
      if (!outcome.done) return setRefusal(outcome.refusal);
    }
    clear();
    onClose();
  };
  return (
    <FormDialog
      title={`Edit ${key}`}
      submit="Save"
      size="lg"
      pending={pending || uploading}
      refusal={refusal}
      fieldsShown={SHOWN_FIELDS}
      answer={
        both.length > 0 ? (
          <ErrorNote
            tone="attention"
            title={`Somebody changed ${andList.format(both.map((field) => FIELD_NAMES[field]))} meanwhile.`}
            next="What you wrote is kept. Save it over theirs, or discard what you wrote to take theirs."
          />
        ) : refusal?.code === 'CONFLICT' ? (
          <ErrorNote
            tone="attention"
            title="Somebody saved another change a moment before you."
            next="It is in this form together with yours. Look at both, then save."
          />
        ) : undefined
      }
      onSubmit={submit}
      onClose={onClose}
    >
      <ItemFormFields
        productId={product.id}
        form={form}
        onChange={set}
        errorOf={errorOf}
        anyTier={anyTier}
        exceptId={id}
        onUploading={setUploading}
      />
      <DraftNote draft={draft} what="form" />
    </FormDialog>
  );
}
