import { chapterProblems } from '@chapterhouse/domain/chapters/chapter-fields';
import { Combobox } from '@chapterhouse/ui/combobox';
import { TextArea } from '@chapterhouse/ui/text-area';
import { TextField } from '@chapterhouse/ui/text-field';
import { notify } from '@chapterhouse/ui/toast';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { DraftNote } from '../../platform/drafts/draft-note';
import { useDraft } from '../../platform/drafts/use-draft';
import { conflictOf } from '../../platform/forms/conflict';
import { FormDialog } from '../../platform/forms/form-dialog';
import { useIdempotencyKey } from '../../platform/idempotency/use-idempotency-key';
import { useAct } from '../../platform/refusals/use-act';
import { CREATE_CHAPTER, EDIT_CHAPTER } from './chapters.operations';
import { useChapterPlaces } from './use-chapter-places';

const PURPOSE_HINT = 'What it is for, and what it is not; Markdown.';

/** A chapter where there is none yet: its members follow from the roles there. */
export function CreateChapterDialog({ taken, onClose }: { taken: readonly string[]; onClose: () => void }) {
  const { places, loading } = useChapterPlaces();
  const free = places.filter(({ id }) => !taken.includes(id));
  const [scopeId, setScopeId] = useState<string | null>(null);
  const [named, setNamed] = useState<string | null>(null);
  const [purpose, setPurpose, clearDraft, draft] = useDraft('chapter-purpose:new');
  const [tried, setTried] = useState(false);
  const { act, pending, refusal } = useAct(CREATE_CHAPTER, { refetchQueries: 'active' });
  const { key, renew } = useIdempotencyKey();
  const navigate = useNavigate();
  const place = free.find(({ id }) => id === scopeId);
  const name = named ?? (place ? `Scrum Masters of ${place.name}` : '');
  const problems = tried ? problemsOf({ name, purpose }) : {};
  const submit = async () => {
    setTried(true);
    if (!place || chapterProblems({ name, purpose }).length > 0) return;
    const done = await act({ name, purpose, scopeKind: place.kind, scopeId: place.id, idempotencyKey: key() });
    if (done === null) return renew();
    clearDraft();
    onClose();
    await navigate(`/chapters/${done.chapter.id}`);
  };
  return (
    <FormDialog
      title="Found a chapter"
      description="The Scrum Masters of an area, or of all, who triage together what stands in the way of several teams."
      submit="Found it"
      size="md"
      pending={pending}
      refusal={refusal}
      fieldsShown={['name', 'purpose', 'scopeId']}
      onSubmit={submit}
      onClose={onClose}
    >
      <Combobox
        label="Where"
        placeholder="An area, or the whole organization"
        hint="Its Scrum Masters are its members; nobody has to be added."
        options={free.map(({ id, name: placeName, detail }) => ({ value: id, label: placeName, detail }))}
        loading={loading}
        emptyText="Every area has its chapter."
        value={scopeId}
        error={refusal?.fields['scopeId'] ?? (tried && !place ? 'Choose where it is.' : undefined)}
        onChange={setScopeId}
      />
      <TextField
        label="Name"
        value={name}
        error={problems['name'] ?? refusal?.fields['name']}
        onChange={({ target: { value } }) => setNamed(value)}
      />
      <Purpose value={purpose} onChange={setPurpose} error={problems['purpose'] ?? refusal?.fields['purpose']} />
      <DraftNote draft={draft} />
    </FormDialog>
  );
}

export type EditedChapter = { id: string; name: string; purpose: string; version: number };

export function EditChapterDialog({ chapter, onClose }: { chapter: EditedChapter; onClose: () => void }) {
  const [name, setName] = useState(chapter.name);
  const [purpose, setPurpose, clearDraft, draft] = useDraft(`chapter-purpose:${chapter.id}`, chapter.purpose);
  const [version] = useState(chapter.version);
  const [tried, setTried] = useState(false);
  const { act, pending, refusal } = useAct(EDIT_CHAPTER);
  const { key, renew } = useIdempotencyKey();
  const problems = tried ? problemsOf({ name, purpose }) : {};
  const submit = async () => {
    setTried(true);
    if (chapterProblems({ name, purpose }).length > 0) return;
    const seen = conflictOf(refusal)?.version ?? version;
    if ((await act({ id: chapter.id, version: seen, name, purpose, idempotencyKey: key() })) === null) return renew();
    clearDraft();
    onClose();
    notify({ title: `${name.trim()} is saved.` });
  };
  return (
    <FormDialog
      title={`Edit ${chapter.name}`}
      submit="Save"
      size="md"
      pending={pending}
      refusal={refusal}
      fieldsShown={['name', 'purpose']}
      onSubmit={submit}
      onClose={onClose}
    >
      <TextField
        label="Name"
        value={name}
        error={problems['name'] ?? refusal?.fields['name']}
        onChange={({ target: { value } }) => setName(value)}
      />
      <Purpose value={purpose} onChange={setPurpose} error={problems['purpose'] ?? refusal?.fields['purpose']} />
      <DraftNote draft={draft} />
    </FormDialog>
  );
}

type PurposeProps = { value: string; onChange: (purpose: string) => void; error: string | undefined };

function Purpose({ value, onChange, error }: PurposeProps) {
  return (
    <TextArea
      label="Purpose"
      optional
      hint={PURPOSE_HINT}
      rows={4}
      value={value}
      error={error}
      onChange={(event) => onChange(event.target.value)}
    />
  );
}

const problemsOf = (words: { name: string; purpose: string }): Record<string, string> =>
  Object.fromEntries(chapterProblems(words).map(({ field, problem }) => [field, problem]));
