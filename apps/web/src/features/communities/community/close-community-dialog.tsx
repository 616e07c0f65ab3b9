import { notify } from '@chapterhouse/ui/toast';
import { ReasonDialog } from './reason-dialog';
import { useShownAct } from '../../../platform/refusals/use-shown-act';
import { CLOSE_COMMUNITY } from './community.operations';
import type { ShownCommunity } from './community-page';

export type CloseCommunityDialogProps = { community: ShownCommunity; onClose: () => void };

/** It ends for now, with why. */
export function CloseCommunityDialog({ community: { id, name, version }, onClose }: CloseCommunityDialogProps) {
  const { act, pending, refusal, key } = useShownAct(CLOSE_COMMUNITY);
  return (
    <ReasonDialog
      title={`Close ${name}?`}
      description="Nobody joins, writes or publishes in it any more. All that it wrote stays readable, and it can be opened again."
      label="Why"
      missing="Say why: its members will ask."
      submit="Close it"
      place={`community-close:${id}`}
      pending={pending}
      refusal={refusal}
      onReason={async (reason) => {
        if ((await act({ id, version, reason, idempotencyKey: key() })) === null) return false;
        notify({ title: `${name} is closed.` });
        return true;
      }}
      onClose={onClose}
    />
  );
}
