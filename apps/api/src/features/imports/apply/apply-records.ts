import type { BacklogItemWrite, RecordPlan, SprintWrite } from '@chapterhouse/domain/imports/jira-records';
import type { IdentityBook } from '@chapterhouse/domain/imports/present-organization';
import { Inject, Injectable } from '@nestjs/common';
import { inBatches } from '../../../platform/database/in-batches.js';
import type { Tx } from '../../../platform/database/tx.js';
import { type ImportedItem, ImportItems, type ItemsImport } from '../../priorities/public.js';
import { type ImportedSprint, ImportSprints, SprintsRepository } from '../../sprints/public.js';

/** How a plan of records is carried out. */
export interface RecordsWork {
  /** The long texts of the items with these keys, one at a time as they stand in the files. */
  texts(keys: Iterable<string>): AsyncIterable<{ key: string; description: string }>;
  /** Hears how many items have been written since it was called last. */
  step(count: number): void;
}

/** Items to a statement: their texts are long, and each of their words goes into an index. */
const BATCH = 100;

/** Writes sprints and backlog items, some hundred to a statement; of long texts memory holds those of one statement. */
@Injectable()
export class ApplyRecords {
  constructor(
    @Inject(ImportItems) private readonly importItems: ImportItems,
    @Inject(ImportSprints) private readonly importSprints: ImportSprints,
    @Inject(SprintsRepository) private readonly sprints: SprintsRepository,
  ) {}

  /** Before the import's own transaction begins. @param keys of all that it may bring */
  async prepare(tx: Tx, keys: Iterable<string>): Promise<void> {
    await this.importItems.makeWay(tx, keys);
  }

  async apply(
    tx: Tx,
    plan: RecordPlan,
    teamIds: Map<string, string>,
    book: IdentityBook,
    { texts, step }: RecordsWork,
  ): Promise<ItemsImport> {
    await inBatches(plan.sprints, (batch) =>
      this.importSprints.apply(
        tx,
        batch.map((write) => importedSprint(write, idOf(teamIds, write.teamKey))),
      ),
    );
    const writes = new Map(plan.items.map((write) => [write.item.key, write]));
    const run = await this.importItems.begin(tx, [...writes.keys()]);
    if (plan.items.length === 0) return run;
    const take = async (batch: ImportedItem[]): Promise<void> => {
      const ids = await this.importItems.take(tx, run, batch);
      const taken = batch.flatMap(({ key }) => writes.get(key) ?? []);
      await this.place(tx, taken, ids, plan.sprintIds);
      for (const { item, source, contentHash } of taken)
        book.put({ source, kind: 'backlog-item', key: item.key, entityId: idOf(ids, item.key), contentHash });
      step(batch.length);
    };
    let batch: ImportedItem[] = [];
    for await (const { key, description } of texts(writes.keys())) {
      const write = writes.get(key);
      if (write !== undefined) batch.push(importedItem(write, description, idOf(teamIds, write.item.teamKey)));
      if (batch.length < BATCH) continue;
      await take(batch);
      batch = [];
    }
    if (batch.length > 0) await take(batch);
    return run;
  }

  /** What the items are to one another and in the order; last, since others wait for the order. */
  async end(tx: Tx, run: ItemsImport): Promise<void> {
    if (run.touched.length > 0) await this.importItems.end(tx, run);
  }

  private async place(
    tx: Tx,
    writes: readonly BacklogItemWrite[],
    ids: Map<string, string>,
    sprintIds: Map<string, string>,
  ): Promise<void> {
    const placed = writes.flatMap(({ item }) =>
      item.sprintKeys.map((key) => ({ sprintId: idOf(sprintIds, key), itemId: idOf(ids, item.key) })),
    );
    // What is new here is in no sprint yet: only the others may have to leave some.
    const known = writes.filter(({ isNew }) => !isNew).map(({ item }) => idOf(ids, item.key));
    await this.sprints.placeItems(tx, known, placed);
  }
}

export function importedSprint({ id, sprint }: SprintWrite, teamId: string): ImportedSprint {
  const { name, goal, state, startsAt, endsAt, completedAt } = sprint;
  return { id, teamId, name, goal: goal ?? '', state, startsAt, endsAt, completedAt };
}

function importedItem(
  { id, item, assigneeId, rank }: BacklogItemWrite,
  description: string,
  teamId: string,
): ImportedItem {
  const { descriptionHash: _of, teamKey: _is, assignee: _who, sprintKeys: _placed, ...facts } = item;
  return { ...facts, id, description, teamId, assigneeId, rank };
}

function idOf(ids: Map<string, string>, key: string): string {
  const id = ids.get(key);
  if (id === undefined) throw new Error(`The plan names ${key} without its id.`);
  return id;
}
