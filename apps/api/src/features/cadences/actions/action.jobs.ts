import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { Clock } from '../../../platform/clock.js';
import { Jobs } from '../../../platform/jobs/jobs.js';
import { ActionReminders } from './action-reminders.js';

/** Days begin at other hours in other zones. */
const HOURLY = '13 * * * *';

@Injectable()
export class ActionJobs implements OnModuleInit {
  constructor(
    @Inject(Jobs) private readonly jobs: Jobs,
    @Inject(Clock) private readonly clock: Clock,
    @Inject(ActionReminders) private readonly reminders: ActionReminders,
  ) {}

  onModuleInit(): void {
    this.jobs.register(
      'cadences.due-actions',
      async ({ organizationId }, { signal }) => {
        await this.reminders.due(organizationId, this.clock.now(), () => signal.aborted);
      },
      { cron: HOURLY },
    );
  }
}
