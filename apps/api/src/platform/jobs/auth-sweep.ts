import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { RateLimiter } from '../auth/rate-limiter.js';
import { Database } from '../database/database.js';
import { Jobs } from './jobs.js';

const KEEP_SESSIONS_DAYS = 30;
/** A client that has not heard back asks again within minutes. */
const KEEP_KEYS_HOURS = 24;

/** Every hour: what sessions, idempotency keys and limits leave behind. Deleting twice deletes nothing more. */
@Injectable()
export class AuthSweep implements OnModuleInit {
  constructor(
    @Inject(Jobs) private readonly jobs: Jobs,
    @Inject(Database) private readonly database: Database,
    @Inject(RateLimiter) private readonly limits: RateLimiter,
  ) {}

  onModuleInit(): void {
    this.jobs.register(
      'auth.sweep',
      async (_payload, { scope }) => {
        await this.database.transaction(scope, async (tx) => {
          await tx.run(
            'delete from sessions where organization_id = $1 and least(expires_at, revoked_at) < now() - make_interval(days => $2)',
            [tx.organizationId, KEEP_SESSIONS_DAYS],
          );
          await tx.run(
            'delete from idempotency_keys where organization_id = $1 and created_at < now() - make_interval(hours => $2)',
            [tx.organizationId, KEEP_KEYS_HOURS],
          );
        });
        await this.limits.sweep();
      },
      { cron: '17 * * * *' },
    );
  }
}
