import { Button } from '@chapterhouse/ui/button';
import { Dialog, DialogActions } from '@chapterhouse/ui/dialog';
import { Kbd } from '@chapterhouse/ui/kbd';
import { TextArea } from '@chapterhouse/ui/text-area';
import type { ImpedimentCardFragment } from '../../../generated/graphql';
import { DraftNote } from '../../../platform/drafts/draft-note';
import { useDraft } from '../../../platform/drafts/use-draft';
import { useImpedimentLevels } from '../use-impediment-levels';
import { PAUSE_IMPEDIMENT_CLOCK } from './clock.operations';
import { MoveRefusal } from './move-refusal';
import { useClockTurn } from './use-clock-turn';
import { useMoveForm } from './use-move-form';
import './move-form.css';

export type PauseDialogProps = { impediment: ImpedimentCardFragment; onClose: () => void };

/** Why the clock stands still; everybody who looks reads it. */
export function PauseDialog({ impediment, onClose }: PauseDialogProps) {
  const { nameOf } = useImpedimentLevels();
  const { tellPaused } = useClockTurn();
  const [reason, setReason, clearDraft, draft] = useDraft(`pause:${impediment.key}`);
  const { send, seen, pending, refusal, current } = useMoveForm(
    impediment,
    (_, version) => {
      tellPaused({ ...impediment, version }, reason);
      onClose();
    },
    {
      draft,
      onLeft: () => {
        clearDraft();
        onClose();
      },
    },
  );
  const possible = seen.viewerCan.includes('impediment:pause-clock');
  const submit = async () => {
    if (await send(PAUSE_IMPEDIMENT_CLOCK, { reason })) clearDraft();
  };
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={`Pause the clock of ${impediment.key}`}
      description={`It stands still at ${nameOf(impediment.level)} until somebody lets it run on: nobody is reminded, and time alone takes it nowhere.`}
      keepOnOutsideClick
    >
      <form
        className="move-form"
        onSubmit={(event) => {
          event.preventDefault();
          void submit();
        }}
      >
        <MoveRefusal refusal={refusal} current={current} possible={possible} fieldsShown={['reason']} />
        <TextArea
          label="Why does it stand still?"
          hint="What you wait for, and when it is to come. Shown beside the clock."
          rows={2}
          value={reason}
          error={refusal?.fields['reason']}
          onChange={(event) => setReason(event.target.value)}
        />
        <DraftNote draft={draft} />
        <DialogActions>
          <Button onClick={onClose}>Cancel</Button>
          <Button type="submit" variant="primary" pending={pending} disabled={!possible}>
            Pause the clock <Kbd>Ctrl ↵</Kbd>
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  );
}
