import { Inject, Module, type OnModuleInit } from '@nestjs/common';
import { EventLog } from '../../src/platform/events/event-log.js';
import { Reactions } from '../../src/platform/events/reactions.js';

/** How the reaction is to behave at an event; in its note. */
export type Conduct = 'react' | 'halt before the effect' | 'halt after the effect' | 'throw' | 'fail in the database';

/** A reaction as features write them: to each `probe.happened` one `probe.followed`, however often somebody is killed. */
class ProbeReaction implements OnModuleInit {
  constructor(
    @Inject(Reactions) private readonly reactions: Reactions,
    @Inject(EventLog) private readonly events: EventLog,
  ) {}

  onModuleInit(): void {
    this.reactions.register<string>({
      name: 'probe.follow',
      events: ['probe.happened'],
      react: async (tx, { subjectId, payload }) => {
        const here = process.env['PROBE_HALTS'] === 'yes';
        if (payload.note === 'throw') throw new Error('The probe throws.');
        if (payload.note === 'fail in the database') await tx.run('select 1 / 0');
        if (here && payload.note === 'halt before the effect') await standStill('before');
        await this.events.append(tx, {
          name: 'probe.followed',
          subjectType: 'Probe',
          subjectId,
          subjectVersion: 1,
          payload: {},
        });
        if (here && payload.note === 'halt after the effect') await standStill('after');
        return subjectId;
      },
      conclude: (tx, effects) =>
        this.events.append(tx, {
          name: 'probe.concluded',
          subjectType: 'Probe',
          subjectId: tx.organizationId,
          subjectVersion: 1,
          payload: { note: String(effects.length) },
        }),
    });
  }
}

@Module({ providers: [ProbeReaction] })
export class ProbeReactionModule {}

function standStill(where: string): Promise<never> {
  process.stdout.write(`${where}\n`);
  return new Promise(() => undefined);
}
