import { plannedDayProblems } from '@chapterhouse/domain/priorities/dependency-fields';
import {
  editedState,
  nextDependencyState,
  refuseUnlessLegalForDependency,
} from '@chapterhouse/domain/priorities/dependency-state';
import { Inject, Injectable } from '@nestjs/common';
import { excerpt, typedText, typedTextIfGiven } from '../../../platform/graphql/typed-text.js';
import { AnswerClock, NO_CLOCK } from './answer-clock.js';
import { noted, stateChange } from './answer-dependency.js';
import type { Dependency } from './dependencies.graphql.js';
import { DependencyEndsRead } from './dependency-ends.js';
import { type DependencyCall, DependencyTransaction } from './dependency-transaction.js';
import { refuseDependencyProblems, refuseEnded, unlessRefused } from './refuse-dependency.js';

/** What the side that needs it does after it asked. Days YYYY-MM-DD. */
@Injectable()
export class KeepDependency {
  constructor(
    @Inject(DependencyTransaction) private readonly transaction: DependencyTransaction,
    @Inject(DependencyEndsRead) private readonly ends: DependencyEndsRead,
    @Inject(AnswerClock) private readonly clock: AnswerClock,
  ) {}

  /** What was promised for a later day than it is needed by now is asked anew. @throws as `DependencyTransaction`, DEPENDENCY_ITEM_ENDED */
  edit(call: DependencyCall, given: { neededBy: string | null; words: string | null }): Promise<Dependency> {
    return this.transaction.change(call, 'dependency:edit', async ({ tx, row, viewer, save }) => {
      unlessRefused(refuseUnlessLegalForDependency(row.state, 'dependency:edit'));
      refuseEnded(row);
      const neededBy = given.neededBy ?? row.needed_by;
      const words = typedTextIfGiven(given.words) ?? row.words;
      const isOtherDay = neededBy !== row.needed_by;
      refuseDependencyProblems(
        { neededBy, words },
        ...(isOtherDay ? plannedDayProblems('neededBy', neededBy, viewer.today) : []),
      );
      if (!isOtherDay && words === row.words) return undefined;
      const before = { state: row.state, neededBy: row.needed_by, promisedFor: row.promised_for };
      const state = editedState(before, neededBy);
      const isAskedAnew = state !== row.state;
      const version = await save(
        {
          state,
          needed_by: neededBy,
          words,
          ...(isAskedAnew && { promised_for: null, ...(await this.clock.from(tx, viewer.now)) }),
        },
        { state, date: neededBy, words: words === row.words ? '' : words },
      );
      return {
        event: 'dependency.edited',
        version,
        changes: [
          ...(isAskedAnew ? [stateChange(row, state)] : []),
          ...(isOtherDay ? [{ field: 'neededBy', from: row.needed_by, to: neededBy }] : []),
          ...(words === row.words ? [] : [{ field: 'words', from: excerpt(row.words), to: excerpt(words) }]),
        ],
      };
    });
  }

  /** Committed for the day that was proposed. @throws as `DependencyTransaction`, DEPENDENCY_ITEM_ENDED */
  acceptCounter(call: DependencyCall, given: { words: string | null }): Promise<Dependency> {
    return this.transaction.change(call, 'dependency:accept-counter', async ({ row, save }) => {
      const state = unlessRefused(nextDependencyState(row.state, 'dependency:accept-counter'));
      refuseEnded(row);
      const remark = typedText(given.words ?? '');
      refuseDependencyProblems({ remark });
      const day = row.proposed_for;
      const version = await save(
        { state, promised_for: day, proposed_for: null, ...NO_CLOCK },
        { state, date: day, words: remark },
      );
      return {
        event: 'dependency.counter-accepted',
        version,
        changes: [stateChange(row, state), { field: 'promisedFor', from: row.promised_for, to: day }],
        ...noted(remark),
      };
    });
  }

  /** @throws as `DependencyTransaction`, DEPENDENCY_CYCLE, DEPENDENCY_ASKED_ALREADY, DEPENDENCY_ITEM_ENDED */
  askAgain(call: DependencyCall, given: { neededBy: string; words: string }): Promise<Dependency> {
    return this.transaction.change(call, 'dependency:ask-again', async ({ tx, row, viewer, save }) => {
      const state = unlessRefused(nextDependencyState(row.state, 'dependency:ask-again'));
      refuseEnded(row);
      const { neededBy } = given;
      const words = typedText(given.words);
      refuseDependencyProblems({ neededBy, words }, ...plannedDayProblems('neededBy', neededBy, viewer.today));
      const { consumer, provider, asked_team_id: providerTeamId } = row;
      // It stands between them again: others may have closed the circle meanwhile.
      await this.ends.hold(tx, { consumerId: consumer.id, providerId: provider?.id ?? null, providerTeamId }, row.id);
      const version = await save(
        {
          state,
          needed_by: neededBy,
          promised_for: null,
          proposed_for: null,
          ...(await this.clock.from(tx, viewer.now)),
        },
        { state, date: neededBy, words },
      );
      return {
        event: 'dependency.asked-again',
        version,
        changes: [stateChange(row, state), { field: 'neededBy', from: row.needed_by, to: neededBy }],
        ...noted(words),
      };
    });
  }

  /** @throws as `DependencyTransaction` */
  withdraw(call: DependencyCall, given: { reason: string | null }): Promise<Dependency> {
    return this.transaction.change(call, 'dependency:withdraw', async ({ row, save }) => {
      const state = unlessRefused(nextDependencyState(row.state, 'dependency:withdraw'));
      const remark = typedText(given.reason ?? '');
      refuseDependencyProblems({ remark });
      const version = await save({ state, proposed_for: null, ...NO_CLOCK }, { state, date: null, words: remark });
      return { event: 'dependency.withdrawn', version, changes: [stateChange(row, state)], ...noted(remark) };
    });
  }
}
