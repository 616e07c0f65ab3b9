import { plannedDayProblems } from '@chapterhouse/domain/priorities/dependency-fields';
import { DEPENDENCY_STATE_TITLES, nextDependencyState } from '@chapterhouse/domain/priorities/dependency-state';
import { mayEditItem } from '@chapterhouse/domain/priorities/priorities-policy';
import { refusePlatform } from '@chapterhouse/domain/refusal';
import { Inject, Injectable } from '@nestjs/common';
import { excerpt, typedText } from '../../../platform/graphql/typed-text.js';
import { AnswerClock, NO_CLOCK } from './answer-clock.js';
import type { Dependency } from './dependencies.graphql.js';
import { DependencyEndsRead } from './dependency-ends.js';
import type { DependencyRow, DependentItemRow } from './dependency-row.js';
import { type DependencyCall, DependencyTransaction, type OpenedDependency } from './dependency-transaction.js';
import { refuseDependencyProblems, refuseEnded, refuseField, unlessRefused } from './refuse-dependency.js';

/** What the providing side answers. Days YYYY-MM-DD. */
@Injectable()
export class AnswerDependency {
  constructor(
    @Inject(DependencyTransaction) private readonly transaction: DependencyTransaction,
    @Inject(DependencyEndsRead) private readonly ends: DependencyEndsRead,
    @Inject(AnswerClock) private readonly clock: AnswerClock,
  ) {}

  /** @param given `providerId` names the item that delivers it @throws as `DependencyTransaction`, DEPENDENCY_CYCLE, DEPENDENCY_ITEM_ENDED */
  commit(
    call: DependencyCall,
    given: { promisedFor: string; providerId: string | null; words: string | null },
  ): Promise<Dependency> {
    return this.transaction.change(call, 'dependency:commit', async (opened) => {
      const { row, viewer, save } = opened;
      const state = unlessRefused(nextDependencyState(row.state, 'dependency:commit'));
      const { promisedFor } = given;
      const remark = typedText(given.words ?? '');
      refuseDependencyProblems(
        { promisedFor, remark },
        ...plannedDayProblems('promisedFor', promisedFor, viewer.today),
      );
      const provider = await this.named(opened, given.providerId);
      refuseEnded({ consumer: row.consumer, provider: provider ?? row.provider });
      const version = await save(
        {
          state,
          promised_for: promisedFor,
          proposed_for: null,
          ...NO_CLOCK,
          ...(provider && { provider_id: provider.id }),
        },
        { state, date: promisedFor, words: remark },
      );
      return {
        event: 'dependency.committed',
        version,
        changes: [
          stateChange(row, state),
          { field: 'promisedFor', from: row.promised_for, to: promisedFor },
          ...(provider ? [{ field: 'provider', from: row.provider?.key ?? row.provider_name, to: provider.key }] : []),
        ],
        ...noted(remark),
      };
    });
  }

  /** @throws as `DependencyTransaction`, DEPENDENCY_ITEM_ENDED */
  counter(call: DependencyCall, given: { proposedFor: string; words: string }): Promise<Dependency> {
    return this.transaction.change(call, 'dependency:counter', async ({ tx, row, viewer, save }) => {
      const state = unlessRefused(nextDependencyState(row.state, 'dependency:counter'));
      refuseEnded(row);
      const { proposedFor } = given;
      const words = typedText(given.words);
      refuseDependencyProblems(
        { proposedFor, reason: words },
        ...plannedDayProblems('proposedFor', proposedFor, viewer.today),
      );
      const version = await save(
        { state, promised_for: null, proposed_for: proposedFor, ...(await this.clock.from(tx, viewer.now)) },
        { state, date: proposedFor, words },
      );
      return {
        event: 'dependency.countered',
        version,
        changes: [stateChange(row, state), { field: 'proposedFor', from: row.proposed_for, to: proposedFor }],
        ...noted(words),
      };
    });
  }

  /** @throws as `DependencyTransaction` */
  decline(call: DependencyCall, given: { reason: string }): Promise<Dependency> {
    return this.transaction.change(call, 'dependency:decline', async ({ row, save }) => {
      const state = unlessRefused(nextDependencyState(row.state, 'dependency:decline'));
      const reason = typedText(given.reason);
      refuseDependencyProblems({ reason });
      const version = await save(
        { state, promised_for: null, proposed_for: null, ...NO_CLOCK },
        { state, date: null, words: reason },
      );
      return { event: 'dependency.declined', version, changes: [stateChange(row, state)], ...noted(reason) };
    });
  }

  /** @throws as `DependencyTransaction` */
  deliver(call: DependencyCall, given: { words: string | null }): Promise<Dependency> {
    return this.transaction.change(call, 'dependency:deliver', async ({ row, viewer, save }) => {
      const state = unlessRefused(nextDependencyState(row.state, 'dependency:deliver'));
      const remark = typedText(given.words ?? '');
      refuseDependencyProblems({ remark });
      const version = await save({ state }, { state, date: viewer.today, words: remark });
      return { event: 'dependency.delivered', version, changes: [stateChange(row, state)], ...noted(remark) };
    });
  }

  /** The item that delivers it, where another one than before is named: one that the provider may speak for. */
  private async named({ tx, row, viewer }: OpenedDependency, id: string | null): Promise<DependentItemRow | null> {
    if (id === null || id === row.provider?.id) return null;
    const item = await this.ends.openItem(tx, id, 'providerId');
    const place = { teamId: item.team_id, areaId: item.area_id, productId: item.product_id };
    const isAsked = item.team_id !== null && item.team_id === row.provider_team_id;
    if (!isAsked && !mayEditItem(viewer.actor, { tier: item.tier, ...place })) {
      const reason = `${item.key} is not of the team that is asked; only who may edit it can promise it.`;
      throw refusePlatform('FORBIDDEN', { action: 'dependency:commit', reason });
    }
    if (item.id === row.consumer.id) refuseField('providerId', `${item.key} is what needs it; name another item.`);
    await this.ends.hold(tx, { consumerId: row.consumer.id, providerId: item.id, providerTeamId: null }, row.id);
    return item;
  }
}

export function stateChange(
  row: DependencyRow,
  to: DependencyRow['state'],
): { field: string; from: string; to: string } {
  return { field: 'state', from: DEPENDENCY_STATE_TITLES[row.state], to: DEPENDENCY_STATE_TITLES[to] };
}

/** The words of an event, where there are any. */
export function noted(words: string): { note?: string } {
  const note = excerpt(words);
  return note === null ? {} : { note };
}
