import type { RecordPlan, SprintWrite } from '@chapterhouse/domain/imports/jira-records';
import type { IdentityBook } from '@chapterhouse/domain/imports/present-organization';
import { Inject, Injectable } from '@nestjs/common';
import type { Tx } from '../../../platform/database/tx.js';
import { BacklogItemsRepository } from '../../priorities/public.js';
import { ImportSprints, SprintsRepository, type ImportedSprint } from '../../sprints/public.js';
import { inBatches } from '../../../platform/database/in-batches.js';

/** Writes sprints and backlog items, some hundred to a statement. */
@Injectable()
export class ApplyRecords {
  constructor(
    @Inject(BacklogItemsRepository) private readonly backlogItems: BacklogItemsRepository,
    @Inject(ImportSprints) private readonly importSprints: ImportSprints,
    @Inject(SprintsRepository) private readonly sprints: SprintsRepository,
  ) {}

  /** @param step hears how many items have been written since it was called last */
  async apply(
    tx: Tx,
    plan: RecordPlan,
    teamIds: Map<string, string>,
    book: IdentityBook,
    step: (count: number) => void,
  ): Promise<void> {
    await inBatches(plan.sprints, (batch) =>
      this.importSprints.apply(
        tx,
        batch.map((write) => importedSprint(write, idOf(teamIds, write.teamKey))),
      ),
    );
    await inBatches(plan.items, async (batch) => {
      const ids = await this.backlogItems.upsert(
        tx,
        batch.map(({ id, item: { key, teamKey, sprintKeys: _placedBelow, ...item } }) => {
          return { id, externalKey: key, teamId: idOf(teamIds, teamKey), ...item };
        }),
      );
      const placed = batch.flatMap(({ item }) =>
        item.sprintKeys.map((key) => ({ sprintId: idOf(plan.sprintIds, key), itemId: idOf(ids, item.key) })),
      );
      // What is new here is in no sprint yet: only the others may have to leave some.
      const known = batch
        .filter(({ id, item, isNew }) => !isNew || ids.get(item.key) !== id)
        .map(({ item }) => idOf(ids, item.key));
      await this.sprints.placeItems(tx, known, placed);
      for (const { item, source, contentHash } of batch)
        book.put({ source, kind: 'backlog-item', key: item.key, entityId: idOf(ids, item.key), contentHash });
      step(batch.length);
    });
  }
}

export function importedSprint({ id, sprint }: SprintWrite, teamId: string): ImportedSprint {
  const { name, goal, state, startsAt, endsAt, completedAt } = sprint;
  return { id, teamId, name, goal: goal ?? '', state, startsAt, endsAt, completedAt };
}

function idOf(ids: Map<string, string>, key: string): string {
  const id = ids.get(key);
  if (id === undefined) throw new Error(`The plan names ${key} without its id.`);
  return id;
}
