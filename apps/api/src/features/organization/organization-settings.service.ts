import {
  type Holiday,
  holidayChanges,
  holidayProblems,
  holidaysInOrder,
} from '@chapterhouse/domain/organization/holidays';
import type { FieldProblem } from '@chapterhouse/domain/refusal';
import { Inject, Injectable } from '@nestjs/common';
import { scopeOf, type Viewer } from '../../platform/auth/viewer.js';
import { Database } from '../../platform/database/database.js';
import type { Tx } from '../../platform/database/tx.js';
import { EventLog } from '../../platform/events/event-log.js';
import { idempotently } from '../../platform/graphql/idempotency.js';
import { changesOf, checkInput, demand, demandVersion, found } from './organization-checks.js';
import {
  holidaysOf,
  organizationObject,
  type Organization,
  type OrganizationRow,
  type WorkingCalendarEdited,
} from './organization.graphql.js';
import type { EditOrganizationArgs, EditWorkingCalendarArgs } from './structure.args.js';
import { StructureRepository } from './structure.repository.js';
import { WorkingCalendarChanges } from './working-calendar-changes.js';

/** A zone that the database does not know would shut everybody out: each request asks what day it is there. */
export const UNKNOWN_TIME_ZONE = {
  field: 'timeZone',
  problem: 'Choose a time zone of the list, such as Europe/Berlin.',
};

/** What both edits may name. */
type Settings = Omit<EditOrganizationArgs, 'holidays'>;

/**
 * Name and working time of the organization. Another calendar counts from now on: clocks that run keep the working time
 * that has passed, by the calendar of then, and run the rest by the new one; a clock that has run out stays so. Blocked
 * team-days are always counted by the calendar of today: a holiday of the past that was forgotten costs nothing any more.
 */
@Injectable()
export class OrganizationSettingsService {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(StructureRepository) private readonly repository: StructureRepository,
    @Inject(WorkingCalendarChanges) private readonly calendars: WorkingCalendarChanges,
    @Inject(EventLog) private readonly events: EventLog,
  ) {}

  /** Holidays by date alone: those that stay keep their names. @throws FORBIDDEN, INVALID_INPUT, CONFLICT */
  edit(viewer: Viewer, input: EditOrganizationArgs): Promise<Organization> {
    return this.database.transaction(scopeOf(viewer), (tx) =>
      idempotently(tx, input.idempotencyKey, 'editOrganization', input, async () => {
        const before = await this.opened(tx, viewer);
        const dates = input.holidays ? [...new Set(input.holidays)].sort() : before.holidays;
        const holidays = columnsOf(holidaysOf({ ...before, holidays: dates }));
        const after = { ...settingsAfter(before, input), ...holidays };
        const { organization } = await this.save(tx, viewer, input.version, before, after);
        return organization;
      }),
    );
  }

  /** @throws FORBIDDEN, INVALID_INPUT, CONFLICT */
  editCalendar(viewer: Viewer, input: EditWorkingCalendarArgs): Promise<WorkingCalendarEdited> {
    return this.database.transaction(scopeOf(viewer), (tx) =>
      idempotently(tx, input.idempotencyKey, 'editWorkingCalendar', input, async () => {
        const before = await this.opened(tx, viewer);
        const holidays = input.holidays ?? holidaysOf(before);
        const after = { ...settingsAfter(before, input), ...columnsOf(holidaysInOrder(holidays)) };
        return this.save(tx, viewer, input.version, before, after, holidayProblems(holidays));
      }),
    );
  }

  private async opened(tx: Tx, viewer: Viewer): Promise<OrganizationRow> {
    const row = found(await this.repository.organization(tx, 'for no key update'));
    demand(viewer, 'organization:edit');
    return row;
  }

  private async save(
    tx: Tx,
    viewer: Viewer,
    version: number,
    before: OrganizationRow,
    after: OrganizationRow,
    problemsOfHolidays?: readonly FieldProblem[],
  ): Promise<WorkingCalendarEdited> {
    const settings = {
      name: after.name,
      timeZone: after.time_zone,
      workingDays: after.working_days,
      workingDayStarts: after.working_day_starts,
      workingDayEnds: after.working_day_ends,
    };
    if (problemsOfHolidays) checkInput(settings, ...problemsOfHolidays);
    else checkInput({ ...settings, holidays: after.holidays });
    const moved = after.time_zone !== before.time_zone;
    if (moved && !(await this.repository.knowsTimeZone(tx, after.time_zone))) checkInput({}, UNKNOWN_TIME_ZONE);
    demandVersion(version, before, () => organizationObject(before));
    const changes = [
      ...changesOf({
        name: [before.name, after.name],
        timeZone: [before.time_zone, after.time_zone],
        workingDays: [before.working_days, after.working_days],
        workingDayStarts: [before.working_day_starts, after.working_day_starts],
        workingDayEnds: [before.working_day_ends, after.working_day_ends],
      }),
      ...holidayChanges(holidaysOf(before), holidaysOf(after)),
    ];
    if (changes.length === 0) return { organization: organizationObject(before), movedClocks: 0 };
    await this.repository.updateOrganization(tx, after);
    const saved = { ...after, version: before.version + 1 };
    await this.events.append(tx, {
      name: 'organization.edited',
      subjectType: 'Organization',
      subjectId: before.organization_id,
      subjectVersion: saved.version,
      payload: { changes },
    });
    const movedClocks = await this.calendars.apply(tx, before, after, viewer.now);
    return { organization: organizationObject(saved), movedClocks };
  }
}

function settingsAfter(before: OrganizationRow, input: Settings): OrganizationRow {
  return {
    ...before,
    name: input.name?.trim() ?? before.name,
    time_zone: input.timeZone ?? before.time_zone,
    working_days: input.workingDays ? [...input.workingDays].sort((one, other) => one - other) : before.working_days,
    working_day_starts: input.workingDayStarts ?? before.working_day_starts,
    working_day_ends: input.workingDayEnds ?? before.working_day_ends,
  };
}

/** Names of other dates are forgotten. */
function columnsOf(holidays: readonly Holiday[]): Pick<OrganizationRow, 'holidays' | 'holiday_names'> {
  return {
    holidays: holidays.map(({ date }) => date),
    holiday_names: Object.fromEntries(holidays.map(({ date, name }) => [date, name])),
  };
}
