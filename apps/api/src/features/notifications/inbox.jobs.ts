import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import { Jobs } from '../../platform/jobs/jobs.js';

/** What was read is kept so long; what is unread stays. */
const KEEP_READ_DAYS = 90;
const DAILY = '41 3 * * *';
/** Of one transaction: short enough for the statement's time limit. */
const BATCH = 2000;

/** Deletes old read entries; deleting twice deletes nothing more. */
@Injectable()
export class InboxJobs implements OnModuleInit {
  constructor(
    @Inject(Jobs) private readonly jobs: Jobs,
    @Inject(Database) private readonly database: Database,
  ) {}

  onModuleInit(): void {
    this.jobs.register(
      'notifications.sweep-inbox',
      async (_payload, { scope, signal }) => {
        while (!signal.aborted) {
          const swept = await this.database.transaction(scope, (tx) =>
            tx.run(
              `delete from inbox_entries where organization_id = $1 and id in (
                 select id from inbox_entries where organization_id = $1 and read_at is not null
                    and at < now() - make_interval(days => $2) limit $3)`,
              [tx.organizationId, KEEP_READ_DAYS, BATCH],
            ),
          );
          if (swept < BATCH) return;
        }
      },
      { cron: DAILY },
    );
  }
}
