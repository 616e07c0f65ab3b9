import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { Clock } from '../../../platform/clock.js';
import { Jobs } from '../../../platform/jobs/jobs.js';
import { ReviewReminders } from './review-reminders.js';

/** Days are promised to the hour. */
const HOURLY = '23 * * * *';

@Injectable()
export class ReviewDueJobs implements OnModuleInit {
  constructor(
    @Inject(Jobs) private readonly jobs: Jobs,
    @Inject(Clock) private readonly clock: Clock,
    @Inject(ReviewReminders) private readonly reminders: ReviewReminders,
  ) {}

  onModuleInit(): void {
    this.jobs.register(
      'communities.review-dates',
      async ({ organizationId }, { signal }) => {
        await this.reminders.remind(organizationId, this.clock.now(), () => signal.aborted);
      },
      { cron: HOURLY },
    );
  }
}
