import type { AgendaAction } from '@chapterhouse/domain/chapters/triage-agenda';
import type { MinutesAction } from '@chapterhouse/domain/chapters/triage-minutes';
import { Injectable } from '@nestjs/common';
import type { Tx } from '../../../platform/database/tx.js';

/** Actions as agendas and minutes tell of them. Ids are the database's. */
@Injectable()
export class ChapterActionsRead {
  /** Open ones of a chapter, the one due first first. */
  openOf(tx: Tx, chapterId: string): Promise<AgendaAction[]> {
    return tx.query<AgendaAction & Record<string, unknown>>(
      `select a.id, p.name as "ownerName", a.due_on as "dueOn"
         from action_items a join people p on p.organization_id = a.organization_id and p.id = a.owner_id
        where a.organization_id = $1 and a.chapter_id = $2 and a.state = 'OPEN' order by a.due_on, a.id`,
      [tx.organizationId, chapterId],
    );
  }

  async byIds(tx: Tx, ids: readonly string[]): Promise<Map<string, MinutesAction & { ownerId: string }>> {
    const rows = await tx.query<MinutesAction & { id: string; ownerId: string } & Record<string, unknown>>(
      `select a.id, a.title, a.owner_id as "ownerId", p.name as "ownerName", a.due_on as "dueOn"
         from action_items a join people p on p.organization_id = a.organization_id and p.id = a.owner_id
        where a.organization_id = $1 and a.id = any($2::uuid[])`,
      [tx.organizationId, ids],
    );
    return new Map(rows.map(({ id, ...action }) => [id, action]));
  }
}
