import type { AbsenceFact, AssignmentFact } from '@chapterhouse/domain/organization/accountability';
import type { WorkingCalendar } from '@chapterhouse/domain/organization/working-calendar';

/** An assignment that is the primary Product Owner of "team-1" without dates; say only what differs. */
export function assignmentFact(differing: Partial<AssignmentFact> & { personId: string }): AssignmentFact {
  return {
    id: `${differing.personId}'s role`,
    role: 'PRODUCT_OWNER',
    kind: 'PRIMARY',
    scopeId: 'team-1',
    startsOn: null,
    endsBefore: null,
    sharePercent: null,
    ...differing,
  };
}

/** Days are YYYY-MM-DD; the second is the first day back. */
export function absenceFact(personId: string, startsOn: string, endsBefore: string): AbsenceFact {
  return { personId, startsOn, endsBefore };
}

/** Monday to Friday, 9 to 17 in Berlin, no holidays; say only what differs. */
export function workingCalendar(differing: Partial<WorkingCalendar> = {}): WorkingCalendar {
  return {
    timeZone: 'Europe/Berlin',
    workingDays: [1, 2, 3, 4, 5],
    startHour: 9,
    endHour: 17,
    holidays: [],
    ...differing,
  };
}
