import type { InvitationAnswer, MeetingEvent } from '@chapterhouse/domain/cadences/meeting-events';
import type { FieldChange } from '@chapterhouse/domain/event-payload';
import { refusePlatform } from '@chapterhouse/domain/refusal';
import { Inject, Injectable } from '@nestjs/common';
import { EventLog } from '../../../platform/events/event-log.js';
import { CadenceReferences } from '../cadence-references.js';
import { type OccurrenceCall, OccurrenceTransaction, type OpenedOccurrence } from '../occurrence-transaction.js';
import type { Occurrence } from '../occurrences.graphql.js';
import { AttendanceRepository } from './attendance.repository.js';

const ANSWER_WORDS: Record<InvitationAnswer, string> = { COMING: 'Coming', NOT_COMING: 'Not coming' };
const MOST_PEOPLE = 500;

/** Saying whether one comes, and recording who came. The date's own version stays. */
@Injectable()
export class RecordAttendance {
  constructor(
    @Inject(OccurrenceTransaction) private readonly frame: OccurrenceTransaction,
    @Inject(AttendanceRepository) private readonly attendance: AttendanceRepository,
    @Inject(CadenceReferences) private readonly references: CadenceReferences,
    @Inject(EventLog) private readonly events: EventLog,
  ) {}

  /** @param answer null: takes back what one said @throws as the frame; FORBIDDEN for who is not invited */
  answer(call: OccurrenceCall, answer: InvitationAnswer | null): Promise<Occurrence> {
    return this.frame.change(call, { action: 'occurrence:answer' }, async (opened) => {
      const { tx, facts, viewer } = opened;
      const known = (await this.attendance.people(tx, [facts])).find(({ personId }) => personId === viewer.personId);
      if ((known?.answer ?? null) === answer) return;
      await this.attendance.answer(tx, facts, viewer.personId, answer);
      const words = (given: InvitationAnswer | null | undefined): string | null => (given ? ANSWER_WORDS[given] : null);
      await tellMeeting(this.events, opened, 'occurrence.answered', [
        { field: 'answer', from: words(known?.answer), to: words(answer) },
      ]);
    });
  }

  /** Of whom nothing is said stays as recorded. @throws as the frame; INVALID_INPUT; NOT_FOUND for people of nobody here */
  record(call: OccurrenceCall, attendedIds: readonly string[], missedIds: readonly string[]): Promise<Occurrence> {
    return this.frame.change(call, { action: 'occurrence:record-attendance' }, async (opened) => {
      const { tx, facts, viewer } = opened;
      if (attendedIds.length + missedIds.length > MOST_PEOPLE)
        throw refuseField('attendedIds', `Record at most ${MOST_PEOPLE} people at a time.`);
      if (missedIds.some((id) => attendedIds.includes(id)))
        throw refuseField('missedIds', 'Somebody is in both lists: say whether they came.');
      const ids = [...new Set([...attendedIds, ...missedIds])];
      if (ids.length === 0) return;
      const names = await this.references.names(tx, viewer, ids);
      if (names.size < ids.length) throw refusePlatform('NOT_FOUND', {});
      await this.attendance.attend(tx, facts, new Map(ids.map((id) => [id, attendedIds.includes(id)])));
      const listed = (given: readonly string[]): string | null =>
        given.length === 0 ? null : [...new Set(given)].map((id) => names.get(id) ?? '').join(', ');
      await tellMeeting(this.events, opened, 'occurrence.attendance-recorded', [
        { field: 'attended', from: null, to: listed(attendedIds) },
        { field: 'missed', from: null, to: listed(missedIds) },
      ]);
    });
  }
}

/** Puts on the record what hangs on a date. */
export async function tellMeeting(
  events: EventLog,
  { tx, facts, row }: OpenedOccurrence,
  event: MeetingEvent,
  changes: readonly FieldChange[],
): Promise<void> {
  const { cadenceId, originalStart } = facts;
  await events.append(tx, {
    name: event,
    subjectType: 'Occurrence',
    subjectId: row.id,
    subjectVersion: row.version,
    payload: { changes: changes.filter(({ from, to }) => from !== to), cadenceId, originalStart },
  });
}

function refuseField(field: string, problem: string): Error {
  return refusePlatform('INVALID_INPUT', { fields: [{ field, problem }] });
}
