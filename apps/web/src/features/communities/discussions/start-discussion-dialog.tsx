import { discussionProblems } from '@chapterhouse/domain/communities/community-fields';
import { TextField } from '@chapterhouse/ui/text-field';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { DraftNote } from '../../../platform/drafts/draft-note';
import { useDraft } from '../../../platform/drafts/use-draft';
import { PICTURES } from '../../../platform/files/upload-image';
import { FormDialog } from '../../../platform/forms/form-dialog';
import { MarkdownField } from '../../../platform/markdown/markdown-field';
import { useShownAct } from '../../../platform/refusals/use-shown-act';
import { START_DISCUSSION } from './discussions.operations';

export type StartDiscussionDialogProps = { community: { id: string; name: string }; onClose: () => void };

/** A question, an experience, something to agree on. */
export function StartDiscussionDialog({ community, onClose }: StartDiscussionDialogProps) {
  const [title, setTitle, clearTitle] = useDraft(`discussion-title:${community.id}`);
  const [body, setBody, clearBody, draft] = useDraft(`discussion:${community.id}`);
  const [tried, setTried] = useState(false);
  const { act, pending, refusal, key } = useShownAct(START_DISCUSSION);
  const navigate = useNavigate();
  const found = discussionProblems({ title: title.trim(), body });
  const problems: Record<string, string> = tried
    ? Object.fromEntries(found.map(({ field, problem }) => [field, problem]))
    : {};
  const submit = async () => {
    setTried(true);
    if (found.length > 0) return;
    const done = await act({ communityId: community.id, title: title.trim(), body, idempotencyKey: key() });
    if (done === null) return;
    clearTitle();
    clearBody();
    onClose();
    await navigate(`/discussions/${encodeURIComponent(done.discussion.id)}`);
  };
  return (
    <FormDialog
      title="Start a discussion"
      description={`In ${community.name}. Whoever you name with @ is told.`}
      submit="Start it"
      size="md"
      pending={pending}
      refusal={refusal}
      fieldsShown={['title', 'body']}
      onSubmit={submit}
      onClose={onClose}
    >
      <TextField
        label="What it is about"
        placeholder="How do you test what only breaks at night?"
        value={title}
        error={problems['title'] ?? refusal?.fields['title']}
        onChange={({ target: { value } }) => setTitle(value)}
      />
      <MarkdownField
        label="What you would like to talk about"
        rows={6}
        value={body}
        error={problems['body'] ?? refusal?.fields['body']}
        onChange={setBody}
        pictures={PICTURES}
      />
      <DraftNote draft={draft} />
    </FormDialog>
  );
}
