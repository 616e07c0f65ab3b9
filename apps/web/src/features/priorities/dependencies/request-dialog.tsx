import { TextArea } from '@chapterhouse/ui/text-area';
import { TextField } from '@chapterhouse/ui/text-field';
import { notify } from '@chapterhouse/ui/toast';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { useToday } from '../../../platform/dates/use-today';
import { DraftNote } from '../../../platform/drafts/draft-note';
import { useDraft } from '../../../platform/drafts/use-draft';
import { FormDialog } from '../../../platform/forms/form-dialog';
import { AskedField } from './asked-field';
import { REQUEST_DEPENDENCY } from './dependency-acts.operations';
import { dependencyAddress } from './dependency-lines';
import { providerName } from './dependency-words';
import { type FoundItem, ItemField } from './item-field';
import { EMPTY_REQUEST, readRequest, type RequestForm, requestProblems } from './request-form';
import { useDependencyAct } from './use-dependency-act';

const FIELDS = ['consumerId', 'providerId', 'providerTeamId', 'neededBy', 'words'];

export type RequestDialogProps = {
  productId: string;
  /** The item that it is asked for, where it is known. */
  consumer?: FoundItem;
  onClose: () => void;
};

/** What an item needs of somebody else, and by when: it takes a minute, and starts the talk. */
export function RequestDialog({ productId, consumer, onClose }: RequestDialogProps) {
  const today = useToday();
  const navigate = useNavigate();
  const begun: RequestForm = { ...EMPTY_REQUEST, consumer: consumer ?? null };
  const [stored, store, clearDraft, draft] = useDraft(
    `dependency:${consumer?.id ?? `new:${productId}`}`,
    JSON.stringify(begun),
  );
  const form = readRequest(stored);
  const set = (part: Partial<RequestForm>) => store(JSON.stringify({ ...form, ...part }));
  const [tried, setTried] = useState(false);
  const { act, sendingKey, pending, refusal } = useDependencyAct(REQUEST_DEPENDENCY);
  const problems = requestProblems(form);
  const errorOf = (field: string) => (tried ? problems[field] : undefined) ?? refusal?.fields[field];
  const send = async () => {
    setTried(true);
    const { asked, neededBy, words } = form;
    if (form.consumer === null || asked === null || Object.keys(problems).length > 0) return;
    const done = await act({
      consumerId: form.consumer.id,
      ...(asked.kind === 'item' ? { providerId: asked.item.id } : { providerTeamId: asked.team.id }),
      neededBy,
      words: words.trim(),
      idempotencyKey: sendingKey(),
    });
    if (done === null) return;
    const made = done.requestDependency;
    clearDraft();
    onClose();
    notify({
      title: `${made.key} is asked of ${providerName(made)}.`,
      action: { label: `Open ${made.key}`, onSelect: () => void navigate(dependencyAddress(made.key)) },
    });
  };
  return (
    <FormDialog
      title={consumer ? `What does ${consumer.key} need?` : 'Ask for something'}
      description="The other side commits to a day, proposes another one, or declines."
      submit="Ask"
      size="md"
      pending={pending}
      refusal={refusal}
      fieldsShown={FIELDS}
      onSubmit={send}
      onClose={onClose}
    >
      {!consumer && (
        <ItemField
          label="Which item needs it?"
          productId={productId}
          value={form.consumer}
          error={errorOf('consumerId')}
          onChange={(item) => set({ consumer: item && { id: item.id, key: item.key, title: item.title } })}
        />
      )}
      <AskedField
        productId={productId}
        consumerId={form.consumer?.id ?? null}
        value={form.asked}
        error={errorOf('providerId') ?? errorOf('providerTeamId')}
        onChange={(asked) => set({ asked })}
      />
      <TextField
        type="date"
        label="Needed by"
        min={today}
        value={form.neededBy}
        error={errorOf('neededBy')}
        onChange={(event) => set({ neededBy: event.target.value })}
      />
      <TextArea
        label="What do you need?"
        placeholder="An address that tells whether a card may be charged again."
        rows={3}
        value={form.words}
        error={errorOf('words')}
        onChange={(event) => set({ words: event.target.value })}
      />
      <DraftNote draft={draft} what="form" />
    </FormDialog>
  );
}
