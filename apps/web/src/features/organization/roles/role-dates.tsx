import { TextField } from '@chapterhouse/ui/text-field';
import type { ShownRefusal } from '../../../platform/refusals/shown-refusal';

export type RoleDatesProps = {
  startsOn: string;
  onStartsOn: (day: string) => void;
  /** Empty: no end. */
  lastDay: string;
  onLastDay: (day: string) => void;
  /** Percent as typed; null where a share means nothing. */
  share: string | null;
  onShare: (share: string) => void;
  refusal: ShownRefusal | null;
};

/** From when, until when, and how much of the working time. */
export function RoleDates({ startsOn, onStartsOn, lastDay, onLastDay, share, onShare, refusal }: RoleDatesProps) {
  return (
    <div className="form-dialog__pair">
      <TextField
        label="From"
        type="date"
        required
        value={startsOn}
        onChange={(event) => onStartsOn(event.target.value)}
        error={refusal?.fields['startsOn']}
      />
      <TextField
        label="Last day"
        optional
        type="date"
        min={startsOn}
        value={lastDay}
        onChange={(event) => onLastDay(event.target.value)}
        error={refusal?.fields['endsBefore']}
      />
      {share !== null && (
        <TextField
          label="Share of time, %"
          optional
          type="number"
          inputMode="numeric"
          min={1}
          max={100}
          value={share}
          onChange={(event) => onShare(event.target.value)}
          error={refusal?.fields['sharePercent']}
        />
      )}
    </div>
  );
}
