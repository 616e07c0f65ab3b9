import { TextField } from '@chapterhouse/ui/text-field';
import { notify } from '@chapterhouse/ui/toast';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { todayIn } from '../../../platform/dates/day-words';
import { FormDialog } from '../../../platform/forms/form-dialog';
import { MarkdownField } from '../../../platform/markdown/markdown-field';
import { artifactAddress } from '../artifacts/artifact-addresses';
import type { ShownArtifact } from '../artifacts/shown-artifact';
import { useViewer } from '../../../platform/session/session-provider';
import { useShownAct } from '../../../platform/refusals/use-shown-act';
import { PUBLISH_VERSION } from './review.operations';

export type PublishDialogProps = {
  artifact: ShownArtifact;
  /** Of the draft that is looked at. */
  revision: number;
  whatChanged: string;
  onClose: () => void;
};

/** The draft becomes a version that nobody changes any more. */
export function PublishDialog({ artifact, revision, whatChanged, onClose }: PublishDialogProps) {
  const navigate = useNavigate();
  const today = todayIn(useViewer().organization.timeZone);
  const [words, setWords] = useState(whatChanged);
  const [dueOn, setDueOn] = useState(() => {
    // A day that is past is dealt with by this version.
    const { reviewDueOn } = artifact;
    return reviewDueOn !== null && reviewDueOn > today ? reviewDueOn : '';
  });
  const [tried, setTried] = useState(false);
  const { act, pending, refusal, key } = useShownAct(PUBLISH_VERSION);
  const number = (artifact.current?.number ?? 0) + 1;
  const missing = words.trim() === '' ? 'Say what changed: readers see it beside the version.' : undefined;
  const publish = async () => {
    setTried(true);
    if (missing !== undefined) return;
    const done = await act({
      artifactId: artifact.id,
      revision,
      whatChanged: words.trim(),
      reviewDueOn: dueOn === '' ? null : dueOn,
      idempotencyKey: key(),
    });
    if (done === null) return;
    onClose();
    notify({ title: `Version ${done.publishVersion.number} of ${artifact.title} is published.` });
    await navigate(artifactAddress(artifact.key));
  };
  return (
    <FormDialog
      title={`Publish version ${number}`}
      description="Everybody reads it from now on. It stays as it is; changes make the next version."
      submit="Publish"
      size="md"
      pending={pending}
      refusal={refusal}
      fieldsShown={['whatChanged', 'reviewDueOn']}
      onSubmit={publish}
      onClose={onClose}
    >
      <MarkdownField
        label="What changed"
        value={words}
        error={(tried ? missing : undefined) ?? refusal?.fields['whatChanged']}
        onChange={setWords}
      />
      <TextField
        label="Look at it again on"
        type="date"
        optional
        value={dueOn}
        error={refusal?.fields['reviewDueOn']}
        onChange={(event) => setDueOn(event.target.value)}
      />
    </FormDialog>
  );
}
