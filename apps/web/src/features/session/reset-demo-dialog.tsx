import { Button } from '@chapterhouse/ui/button';
import { Dialog, DialogActions } from '@chapterhouse/ui/dialog';
import { ProgressBar } from '@chapterhouse/ui/progress-bar';
import { notify } from '@chapterhouse/ui/toast';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { RefusalNote } from '../../platform/refusals/refusal-note';
import { useAct } from '../../platform/refusals/use-act';
import { withNewSession } from '../../platform/session/session-ended';
import { RESET_DEMO } from './reset-demo.operations';
import { useChangeOfPerson } from './use-change-of-person';

/** Asks once, says what is lost, and leads to the board of the first day. */
export function ResetDemoDialog({ onClose }: { onClose: () => void }) {
  const navigate = useNavigate();
  const changePerson = useChangeOfPerson();
  const { act, refusal } = useAct(RESET_DEMO);
  const [underWay, setUnderWay] = useState(false);

  const reset = () =>
    withNewSession(async () => {
      setUnderWay(true);
      if ((await act({})) === null) return setUnderWay(false);
      await changePerson();
      await navigate('/');
      onClose();
      notify({ title: 'The demo is as on its first day.' });
    });

  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title="Reset the demo?"
      description="Everything that was raised, moved, written, imported or changed in the demo is lost, for everybody who tries it here, and cannot be brought back. Everybody else is signed out; you stay in the same role."
      size="sm"
      mustAnswer={underWay}
    >
      <RefusalNote refusal={refusal} />
      {underWay && <ProgressBar label="Building the demo anew. This takes some seconds." done={0} total={0} />}
      <DialogActions>
        <Button disabled={underWay} onClick={onClose}>
          Keep it as it is
        </Button>
        <Button variant="danger" pending={underWay} onClick={() => void reset()}>
          Reset the demo
        </Button>
      </DialogActions>
    </Dialog>
  );
}
