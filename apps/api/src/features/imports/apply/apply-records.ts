import type { BacklogItemWrite, RecordPlan, SprintWrite } from '@chapterhouse/domain/imports/jira-records';
import type { IdentityBook } from '@chapterhouse/domain/imports/present-organization';
import { Inject, Injectable } from '@nestjs/common';
import type { Tx } from '../../../platform/database/tx.js';
import { type ImportedItem, ImportItems, type OutsideItem } from '../../priorities/public.js';
import { type ImportedSprint, ImportSprints, SprintsRepository } from '../../sprints/public.js';
import type { ImportSteps } from '../import-steps.js';
import { ExternalIdentitiesRepository } from './external-identities.repository.js';

/** How a plan of records is carried out. */
export interface RecordsWork {
  steps: ImportSteps;
  teamIds: Map<string, string>;
  book: IdentityBook;
  /** The long texts of the items with these keys, one at a time as they stand in the files. */
  texts(keys: Iterable<string>): AsyncIterable<{ key: string; description: string }>;
}

/** Items to a step, and a statement: their texts are long, and each of their words goes into an index. */
const ITEMS = 200;
const SPRINTS = 300;
/** Keys of which is looked up what waits for them. */
const KEYS = 500;
/** A move of the order reads all of it: for most imports one is enough. */
const ENTERING = 2000;

/** Writes sprints and backlog items in steps; of long texts memory holds those of one. */
@Injectable()
export class ApplyRecords {
  constructor(
    @Inject(ExternalIdentitiesRepository) private readonly identities: ExternalIdentitiesRepository,
    @Inject(ImportItems) private readonly importItems: ImportItems,
    @Inject(ImportSprints) private readonly importSprints: ImportSprints,
    @Inject(SprintsRepository) private readonly sprints: SprintsRepository,
  ) {}

  /** Before the import's own transactions begin. @param keys of all that it may bring */
  async prepare(tx: Tx, keys: Iterable<string>): Promise<void> {
    await this.importItems.makeWay(tx, keys);
  }

  async apply(plan: RecordPlan, work: RecordsWork): Promise<void> {
    const { steps, teamIds, book, texts } = work;
    await steps.inSteps(plan.sprints, SPRINTS, async (tx, batch) => {
      await this.importSprints.apply(
        tx,
        batch.map((write) => importedSprint(write, idOf(teamIds, write.teamKey))),
      );
      const keys = new Set(batch.map(({ key }) => key));
      await this.identities.save(
        tx,
        book.changed.filter(({ kind, key }) => kind === 'sprint' && keys.has(key)),
      );
    });
    // Files that know sprints by their names only tell nothing of those that are here; from now on they are known.
    const planned = new Set(plan.sprints.map(({ key }) => key));
    const named = book.changed.filter(({ kind, key }) => kind === 'sprint' && !planned.has(key));
    await steps.inSteps(named, KEYS, (tx, batch) => this.identities.save(tx, batch));
    if (plan.items.length === 0) return;
    const writes = new Map(plan.items.map((write) => [write.item.key, write]));
    const size = steps.sizeOf(ITEMS);
    let batch: ImportedItem[] = [];
    const take = (): Promise<void> =>
      steps.take((tx) => this.takeItems(tx, batch, writes, plan.sprintIds), batch.length);
    for await (const { key, description } of texts(writes.keys())) {
      const write = writes.get(key);
      if (write !== undefined) batch.push(importedItem(write, description, idOf(teamIds, write.item.teamKey)));
      if (batch.length < size) continue;
      await take();
      batch = [];
    }
    if (batch.length > 0) await take();
  }

  /**
   * What the items of the files are to one another and in the order; last, since either end may come first. All of them are
   * looked at, also those that an earlier run brought: it may have ended before.
   * @param keys in the order of the files, which decides where rank and age are the same
   * @param ranks sorts what comes into the order, by key
   */
  async settle(steps: ImportSteps, keys: readonly string[], ranks: ReadonlyMap<string, string | null>): Promise<void> {
    await steps.inSteps(keys, KEYS, (tx, batch) => this.importItems.join(tx, batch));
    const outside: OutsideItem[] = [];
    await steps.inSteps(keys, KEYS, async (tx, batch) => {
      outside.push(...(await this.importItems.outsideOrder(tx, batch)));
    });
    const places = new Map(keys.map((key, place) => [key, place]));
    outside.sort(
      (one, other) => earlierFirst(one, other, ranks) || (places.get(one.key) ?? 0) - (places.get(other.key) ?? 0),
    );
    await steps.inSteps(outside, ENTERING, (tx, batch) => this.importItems.enterOrder(tx, batch));
  }

  private async takeItems(
    tx: Tx,
    batch: ImportedItem[],
    writes: ReadonlyMap<string, BacklogItemWrite>,
    sprintIds: Map<string, string>,
  ): Promise<void> {
    await this.importItems.hold(
      tx,
      batch.map(({ key }) => key),
    );
    const ids = await this.importItems.take(tx, batch);
    const taken = batch.flatMap(({ key }) => writes.get(key) ?? []);
    await this.place(tx, taken, ids, sprintIds);
    await this.identities.save(
      tx,
      taken.map(({ item: { key }, source, contentHash }) => ({
        source,
        kind: 'backlog-item',
        key,
        entityId: idOf(ids, key),
        contentHash,
      })),
    );
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

/** As their board sorts them, without a rank last; then by age. */
function earlierFirst(one: OutsideItem, other: OutsideItem, ranks: ReadonlyMap<string, string | null>): number {
  const [rank, otherRank] = [ranks.get(one.key) ?? '~', ranks.get(other.key) ?? '~'];
  if (rank !== otherRank) return rank < otherRank ? -1 : 1;
  return one.createdAt.localeCompare(other.createdAt);
}
