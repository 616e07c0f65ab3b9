import { type WorkingCalendar, addWorkingDays } from '../organization/working-calendar.js';

/** A resolved impediment that nobody confirms closes by itself after so many working days. */
const WORKING_DAYS_TO_CONFIRM = 5;

/** When a resolved impediment closes without confirmation. */
export function closesByItselfAt(resolvedAt: Date, calendar: WorkingCalendar): Date {
  return addWorkingDays(resolvedAt, WORKING_DAYS_TO_CONFIRM, calendar);
}
