import { Button } from '@chapterhouse/ui/button';
import { Dialog, DialogActions } from '@chapterhouse/ui/dialog';
import { Kbd } from '@chapterhouse/ui/kbd';
import { announce } from '@chapterhouse/ui/live-region';
import { Select } from '@chapterhouse/ui/select';
import { TextArea } from '@chapterhouse/ui/text-area';
import { useState } from 'react';
import type { ImpedimentCardFragment } from '../../../generated/graphql';
import { DraftNote } from '../../../platform/drafts/draft-note';
import { useDraft } from '../../../platform/drafts/use-draft';
import { plural } from '../plural';
import { NeedsBrief, needsBrief } from '../briefs/needs-brief';
import { useImpedimentLevels } from '../use-impediment-levels';
import { MoveRefusal } from './move-refusal';
import { SET_IMPEDIMENT_LEVEL } from './moves.operations';
import { useMoveForm } from './use-move-form';
import './move-form.css';

export type LevelDialogProps = {
  impediment: ImpedimentCardFragment;
  /** The level that was asked for; the one above when none was. */
  to?: number | undefined;
  onClose: () => void;
};

/** Another level, with the reason; its clock starts anew there. */
export function LevelDialog({ impediment, to, onClose }: LevelDialogProps) {
  const { levels, nameOf } = useImpedimentLevels();
  const others = levels.filter(({ level }) => level !== impediment.level);
  const above = others.find(({ level }) => level > impediment.level) ?? others.at(-1);
  const [wanted, setWanted] = useState<number | null>(to ?? null);
  const level = wanted ?? above?.level ?? impediment.level;
  const hours = levels.find((one) => one.level === level)?.clockWorkingHours;
  const [reason, setReason, clearDraft, draft] = useDraft(`level:${impediment.key}`);
  const { send, seen, pending, refusal, current } = useMoveForm(
    impediment,
    () => {
      announce(`${impediment.key} is at the level ${nameOf(level)} now.`);
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
  const possible = seen.viewerCan.includes('impediment:set-level');
  const byBrief = needsBrief(seen, level);
  const submit = async () => {
    if (byBrief) return;
    if (await send(SET_IMPEDIMENT_LEVEL, { level, reason })) clearDraft();
  };
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={`Level of ${impediment.key}`}
      description={`It is at ${nameOf(impediment.level)} now.`}
      keepOnOutsideClick
    >
      <form
        className="move-form"
        onSubmit={(event) => {
          event.preventDefault();
          void submit();
        }}
      >
        <MoveRefusal refusal={refusal} current={current} possible={possible} fieldsShown={['level', 'reason']} />
        <Select
          label="Level"
          options={others.map((one) => ({ value: String(one.level), label: one.name }))}
          value={String(level)}
          hint={hours !== undefined && `Its clock starts anew there, with ${plural(hours, 'working hour')}.`}
          error={refusal?.fields['level']}
          onChange={(event) => setWanted(Number(event.target.value))}
        />
        {byBrief ? (
          <NeedsBrief impediment={seen} onFollow={onClose} />
        ) : (
          <>
            <TextArea
              label={level > impediment.level ? 'Why does it need to go up?' : 'Why does it go down again?'}
              rows={2}
              value={reason}
              error={refusal?.fields['reason']}
              onChange={(event) => setReason(event.target.value)}
            />
            <DraftNote draft={draft} />
          </>
        )}
        <DialogActions>
          <Button onClick={onClose}>Cancel</Button>
          {!byBrief && (
            <Button type="submit" variant="primary" pending={pending} disabled={!possible}>
              {level > impediment.level ? 'Escalate to' : 'Take it down to'} {nameOf(level)} <Kbd>Ctrl ↵</Kbd>
            </Button>
          )}
        </DialogActions>
      </form>
    </Dialog>
  );
}
