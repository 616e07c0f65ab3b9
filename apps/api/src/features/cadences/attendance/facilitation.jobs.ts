import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { Clock } from '../../../platform/clock.js';
import { Jobs } from '../../../platform/jobs/jobs.js';
import { FacilitationReminders } from './facilitation-reminders.js';

const EVERY_QUARTER = '*/15 * * * *';

@Injectable()
export class FacilitationJobs implements OnModuleInit {
  constructor(
    @Inject(Jobs) private readonly jobs: Jobs,
    @Inject(Clock) private readonly clock: Clock,
    @Inject(FacilitationReminders) private readonly reminders: FacilitationReminders,
  ) {}

  onModuleInit(): void {
    this.jobs.register(
      'cadences.near-facilitation',
      async ({ organizationId }, { signal }) => {
        await this.reminders.near(organizationId, this.clock.now(), () => signal.aborted);
      },
      { cron: EVERY_QUARTER },
    );
  }
}
