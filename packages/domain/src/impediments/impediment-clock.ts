import { type WorkingCalendar, addWorkingDays, addWorkingHours } from '../organization/working-calendar.js';

/** A resolved impediment that nobody confirms closes by itself after so many working days. */
const WORKING_DAYS_TO_CONFIRM = 5;

/** When an impediment has outlived its level: so many working hours after it came to the level. */
export function clockEndsAt(levelSince: Date, clockWorkingHours: number, calendar: WorkingCalendar): Date {
  return addWorkingHours(levelSince, clockWorkingHours, calendar);
}

/** When a resolved impediment closes without confirmation. */
export function closesByItselfAt(resolvedAt: Date, calendar: WorkingCalendar): Date {
  return addWorkingDays(resolvedAt, WORKING_DAYS_TO_CONFIRM, calendar);
}
