import { Inject, Module, type OnModuleInit } from '@nestjs/common';
import { Database } from '../../src/platform/database/database.js';
import { EventLog } from '../../src/platform/events/event-log.js';
import { Jobs } from '../../src/platform/jobs/jobs.js';

/** Where the job's process is to stand still, to be killed there. */
export type Halt = 'before the effect' | 'after the effect' | 'never';

/** A job as features write them: its effect is one event per subject, however often it runs. */
class EffectJob implements OnModuleInit {
  constructor(
    @Inject(Jobs) private readonly jobs: Jobs,
    @Inject(Database) private readonly database: Database,
    @Inject(EventLog) private readonly events: EventLog,
  ) {}

  onModuleInit(): void {
    this.jobs.register('probe.effect', async ({ subjectId, halt }, { scope }) => {
      const here = process.env['PROBE_HALTS'] === 'yes' ? halt : 'never';
      if (here === 'before the effect') await standStill('before');
      await this.database.transaction(scope, async (tx) => {
        const known = await tx.one('select 1 from events where organization_id = $1 and subject_id = $2', [
          tx.organizationId,
          subjectId,
        ]);
        if (known) return;
        await this.events.append(tx, {
          name: 'probe.effect',
          subjectType: 'Probe',
          subjectId: String(subjectId),
          subjectVersion: 1,
          payload: {},
        });
      });
      if (here === 'after the effect') await standStill('after');
    });
  }
}

@Module({ providers: [EffectJob] })
export class EffectJobModule {}

function standStill(where: string): Promise<never> {
  process.stdout.write(`${where}\n`);
  return new Promise(() => undefined);
}
