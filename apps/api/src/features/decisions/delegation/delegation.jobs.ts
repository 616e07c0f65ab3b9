import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { Clock } from '../../../platform/clock.js';
import { Jobs } from '../../../platform/jobs/jobs.js';
import { DecisionReminders } from './decision-reminders.js';

/** Working hours are promised to the minute, days to the hour. */
const EVERY_MINUTE = '* * * * *';
const HOURLY = '11 * * * *';

@Injectable()
export class DelegationJobs implements OnModuleInit {
  constructor(
    @Inject(Jobs) private readonly jobs: Jobs,
    @Inject(Clock) private readonly clock: Clock,
    @Inject(DecisionReminders) private readonly reminders: DecisionReminders,
  ) {}

  onModuleInit(): void {
    this.jobs.register(
      'decisions.overdue-answers',
      async ({ organizationId }, { signal }) => {
        await this.reminders.overdueAnswers(organizationId, this.clock.now(), () => signal.aborted);
      },
      { cron: EVERY_MINUTE },
    );
    this.jobs.register(
      'decisions.ended-vetoes',
      async ({ organizationId }, { signal }) => {
        await this.reminders.endedVetoes(organizationId, this.clock.now(), () => signal.aborted);
      },
      { cron: EVERY_MINUTE },
    );
    this.jobs.register(
      'decisions.due-revisits',
      async ({ organizationId }, { signal }) => {
        await this.reminders.dueRevisits(organizationId, this.clock.now(), () => signal.aborted);
      },
      { cron: HOURLY },
    );
  }
}
