import type { ActionEvent } from '@chapterhouse/domain/cadences/action-events';
import type { ActionState } from '@chapterhouse/domain/cadences/action-state';
import type { CadenceKind } from '@chapterhouse/domain/cadences/cadence-kinds';
import { startBefore } from '@chapterhouse/domain/cadences/recurrence';
import { checkedRecurrence } from '@chapterhouse/domain/cadences/series-checks';
import { type LocalDateTime, momentOf, startOfDay } from '@chapterhouse/domain/cadences/wall-clock';
import type { RotaPurpose } from '@chapterhouse/domain/cadences/rota';
import { sizeFor } from '@chapterhouse/domain/cadences/rota-fields';
import type { Role, ScopeKind } from '@chapterhouse/domain/organization/role';
import { Inject, Injectable } from '@nestjs/common';
import { newId } from '../../platform/database/new-id.js';
import type { Tx } from '../../platform/database/tx.js';
import { EventLog, type NewEvent } from '../../platform/events/event-log.js';
import { ActionWrites } from './actions/action-writes.js';
import { AttendanceRepository } from './attendance/attendance.repository.js';
import { CadenceWrites } from './cadence-writes.js';
import { CadencesRepository } from './cadences.repository.js';
import type { OccurrenceRef } from './occurrence-id.js';
import { OccurrencesRepository } from './occurrences.repository.js';
import { KeepTurns } from './rotas/keep-turns.js';
import { RotaWrites } from './rotas/rota-writes.js';
import { RotasRepository } from './rotas/rotas.repository.js';

/** A series that has been going on for a while. Ids are the database's, days YYYY-MM-DD. */
export interface HistoricMeeting {
  kind: CadenceKind;
  name: string;
  scopeKind: ScopeKind;
  scopeId: string;
  /** Of a chapter's own. */
  chapterId?: string;
  /** Of a community's own. */
  communityId?: string;
  rule: string;
  startsAt: LocalDateTime;
  timeZone: string;
  minutes: number;
  place: string;
  agenda: string;
  roles: readonly Role[];
  /** Who take turns to facilitate; without any nobody does. */
  rotaPersonIds: readonly string[];
  createdById: string;
}

export interface HistoricRota {
  purpose: Exclude<RotaPurpose, 'FACILITATION'>;
  name: string;
  teamId: string;
  rule: string;
  startsOn: string;
  size: number;
  personIds: readonly string[];
  createdById: string;
}

/** A promise of a meeting: written down on its date, and how it ended, if it did. */
export interface HistoricAction {
  title: string;
  ownerId: string;
  byId: string;
  dueOn: string;
  state: ActionState;
  result: string;
  ref: OccurrenceRef | null;
  teamId: string | null;
  chapterId?: string;
  /** ISO text. */
  addedAt: string;
  endedAt: string | null;
}

/** A note of a date. */
export interface HistoricNote {
  ref: OccurrenceRef;
  text: string;
  byId: string;
  attendedIds: readonly string[];
  missedIds: readonly string[];
}

/** Meetings of the past, with the dates and people of then. Who may is not asked: the demo says so itself. */
@Injectable()
export class MeetingHistory {
  constructor(
    @Inject(EventLog) private readonly events: EventLog,
    @Inject(CadenceWrites) private readonly cadenceWrites: CadenceWrites,
    @Inject(CadencesRepository) private readonly cadences: CadencesRepository,
    @Inject(OccurrencesRepository) private readonly dates: OccurrencesRepository,
    @Inject(RotaWrites) private readonly rotaWrites: RotaWrites,
    @Inject(RotasRepository) private readonly rotas: RotasRepository,
    @Inject(KeepTurns) private readonly keep: KeepTurns,
    @Inject(ActionWrites) private readonly actionWrites: ActionWrites,
    @Inject(AttendanceRepository) private readonly attendance: AttendanceRepository,
  ) {}

  /** @returns the database's ids, in the order given */
  async meetings(tx: Tx, meetings: readonly HistoricMeeting[]): Promise<string[]> {
    const ids: string[] = [];
    for (const meeting of meetings) ids.push(await this.meeting(tx, meeting));
    return ids;
  }

  async rotasOfTeams(tx: Tx, rotas: readonly HistoricRota[]): Promise<void> {
    for (const { personIds, createdById, size, ...rota } of rotas) {
      const at = `${rota.startsOn}T09:00:00.000Z`;
      const members = sizeFor(rota.purpose, size, personIds.length);
      const row = { ...rota, id: newId(), rootId: null, size: members, createdBy: createdById, at };
      await this.begin(tx, row, personIds);
    }
  }

  /** Turns before today are kept as they were. @param today YYYY-MM-DD */
  async keepTurns(tx: Tx, today: string, at: string): Promise<void> {
    await this.keep.of(tx, await this.rotas.listed(tx, null), today, at);
  }

  /** The last date of a series before a day; undefined when it has not begun by then. */
  async lastDate(tx: Tx, cadenceId: string, day: string): Promise<(OccurrenceRef & { at: string }) | undefined> {
    const row = await this.cadences.byId(tx, cadenceId);
    const { rule = null, starts_at: startsAt = '', ends_before: endsBefore = null } = row ?? {};
    const originalStart = row ? startBefore({ rule, startsAt, endsBefore }, startOfDay(day)) : null;
    if (!row || originalStart === null) return undefined;
    return { cadenceId, originalStart, at: new Date(momentOf(originalStart, row.time_zone)).toISOString() };
  }

  /** @returns the database's ids, in the order given */
  async actions(tx: Tx, actions: readonly HistoricAction[], today: string): Promise<string[]> {
    const ids: string[] = [];
    const told: NewEvent[] = [];
    for (const { ref, byId, addedAt, ...action } of actions) {
      const id = newId();
      ids.push(id);
      const { title, ownerId, dueOn, teamId, chapterId = null, state, result, endedAt } = action;
      const promised = { id, title, ownerId, dueOn, ref, teamId, chapterId, impedimentId: null };
      if (ref) await this.dates.opened(tx, ref, addedAt);
      await this.actionWrites.insert(tx, [{ ...promised, createdBy: byId, at: addedAt }]);
      if (ref)
        await this.attendance.add(tx, { ...ref, ...NOTHING, kind: 'ACTION', actionId: id, addedBy: byId, addedAt });
      told.push(happened('action.added', id, 1, addedAt, byId, { changes: [], asked: [ownerId] }));
      // What is over is no news to anybody.
      await tx.run(
        `update action_items set state = $3, result = $4, ended_at = $5, version = $6,
                due_told = case when due_on <= $7 then due_on end, overdue_told = case when due_on < $7 then due_on end
          where organization_id = $1 and id = $2`,
        [tx.organizationId, id, state, result, endedAt, endedAt === null ? 1 : 2, today],
      );
      const event = state === 'DONE' ? 'action.completed' : 'action.dropped';
      if (endedAt !== null) told.push(happened(event, id, 2, endedAt, ownerId, { changes: [], note: result }));
    }
    await this.events.append(tx, ...told);
    return ids;
  }

  /** What was noted on dates, and who came. */
  async notes(tx: Tx, notes: readonly HistoricNote[], at: string): Promise<void> {
    for (const { ref, text, byId, attendedIds, missedIds } of notes) {
      const { cadenceId, originalStart } = ref;
      await this.dates.opened(tx, ref, at);
      const came = [...attendedIds.map((id) => [id, true] as const), ...missedIds.map((id) => [id, false] as const)];
      await this.attendance.attend(tx, ref, new Map(came));
      await this.attendance.add(tx, {
        cadenceId,
        originalStart,
        ...NOTHING,
        kind: 'NOTE',
        text,
        addedBy: byId,
        addedAt: at,
      });
    }
  }

  private async meeting(tx: Tx, meeting: HistoricMeeting): Promise<string> {
    const id = newId();
    const { rotaPersonIds, createdById, scopeKind, scopeId, timeZone, roles, kind, name, minutes, place, agenda } =
      meeting;
    const { recurrence } = checkedRecurrence({ ...meeting, endsBefore: null });
    if (!recurrence) throw new RangeError(`The rule of ${name} gives no date.`);
    const at = `${meeting.startsAt.slice(0, 10)}T08:00:00.000Z`;
    await this.cadenceWrites.insert(tx, {
      id,
      kind,
      name,
      minutes,
      place,
      agenda,
      roles,
      scope_kind: scopeKind,
      scope_id: scopeId,
      chapter_id: meeting.chapterId ?? null,
      community_id: meeting.communityId ?? null,
      rule: recurrence.rule,
      starts_at: recurrence.startsAt,
      time_zone: timeZone,
      facilitation: rotaPersonIds.length === 0 ? 'NONE' : 'ROTA',
      facilitator_id: null,
      person_ids: [],
      ends_before: null,
      last_on: recurrence.lastOn,
      follows_id: null,
      root_id: id,
      created_by: createdById,
      created_at: at,
    });
    const changes = [{ field: 'name', from: null, to: name }];
    await this.events.append(tx, {
      name: 'cadence.created',
      subjectType: 'Cadence',
      subjectId: id,
      subjectVersion: 1,
      payload: { changes },
      at,
      actorId: createdById,
    });
    if (rotaPersonIds.length > 0) {
      const teamId = scopeKind === 'TEAM' ? scopeId : null;
      const startsOn = recurrence.startsAt.slice(0, 10);
      const rota = {
        id: newId(),
        purpose: 'FACILITATION' as const,
        name,
        teamId,
        rootId: id,
        rule: null,
        startsOn,
        size: 1,
      };
      await this.begin(tx, { ...rota, createdBy: createdById, at }, rotaPersonIds);
    }
    return id;
  }

  private async begin(tx: Tx, rota: Parameters<RotaWrites['insert']>[1], personIds: readonly string[]): Promise<void> {
    await this.rotaWrites.insert(tx, rota);
    await this.rotaWrites.setMembers(tx, rota.id, personIds, rota.startsOn);
    await this.events.append(tx, {
      name: 'rota.created',
      subjectType: 'Rota',
      subjectId: rota.id,
      subjectVersion: 1,
      payload: { changes: [] },
      at: rota.at,
      actorId: rota.createdBy,
    });
  }
}

const NOTHING = { text: '', decisionId: null, impedimentId: null, actionId: null };

function happened(
  name: ActionEvent,
  subjectId: string,
  subjectVersion: number,
  at: string,
  actorId: string,
  payload: object,
): NewEvent {
  return { name, subjectType: 'ActionItem', subjectId, subjectVersion, payload, at, actorId };
}
