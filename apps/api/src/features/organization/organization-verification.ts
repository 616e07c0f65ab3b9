import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { disagreements, type Witnessed } from '../../platform/events/rows-and-events.js';
import { Verifications } from '../../platform/events/verifications.js';

const WITNESSED: [Witnessed, string][] = [
  ['products', 'Product'],
  ['areas', 'Area'],
  ['teams', 'Team'],
  ['people', 'Person'],
  ['role_assignments', 'RoleAssignment'],
  ['absences', 'Absence'],
];

/** What `verify` checks of this feature: every row agrees with its events. */
@Injectable()
export class OrganizationVerification implements OnModuleInit {
  constructor(@Inject(Verifications) private readonly verifications: Verifications) {}

  onModuleInit(): void {
    for (const [table, subjectType] of WITNESSED) {
      const name = `${table.replace('_', ' ')} agree with their events`;
      this.verifications.register(name, (tx) => disagreements(tx, table, subjectType));
    }
  }
}
