import { TOP_LEVEL } from '@chapterhouse/domain/impediments/impediment-ladder';
import { Button } from '@chapterhouse/ui/button';
import { Dialog, DialogActions } from '@chapterhouse/ui/dialog';
import { useEffect, useEffectEvent } from 'react';
import { dayWords } from '../impediment-times';
import { MoveRefusal } from '../impediment-moves/move-refusal';
import { useMoveForm } from '../impediment-moves/use-move-form';
import { plural } from '../plural';
import { useImpedimentLevels } from '../use-impediment-levels';
import { SEND_BRIEF } from './briefs.operations';
import type { BriefWritten } from './use-brief-words';
import type { BriefedImpediment } from './write-brief-page';

/** What the form shows beside its fields. */
const FIELDS = ['ask', 'proposal', 'answerBy', 'recipientIds'];

export type SendBriefDialogProps = {
  impediment: BriefedImpediment;
  words: BriefWritten;
  onClose: () => void;
  /** With what is wrong, by field. */
  onRefused: (fields: Record<string, string>) => void;
  onSent: (briefId: string) => void;
};

/** Who will receive it, and what it does: it cannot be taken back. */
export function SendBriefDialog({ impediment, words, onClose, onRefused, onSent }: SendBriefDialogProps) {
  const { key, level, briefs } = impediment;
  const { ask, proposal, answerBy, recipients } = words;
  const { levels, nameOf } = useImpedimentLevels();
  const { send, seen, pending, refusal, current } = useMoveForm(impediment, () => {});
  const possible = seen.viewerCan.includes('impediment:send-brief');
  const replaces = briefs[0]?.state === 'WAITING';
  const refused = useEffectEvent(onRefused);
  useEffect(() => {
    if (refusal?.code === 'INVALID_INPUT' && FIELDS.some((field) => field in refusal.fields)) refused(refusal.fields);
  }, [refusal]);

  const submit = async () => {
    const input = { ask, proposal, answerBy, recipientIds: recipients.map(({ id }) => id) };
    const sent = await send(SEND_BRIEF, { input });
    const id = sent?.impediment.briefs[0]?.id;
    if (id !== undefined) onSent(id);
  };
  const hours = levels.find((one) => one.level === TOP_LEVEL)?.clockWorkingHours;
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={`Send the brief of ${key}?`}
      description={`${plural(recipients.length, 'person', 'people')} will find it in the inbox and under “Asked of me”:`}
      keepOnOutsideClick
    >
      <form
        className="write-brief__confirm"
        onSubmit={(event) => {
          event.preventDefault();
          void submit();
        }}
      >
        <MoveRefusal refusal={refusal} current={current} possible={possible} fieldsShown={FIELDS} />
        <ul className="write-brief__recipients" aria-label="Recipients">
          {recipients.map(({ id, name }) => (
            <li key={id}>{name}</li>
          ))}
        </ul>
        <p>Their answer is needed by {dayWords(answerBy)}.</p>
        {level < TOP_LEVEL && (
          <p>
            {key} goes from {nameOf(level)} to {nameOf(TOP_LEVEL)}
            {hours !== undefined && `, where a clock of ${plural(hours, 'working hour')} starts`}.
          </p>
        )}
        {replaces && <p>It replaces the brief that still waits for an answer.</p>}
        <p>Words and numbers are frozen as of now: nobody can change them or take the brief back.</p>
        <DialogActions>
          <Button onClick={onClose}>Back to the words</Button>
          <Button type="submit" variant="primary" pending={pending} disabled={!possible}>
            Send to {plural(recipients.length, 'person', 'people')}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  );
}
