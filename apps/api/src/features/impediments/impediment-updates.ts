import type { FieldChange } from '@chapterhouse/domain/event-payload';
import { endClock } from '@chapterhouse/domain/impediments/level-clock';
import { IMPEDIMENT_STATE_TITLES, type ImpedimentState } from '@chapterhouse/domain/impediments/impediment-state';
import { Inject, Injectable } from '@nestjs/common';
import { newId } from '../../platform/database/new-id.js';
import { ClocksRepository } from './clocks/clocks.repository.js';
import type { Tx } from '../../platform/database/tx.js';
import { EventLog, type NewEvent } from '../../platform/events/event-log.js';
import type { HistoricImpediment } from './historic-impediment.js';
import { ImpedimentLevels } from './impediment-levels.js';

/** An impediment that is here already, as a newer file tells it. */
export type LocatedImpediment = HistoricImpediment & {
  id: string;
  comments: { authorId: string; body: string; at: string }[];
};

interface PresentImpediment {
  id: string;
  title: string;
  description: string;
  state: ImpedimentState;
  version: number;
}

/** Characters of a text that an event repeats. */
const EXCERPT = 200;
const OVER: readonly ImpedimentState[] = ['RESOLVED', 'CLOSED', 'DECLINED', 'DUPLICATE'];

/**
 * What a newer file changes in impediments that were imported before, in bulk, with events. The file's words win for
 * title and description; its end closes what is open here, and nothing that somebody did here is undone otherwise.
 */
@Injectable()
export class ImpedimentUpdates {
  constructor(
    @Inject(EventLog) private readonly events: EventLog,
    @Inject(ImpedimentLevels) private readonly levels: ImpedimentLevels,
    @Inject(ClocksRepository) private readonly clocks: ClocksRepository,
  ) {}

  async update(tx: Tx, impediments: LocatedImpediment[]): Promise<void> {
    const rows = await tx.query<PresentImpediment & Record<string, unknown>>(
      `select id, title, description, state, version from impediments where organization_id = $1 and id = any($2::uuid[]) for no key update`,
      [tx.organizationId, impediments.map(({ id }) => id)],
    );
    const present = new Map(rows.map((row) => [row.id, row]));
    const changes = impediments.map(identifiedUpdate).flatMap((next) => {
      const now = present.get(next.id);
      return now === undefined ? [] : [{ next, now, closes: next.state === 'CLOSED' && !OVER.includes(now.state) }];
    });
    await this.endClocks(
      tx,
      changes.flatMap(({ next, closes }) => (closes ? [next] : [])),
    );
    await tx.run(UPDATE, [tx.organizationId, JSON.stringify(changes.map(({ next, closes }) => ({ ...next, closes })))]);
    await this.events.append(tx, ...changes.flatMap(({ next, now, closes }) => eventsOf(next, now, closes)));
  }

  /** What was said in these; what was taken back, too. */
  commentsOf(tx: Tx, ids: readonly string[]): Promise<{ impedimentId: string; at: string; body: string }[]> {
    return tx.query<{ impedimentId: string; at: string; body: string }>(
      `select c.impediment_id as "impedimentId", c.at, c.body from unnest($2::uuid[]) as i(id)
         join impediment_comments c on c.organization_id = $1 and c.impediment_id = i.id`,
      [tx.organizationId, ids],
    );
  }

  /** Of those that the file says are over. */
  private async endClocks(tx: Tx, over: readonly LocatedImpediment[]): Promise<void> {
    if (over.length === 0) return;
    const { calendar } = await this.levels.ladder(tx);
    const last = await this.clocks.last(
      tx,
      over.map(({ id }) => id),
    );
    const stays = over.flatMap(({ id, raisedAt, resolvedAt }) => {
      const stay = last.get(id);
      if (!stay) return [];
      const at = Math.max(Date.parse(resolvedAt ?? raisedAt), stay.clock.countedTo);
      return [{ impedimentId: id, stay: { ...stay, clock: endClock(stay.clock, at, calendar) } }];
    });
    await this.clocks.save(tx, stays, calendar);
  }
}

type IdentifiedUpdate = LocatedImpediment & { comments: { id: string }[] };

/** With ids for its comments, so that their events name them. */
function identifiedUpdate(next: LocatedImpediment): IdentifiedUpdate {
  return { ...next, comments: next.comments.map((said) => ({ ...said, id: newId() })) };
}

function eventsOf(next: IdentifiedUpdate, now: PresentImpediment, closes: boolean): NewEvent[] {
  const of = { subjectType: 'Impediment', subjectId: now.id, subjectVersion: now.version + 1 };
  const edited = (['title', 'description'] as const).flatMap((field): FieldChange[] => {
    const [from, to] = [now[field], next[field] ?? ''];
    return from === to ? [] : [{ field, from: from.slice(0, EXCERPT) || null, to: to.slice(0, EXCERPT) || null }];
  });
  // Every new version has an event that tells of it.
  const isTold = next.comments.length > 0 || closes;
  const title = IMPEDIMENT_STATE_TITLES;
  const step = (
    name: string,
    from: ImpedimentState,
    to: ImpedimentState,
    actorId: string | null | undefined,
  ): NewEvent => ({
    ...of,
    name,
    at: next.resolvedAt ?? undefined,
    actorId: actorId ?? undefined,
    payload: { changes: [{ field: 'state', from: title[from], to: title[to] }], note: next.resolution ?? '' },
  });
  return [
    ...(edited.length > 0 || !isTold ? [{ ...of, name: 'impediment.edited', payload: { changes: edited } }] : []),
    ...next.comments.map((comment) => ({
      ...of,
      name: 'impediment.commented',
      at: comment.at,
      actorId: comment.authorId,
      payload: { changes: [], note: comment.body.slice(0, EXCERPT), commentId: comment.id },
    })),
    ...(closes
      ? [
          step('impediment.resolved', now.state, 'RESOLVED', next.ownerId),
          step('impediment.closed', 'RESOLVED', 'CLOSED', next.raisedById),
        ]
      : []),
  ];
}

const UPDATE = `
  with given as materialized (
    select * from jsonb_to_recordset($2::jsonb) as g(id uuid, title text, description text, severity text, "ownerId" uuid,
      resolution text, "resolvedAt" timestamptz, closes boolean, "affectedTeamIds" jsonb, "blockedItemKeys" jsonb, comments jsonb)
  ), changed as (
    update impediments i set title = g.title, description = g.description,
        severity = coalesce(i.severity, g.severity), owner_id = coalesce(i.owner_id, g."ownerId"),
        state = case when g.closes then 'CLOSED' else i.state end,
        resolution = case when g.closes then g.resolution else i.resolution end,
        resolved_at = case when g.closes then g."resolvedAt" else i.resolved_at end,
        closed_at = case when g.closes then g."resolvedAt" else i.closed_at end,
        clock_ends_at = case when g.closes then null else i.clock_ends_at end,
        updated_at = now(), version = i.version + 1
      from given g where i.organization_id = $1 and i.id = g.id
  ), teams as (
    insert into impediment_teams (organization_id, impediment_id, team_id)
    select $1, g.id, t.value::uuid from given g, jsonb_array_elements_text(g."affectedTeamIds") as t on conflict do nothing
  ), items as (
    insert into impediment_items (organization_id, impediment_id, external_key, item_id)
    select $1, g.id, x.value, (select b.id from backlog_items b where b.organization_id = $1 and b.external_key = x.value)
      from given g, jsonb_array_elements_text(g."blockedItemKeys") as x on conflict do nothing
  )
  insert into impediment_comments (organization_id, impediment_id, id, author_id, body, at)
  select $1, g.id, c.id, c."authorId", c.body, c.at
    from given g, jsonb_to_recordset(g.comments) as c(id uuid, "authorId" uuid, body text, at timestamptz)`;
