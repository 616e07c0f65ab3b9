import type { FieldChange } from '@chapterhouse/domain/event-payload';
import { GOAL_STATE_TITLES, type GoalMeasureFacts, goalProblems } from '@chapterhouse/domain/priorities/goal-fields';
import { refuseUnlessLegalForGoal } from '@chapterhouse/domain/priorities/goal-state';
import type { GoalEvent } from '@chapterhouse/domain/priorities/priorities-events';
import { canOnGoal, type GoalAction } from '@chapterhouse/domain/priorities/priorities-policy';
import { refuseItem } from '@chapterhouse/domain/priorities/priorities-refusals';
import { refusePlatform } from '@chapterhouse/domain/refusal';
import { Inject, Injectable } from '@nestjs/common';
import { scopeOf, type Viewer } from '../../../platform/auth/viewer.js';
import { violatedConstraint } from '../../../platform/database/constraint.js';
import { Database } from '../../../platform/database/database.js';
import { newId } from '../../../platform/database/new-id.js';
import type { Tx } from '../../../platform/database/tx.js';
import { EventLog } from '../../../platform/events/event-log.js';
import { idempotently } from '../../../platform/graphql/idempotency.js';
import { excerpt } from '../../../platform/graphql/typed-text.js';
import { productHere } from '../items/product-here.js';
import { refuseProblems, unlessRefused } from '../items/refuse-item.js';
import type { GoalRow } from './goal-row.js';
import { type GoalColumns, GoalWrites } from './goal-writes.js';
import { goalOf, type ProductGoal } from './goals.graphql.js';
import { GoalsRepository } from './goals.repository.js';

/** Which goal, as it was seen. */
export interface GoalCall {
  viewer: Viewer;
  id: string;
  version: number;
  idempotencyKey: string | null | undefined;
}

/** Undefined stays. */
export interface GivenGoal {
  title?: string | undefined;
  description?: string | undefined;
  measures?: GoalMeasureFacts[] | undefined;
}

interface GoalOutcome {
  event: GoalEvent;
  columns: Partial<GoalColumns>;
  note?: string;
}

/** Setting, editing, activating and ending Product Goals. Ids are the database's. */
@Injectable()
export class ChangeGoal {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(EventLog) private readonly events: EventLog,
    @Inject(GoalsRepository) private readonly goals: GoalsRepository,
    @Inject(GoalWrites) private readonly writes: GoalWrites,
  ) {}

  /** Planned at first. @throws NOT_FOUND for a product of nobody here, FORBIDDEN, INVALID_INPUT */
  create(
    viewer: Viewer,
    productId: string,
    given: GivenGoal & { title: string },
    idempotencyKey: string | null | undefined,
  ): Promise<ProductGoal> {
    return this.database.transaction(scopeOf(viewer), (tx) =>
      idempotently(tx, idempotencyKey, 'goal:create', { productId, ...given }, async () => {
        await productHere(tx, productId);
        permit(viewer, 'goal:create', productId);
        refuseProblems(goalProblems(given));
        const goal = { title: given.title, description: given.description ?? '', measures: given.measures ?? [] };
        const id = newId();
        await this.writes.insert(tx, { ...goal, id, productId, at: viewer.now.toISOString() });
        await this.append(tx, 'goal.created', id, 1, goalChanges(null, goal));
        return this.read(tx, id);
      }),
    );
  }

  /** @throws NOT_FOUND, FORBIDDEN, CONFLICT, GOAL_IN_OTHER_STATE, INVALID_INPUT */
  edit(call: GoalCall, given: GivenGoal): Promise<ProductGoal> {
    return this.change(call, 'goal:edit', given, (row) => {
      refuseProblems(goalProblems(given));
      const wanted = Object.entries(given).filter(([, value]) => value !== undefined);
      const changed = wanted.filter(
        ([field, value]) => JSON.stringify(value) !== JSON.stringify(Reflect.get(row, field)),
      );
      return { event: 'goal.edited', columns: Object.fromEntries(changed) };
    });
  }

  /** @throws as `edit`, and GOAL_ACTIVE_ALREADY while another one is */
  async activate(call: GoalCall): Promise<ProductGoal> {
    const at = call.viewer.now.toISOString();
    try {
      return await this.change(call, 'goal:activate', {}, () => ({
        event: 'goal.activated',
        columns: { state: 'ACTIVE', active_since: at, ended_at: null, ended_words: '' },
      }));
    } catch (error) {
      // The database keeps it one at a time, whoever is quicker.
      if (violatedConstraint(error) !== 'product_goals_one_active') throw error;
      throw refuseItem('GOAL_ACTIVE_ALREADY', { title: await this.activeTitle(call) });
    }
  }

  /** @throws as `edit` */
  end(call: GoalCall, achieved: boolean, words: string): Promise<ProductGoal> {
    const at = call.viewer.now.toISOString();
    return this.change(call, 'goal:end', { achieved, words }, () => {
      refuseProblems(goalProblems({ words }));
      return {
        event: achieved ? 'goal.achieved' : 'goal.abandoned',
        columns: { state: achieved ? 'ACHIEVED' : 'ABANDONED', active_since: null, ended_at: at, ended_words: words },
        note: words,
      };
    });
  }

  private change(
    call: GoalCall,
    action: GoalAction,
    input: object,
    step: (row: GoalRow) => GoalOutcome,
  ): Promise<ProductGoal> {
    const { viewer, id, version, idempotencyKey } = call;
    return this.database.transaction(scopeOf(viewer), (tx) =>
      idempotently(tx, idempotencyKey, action, { id, version, ...input }, async () => {
        const row = await this.goals.forUpdate(tx, id);
        if (!row) throw refusePlatform('NOT_FOUND', {});
        permit(viewer, action, row.product_id);
        if (row.version !== version) throw conflict(row);
        unlessRefused(refuseUnlessLegalForGoal(row.state, action));
        const { event, columns, note } = step(row);
        if (Object.keys(columns).length === 0) return goalOf(row);
        const after = await this.writes.update(tx, row, columns, viewer.now.toISOString());
        if (after === undefined) throw conflict(row);
        await this.append(tx, event, id, after, goalChanges(row, columns), note);
        return this.read(tx, id);
      }),
    );
  }

  private async read(tx: Tx, id: string): Promise<ProductGoal> {
    const row = await this.goals.byId(tx, id);
    if (!row) throw new Error('A goal was written and is not there.');
    return goalOf(row);
  }

  private activeTitle({ viewer, id }: GoalCall): Promise<string> {
    return this.database.transaction(scopeOf(viewer), async (tx) => {
      const row = await this.goals.byId(tx, id);
      return (row && (await this.goals.active(tx, row.product_id))?.title) ?? '';
    });
  }

  private append(
    tx: Tx,
    name: GoalEvent,
    subjectId: string,
    subjectVersion: number,
    changes: FieldChange[],
    note?: string,
  ): Promise<void> {
    const payload = { changes, ...(note !== undefined && { note }) };
    return this.events.append(tx, { name, subjectType: 'ProductGoal', subjectId, subjectVersion, payload });
  }
}

function permit(viewer: Viewer, action: GoalAction, productId: string): void {
  const verdict = canOnGoal(viewer.actor, action, { productId });
  if (!verdict.allowed) throw refusePlatform('FORBIDDEN', { action, reason: verdict.reason });
}

function conflict(row: GoalRow): Error {
  const { productId: _, ...current } = goalOf(row);
  return refusePlatform('CONFLICT', { currentVersion: row.version, current });
}

function goalChanges(before: GoalRow | null, after: Partial<GoalColumns>): FieldChange[] {
  const words = (of: Partial<GoalColumns>): Record<string, string | null> => ({
    ...(of.title !== undefined && { title: of.title }),
    ...(of.description !== undefined && { description: excerpt(of.description) }),
    ...(of.measures !== undefined && { measures: excerpt(of.measures.map(measureWords).join('; ')) }),
    ...(of.state !== undefined && { state: GOAL_STATE_TITLES[of.state] }),
  });
  const was: Record<string, string | null> = before ? words(before) : {};
  return Object.entries(words(after)).flatMap(([field, to]) => {
    const from = was[field] ?? null;
    return from === to ? [] : [{ field, from, to }];
  });
}

/** "Paid in one go: 80 of 95 %" */
function measureWords({ name, unit, current, target }: GoalMeasureFacts): string {
  const numbers = [current, target].filter((number) => number !== null).join(' of ');
  return numbers === '' ? name : `${name}: ${[numbers, unit].filter((word) => word !== '').join(' ')}`;
}
