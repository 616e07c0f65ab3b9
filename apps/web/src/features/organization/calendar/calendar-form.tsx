import { notify } from '@chapterhouse/ui/toast';
import { type FormEvent, useState } from 'react';
import type { CalendarFactsFragment } from '../../../generated/graphql';
import { useToday } from '../../../platform/dates/use-today';
import { SaveBar } from '../../../platform/forms/save-bar';
import { TheirsNote } from '../../../platform/forms/theirs-note';
import { UnsavedGuard } from '../../../platform/forms/unsaved-guard';
import { type Fact, useEdits } from '../../../platform/forms/use-edits';
import { useIdempotencyKey } from '../../../platform/idempotency/use-idempotency-key';
import { useAct } from '../../../platform/refusals/use-act';
import { calendarFacts, calendarFactWords, calendarOf } from './calendar-facts';
import { CalendarWeeks } from './calendar-weeks';
import { calendarSentence } from './calendar-words';
import { EDIT_WORKING_CALENDAR } from './calendar.operations';
import { HolidaysPart } from './holidays-part';
import { WorkingTimesPart } from './working-times-part';

const FIELDS = ['timeZone', 'workingDays', 'workingDayStarts', 'workingDayEnds', 'holidays'];

export type CalendarFormProps = {
  organization: CalendarFactsFragment;
  /** Somebody else saved first: what is shown is old. */
  onStale: () => void;
};

/** When the organization works; the weeks beside it follow what is changed. */
export function CalendarForm({ organization, onStale }: CalendarFormProps) {
  const today = useToday();
  const facts = calendarFacts(organization.workingCalendar);
  const { read, set, changed, theirs, takeTheirs, discard } = useEdits(facts);
  const { key, renew } = useIdempotencyKey();
  const { act, pending, refusal, clear } = useAct(EDIT_WORKING_CALENDAR);
  // The form begins anew with its fields after it was saved.
  const [round, setRound] = useState(0);
  const calendar = calendarOf([...Object.keys(facts), ...changed], read);
  const change = (field: string, to: Fact) => {
    renew();
    set(field, to);
  };

  const save = async (event: FormEvent) => {
    event.preventDefault();
    const { version } = organization;
    const workingDays = [...calendar.workingDays];
    const holidays = calendar.holidays.map(({ date, name }) => ({ date, name }));
    const saved = await act({ ...calendar, version, workingDays, holidays, idempotencyKey: key() });
    if (saved === null) return onStale();
    renew();
    discard();
    setRound(round + 1);
    notify({ title: 'The working calendar is saved.', detail: movedWords(saved.editWorkingCalendar.movedClocks) });
  };
  const undo = () => {
    discard();
    clear();
  };
  return (
    <form className="calendar-form" noValidate onSubmit={(event) => void save(event)}>
      <UnsavedGuard unsaved={changed.length > 0} />
      <TheirsNote
        theirs={theirs}
        tell={({ field, now }) => calendarFactWords(field, now, today)}
        onTake={takeTheirs}
        refusal={refusal}
        fieldsShown={FIELDS}
      />
      <div className="calendar">
        <div className="calendar__fields">
          <WorkingTimesPart calendar={calendar} onChange={change} problems={refusal?.fields ?? {}} />
          <HolidaysPart
            key={round}
            holidays={calendar.holidays}
            saved={organization.workingCalendar.holidays}
            workingDays={calendar.workingDays}
            onChange={change}
            problem={refusal?.fields['holidays']}
          />
        </div>
        <div className="calendar__shown">
          <p className="calendar__sentence">{calendarSentence(calendar)}</p>
          <CalendarWeeks calendar={calendar} />
        </div>
      </div>
      <SaveBar
        changes={changed.length}
        words="It counts from now on, for clocks that run as well."
        submit={theirs.length > 0 ? 'Save mine over it' : 'Save the calendar'}
        pending={pending}
        onDiscard={undo}
      />
    </form>
  );
}

function movedWords(clocks: number): string {
  if (clocks === 0) return 'No running clock runs out at another moment.';
  return `${clocks === 1 ? 'One running clock runs' : `${clocks} running clocks run`} out at another moment now.`;
}
