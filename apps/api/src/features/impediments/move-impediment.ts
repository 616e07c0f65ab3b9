import {
  IMPEDIMENT_STATE_TITLES,
  nextState,
  type ImpedimentState,
  type TransitionAction,
} from '@chapterhouse/domain/impediments/impediment-state';
import { Inject, Injectable } from '@nestjs/common';
import { ImpedimentClocks } from './clocks/impediment-clocks.js';
import { ImpedimentLevels } from './impediment-levels.js';
import type { ImpedimentRow } from './impediment-row.js';
import {
  changesOf,
  ImpedimentTransaction,
  unlessRefused,
  type ImpedimentCall,
  type ImpedimentStep,
} from './impediment-transaction.js';
import { refuseProblems } from './refuse-problems.js';
import { typedText } from '../../platform/graphql/typed-text.js';
import type { Impediment } from './impediments.graphql.js';

/** From one column of the board to another, apart from triage. */
@Injectable()
export class MoveImpediment {
  constructor(
    @Inject(ImpedimentTransaction) private readonly transaction: ImpedimentTransaction,
    @Inject(ImpedimentLevels) private readonly levels: ImpedimentLevels,
    @Inject(ImpedimentClocks) private readonly clocks: ImpedimentClocks,
  ) {}

  /** @throws ILLEGAL_TRANSITION and what every change is refused with */
  start(call: ImpedimentCall): Promise<Impediment> {
    return this.transaction.change(call, 'impediment:start', async ({ row, at, save }) => {
      const state = stateAfter(row, 'impediment:start');
      const version = await save({ state, started_at: at });
      return { event: 'impediment.started', changes: [stateChange(row, state)], version };
    });
  }

  /** @throws ILLEGAL_TRANSITION; INVALID_INPUT when it does not say what removed the impediment */
  resolve(call: ImpedimentCall, given: string): Promise<Impediment> {
    const resolution = typedText(given);
    return this.transaction.change(call, 'impediment:resolve', async (opened) => {
      const { row, at, save } = opened;
      refuseProblems({ resolution });
      const state = stateAfter(row, 'impediment:resolve');
      const { columns, former } = await this.clocks.ends(opened);
      const version = await save({ state, resolution, resolved_at: at, ...columns });
      const changes = changesOf(stateChange(row, state), { field: 'resolution', from: null, to: resolution });
      return { event: 'impediment.resolved', changes, version, alsoUndo: { stay: former } };
    });
  }

  /** The raising team confirms that it is gone. @throws ILLEGAL_TRANSITION */
  close(call: ImpedimentCall): Promise<Impediment> {
    return this.transaction.change(call, 'impediment:close', async ({ row, at, save }) => {
      const state = stateAfter(row, 'impediment:close');
      const version = await save({ state, closed_at: at });
      return { event: 'impediment.closed', changes: [stateChange(row, state)], version };
    });
  }

  /** @throws ILLEGAL_TRANSITION; INVALID_INPUT without a reason */
  decline(call: ImpedimentCall, given: string): Promise<Impediment> {
    return this.transaction.change(call, 'impediment:decline', this.declineStep(given));
  }

  declineStep(given: string): ImpedimentStep {
    const reason = typedText(given);
    return async (opened) => {
      const { row, save } = opened;
      refuseProblems({ reason });
      const state = stateAfter(row, 'impediment:decline');
      const { columns, former } = await this.clocks.ends(opened);
      const version = await save({ state, decline_reason: reason, ...columns });
      const [changes, alsoUndo] = [[stateChange(row, state)], { stay: former }];
      return { event: 'impediment.declined', changes, note: reason, version, alsoUndo };
    };
  }

  /** It was not gone after all: what ended it is taken back, and its level's clock starts anew. @throws ILLEGAL_TRANSITION */
  reopen(call: ImpedimentCall, given: string): Promise<Impediment> {
    const reason = typedText(given);
    const step: ImpedimentStep = async (opened) => {
      const { tx, row, save } = opened;
      refuseProblems({ reason });
      const state = stateAfter(row, 'impediment:reopen');
      const ladder = await this.levels.ladder(tx);
      const { columns, former } = await this.clocks.comesTo(opened, row.level, ladder);
      const version = await save({
        state,
        ...columns,
        started_at: null,
        resolution: '',
        resolved_at: null,
        closed_at: null,
        decline_reason: '',
        reopened_count: row.reopened_count + 1,
      });
      const [changes, alsoUndo] = [[stateChange(row, state)], { stay: former }];
      return { event: 'impediment.reopened', changes, note: reason, version, alsoUndo };
    };
    return this.transaction.change(call, 'impediment:reopen', step, async (tx) => {
      await this.levels.held(tx);
    });
  }
}

/** Where the action leads from here. @throws ILLEGAL_TRANSITION */
export function stateAfter(row: ImpedimentRow, action: TransitionAction): ImpedimentState {
  return unlessRefused(
    nextState(row.state, action, { ownerId: row.owner_id, severity: row.severity, level: row.level }),
  );
}

export function stateChange(row: ImpedimentRow, to: ImpedimentState): { field: string; from: string; to: string } {
  return { field: 'state', from: IMPEDIMENT_STATE_TITLES[row.state], to: IMPEDIMENT_STATE_TITLES[to] };
}
