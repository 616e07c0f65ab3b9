import { localDate } from '@chapterhouse/domain/organization/working-calendar';
import type { DependencyEvent, DependencyPayload } from '@chapterhouse/domain/priorities/dependency-events';
import { answersFor, consumerPeople } from '@chapterhouse/domain/priorities/dependency-people';
import { OPEN_DEPENDENCY_STATES } from '@chapterhouse/domain/priorities/dependency-state';
import { ITEM_STATE_TITLES } from '@chapterhouse/domain/priorities/item-state';
import type { ItemEvent } from '@chapterhouse/domain/priorities/priorities-events';
import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import type { Tx } from '../../../platform/database/tx.js';
import { EventLog } from '../../../platform/events/event-log.js';
import type { StoredEvent } from '../../../platform/events/event-reader.js';
import { Reactions } from '../../../platform/events/reactions.js';
import { excerpt } from '../../../platform/graphql/typed-text.js';
import { WorkingCalendarRead } from '../../organization/public.js';
import { DependenciesRepository } from './dependencies.repository.js';
import { DependencyPeopleRead } from './dependency-people.read.js';
import { type DependencyRow, endsOf } from './dependency-row.js';

/** An item that is dropped, or done while it still needed something: the other side plans with it, and hears of it. */
@Injectable()
export class EndedItemReaction implements OnModuleInit {
  constructor(
    @Inject(Reactions) private readonly reactions: Reactions,
    @Inject(EventLog) private readonly events: EventLog,
    @Inject(WorkingCalendarRead) private readonly calendars: WorkingCalendarRead,
    @Inject(DependenciesRepository) private readonly dependencies: DependenciesRepository,
    @Inject(DependencyPeopleRead) private readonly people: DependencyPeopleRead,
  ) {}

  onModuleInit(): void {
    this.reactions.register({
      name: 'priorities.dependencies-of-ended-items',
      // Imports, of items that were here before: their edits.
      events: ['item.dropped', 'item.finished', 'item.bulk-edited', 'item.edited'] satisfies ItemEvent[],
      wantsHistory: (event) => event.name === ('item.edited' satisfies ItemEvent) && isImported(event),
      react: (tx, event) => this.react(tx, event),
    });
  }

  private async react(tx: Tx, event: StoredEvent): Promise<void> {
    const itemIds = endedBy(event);
    if (itemIds.length === 0) return;
    const found = await tx.query<{ id: string }>(OF_ITEMS, [tx.organizationId, itemIds, OPEN_DEPENDENCY_STATES]);
    const rows = await this.dependencies.byIds(
      tx,
      found.map(({ id }) => id),
    );
    const day = localDate(new Date(event.at), (await this.calendars.of(tx)).timeZone);
    const facts = await this.people.around(tx, rows, day);
    for (const row of rows) {
      const consumerEnded = itemIds.includes(row.consumer.id) && ENDED.includes(row.consumer.state);
      const providerDropped = itemIds.includes(row.provider?.id ?? '') && row.provider?.state === 'DROPPED';
      // It may be open again by now.
      if (!consumerEnded && !providerDropped) continue;
      const told = [
        ...(consumerEnded ? answersFor(facts, endsOf(row).provider, day) : []),
        ...(providerDropped ? consumerPeople(facts, endsOf(row), day) : []),
      ];
      await this.tell(tx, event, row, { consumerEnded, told: [...new Set(told)] });
    }
  }

  private tell(
    tx: Tx,
    { actorId, payload: { note = '' } }: StoredEvent,
    row: DependencyRow,
    { consumerEnded, told }: { consumerEnded: boolean; told: string[] },
  ): Promise<void> {
    const item = consumerEnded || row.provider === null ? row.consumer : row.provider;
    const name: DependencyEvent = item.state === 'DONE' ? 'dependency.consumer-done' : 'dependency.item-dropped';
    const words = excerpt(`${item.key} ${item.title}${note === '' ? '' : `: ${note}`}`);
    return this.events.append(tx, {
      name,
      subjectType: 'Dependency',
      subjectId: row.id,
      subjectVersion: row.version,
      actorId,
      payload: { changes: [], asked: [], told, ...(words !== null && { note: words }) } satisfies DependencyPayload,
    });
  }
}

const ENDED: readonly string[] = ['DONE', 'DROPPED'];
const ENDED_TITLES: readonly (string | null)[] = [ITEM_STATE_TITLES.DONE, ITEM_STATE_TITLES.DROPPED];

/**
 * The items that it ended; a change of many says so in words, and so does an import. What an import or a set-up tells of the
 * past, it tells of items that come with it: those that it finds here and ends have ended now.
 */
function endedBy(event: StoredEvent): string[] {
  const { name, subjectId, payload } = event;
  const isEdit = name === ('item.edited' satisfies ItemEvent);
  if (isEdit && !isImported(event)) return [];
  if (!isEdit && name !== ('item.bulk-edited' satisfies ItemEvent)) return [subjectId];
  const isEnd = (title: string | null): boolean => ENDED_TITLES.includes(title);
  if (!payload.changes?.some(({ field, from, to }) => field === 'state' && isEnd(to) && !(isEdit && isEnd(from))))
    return [];
  if (isEdit) return [subjectId];
  const itemIds: unknown = 'itemIds' in payload ? payload.itemIds : [];
  return Array.isArray(itemIds) ? itemIds.filter((id) => typeof id === 'string') : [];
}

function isImported({ cause }: StoredEvent): boolean {
  return cause?.startsWith('import:') ?? false;
}

const OF_ITEMS = `
  select d.id from dependencies d
   where d.organization_id = $1 and d.state = any($3::text[])
     and (d.consumer_id = any($2::uuid[]) or d.provider_id = any($2::uuid[]))
   order by d.number`;
