import { TextArea } from '@chapterhouse/ui/text-area';
import { TextField } from '@chapterhouse/ui/text-field';
import { notify } from '@chapterhouse/ui/toast';
import { useState } from 'react';
import { useToday } from '../../../platform/dates/use-today';
import { conflictOf } from '../../../platform/forms/conflict';
import { FormDialog } from '../../../platform/forms/form-dialog';
import { useShownAct } from '../../../platform/refusals/use-shown-act';
import { useViewer } from '../../../platform/session/session-provider';
import { longDayWords, zoneWords } from '../meeting-times';
import { MOVE_OCCURRENCE } from './occurrence.operations';
import type { ShownOccurrence } from './use-occurrence';
import { useRestore } from './use-restore';

export type OccurrenceDialogProps = { occurrence: ShownOccurrence; onClose: () => void };

/** Another day or time for this date alone. */
export function MoveDialog({ occurrence, onClose }: OccurrenceDialogProps) {
  const { id, localStart, timeZone, name } = occurrence;
  const today = useToday();
  const here = useViewer().organization.timeZone;
  const [day, setDay] = useState(localStart.slice(0, 10));
  const [time, setTime] = useState(localStart.slice(11, 16));
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const { act, pending, refusal, key } = useShownAct(MOVE_OCCURRENCE);
  const restore = useRestore();
  const to = `${day}T${time}`;
  const same = to === localStart.slice(0, 16);
  const problem = day === '' || time === '' ? 'Give a day and a time.' : same ? 'That is when it is now.' : undefined;
  const move = async () => {
    setTried(true);
    if (problem !== undefined) return;
    const version = conflictOf(refusal)?.version ?? occurrence.version;
    const words = reason.trim() === '' ? null : reason.trim();
    const done = await act({ id, version, to, reason: words, idempotencyKey: key() });
    if (done === null) return;
    onClose();
    notify({
      title: `${name} is moved to ${longDayWords(day, today)}, ${time}.`,
      detail: 'Everybody invited is told.',
      subject: id,
      action: { label: 'Undo', onSelect: () => void restore(done.moveOccurrence) },
    });
  };
  return (
    <FormDialog
      title={`Move ${name}`}
      description="Only this date; the others stay as they are. Everybody invited is told."
      submit="Move"
      pending={pending}
      refusal={refusal}
      fieldsShown={['to', 'reason']}
      onSubmit={move}
      onClose={onClose}
    >
      <div className="form-dialog__pair">
        <TextField
          label="Day"
          type="date"
          value={day}
          error={(tried ? problem : undefined) ?? refusal?.fields['to']}
          onChange={(event) => setDay(event.target.value)}
        />
        <TextField
          label="Time"
          type="time"
          value={time}
          hint={timeZone === here ? undefined : `By the clocks of ${zoneWords(timeZone)}.`}
          onChange={(event) => setTime(event.target.value)}
        />
      </div>
      <TextArea
        label="Why"
        optional
        rows={2}
        value={reason}
        error={refusal?.fields['reason']}
        onChange={(event) => setReason(event.target.value)}
      />
    </FormDialog>
  );
}
