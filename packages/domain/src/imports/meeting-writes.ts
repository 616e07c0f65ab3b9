import type { LocalDateTime } from '../cadences/wall-clock.js';
import type { FieldChange } from '../event-payload.js';
import type { Role } from '../organization/role.js';
import type { MeetingDate } from './calendar-file.js';
import type { MeetingScope } from './calendar-mapping.js';

/** What a series says that imports look at and write. */
export interface MeetingFields {
  name: string;
  place: string;
  agenda: string;
  rule: string | null;
  startsAt: LocalDateTime;
  timeZone: string;
  minutes: number;
}

/** A series that an import made, as it is now. */
export interface PresentMeeting extends MeetingFields {
  id: string;
  version: number;
  endsBefore: string | null;
  rootId: string;
  /** Somebody let it go on as another series since. */
  isSplit: boolean;
  /** Who facilitates takes turns by its dates. */
  hasRota: boolean;
  dates: readonly MeetingDate[];
}

export interface NewMeeting extends MeetingFields {
  id: string;
  scope: MeetingScope;
  roles: readonly Role[];
  /** The series that it goes on from. */
  follows: { id: string; rootId: string } | null;
}

/** What has to be written so that meetings are as a plan says, in this order. Days are YYYY-MM-DD. */
export interface MeetingWrites {
  ended: { id: string; version: number; endsBefore: string; was: string | null; name: string }[];
  created: NewMeeting[];
  changed: { id: string; version: number; fields: MeetingFields; endsBefore: string | null; changes: FieldChange[] }[];
  /** PLANNED without anything of its own: as the series says again. */
  dates: { meetingId: string; date: MeetingDate }[];
}
