import { useState } from 'react';
import type { CadenceSpan } from '../../../generated/graphql';
import { FormDialog } from '../../../platform/forms/form-dialog';
import type { ShownRefusal } from '../../../platform/refusals/shown-refusal';
import { useToday } from '../../../platform/dates/use-today';
import { dayWords } from '../../../platform/dates/day-words';
import { plural } from '../../impediments/public';
import type { LostDate, OwnPart } from './lost-dates';

export type SpanDialogProps = {
  /** Those that the change can be of. */
  spans: readonly CadenceSpan[];
  lostOf: (span: CadenceSpan) => readonly LostDate[];
  /** Of how many dates it is known what is lost; null: of all. */
  among: number | null;
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

const PARTS: Record<OwnPart, string> = {
  cancelled: 'cancelled',
  skipped: 'skipped',
  moved: 'moved',
  length: 'another length',
  place: 'another place',
  name: 'another name',
};

/** Which dates a change is of, and what of them is lost by it; with a single span only the latter is asked. */
export function SpanDialog({ spans, lostOf, among, pending, refusal, onChoose, onClose }: SpanDialogProps) {
  const [chosen, setChosen] = useState<CadenceSpan>(spans[0] ?? 'ALL');
  const lost = lostOf(chosen);
  const isChoice = spans.length > 1;
  return (
    <FormDialog
      title={isChoice ? 'Which dates?' : 'Change the whole series?'}
      submit="Save"
      pending={pending}
      refusal={refusal}
      onSubmit={async () => onChoose(chosen)}
      onClose={onClose}
    >
      {isChoice && (
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
      )}
      {lost.length > 0 && <LostWords lost={lost} among={among} />}
    </FormDialog>
  );
}

function LostWords({ lost, among }: { lost: readonly LostDate[]; among: number | null }) {
  const today = useToday();
  const which = among === null ? plural(lost.length, 'date') : `${lost.length} of the next ${among} dates`;
  return (
    <p className="form-dialog__words">
      {which} {lost.length === 1 ? 'was' : 'were'} arranged by hand, and will be as the series says again:{' '}
      {lost
        .map(({ day, parts }) => `${dayWords(day, today)} (${parts.map((part) => PARTS[part]).join(', ')})`)
        .join(', ')}
      .
    </p>
  );
}
