import { ideaProblems } from '@chapterhouse/domain/communities/community-fields';
import { TextField } from '@chapterhouse/ui/text-field';
import { notify } from '@chapterhouse/ui/toast';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import type { IdeaPartsFragment } from '../../../generated/graphql';
import { DraftNote } from '../../../platform/drafts/draft-note';
import { useDraft } from '../../../platform/drafts/use-draft';
import { conflictOf, textOf } from '../../../platform/forms/conflict';
import { FormDialog } from '../../../platform/forms/form-dialog';
import { MarkdownField } from '../../../platform/markdown/markdown-field';
import { useShownAct } from '../../../platform/refusals/use-shown-act';
import { ADD_IDEA, EDIT_IDEA } from './ideas.operations';

export type IdeaDialogProps = {
  community: { id: string; name: string };
  /** Left out: a new one. */
  idea?: IdeaPartsFragment;
  onClose: () => void;
};

/** What somebody would try, and what it should bring. */
export function IdeaDialog({ community, idea, onClose }: IdeaDialogProps) {
  const [title, setTitle] = useState(idea?.title ?? '');
  const [words, setWords, clearDraft, draft] = useDraft(
    idea ? `idea:${idea.id}` : `idea-of:${community.id}`,
    idea?.words ?? '',
  );
  const [version] = useState(idea?.version ?? 0);
  const [tried, setTried] = useState(false);
  const add = useShownAct(ADD_IDEA);
  const edit = useShownAct(EDIT_IDEA);
  const navigate = useNavigate();
  const { pending, refusal } = idea ? edit : add;
  const found = ideaProblems({ title: title.trim(), words });
  const problems: Record<string, string> = tried
    ? Object.fromEntries(found.map(({ field, problem }) => [field, problem]))
    : {};
  const submit = async () => {
    setTried(true);
    if (found.length > 0) return;
    const written = { title: title.trim(), words };
    const done = idea
      ? await edit.act({
          ...written,
          id: idea.id,
          version: conflictOf(refusal)?.version ?? version,
          idempotencyKey: edit.key(),
        })
      : await add.act({ ...written, communityId: community.id, idempotencyKey: add.key() });
    if (done === null) return;
    clearDraft();
    onClose();
    if (idea) notify({ title: 'The idea is saved.' });
    else await navigate(`/ideas/${encodeURIComponent(done.idea.id)}`);
  };
  return (
    <FormDialog
      title={idea ? 'Edit the idea' : 'Add an idea'}
      description={idea ? undefined : `For ${community.name}. Anybody may add one, and vote for it.`}
      submit={idea ? 'Save' : 'Add it'}
      size="md"
      pending={pending}
      refusal={refusal}
      fieldsShown={['title', 'words']}
      current={(conflict) => [
        { label: 'Idea', value: textOf(conflict, 'title') },
        { label: 'Words', value: textOf(conflict, 'words') },
      ]}
      onSubmit={submit}
      onClose={onClose}
    >
      <TextField
        label="In one line"
        placeholder="Testers and developers write the first test together"
        value={title}
        error={problems['title'] ?? refusal?.fields['title']}
        onChange={({ target: { value } }) => setTitle(value)}
      />
      <MarkdownField
        label="What you would do, and what it should bring"
        rows={5}
        value={words}
        error={problems['words'] ?? refusal?.fields['words']}
        onChange={setWords}
      />
      <DraftNote draft={draft} />
    </FormDialog>
  );
}
