import { localDate } from '@chapterhouse/domain/organization/working-calendar';
import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { Clock } from '../../../platform/clock.js';
import { Database } from '../../../platform/database/database.js';
import { Jobs } from '../../../platform/jobs/jobs.js';
import { WorkingCalendarRead } from '../../organization/public.js';
import { KeepTurns } from './keep-turns.js';
import { RotasRepository } from './rotas.repository.js';

const HOURLY = '7 * * * *';

/** Keeps the turns whose day is over; keeping them twice keeps nothing more. */
@Injectable()
export class RotaJobs implements OnModuleInit {
  constructor(
    @Inject(Jobs) private readonly jobs: Jobs,
    @Inject(Clock) private readonly clock: Clock,
    @Inject(Database) private readonly database: Database,
    @Inject(WorkingCalendarRead) private readonly calendars: WorkingCalendarRead,
    @Inject(RotasRepository) private readonly rotas: RotasRepository,
    @Inject(KeepTurns) private readonly keep: KeepTurns,
  ) {}

  onModuleInit(): void {
    this.jobs.register(
      'cadences.keep-turns',
      async ({ organizationId }, { signal }) => {
        await this.keepAll(organizationId, this.clock.now(), () => signal.aborted);
      },
      { cron: HOURLY },
    );
  }

  /** One rota per transaction. @returns how many turns */
  async keepAll(organizationId: string, now: Date, isStopping: () => boolean = () => false): Promise<number> {
    const scope = { organizationId, cause: 'job:keep-turns' };
    const { today, ids } = await this.database.transaction(scope, async (tx) => {
      const { timeZone } = await this.calendars.of(tx);
      const day = localDate(now, timeZone);
      return { today: day, ids: (await this.rotas.withTurnsToKeep(tx, day)).map(({ id }) => id) };
    });
    let kept = 0;
    for (const id of ids) {
      if (isStopping()) break;
      kept += await this.database.transaction(scope, async (tx) => {
        const row = await this.rotas.forUpdate(tx, id);
        return row ? this.keep.of(tx, [row], today, now.toISOString()) : 0;
      });
    }
    return kept;
  }
}
