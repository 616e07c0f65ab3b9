import { notify } from '@chapterhouse/ui/toast';
import { useState } from 'react';
import type { IdeaPartsFragment } from '../../../generated/graphql';
import { conflictOf } from '../../../platform/forms/conflict';
import { useShownAct } from '../../../platform/refusals/use-shown-act';
import { ReasonDialog } from '../community/reason-dialog';
import { DROP_IDEA, END_TRIAL } from './ideas.operations';

export type IdeaStepProps = { idea: IdeaPartsFragment; onClose: () => void };

/** A trial ends with what it showed; then it can be adopted, tried again, or dropped. */
export function EndTrialDialog({ idea, onClose }: IdeaStepProps) {
  const [version] = useState(idea.version);
  const { act, pending, refusal, key } = useShownAct(END_TRIAL);
  return (
    <ReasonDialog
      title="What did the trial show?"
      description={`${idea.trialTeam?.name ?? 'The team'} tried “${idea.title}”. With what it showed, others can decide whether to follow.`}
      label="What it showed"
      hint="What you did, what changed, what it cost, what you would do otherwise. Markdown."
      missing="Say what the trial showed."
      submit="End the trial"
      tone="primary"
      place={`idea-result:${idea.id}`}
      field="result"
      pending={pending}
      refusal={refusal}
      onReason={async (result) => {
        const seen = conflictOf(refusal)?.version ?? version;
        if ((await act({ id: idea.id, version: seen, result, idempotencyKey: key() })) === null) return false;
        notify({ title: 'The trial is over.' });
        return true;
      }}
      onClose={onClose}
    />
  );
}

/** It is not worth it, and why. */
export function DropIdeaDialog({ idea, onClose }: IdeaStepProps) {
  const [version] = useState(idea.version);
  const { act, pending, refusal, key } = useShownAct(DROP_IDEA);
  return (
    <ReasonDialog
      title="Drop the idea?"
      description={`“${idea.title}” stays readable with your reason, and can be opened again.`}
      label="Why"
      missing="Say why: somebody will have it again."
      submit="Drop it"
      place={`idea-drop:${idea.id}`}
      pending={pending}
      refusal={refusal}
      onReason={async (reason) => {
        const seen = conflictOf(refusal)?.version ?? version;
        if ((await act({ id: idea.id, version: seen, reason, idempotencyKey: key() })) === null) return false;
        notify({ title: 'The idea is dropped.' });
        return true;
      }}
      onClose={onClose}
    />
  );
}
