import type { OccurrenceLineFragment } from '../../../generated/graphql';
import { type PlacedTime, placedIn } from '../meeting-times';

export type PlacedMeeting = { meeting: OccurrenceLineFragment; at: PlacedTime };

/** Meetings by the day on which they begin here, each day's by time. */
export function byDay(meetings: readonly OccurrenceLineFragment[], timeZone: string): Map<string, PlacedMeeting[]> {
  const days = new Map<string, PlacedMeeting[]>();
  for (const meeting of meetings.toSorted((a, b) => Date.parse(a.startsAt) - Date.parse(b.startsAt))) {
    const at = placedIn(timeZone, meeting);
    days.set(at.day, [...(days.get(at.day) ?? []), { meeting, at }]);
  }
  return days;
}
