import { notify } from '@chapterhouse/ui/toast';
import { useState } from 'react';
import type { AdoptionPartsFragment } from '../../../generated/graphql';
import { conflictOf } from '../../../platform/forms/conflict';
import { useShownAct } from '../../../platform/refusals/use-shown-act';
import { ReasonDialog } from '../community/reason-dialog';
import { END_ADOPTION } from './adoption.operations';

export type EndAdoptionDialogProps = { adoption: AdoptionPartsFragment; title: string; onClose: () => void };

/** The team goes another way, and says why: the authors learn most from that. */
export function EndAdoptionDialog({ adoption, title, onClose }: EndAdoptionDialogProps) {
  const { id, team } = adoption;
  const [rowVersion] = useState(adoption.rowVersion);
  const { act, pending, refusal, key } = useShownAct(END_ADOPTION);
  return (
    <ReasonDialog
      title={`${team.name} follows ${title} no more?`}
      description="It stays in the numbers of the time until today. The team can adopt it again."
      label="Why"
      missing="Say why: the authors learn most from that."
      submit="Follow it no more"
      place={`adoption-end:${id}`}
      field="why"
      pending={pending}
      refusal={refusal}
      onReason={async (why) => {
        const seen = conflictOf(refusal)?.version ?? rowVersion;
        if ((await act({ id, rowVersion: seen, why, idempotencyKey: key() })) === null) return false;
        notify({ title: `${team.name} follows it no more.` });
        return true;
      }}
      onClose={onClose}
    />
  );
}
