import { isStart, nextStarts } from '../cadences/recurrence.js';
import { dayOf, startOfDay, timeOf } from '../cadences/wall-clock.js';
import type { FieldChange } from '../event-payload.js';
import type { MeetingDate, MeetingFact } from './calendar-file.js';
import { INVITED_ROLES, type MeetingScope } from './calendar-mapping.js';
import type { ImportTally } from './import-outcome.js';
import type { MeetingFields, MeetingWrites, PresentMeeting } from './meeting-writes.js';
import type { PlanTools } from './organization-writes.js';
import type { IdentityBook } from './present-organization.js';

/** A meeting of a file, with whose it is. */
export interface PlacedMeeting extends MeetingFact {
  scope: MeetingScope;
  /** The file does not say from when on: its start is no news. */
  isStartAssumed: boolean;
}

export interface MeetingDesk {
  /** Whose names the keys are. */
  source: string;
  /** YYYY-MM-DD: when what the file says begins to hold, where it says how it is and not how it was. */
  since: string | null;
  today: string;
  invite: boolean;
  /** Keys that begin so and are not in the file have ended. */
  completeFor: readonly string[];
  /** Keys that are in the file, but could not be read: they go on as they are. */
  unread: ReadonlySet<string>;
  book: IdentityBook;
  /** By id. */
  present: ReadonlyMap<string, PresentMeeting>;
  tools: PlanTools;
  tally: ImportTally;
}

const MEETING = 'meeting';
const DATE = 'meeting-date';

/**
 * Compares meetings of a file with those that earlier ones made. What the file said last time and says again is left alone,
 * also when somebody changed it here since.
 */
export function planMeetings(meetings: readonly PlacedMeeting[], desk: MeetingDesk): MeetingWrites {
  const plan = new MeetingPlan(desk);
  for (const meeting of meetings) plan.take(meeting);
  plan.endVanished();
  return plan.writes;
}

/** What identities of these kinds belong to; for loading what is there. */
export function meetingIds(book: IdentityBook, source: string): string[] {
  return [...new Set(book.of(source, MEETING).map(({ entityId }) => entityId))];
}

class MeetingPlan {
  readonly writes: MeetingWrites = { ended: [], created: [], changed: [], dates: [] };
  private readonly seen = new Map<string, string>();

  constructor(private readonly desk: MeetingDesk) {}

  take(meeting: PlacedMeeting): void {
    const { book, source, present, tools, tally } = this.desk;
    const before = this.seen.get(meeting.key);
    if (before !== undefined) {
      tally.problem(
        meeting.where,
        `${meeting.name} has the identity of the meeting at ${before}: the first one is taken.`,
      );
      return;
    }
    this.seen.set(meeting.key, meeting.where);
    const contentHash = tools.fingerprint(saidOf(meeting));
    const known = book.find(source, MEETING, meeting.key);
    const here = known && present.get(known.entityId);
    if (here === undefined && meeting.isCancelled) {
      tally.problem(meeting.where, `${meeting.name} is called off as a whole: not taken.`);
      return;
    }
    const id = this.write(meeting, here, known?.contentHash === contentHash);
    book.put({ source, kind: MEETING, key: meeting.key, entityId: id, contentHash });
  }

  endVanished(): void {
    const { book, source, present, completeFor, unread, since, today } = this.desk;
    for (const { key, entityId } of book.of(source, MEETING)) {
      const here = present.get(entityId);
      if (!here || this.seen.has(key) || unread.has(key) || !completeFor.some((prefix) => key.startsWith(prefix)))
        continue;
      const day = since ?? today;
      if (!isOver(here, day)) this.end(here, key, day, 'no longer listed');
    }
  }

  private write(meeting: PlacedMeeting, here: PresentMeeting | undefined, isSame: boolean): string {
    if (here === undefined) return this.create(meeting, null, 'create');
    if (isSame) this.note('unchanged', meeting, '');
    else if (meeting.isCancelled) this.end(here, meeting.key, this.desk.today, 'called off');
    else if (here.isSplit) {
      this.desk.tally.problem(
        meeting.where,
        `${meeting.name} was changed from a date on here since: what the file says now is left out.`,
      );
      this.note('unchanged', meeting, 'goes on as another series here');
    } else if (here.hasRota && !isSameTime(meeting, here)) {
      this.desk.tally.problem(
        meeting.where,
        `${meeting.name} has a rota here, whose turns its new times would move: change it here, from a date on.`,
      );
      this.note('unchanged', meeting, 'has a rota here');
    } else if (this.isFromNow(meeting, here)) return this.goOn(meeting, here);
    else this.change(meeting, here);
    return here.id;
  }

  /** A file that says how it is does not say how it was: what has been stays. */
  private isFromNow(meeting: PlacedMeeting, here: PresentMeeting): boolean {
    return this.desk.since !== null && dayOf(here.startsAt) < this.desk.since && !isSameTime(meeting, here);
  }

  private create(meeting: PlacedMeeting, follows: PresentMeeting | null, effect: 'create' | 'update'): string {
    const { tools, invite } = this.desk;
    const id = tools.newId();
    const { scope, dates } = meeting;
    const roles = invite ? INVITED_ROLES[scope.kind] : [];
    const line = follows === null ? null : { id: follows.id, rootId: follows.rootId };
    this.writes.created.push({ ...fieldsOf(meeting), id, scope, roles, follows: line });
    for (const date of dates) this.date(id, meeting.key, date);
    const details = follows === null ? `of ${scope.name}` : `from ${dayOf(meeting.startsAt)} on as the file says`;
    this.note(effect, meeting, details);
    return id;
  }

  private goOn(meeting: PlacedMeeting, here: PresentMeeting): string {
    const { id, version, endsBefore: was, name } = here;
    const since = this.desk.since ?? this.desk.today;
    // Every so many weeks counts from its own start, which may lie before.
    const [startsAt = meeting.startsAt] = nextStarts({ ...meeting, endsBefore: null }, startOfDay(since), 1);
    this.writes.ended.push({ id, version, endsBefore: since, was, name });
    return this.create({ ...meeting, startsAt }, here, 'update');
  }

  private change(meeting: PlacedMeeting, here: PresentMeeting): void {
    const startsAt = isSameTime(meeting, here) ? here.startsAt : meeting.startsAt;
    const fields = { ...fieldsOf(meeting), startsAt };
    const changes = changesOf(here, fields, here.endsBefore);
    const { id, version } = here;
    if (changes.length > 0) this.writes.changed.push({ id, version, fields, endsBefore: null, changes });
    const dates = this.changeDates(meeting, here);
    const words = [...changes.map(({ field }) => field), ...(dates > 0 ? [`${dates} dates`] : [])];
    this.note(words.length > 0 ? 'update' : 'unchanged', meeting, words.join(', '));
  }

  private changeDates(meeting: PlacedMeeting, here: PresentMeeting): number {
    const { book, source } = this.desk;
    const there = new Map(here.dates.map((date) => [date.originalStart, date]));
    const wanted = new Set(meeting.dates.map(({ originalStart }) => originalStart));
    let count = 0;
    for (const date of meeting.dates) {
      const present = there.get(date.originalStart);
      if (present !== undefined && isSameDate(present, date)) continue;
      this.date(here.id, meeting.key, date);
      count += 1;
    }
    const prefix = `${meeting.key} `;
    for (const { key, entityId } of book.of(source, DATE)) {
      const originalStart = key.slice(prefix.length);
      const present = there.get(originalStart);
      if (!key.startsWith(prefix) || entityId !== here.id || wanted.has(originalStart) || !present) continue;
      if (isSameDate(present, { ...PLAIN, originalStart })) continue;
      this.writes.dates.push({ meetingId: here.id, date: { ...PLAIN, originalStart } });
      count += 1;
    }
    return count;
  }

  private date(meetingId: string, key: string, date: MeetingDate): void {
    const { book, source, tools } = this.desk;
    this.writes.dates.push({ meetingId, date });
    const contentHash = tools.fingerprint(date);
    book.put({ source, kind: DATE, key: `${key} ${date.originalStart}`, entityId: meetingId, contentHash });
  }

  private end(here: PresentMeeting, key: string, endsBefore: string, why: string): void {
    const { id, version, name, endsBefore: was } = here;
    const over = isOver(here, endsBefore);
    if (!over) this.writes.ended.push({ id, version, endsBefore, was, name });
    const details = over ? '' : `${why}: takes place no more from ${endsBefore} on`;
    this.desk.tally.note({ effect: over ? 'unchanged' : 'end', kind: MEETING, key, title: name, details });
  }

  private note(effect: 'create' | 'update' | 'unchanged', { key, name }: PlacedMeeting, details: string): void {
    this.desk.tally.note({ effect, kind: MEETING, key, title: name, details });
  }
}

const PLAIN: Omit<MeetingDate, 'originalStart'> = {
  state: 'PLANNED',
  movedTo: null,
  minutes: null,
  name: null,
  place: null,
  agenda: null,
};

function fieldsOf({ name, place, agenda, rule, startsAt, timeZone, minutes }: MeetingFields): MeetingFields {
  return { name, place, agenda, rule, startsAt, timeZone, minutes };
}

/** What a later file is compared with. */
function saidOf({ dates, isCancelled, isStartAssumed, ...meeting }: PlacedMeeting): unknown {
  const fields = fieldsOf(meeting);
  return { ...fields, startsAt: isStartAssumed ? timeOf(fields.startsAt) : fields.startsAt, dates, isCancelled };
}

function isSameTime(meeting: PlacedMeeting, here: PresentMeeting): boolean {
  const isSame =
    meeting.rule === here.rule &&
    meeting.timeZone === here.timeZone &&
    timeOf(meeting.startsAt) === timeOf(here.startsAt);
  if (!isSame || meeting.startsAt === here.startsAt) return isSame;
  return (
    meeting.isStartAssumed ||
    (meeting.startsAt > here.startsAt && isStart({ ...here, endsBefore: null }, meeting.startsAt))
  );
}

function isOver({ endsBefore, isSplit }: PresentMeeting, day: string): boolean {
  return (endsBefore !== null && endsBefore <= day) || isSplit;
}

function isSameDate(one: MeetingDate, other: MeetingDate): boolean {
  return (['state', 'movedTo', 'minutes', 'name', 'place', 'agenda'] as const).every(
    (field) => one[field] === other[field],
  );
}

function changesOf(here: PresentMeeting, next: MeetingFields, endsBefore: string | null): FieldChange[] {
  const fields = ['name', 'place', 'agenda', 'rule', 'startsAt', 'timeZone', 'minutes'] as const;
  const changes = fields.flatMap((field): FieldChange[] => {
    if (here[field] === next[field]) return [];
    // Long texts are not for the record.
    if (field === 'agenda') return [{ field, from: null, to: null }];
    return [{ field, from: textOf(here[field]), to: textOf(next[field]) }];
  });
  return endsBefore === null ? changes : [...changes, { field: 'endsBefore', from: endsBefore, to: null }];
}

const textOf = (value: string | number | null): string | null =>
  value === null || value === '' ? null : String(value);
