import { useToday } from '../../../platform/dates/use-today';
import { longDayWords } from '../meeting-times';
import { recurrencePreview } from './recurrence-preview';

export type RecurrenceWordsProps = {
  /** Null: once. */
  rule: string | null;
  startsAt: string;
  timeZone: string;
  /** What the days are of: they take place, or begin. */
  label: string;
  /** A time of day says nothing here. */
  daysOnly?: boolean;
};

/** What the rule means: a sentence, and its next days. Follows whoever types. */
export function RecurrenceWords({ rule, startsAt, timeZone, label, daysOnly = false }: RecurrenceWordsProps) {
  const today = useToday();
  const preview = recurrencePreview(rule, startsAt, timeZone);
  return (
    <section className="recurrence" aria-label={label}>
      {preview === null && <p className="recurrence__none">Its dates stand here as soon as the rule is complete.</p>}
      {preview !== null && (
        <>
          <p className="recurrence__sentence" aria-live="polite">
            {daysOnly ? preview.sentence.replace(` at ${startsAt.slice(11)}`, '') : preview.sentence}
          </p>
          {preview.starts.length === 0 && <p className="recurrence__none">The rule gives no day at all.</p>}
          {preview.later && preview.starts.length > 0 && (
            <p className="recurrence__note">The rule does not give the first day that was chosen: it begins later.</p>
          )}
          <ol className="recurrence__days">
            {preview.starts.map((start) => (
              <li key={start}>
                {longDayWords(start.slice(0, 10), today)}
                {!daysOnly && `, ${start.slice(11, 16)}`}
              </li>
            ))}
          </ol>
        </>
      )}
    </section>
  );
}
