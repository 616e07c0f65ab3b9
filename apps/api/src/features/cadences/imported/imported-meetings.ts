import type { CadenceEvent, OccurrenceEvent } from '@chapterhouse/domain/cadences/cadence-events';
import { lastDayOf } from '@chapterhouse/domain/cadences/recurrence';
import type { FieldChange } from '@chapterhouse/domain/event-payload';
import type { MeetingDate } from '@chapterhouse/domain/imports/calendar-file';
import type { MeetingWrites, NewMeeting, PresentMeeting } from '@chapterhouse/domain/imports/meeting-writes';
import { Inject, Injectable } from '@nestjs/common';
import type { Tx } from '../../../platform/database/tx.js';
import { EventLog } from '../../../platform/events/event-log.js';
import { type CadenceRow, type OccurrenceRow, ownOf } from '../cadence-row.js';
import { CadenceWrites } from '../cadence-writes.js';
import { CadencesRepository } from '../cadences.repository.js';
import { OccurrencesRepository } from '../occurrences.repository.js';

const EVER = ['1900-01-01T00:00', '2200-01-01T00:00'] as const;
const CALLED_OFF = 'Cancelled in the calendar that it comes from.';

/** Series that a file tells, written in its import's transaction, with the events of each. */
@Injectable()
export class ImportedMeetings {
  constructor(
    @Inject(EventLog) private readonly events: EventLog,
    @Inject(CadencesRepository) private readonly cadences: CadencesRepository,
    @Inject(CadenceWrites) private readonly writes: CadenceWrites,
    @Inject(OccurrencesRepository) private readonly occurrences: OccurrencesRepository,
  ) {}

  /** By id, as they are; those that are gone are missing. */
  async present(tx: Tx, ids: readonly string[]): Promise<Map<string, PresentMeeting>> {
    const rows = await this.cadences.byIds(tx, ids);
    const dates = ids.length === 0 ? [] : await this.occurrences.between(tx, ids, ...EVER);
    const byMeeting = new Map<string, OccurrenceRow[]>();
    for (const row of dates) byMeeting.set(row.cadence_id, [...(byMeeting.get(row.cadence_id) ?? []), row]);
    return new Map([...rows].map(([id, row]) => [id, presentOf(row, byMeeting.get(id) ?? [])]));
  }

  /** @param step hears how many writes are done. @param today YYYY-MM-DD. @param at ISO text of now */
  async apply(tx: Tx, writes: MeetingWrites, today: string, at: string, step: (done: number) => void): Promise<void> {
    let done = 0;
    const next = (): void => step((done += 1));
    for (const { id, version, endsBefore, was } of writes.ended) {
      const row = await this.cadences.forUpdate(tx, id);
      const event = writes.created.some(({ follows }) => follows?.id === id) ? 'cadence.split' : 'cadence.ended';
      const lastOn = row ? lastDayOf({ rule: row.rule, startsAt: row.starts_at, endsBefore }) : null;
      const saved = await this.writes.update(tx, { id, version }, { ends_before: endsBefore, last_on: lastOn }, at);
      await this.tell(tx, id, event, saved, [{ field: 'endsBefore', from: was, to: endsBefore }]);
      next();
    }
    for (const meeting of writes.created) {
      await this.create(tx, meeting, at);
      next();
    }
    for (const { id, version, fields, endsBefore, changes } of writes.changed) {
      const { name, place, agenda, rule, startsAt, timeZone, minutes } = fields;
      const lastOn = lastDayOf({ rule, startsAt, endsBefore });
      const columns = { name, place, agenda, rule, starts_at: startsAt, time_zone: timeZone, minutes };
      const all = { ...columns, ends_before: endsBefore, last_on: lastOn };
      await this.tell(tx, id, 'cadence.edited', await this.writes.update(tx, { id, version }, all, at), changes);
      next();
    }
    const fresh = new Set(writes.created.map(({ id }) => id));
    for (const { meetingId, date } of writes.dates) {
      await this.date(tx, meetingId, date, at, !fresh.has(meetingId) && date.originalStart >= today);
      next();
    }
  }

  private async create(tx: Tx, meeting: NewMeeting, at: string): Promise<void> {
    const { id, scope, roles, follows, rule, startsAt, timeZone, name, place, agenda, minutes } = meeting;
    await this.writes.insert(tx, {
      id,
      name,
      place,
      agenda,
      minutes,
      rule,
      kind: 'OWN',
      scope_kind: scope.kind,
      scope_id: scope.id,
      chapter_id: null,
      community_id: null,
      starts_at: startsAt,
      time_zone: timeZone,
      facilitation: 'NONE',
      facilitator_id: null,
      roles,
      person_ids: [],
      ends_before: null,
      last_on: lastDayOf({ rule, startsAt, endsBefore: null }),
      follows_id: follows?.id ?? null,
      root_id: follows?.rootId ?? id,
      created_by: tx.scope.actorId ?? null,
      created_at: at,
    });
    await this.tell(tx, id, 'cadence.created', 1, [{ field: 'name', from: null, to: name }]);
  }

  /** @param isNews whether people who are invited have it in their calendars already */
  private async date(tx: Tx, cadenceId: string, date: MeetingDate, at: string, isNews: boolean): Promise<void> {
    const { originalStart, state, movedTo, minutes, name, place, agenda } = date;
    const row = await this.occurrences.opened(tx, { cadenceId, originalStart }, at);
    const reason = state === 'CANCELLED' ? CALLED_OFF : '';
    const columns = { state, moved_to: movedTo, minutes, name, place, agenda, reason };
    const version = await this.occurrences.update(tx, row.id, columns, at);
    const before = row.moved_to ?? originalStart;
    const isMoved = (movedTo ?? originalStart) !== before;
    await this.events.append(tx, {
      name: isNews ? eventOf(date, row, isMoved) : 'occurrence.edited',
      subjectType: 'Occurrence',
      subjectId: row.id,
      subjectVersion: version,
      payload: {
        cadenceId,
        originalStart,
        ...(isMoved && { before, to: movedTo ?? originalStart }),
        changes: [
          ...(isMoved ? [{ field: 'startsAt', from: before, to: movedTo ?? originalStart }] : []),
          ...(state === row.state ? [] : [{ field: 'state', from: row.state.toLowerCase(), to: state.toLowerCase() }]),
        ],
        ...(reason !== '' && { note: reason }),
      },
    });
  }

  /** @throws when somebody changed it since it was planned: nothing of the import stays */
  private async tell(
    tx: Tx,
    id: string,
    name: CadenceEvent,
    version: number | undefined,
    changes: readonly FieldChange[],
  ): Promise<void> {
    if (version === undefined) throw new Error('A meeting was changed while it was imported.');
    const payload = { changes: changes.filter(({ from, to }) => from !== to) };
    await this.events.append(tx, { name, subjectType: 'Cadence', subjectId: id, subjectVersion: version, payload });
  }
}

function presentOf(row: CadenceRow, dates: readonly OccurrenceRow[]): PresentMeeting {
  const { id, version, name, place, agenda, rule, minutes } = row;
  return {
    id,
    version,
    name,
    place,
    agenda,
    rule,
    minutes,
    startsAt: row.starts_at,
    timeZone: row.time_zone,
    endsBefore: row.ends_before,
    rootId: row.root_id,
    isSplit: row.followed_by_id !== null,
    hasRota: row.facilitation === 'ROTA',
    dates: dates.map(ownOf),
  };
}

function eventOf({ state }: MeetingDate, row: OccurrenceRow, isMoved: boolean): OccurrenceEvent {
  if (state === 'CANCELLED') return row.state === 'CANCELLED' ? 'occurrence.edited' : 'occurrence.cancelled';
  if (state === 'SKIPPED') return 'occurrence.skipped';
  if (row.state !== 'PLANNED') return 'occurrence.restored';
  return isMoved ? 'occurrence.moved' : 'occurrence.edited';
}
