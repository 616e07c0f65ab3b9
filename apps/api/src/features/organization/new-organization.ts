import type { Holiday } from '@chapterhouse/domain/organization/holidays';
import { refuseOrganization } from '@chapterhouse/domain/organization/organization-refusals';
import { Inject, Injectable } from '@nestjs/common';
import { Doorways } from '../../platform/auth/doorways.js';
import { violatedConstraint } from '../../platform/database/constraint.js';
import { Database } from '../../platform/database/database.js';
import { newId } from '../../platform/database/new-id.js';
import type { Tx } from '../../platform/database/tx.js';
import { EventLog } from '../../platform/events/event-log.js';
import { Reactions } from '../../platform/events/reactions.js';

export interface NewOrganizationFacts {
  name: string;
  slug: string;
  /** IANA name, checked. */
  timeZone: string;
  demo?: boolean;
  /** By date, each date once. */
  holidays?: readonly Holiday[];
}

/** Something that every organization has from its first moment, such as its escalation ladder. */
export type OrganizationEquipment = (tx: Tx) => Promise<void>;

/** Creates organizations; features that need rows of their own in each register them here. */
@Injectable()
export class NewOrganization {
  private readonly equipment: OrganizationEquipment[] = [];

  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(Doorways) private readonly doorways: Doorways,
    @Inject(EventLog) private readonly events: EventLog,
    @Inject(Reactions) private readonly reactions: Reactions,
  ) {}

  equip(equipment: OrganizationEquipment): void {
    this.equipment.push(equipment);
  }

  /**
   * Creates the organization and runs `furnish` in the same transaction.
   * @param prepare runs there too, before anything is written: to make room for it
   * @throws NAME_TAKEN when the slug is in use
   */
  async create<T>(
    facts: NewOrganizationFacts,
    furnish: (tx: Tx) => Promise<T>,
    prepare?: (tx: Tx) => Promise<void>,
  ): Promise<T> {
    const organizationId = newId();
    const holidays = facts.holidays ?? [];
    try {
      return await this.database.transaction({ organizationId, cause: 'set-up' }, async (tx) => {
        await prepare?.(tx);
        await tx.run(
          `insert into organizations (organization_id, slug, name, time_zone, demo, holidays, holiday_names)
           values ($1, $2, $3, $4, $5, $6::date[], $7)`,
          [
            organizationId,
            facts.slug,
            facts.name,
            facts.timeZone,
            facts.demo ?? false,
            holidays.map(({ date }) => date),
            JSON.stringify(Object.fromEntries(holidays.map(({ date, name }) => [date, name]))),
          ],
        );
        await this.doorways.open(tx, 'slug', facts.slug);
        if (facts.demo) await this.doorways.open(tx, 'demo', facts.slug);
        await this.reactions.begin(tx);
        for (const equip of this.equipment) await equip(tx);
        await this.events.append(tx, {
          name: 'organization.created',
          subjectType: 'Organization',
          subjectId: organizationId,
          subjectVersion: 1,
          payload: { changes: [{ field: 'name', from: null, to: facts.name }] },
        });
        return furnish(tx);
      });
    } catch (error) {
      if (violatedConstraint(error) === 'doorways_one_slug')
        throw refuseOrganization('NAME_TAKEN', { name: facts.slug });
      throw error;
    }
  }
}
