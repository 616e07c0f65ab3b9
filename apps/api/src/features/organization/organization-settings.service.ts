import { Inject, Injectable } from '@nestjs/common';
import { scopeOf, type Viewer } from '../../platform/auth/viewer.js';
import { Database } from '../../platform/database/database.js';
import { EventLog } from '../../platform/events/event-log.js';
import { idempotently } from '../../platform/graphql/idempotency.js';
import { changesOf, checkInput, demand, demandVersion, found } from './organization-checks.js';
import { organizationObject, type Organization, type OrganizationRow } from './organization.graphql.js';
import type { EditOrganizationArgs } from './structure.args.js';
import { StructureRepository } from './structure.repository.js';

/** A zone that the database does not know would shut everybody out: each request asks what day it is there. */
export const UNKNOWN_TIME_ZONE = {
  field: 'timeZone',
  problem: 'Choose a time zone of the list, such as Europe/Berlin.',
};

/** Name and working time of the organization. */
@Injectable()
export class OrganizationSettingsService {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(StructureRepository) private readonly repository: StructureRepository,
    @Inject(EventLog) private readonly events: EventLog,
  ) {}

  /** @throws FORBIDDEN, INVALID_INPUT, CONFLICT */
  edit(viewer: Viewer, input: EditOrganizationArgs): Promise<Organization> {
    return this.database.transaction(scopeOf(viewer), (tx) =>
      idempotently(tx, input.idempotencyKey, 'editOrganization', input, async () => {
        const before = found(await this.repository.organization(tx, 'for no key update'));
        demand(viewer, 'organization:edit');
        const after = settingsAfter(before, input);
        checkInput({
          name: after.name,
          timeZone: after.time_zone,
          workingDays: after.working_days,
          workingDayStarts: after.working_day_starts,
          workingDayEnds: after.working_day_ends,
          holidays: after.holidays,
        });
        const moved = after.time_zone !== before.time_zone;
        if (moved && !(await this.repository.knowsTimeZone(tx, after.time_zone))) checkInput({}, UNKNOWN_TIME_ZONE);
        demandVersion(input.version, before, () => organizationObject(before));
        const changes = changesOf({
          name: [before.name, after.name],
          timeZone: [before.time_zone, after.time_zone],
          workingDays: [before.working_days, after.working_days],
          workingDayStarts: [before.working_day_starts, after.working_day_starts],
          workingDayEnds: [before.working_day_ends, after.working_day_ends],
          holidays: [before.holidays, after.holidays],
        });
        if (changes.length === 0) return organizationObject(before);
        await this.repository.updateOrganization(tx, after);
        const version = before.version + 1;
        await this.events.append(tx, {
          name: 'organization.edited',
          subjectType: 'Organization',
          subjectId: before.organization_id,
          subjectVersion: version,
          payload: { changes },
        });
        return organizationObject({ ...after, version });
      }),
    );
  }
}

function settingsAfter(before: OrganizationRow, input: EditOrganizationArgs): OrganizationRow {
  return {
    ...before,
    name: input.name?.trim() ?? before.name,
    time_zone: input.timeZone ?? before.time_zone,
    working_days: input.workingDays ? [...input.workingDays].sort((one, other) => one - other) : before.working_days,
    working_day_starts: input.workingDayStarts ?? before.working_day_starts,
    working_day_ends: input.workingDayEnds ?? before.working_day_ends,
    holidays: input.holidays ? [...new Set(input.holidays)].sort() : before.holidays,
  };
}
