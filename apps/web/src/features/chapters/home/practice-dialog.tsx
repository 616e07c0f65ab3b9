import { practiceProblems } from '@chapterhouse/domain/chapters/chapter-fields';
import { Select } from '@chapterhouse/ui/select';
import { TextArea } from '@chapterhouse/ui/text-area';
import { TextField } from '@chapterhouse/ui/text-field';
import { notify } from '@chapterhouse/ui/toast';
import { useState } from 'react';
import type { PracticeFactsFragment } from '../../../generated/graphql';
import { DraftNote } from '../../../platform/drafts/draft-note';
import { useDraft } from '../../../platform/drafts/use-draft';
import { conflictOf } from '../../../platform/forms/conflict';
import { FormDialog } from '../../../platform/forms/form-dialog';
import { useIdempotencyKey } from '../../../platform/idempotency/use-idempotency-key';
import { useAct } from '../../../platform/refusals/use-act';
import { useViewer } from '../../../platform/session/session-provider';
import { EDIT_PRACTICE, REMOVE_PRACTICE, SHARE_PRACTICE } from './chapter.operations';
import type { ShownChapter } from './chapter-page';

export type PracticeDialogProps = {
  chapter: ShownChapter;
  /** Left out: a new one. */
  practice?: PracticeFactsFragment;
  onClose: () => void;
};

/** What a team does, what it brought, and where more is to be read. */
export function PracticeDialog({ chapter, practice, onClose }: PracticeDialogProps) {
  const { teams } = useViewer();
  const [title, setTitle] = useState(practice?.title ?? '');
  const [words, setWords, clearDraft, draft] = useDraft(
    practice ? `practice:${practice.id}` : `practice-of:${chapter.id}`,
    practice?.words ?? '',
  );
  const [url, setUrl] = useState(practice?.url ?? '');
  const [teamId, setTeamId] = useState(practice?.team?.id ?? teams[0]?.id ?? '');
  const [tried, setTried] = useState(false);
  const share = useAct(SHARE_PRACTICE, { refetchQueries: ['Chapter'], awaitRefetchQueries: true });
  const edit = useAct(EDIT_PRACTICE);
  const { pending, refusal } = practice ? edit : share;
  const { key, renew } = useIdempotencyKey();
  const found = practiceProblems({ title, words, url });
  const problems: Record<string, string> = tried
    ? Object.fromEntries(found.map(({ field, problem }) => [field, problem]))
    : {};
  const submit = async () => {
    setTried(true);
    if (found.length > 0) return;
    const written = { title, words, url: url === '' && !practice ? null : url, idempotencyKey: key() };
    const done = practice
      ? await edit.act({ ...written, id: practice.id, version: conflictOf(refusal)?.version ?? practice.version })
      : await share.act({ ...written, chapterId: chapter.id, teamId: teamId === '' ? null : teamId });
    if (done === null) return renew();
    clearDraft();
    onClose();
    notify({ title: practice ? 'The practice is saved.' : 'The practice is shared.' });
  };
  return (
    <FormDialog
      title={practice ? 'Edit the practice' : 'Share a practice'}
      description="Others copy what they understand: what you do, what it brought, what it costs."
      submit={practice ? 'Save' : 'Share'}
      size="md"
      pending={pending}
      refusal={refusal}
      fieldsShown={['title', 'words', 'url', 'teamId']}
      onSubmit={submit}
      onClose={onClose}
    >
      <TextField
        label="In one line"
        placeholder="We begin refinement with the question that nobody asked"
        value={title}
        error={problems['title'] ?? refusal?.fields['title']}
        onChange={({ target: { value } }) => setTitle(value)}
      />
      <TextArea
        label="What you do, and what it brought"
        hint="Markdown."
        rows={5}
        value={words}
        error={problems['words'] ?? refusal?.fields['words']}
        onChange={({ target: { value } }) => setWords(value)}
      />
      <DraftNote draft={draft} />
      <TextField
        label="Where more is to be read"
        optional
        type="url"
        placeholder="https://"
        value={url}
        error={problems['url'] ?? refusal?.fields['url']}
        onChange={({ target: { value } }) => setUrl(value)}
      />
      {!practice && teams.length > 0 && (
        <Select
          label="Which team does it?"
          placeholder="No team in particular"
          value={teamId}
          error={refusal?.fields['teamId']}
          onChange={({ target: { value } }) => setTeamId(value)}
          options={teams.map(({ id, name }) => ({ value: id, label: name }))}
        />
      )}
    </FormDialog>
  );
}

type RemoveProps = { practice: PracticeFactsFragment; onClose: () => void };

export function RemovePracticeDialog({ practice: { id, title }, onClose }: RemoveProps) {
  const { act, pending, refusal } = useAct(REMOVE_PRACTICE, { refetchQueries: ['Chapter'], awaitRefetchQueries: true });
  const { key, renew } = useIdempotencyKey();
  const submit = async () => {
    if ((await act({ id, idempotencyKey: key() })) === null) return renew();
    onClose();
    notify({ title: 'The practice is removed.' });
  };
  return (
    <FormDialog
      title={`Remove “${title}”?`}
      description="It leaves the chapter with all its thanks, and cannot be put back."
      submit="Remove"
      tone="danger"
      pending={pending}
      refusal={refusal}
      onSubmit={submit}
      onClose={onClose}
    >
      {null}
    </FormDialog>
  );
}
