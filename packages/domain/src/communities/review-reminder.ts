import { day } from '../field-checks.js';

/**
 * The day for which people are to be told now that an artifact is due for review: the day itself first, then every month
 * after it. Null: nobody is told today.
 * @param facts `dueOn` and `toldOn`, the day of the last reminder, as YYYY-MM-DD
 * @param today YYYY-MM-DD, where the organization is
 */
export function reviewReminder(facts: { dueOn: string; toldOn: string | null }, today: string): string | null {
  const { dueOn, toldOn } = facts;
  if (day(dueOn) !== null || today < dueOn) return null;
  const due = lastDue(dueOn, today);
  return toldOn !== null && toldOn >= due ? null : due;
}

/** The latest of the due day and the same day of later months that is not after today; of short months their last. */
function lastDue(dueOn: string, today: string): string {
  const [year = 0, month = 1, dayOfMonth = 1] = dueOn.split('-').map(Number);
  const [nowYear = 0, nowMonth = 1] = today.split('-').map(Number);
  const months = (nowYear - year) * 12 + (nowMonth - month);
  const candidate = monthLater(year, month, dayOfMonth, months);
  return candidate <= today ? candidate : monthLater(year, month, dayOfMonth, months - 1);
}

function monthLater(year: number, month: number, dayOfMonth: number, months: number): string {
  const last = new Date(Date.UTC(year, month - 1 + months + 1, 0)).getUTCDate();
  return new Date(Date.UTC(year, month - 1 + months, Math.min(dayOfMonth, last))).toISOString().slice(0, 10);
}
