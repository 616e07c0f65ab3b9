import { discussionProblems } from '@chapterhouse/domain/communities/community-fields';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { useDraft } from '../../../platform/drafts/use-draft';
import { FormDialog } from '../../../platform/forms/form-dialog';
import { useShownAct } from '../../../platform/refusals/use-shown-act';
import { DiscussionFields } from './discussion-fields';
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
      <DiscussionFields
        title={title}
        body={body}
        onTitle={setTitle}
        onBody={setBody}
        errors={{ ...refusal?.fields, ...problems }}
        placeholder="How do you test what only breaks at night?"
        draft={draft}
      />
    </FormDialog>
  );
}
