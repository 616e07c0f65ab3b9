import { useApolloClient } from '@apollo/client/react';
import { Button } from '@chapterhouse/ui/button';
import { Checkbox } from '@chapterhouse/ui/checkbox';
import { Dialog, DialogActions } from '@chapterhouse/ui/dialog';
import { Kbd } from '@chapterhouse/ui/kbd';
import { announce } from '@chapterhouse/ui/live-region';
import { notify } from '@chapterhouse/ui/toast';
import { useMemo, useState } from 'react';
import { useLocation, useNavigate } from 'react-router';
import { DraftNote } from '../../../platform/drafts/draft-note';
import { sendByKey } from '../../../platform/forms/send-by-key';
import { useIdempotencyKey } from '../../../platform/idempotency/use-idempotency-key';
import { RefusalNote } from '../../../platform/refusals/refusal-note';
import { useAct } from '../../../platform/refusals/use-act';
import { BACKLOG } from '../backlog/backlog.operations';
import { CREATE_ITEM } from '../item-acts/item-acts.operations';
import { itemAddress } from '../item/item-link';
import { useMayCreate } from '../use-may-create';
import type { ItemBegun } from './create-state';
import { begunItem, itemFormProblems, itemInput } from './item-form';
import { ItemFormFields, SHOWN_FIELDS } from './item-form-fields';
import { useItemForm } from './use-item-form';

/** A new item: a title is enough. What is typed outlives a closed dialog. */
export function CreateItemDialog({ begun, onClose }: { begun: ItemBegun; onClose: () => void }) {
  const { productId, parent } = begun;
  const { anyTier } = useMayCreate(productId);
  const client = useApolloClient();
  const navigate = useNavigate();
  const { pathname, search } = useLocation();
  const saved = useMemo(() => begunItem(begun, anyTier), [begun, anyTier]);
  const { form, set, clear, draft } = useItemForm(`item:new:${parent?.id ?? begun.team?.id ?? productId}`, saved);
  const { key, renew } = useIdempotencyKey();
  const { act, pending, refusal, clear: forget } = useAct(CREATE_ITEM);
  const [tried, setTried] = useState(false);
  const [another, setAnother] = useState(false);
  const [uploading, setUploading] = useState(false);
  const problems = itemFormProblems(form);
  const errorOf = (field: string) => (tried ? problems[field] : undefined) ?? refusal?.fields[field];

  const submit = async () => {
    if (pending || uploading) return;
    setTried(true);
    const [first] = Object.values(problems);
    if (first !== undefined) return announce(first);
    const data = await act({ productId, input: itemInput(form), idempotencyKey: key() });
    renew();
    if (data === null) return;
    clear();
    const { item } = data;
    notify({
      title: `${item.key} is in the backlog.`,
      action: {
        label: 'Show it',
        onSelect: () => void navigate(itemAddress(item.key), { state: { from: pathname + search } }),
      },
    });
    // The lists on the screen and how much is part of what.
    void client.refetchQueries({ include: [BACKLOG] });
    setTried(false);
    forget();
    if (another)
      set({
        ...saved,
        title: '',
        tier: form.tier,
        kind: form.kind,
        parent: form.parent,
        area: form.area,
        team: form.team,
      });
    else onClose();
  };
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={parent ? `New part of ${parent.key}` : 'New item'}
      description={parent?.title}
      size="lg"
      keepOnOutsideClick
    >
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- Ctrl+Enter sends from any field */}
      <form
        className="form-dialog"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void submit();
        }}
        onKeyDown={sendByKey}
      >
        <ItemFormFields
          productId={productId}
          form={form}
          onChange={set}
          errorOf={errorOf}
          anyTier={anyTier}
          onUploading={setUploading}
        />
        <DraftNote draft={draft} what="form" />
        <RefusalNote refusal={refusal} fieldsShown={SHOWN_FIELDS} />
        <DialogActions>
          <Checkbox
            label="Write another one after it"
            checked={another}
            onChange={(event) => setAnother(event.target.checked)}
          />
          <Button onClick={onClose}>Cancel</Button>
          <Button type="submit" variant="primary" pending={pending || uploading}>
            Add to the backlog <Kbd>Ctrl ↵</Kbd>
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  );
}
