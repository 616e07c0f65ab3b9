import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { Clock } from '../../../platform/clock.js';
import { Jobs } from '../../../platform/jobs/jobs.js';
import { DependencyReminders } from './dependency-reminders.js';

/** Working hours are promised to the minute. */
const EVERY_MINUTE = '* * * * *';

@Injectable()
export class DependencyJobs implements OnModuleInit {
  constructor(
    @Inject(Jobs) private readonly jobs: Jobs,
    @Inject(Clock) private readonly clock: Clock,
    @Inject(DependencyReminders) private readonly reminders: DependencyReminders,
  ) {}

  onModuleInit(): void {
    this.jobs.register(
      'priorities.due-answers',
      async ({ organizationId }, { signal }) => {
        await this.reminders.dueAnswers(organizationId, this.clock.now(), () => signal.aborted);
      },
      { cron: EVERY_MINUTE },
    );
  }
}
