import type { ActionState } from '@chapterhouse/domain/cadences/action-state';
import { Injectable } from '@nestjs/common';
import type { Tx } from '../../../platform/database/tx.js';
import type { Page } from '../../../platform/graphql/connection.js';
import type { OccurrenceRef } from '../occurrence-id.js';
import { ACTION_COLUMNS, type ActionRow } from './action-row.js';

/** Which actions; ids are the database's, null: whichever. */
export interface ActionQuestion {
  ownerId: string | null;
  state: ActionState | null;
  cadenceId: string | null;
  chapterId: string | null;
  teamId: string | null;
  /** Open, and due before this day. */
  dueBefore: string | null;
}

type Row = ActionRow & Record<string, unknown>;

/** Reads of actions. */
@Injectable()
export class ActionsRepository {
  byId(tx: Tx, id: string): Promise<ActionRow | undefined> {
    return tx.one<Row>(`${SELECT} where i.organization_id = $1 and i.id = $2`, [tx.organizationId, id]);
  }

  /** As `byId`, locked until the transaction ends. */
  async forUpdate(tx: Tx, id: string): Promise<ActionRow | undefined> {
    // Two statements on purpose: the second one's snapshot is younger than the wait for the lock.
    await tx.run('select 1 from action_items where organization_id = $1 and id = $2 for no key update', [
      tx.organizationId,
      id,
    ]);
    return this.byId(tx, id);
  }

  byIds(tx: Tx, ids: readonly string[]): Promise<ActionRow[]> {
    return tx.query<Row>(`${SELECT} where i.organization_id = $1 and i.id = any($2::uuid[])`, [tx.organizationId, ids]);
  }

  /** Whether the series, chapter and team that are asked for are of this organization. */
  async isHere(tx: Tx, { cadenceId, chapterId, teamId }: ActionQuestion): Promise<boolean> {
    const found = await tx.one<{ all: boolean }>(HERE, [tx.organizationId, cadenceId, chapterId, teamId]);
    return found?.all ?? false;
  }

  /** By their day. */
  page(tx: Tx, question: ActionQuestion, page: Page): Promise<ActionRow[]> {
    const [dueOn = null, id = null] = page.after ?? [];
    return tx.query<Row>(
      `${SELECT} where ${WHICH} and ($8::date is null or (i.due_on, i.id) > ($8::date, $9::uuid))
        order by i.due_on, i.id limit $10`,
      [...valuesOf(tx, question), dueOn, id, page.limit],
    );
  }

  async count(tx: Tx, question: ActionQuestion): Promise<number> {
    const counted = await tx.one<{ count: number }>(
      `select count(*)::int as count from action_items i where ${WHICH}`,
      valuesOf(tx, question),
    );
    return counted?.count ?? 0;
  }

  /** Those of lines of series that are open, or were promised on one of these dates; with the first series of the line. */
  ofLines(
    tx: Tx,
    rootIds: readonly string[],
    refs: readonly OccurrenceRef[],
  ): Promise<(ActionRow & { root_id: string })[]> {
    return tx.query<Row & { root_id: string }>(
      `select ${ACTION_COLUMNS}, c.root_id from action_items i
         join cadences c on c.organization_id = i.organization_id and c.id = i.cadence_id
        where i.organization_id = $1 and c.root_id = any($2::uuid[])
          and (i.state = 'OPEN' or (i.cadence_id, i.original_start) in (
            select g."cadenceId", g."originalStart"
              from jsonb_to_recordset($3::jsonb) as g("cadenceId" uuid, "originalStart" timestamp)))
        order by i.due_on, i.id`,
      [tx.organizationId, rootIds, JSON.stringify(refs)],
    );
  }

  ofChapters(tx: Tx, chapterIds: readonly string[]): Promise<ActionRow[]> {
    return tx.query<Row>(
      `${SELECT} where i.organization_id = $1 and i.chapter_id = any($2::uuid[]) and i.state = 'OPEN' order by i.due_on, i.id`,
      [tx.organizationId, chapterIds],
    );
  }
}

const HERE = `
  select ($2::uuid is null or exists (select from cadences where organization_id = $1 and id = $2))
     and ($3::uuid is null or exists (select from chapters where organization_id = $1 and id = $3))
     and ($4::uuid is null or exists (select from teams where organization_id = $1 and id = $4)) as all`;

const SELECT = `select ${ACTION_COLUMNS} from action_items i`;

const WHICH = `i.organization_id = $1
  and ($2::uuid is null or i.owner_id = $2) and ($3::text is null or i.state = $3)
  and ($4::uuid is null or i.cadence_id in (
    select c.id from cadences c join cadences asked on asked.organization_id = c.organization_id and asked.root_id = c.root_id
     where c.organization_id = $1 and asked.id = $4))
  and ($5::uuid is null or i.chapter_id = $5) and ($6::uuid is null or i.team_id = $6)
  and ($7::date is null or (i.state = 'OPEN' and i.due_on < $7::date))`;

function valuesOf(tx: Tx, { ownerId, state, cadenceId, chapterId, teamId, dueBefore }: ActionQuestion): unknown[] {
  return [tx.organizationId, ownerId, state, cadenceId, chapterId, teamId, dueBefore];
}
