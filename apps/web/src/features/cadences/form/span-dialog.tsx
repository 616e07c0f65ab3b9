import { useState } from 'react';
import type { CadenceSpan } from '../../../generated/graphql';
import { FormDialog } from '../../../platform/forms/form-dialog';
import type { ShownRefusal } from '../../../platform/refusals/shown-refusal';
import { plural } from '../../impediments/public';

export type SpanDialogProps = {
  /** Those that the change can be of. */
  spans: readonly CadenceSpan[];
  /** Dates after it that were moved by hand, as far as is known. */
  dropped: number;
  pending: boolean;
  refusal: ShownRefusal | null;
  onChoose: (span: CadenceSpan) => void;
  onClose: () => void;
};

const TITLES: Record<CadenceSpan, string> = {
  THIS: 'This date only',
  THIS_AND_FOLLOWING: 'This date and all after it',
  ALL: 'The whole series',
};
const HINTS: Record<CadenceSpan, string> = {
  THIS: 'The others stay as they are.',
  THIS_AND_FOLLOWING: 'What was before stays as it was; from this date on it is a series of its own.',
  ALL: 'All dates that are to come. What took place already stays as it was.',
};

/** Which dates a change is of. */
export function SpanDialog({ spans, dropped, pending, refusal, onChoose, onClose }: SpanDialogProps) {
  const [chosen, setChosen] = useState<CadenceSpan>(spans[0] ?? 'ALL');
  return (
    <FormDialog
      title="Which dates?"
      submit="Save"
      pending={pending}
      refusal={refusal}
      onSubmit={async () => onChoose(chosen)}
      onClose={onClose}
    >
      <fieldset className="span-choice">
        <legend className="ch-visually-hidden">Which dates?</legend>
        {spans.map((span) => (
          <label key={span} className="ch-checkbox">
            <input type="radio" name="span" checked={chosen === span} onChange={() => setChosen(span)} />
            <span>
              {TITLES[span]}
              <span className="ch-checkbox__hint">{HINTS[span]}</span>
            </span>
          </label>
        ))}
      </fieldset>
      {chosen !== 'THIS' && dropped > 0 && (
        <p className="form-dialog__words">
          {plural(dropped, 'date')} after it {dropped === 1 ? 'was' : 'were'} moved by hand, and will be as the series
          says again.
        </p>
      )}
    </FormDialog>
  );
}
