import { WALK_OWNED_DAYS } from '@chapterhouse/domain/communities/decision-tree-walk';
import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { Clock } from '../../../platform/clock.js';
import { Database } from '../../../platform/database/database.js';
import type { TxScope } from '../../../platform/database/tx.js';
import { Jobs } from '../../../platform/jobs/jobs.js';

const DAILY = '53 3 * * *';
/** Of one transaction: short enough for the statement's time limit. */
const BATCH = 2000;

/** Forgets who walked, a while after they last did; what is counted stays. Forgetting twice forgets nothing more. */
@Injectable()
export class WalkJobs implements OnModuleInit {
  constructor(
    @Inject(Jobs) private readonly jobs: Jobs,
    @Inject(Clock) private readonly clock: Clock,
    @Inject(Database) private readonly database: Database,
  ) {}

  onModuleInit(): void {
    this.jobs.register(
      'communities.forget-walkers',
      async (_payload, { scope, signal }) => {
        await this.forget(scope, this.clock.now(), () => signal.aborted);
      },
      { cron: DAILY },
    );
  }

  /** @returns of how many walks */
  async forget(scope: TxScope, now: Date, isStopping: () => boolean = () => false): Promise<number> {
    let forgotten = 0;
    while (!isStopping()) {
      const batch = await this.database.transaction(scope, (tx) =>
        tx.run(
          `update tree_walks set person_id = null
            where organization_id = $1 and id in (
              select id from tree_walks
               where organization_id = $1 and person_id is not null
                 and touched_at < $2::timestamptz - make_interval(days => $3)
               order by touched_at limit $4 for update skip locked)`,
          [tx.organizationId, now.toISOString(), WALK_OWNED_DAYS, BATCH],
        ),
      );
      forgotten += batch;
      if (batch < BATCH) break;
    }
    return forgotten;
  }
}
