import { refuseUnlessLegal } from '@chapterhouse/domain/impediments/impediment-state';
import { Inject, Injectable } from '@nestjs/common';
import { type ImpedimentCall, ImpedimentTransaction, unlessRefused } from '../impediment-transaction.js';
import type { Impediment } from '../impediments.graphql.js';
import { refuseProblems } from '../refuse-problems.js';
import { typedText } from '../../../platform/graphql/typed-text.js';
import { ImpedimentClocks } from './impediment-clocks.js';

/** The clock of the present level stands still, and runs on from where it stood. */
@Injectable()
export class PauseClock {
  constructor(
    @Inject(ImpedimentTransaction) private readonly transaction: ImpedimentTransaction,
    @Inject(ImpedimentClocks) private readonly clocks: ImpedimentClocks,
  ) {}

  /** @throws ILLEGAL_TRANSITION, CLOCK_PAUSED_ALREADY, CLOCK_RAN_OUT; INVALID_INPUT without a reason */
  pause(call: ImpedimentCall, given: string): Promise<Impediment> {
    const reason = typedText(given);
    return this.transaction.change(call, 'impediment:pause-clock', async (opened) => {
      const { row, save } = opened;
      refuseProblems({ reason });
      unlessRefused(refuseUnlessLegal(row.state, 'impediment:pause-clock'));
      const columns = await this.clocks.pauses(opened, reason);
      const version = await save(columns);
      const changes = [{ field: 'clockEndsAt', from: row.clock_ends_at, to: null }];
      return { event: 'impediment.clock-paused', changes, note: reason, version };
    });
  }

  /** @throws ILLEGAL_TRANSITION, CLOCK_RUNS_ALREADY */
  resume(call: ImpedimentCall): Promise<Impediment> {
    return this.transaction.change(call, 'impediment:resume-clock', async (opened) => {
      const { row, save } = opened;
      unlessRefused(refuseUnlessLegal(row.state, 'impediment:resume-clock'));
      const columns = await this.clocks.resumes(opened);
      const version = await save(columns);
      const changes = [{ field: 'clockEndsAt', from: row.clock_ends_at, to: columns.clock_ends_at }];
      return { event: 'impediment.clock-resumed', changes, version };
    });
  }
}
