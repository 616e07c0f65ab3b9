import { Inject, Injectable } from '@nestjs/common';
import { newId } from '../../platform/database/new-id.js';
import type { Tx } from '../../platform/database/tx.js';
import { BacklogHistory, type HistoricItem } from '../priorities/public.js';
import { shift } from './day-shift.js';
import { type DemoBacklog, type DemoItem } from './demo-backlog.js';
import { DEMO_GOALS } from './demo-backlog-words.js';

/** The database's ids of what the story numbers. */
export interface BacklogCast {
  productId: string;
  areas: readonly string[];
  teams: readonly string[];
  people: readonly string[];
}

/** Writes the goals and the backlog of the demo. Before the impediments, which name the items that they block. */
@Injectable()
export class DemoBacklogService {
  constructor(@Inject(BacklogHistory) private readonly history: BacklogHistory) {}

  /** @returns the database's ids of the items, by the story's positions */
  async write(tx: Tx, { items, order }: DemoBacklog, cast: BacklogCast, now: Date): Promise<string[]> {
    const today = now.toISOString().slice(0, 10);
    const at = (day: number | null): string | null => (day === null ? null : `${shift(today, day)}T09:00:00.000Z`);
    const goals = DEMO_GOALS.map(({ createdDay, activeDay, endedDay, ...goal }) => ({
      ...goal,
      id: newId(),
      productId: cast.productId,
      setById: one(cast.people, 0),
      createdAt: at(createdDay) ?? '',
      // Of an ended one the row does not say since when it was active.
      activeSince: at(activeDay),
      endedAt: at(endedDay),
    }));
    await this.history.recordGoals(tx, goals);
    const ids = items.map(() => newId());
    const told = items.map((item, index) => historicOf(item, one(ids, index), ids, goals, cast));
    // Keys go by the place in the story; the order has an order of its own.
    await this.history.recordItems(
      tx,
      told,
      order.map((index) => one(ids, index)),
      now.toISOString(),
    );
    return ids;
  }
}

function historicOf(
  { area, team, assignee, parent, goal, criteria, score, ...item }: DemoItem,
  id: string,
  ids: readonly string[],
  goals: readonly { id: string }[],
  cast: BacklogCast,
): HistoricItem {
  const [value, timeCriticality, riskReduction] = score ?? [null, null, null];
  return {
    ...item,
    id,
    productId: cast.productId,
    areaId: one(cast.areas, area),
    teamId: team === null ? null : one(cast.teams, team),
    assigneeId: assignee === null ? null : one(cast.people, assignee),
    parentId: parent === null ? null : one(ids, parent),
    goalId: goal === null ? null : (goals[goal]?.id ?? null),
    acceptanceCriteria: criteria,
    value,
    timeCriticality,
    riskReduction,
    writtenById: assignee === null ? one(cast.people, 0) : one(cast.people, assignee),
  };
}

function one(ids: readonly string[], index: number): string {
  const id = ids[index];
  if (id === undefined) throw new RangeError(`The story names number ${index} of ${ids.length}.`);
  return id;
}
