import { type WorkingCalendar, addWorkingDays, addWorkingHours } from '../organization/working-calendar.js';
import { type ImpedimentState, UNRESOLVED_STATES } from './impediment-state.js';

/** A resolved impediment that nobody confirms closes by itself after so many working days. */
const WORKING_DAYS_TO_CONFIRM = 5;

/** When an impediment has outlived its level: so many working hours after it came to the level. */
export function clockEndsAt(levelSince: Date, clockWorkingHours: number, calendar: WorkingCalendar): Date {
  return addWorkingHours(levelSince, clockWorkingHours, calendar);
}

/** Whether the clock has run out on something that is still in the way; `endsAt` null: no clock. */
export function isOverdue(state: ImpedimentState, endsAt: Date | null, now: Date): boolean {
  return endsAt !== null && UNRESOLVED_STATES.includes(state) && endsAt.getTime() <= now.getTime();
}

/** When a resolved impediment closes without confirmation. */
export function closesByItselfAt(resolvedAt: Date, calendar: WorkingCalendar): Date {
  return addWorkingDays(resolvedAt, WORKING_DAYS_TO_CONFIRM, calendar);
}
