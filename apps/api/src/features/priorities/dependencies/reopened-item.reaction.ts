import { localDate } from '@chapterhouse/domain/organization/working-calendar';
import { endedEnd } from '@chapterhouse/domain/priorities/dependency-conflicts';
import type { DependencyEvent, DependencyPayload } from '@chapterhouse/domain/priorities/dependency-events';
import { waitsForPeople } from '@chapterhouse/domain/priorities/dependency-people';
import { OPEN_DEPENDENCY_STATES } from '@chapterhouse/domain/priorities/dependency-state';
import type { ItemEvent } from '@chapterhouse/domain/priorities/priorities-events';
import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import type { Tx } from '../../../platform/database/tx.js';
import { EventLog } from '../../../platform/events/event-log.js';
import type { StoredEvent } from '../../../platform/events/event-reader.js';
import { isHistory, Reactions } from '../../../platform/events/reactions.js';
import { excerpt } from '../../../platform/graphql/typed-text.js';
import { WorkingCalendarRead } from '../../organization/public.js';
import { DependenciesRepository } from './dependencies.repository.js';
import { DependencyPeopleRead } from './dependency-people.read.js';
import { type DependencyRow, endsOf } from './dependency-row.js';

/** What `EndedItemReaction` told, and what takes it back. */
const ENDS: readonly DependencyEvent[] = ['dependency.item-dropped', 'dependency.consumer-done'];
const TOLD: readonly DependencyEvent[] = [...ENDS, 'dependency.item-reopened'];

interface LastTold extends Record<string, unknown> {
  id: string;
  told: string[];
}

/** An item that ended and goes on, or whose end is taken back: what was asked is asked again, and who heard of the end hears of it. */
@Injectable()
export class ReopenedItemReaction implements OnModuleInit {
  constructor(
    @Inject(Reactions) private readonly reactions: Reactions,
    @Inject(EventLog) private readonly events: EventLog,
    @Inject(WorkingCalendarRead) private readonly calendars: WorkingCalendarRead,
    @Inject(DependenciesRepository) private readonly dependencies: DependenciesRepository,
    @Inject(DependencyPeopleRead) private readonly people: DependencyPeopleRead,
  ) {}

  onModuleInit(): void {
    this.reactions.register({
      name: 'priorities.dependencies-of-reopened-items',
      events: ['item.reopened', 'item.bulk-edited', 'item.bulk-undone'] satisfies ItemEvent[],
      react: (tx, event) => this.react(tx, event),
    });
  }

  private async react(tx: Tx, event: StoredEvent): Promise<void> {
    const itemIds = isHistory(event) ? [] : itemsOf(event);
    if (itemIds.length === 0) return;
    const found = await tx.query<LastTold>(TOLD_OF_END, [
      tx.organizationId,
      itemIds,
      OPEN_DEPENDENCY_STATES,
      TOLD,
      ENDS,
    ]);
    const rows = await this.dependencies.byIds(
      tx,
      found.map(({ id }) => id),
    );
    const day = localDate(new Date(event.at), (await this.calendars.of(tx)).timeZone);
    const facts = await this.people.around(tx, rows, day);
    for (const row of rows) {
      // The other end may be over still.
      if (endedEnd(row) !== null) continue;
      const asked = waitsForPeople(row.state, facts, endsOf(row), day);
      const heard = found.find(({ id }) => id === row.id)?.told ?? [];
      const told = heard.filter((personId) => !asked.includes(personId));
      await this.tell(tx, event, row, { asked, told, note: wordsOf(row, itemIds) });
    }
  }

  private tell(
    tx: Tx,
    { actorId }: StoredEvent,
    row: DependencyRow,
    payload: Omit<DependencyPayload, 'changes'>,
  ): Promise<void> {
    const name: DependencyEvent = 'dependency.item-reopened';
    return this.events.append(tx, {
      name,
      subjectType: 'Dependency',
      subjectId: row.id,
      subjectVersion: row.version,
      actorId,
      payload: { changes: [], ...payload } satisfies DependencyPayload,
    });
  }
}

/** "B-7 Night ferry": which of its items it is. */
function wordsOf({ consumer, provider }: DependencyRow, itemIds: readonly string[]): string {
  const item = provider !== null && itemIds.includes(provider.id) ? provider : consumer;
  return excerpt(`${item.key} ${item.title}`) ?? '';
}

function itemsOf({ name, subjectId, payload }: StoredEvent): string[] {
  if (name === ('item.reopened' satisfies ItemEvent)) return [subjectId];
  const ids: unknown = 'itemIds' in payload ? payload.itemIds : [];
  return Array.isArray(ids) ? ids.filter((id) => typeof id === 'string') : [];
}

/** Those of whose end somebody was told last, and not yet that it goes on. */
const TOLD_OF_END = `
  select d.id, coalesce((select array_agg(t) from jsonb_array_elements_text(e.payload->'told') t), '{}') as told
    from dependencies d
    cross join lateral (select v.name, v.payload from events v
                         where v.organization_id = $1 and v.subject_id = d.id and v.name = any($4::text[])
                         order by v.id desc limit 1) e
   where d.organization_id = $1 and d.state = any($3::text[])
     and (d.consumer_id = any($2::uuid[]) or d.provider_id = any($2::uuid[]))
     and e.name = any($5::text[])
   order by d.number`;
