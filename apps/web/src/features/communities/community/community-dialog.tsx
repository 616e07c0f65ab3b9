import { communityProblems } from '@chapterhouse/domain/communities/community-fields';
import { TextField } from '@chapterhouse/ui/text-field';
import { notify } from '@chapterhouse/ui/toast';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import type { CommunityLineFragment } from '../../../generated/graphql';
import { DraftNote } from '../../../platform/drafts/draft-note';
import { useDraft } from '../../../platform/drafts/use-draft';
import { conflictOf, textOf } from '../../../platform/forms/conflict';
import { FormDialog } from '../../../platform/forms/form-dialog';
import { MarkdownField } from '../../../platform/markdown/markdown-field';
import type { ShownRefusal } from '../../../platform/refusals/shown-refusal';
import { useShownAct } from '../../../platform/refusals/use-shown-act';
import { EDIT_COMMUNITY, FOUND_COMMUNITY } from './community.operations';
import { TopicsField, withTopics } from './topics-field';
import './topics.css';

const FIELDS = ['name', 'purpose', 'topics'];

/** A community is there once somebody begins it; whoever founds it facilitates it first. */
export function FoundCommunityDialog({ onClose }: { onClose: () => void }) {
  const form = useCommunityForm('community-purpose:new', { name: '', purpose: '', topics: [] });
  const { act, pending, refusal, key } = useShownAct(FOUND_COMMUNITY);
  const navigate = useNavigate();
  const submit = async () => {
    const given = form.given();
    if (given === null) return;
    const done = await act({ ...given, idempotencyKey: key() });
    if (done === null) return;
    form.clearDraft();
    onClose();
    await navigate(`/communities/${encodeURIComponent(done.community.id)}`);
  };
  return (
    <FormDialog
      title="Found a community"
      description="People of any team who get better at the same practice. Anybody joins and leaves; you facilitate it until you name somebody else."
      submit="Found it"
      size="md"
      pending={pending}
      refusal={refusal}
      fieldsShown={FIELDS}
      onSubmit={submit}
      onClose={onClose}
    >
      <CommunityFields form={form} refusal={refusal} />
    </FormDialog>
  );
}

export type EditCommunityDialogProps = { community: CommunityLineFragment; onClose: () => void };

export function EditCommunityDialog({ community, onClose }: EditCommunityDialogProps) {
  const form = useCommunityForm(`community-purpose:${community.id}`, community);
  const [version] = useState(community.version);
  const { act, pending, refusal, key } = useShownAct(EDIT_COMMUNITY);
  const submit = async () => {
    const changes = form.given();
    if (changes === null) return;
    const seen = conflictOf(refusal)?.version ?? version;
    if ((await act({ id: community.id, version: seen, changes, idempotencyKey: key() })) === null) return;
    form.clearDraft();
    onClose();
    notify({ title: `${changes.name} is saved.` });
  };
  return (
    <FormDialog
      title={`Edit ${community.name}`}
      submit="Save"
      size="md"
      pending={pending}
      refusal={refusal}
      fieldsShown={FIELDS}
      current={(conflict) => [
        { label: 'Name', value: textOf(conflict, 'name') },
        { label: 'Purpose', value: textOf(conflict, 'purpose') },
      ]}
      onSubmit={submit}
      onClose={onClose}
    >
      <CommunityFields form={form} refusal={refusal} />
    </FormDialog>
  );
}

type Words = { name: string; purpose: string; topics: readonly string[] };

function useCommunityForm(place: string, begun: Words) {
  const [name, setName] = useState(begun.name);
  const [purpose, setPurpose, clearDraft, draft] = useDraft(place, begun.purpose);
  const [topics, setTopics] = useState<readonly string[]>(begun.topics);
  const [typed, setTyped] = useState('');
  const [tried, setTried] = useState(false);
  const words = { name: name.trim(), purpose, topics: withTopics(topics, typed) };
  const problems = communityProblems(words);
  const shown: Record<string, string> = tried
    ? Object.fromEntries(problems.map(({ field, problem }) => [field, problem]))
    : {};
  /** What is sent; null while something is wrong with it. */
  const given = () => {
    setTried(true);
    return problems.length > 0 ? null : words;
  };
  return { name, setName, purpose, setPurpose, topics, setTopics, typed, setTyped, draft, clearDraft, shown, given };
}

type FieldsProps = { form: ReturnType<typeof useCommunityForm>; refusal: ShownRefusal | null };

function CommunityFields({ form, refusal }: FieldsProps) {
  const { shown } = form;
  return (
    <>
      <TextField
        label="Name"
        placeholder="Testing"
        value={form.name}
        error={shown['name'] ?? refusal?.fields['name']}
        onChange={({ target: { value } }) => form.setName(value)}
      />
      <MarkdownField
        label="Purpose"
        hint="Which practice it is, whom it is for, and what it wants to be better at."
        rows={4}
        value={form.purpose}
        error={shown['purpose'] ?? refusal?.fields['purpose']}
        onChange={form.setPurpose}
      />
      <DraftNote draft={form.draft} />
      <TopicsField
        value={form.topics}
        error={shown['topics'] ?? refusal?.fields['topics']}
        onChange={form.setTopics}
        typed={form.typed}
        onType={form.setTyped}
      />
    </>
  );
}
