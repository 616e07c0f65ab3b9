import { closesByItselfAt } from '@chapterhouse/domain/impediments/confirmation-time';
import { IMPEDIMENT_STATE_TITLES } from '@chapterhouse/domain/impediments/impediment-state';
import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { Clock } from '../../platform/clock.js';
import { Database } from '../../platform/database/database.js';
import { EventLog } from '../../platform/events/event-log.js';
import { Jobs } from '../../platform/jobs/jobs.js';
import { MendClocks } from './clocks/mend-clocks.js';
import { WakeClocks } from './clocks/wake-clocks.js';
import { ImpedimentLevels } from './impediment-levels.js';
import { IS_OPEN } from './impediment-row.js';
import { ImpedimentUndosRepository } from './impediment-undos.repository.js';

const CAUSE = 'job:close-confirmed-by-time';
const HOURLY = '5 * * * *';
/** Working hours are promised to the minute, not to the second. */
const EVERY_MINUTE = '* * * * *';
/** Of one transaction: short enough for the statement's time limit and for those who wait behind it. */
const BATCH = 500;

@Injectable()
export class ImpedimentJobs implements OnModuleInit {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(EventLog) private readonly events: EventLog,
    @Inject(ImpedimentLevels) private readonly levels: ImpedimentLevels,
    @Inject(Jobs) private readonly jobs: Jobs,
    @Inject(Clock) private readonly clock: Clock,
    @Inject(ImpedimentUndosRepository) private readonly undos: ImpedimentUndosRepository,
    @Inject(WakeClocks) private readonly clocks: WakeClocks,
    @Inject(MendClocks) private readonly mending: MendClocks,
  ) {}

  onModuleInit(): void {
    this.jobs.register(
      'impediments.close-confirmed-by-time',
      async ({ organizationId }) => {
        await this.closeConfirmedByTime(organizationId, this.clock.now());
      },
      { cron: HOURLY },
    );
    this.jobs.register(
      'impediments.wake-clocks',
      async ({ organizationId }, { signal }) => {
        await this.clocks.wake(organizationId, this.clock.now(), () => signal.aborted);
      },
      { cron: EVERY_MINUTE },
    );
    this.jobs.register(
      'impediments.mend-clocks',
      async ({ organizationId }) => {
        await this.mending.mend(organizationId);
      },
      { cron: HOURLY },
    );
    this.jobs.register(
      'impediments.sweep-undos',
      async ({ organizationId }) => {
        await this.database.transaction({ organizationId, cause: 'job:sweep-undos' }, (tx) => this.undos.sweep(tx));
      },
      { cron: HOURLY },
    );
  }

  /**
   * Closes what was resolved five working days ago or longer, by the organization's calendar, and nobody confirmed.
   * May run at any time, twice, and on two workers at once: whatever is locked or moved meanwhile is left alone.
   * @returns how many were closed
   */
  async closeConfirmedByTime(organizationId: string, now: Date): Promise<number> {
    let closed = 0;
    for (;;) {
      const some = await this.closeSome(organizationId, now);
      closed += some;
      if (some < BATCH) return closed;
    }
  }

  private closeSome(organizationId: string, now: Date): Promise<number> {
    return this.database.transaction({ organizationId, cause: CAUSE }, async (tx) => {
      const resolved = await tx.query<{ id: string; version: number; resolved_at: string }>(
        `select id, version, resolved_at from impediments i
          where i.organization_id = $1 and ${IS_OPEN} and i.state = 'RESOLVED' and i.resolved_at <= $2
          order by i.resolved_at limit ${BATCH} for no key update skip locked`,
        [organizationId, now.toISOString()],
      );
      if (resolved.length === 0) return 0;
      const { calendar } = await this.levels.ladder(tx);
      const due = resolved.filter((row) => closesByItselfAt(new Date(row.resolved_at), calendar) <= now);
      const closed = await tx.query<{ id: string; version: number }>(
        `update impediments set state = 'CLOSED', closed_at = $3, updated_at = greatest(updated_at, $3), version = version + 1
          where organization_id = $1 and id = any($2::uuid[]) and state = 'RESOLVED' returning id, version`,
        [organizationId, due.map((row) => row.id), now.toISOString()],
      );
      const changes = [{ field: 'state', from: IMPEDIMENT_STATE_TITLES.RESOLVED, to: IMPEDIMENT_STATE_TITLES.CLOSED }];
      await this.events.append(
        tx,
        ...closed.map(({ id, version }) => ({
          name: 'impediment.closed',
          subjectType: 'Impediment',
          subjectId: id,
          subjectVersion: version,
          payload: { changes, note: 'Nobody objected for five working days.' },
        })),
      );
      return closed.length;
    });
  }
}
