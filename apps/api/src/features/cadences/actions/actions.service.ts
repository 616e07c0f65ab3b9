import { type ActionItemAction, viewerCanOnAction } from '@chapterhouse/domain/cadences/action-policy';
import { refusePlatform } from '@chapterhouse/domain/refusal';
import { Inject, Injectable } from '@nestjs/common';
import { scopeOf, type Viewer } from '../../../platform/auth/viewer.js';
import { Database } from '../../../platform/database/database.js';
import type { Tx } from '../../../platform/database/tx.js';
import { type Connection, readPage, toConnection } from '../../../platform/graphql/connection.js';
import { readId } from '../../../platform/graphql/global-id.js';
import { grouped } from '../grouped.js';
import { keyOfRef, type OccurrenceRef } from '../occurrence-id.js';
import { OccurrencesRead } from '../occurrences.read.js';
import { refOf } from './action-row.js';
import { ActionStandingsRead } from './action-standings.read.js';
import { type ActionFilter, type ActionItem, actionOf } from './actions.graphql.js';
import { type ActionQuestion, ActionsRepository } from './actions.repository.js';
import { CarriedRead } from './carried.read.js';

const DAY = /^\d{4}-\d{2}-\d{2}$/u;
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/u;

/** Looking at actions: everybody of the organization may. */
@Injectable()
export class ActionsService {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(ActionsRepository) private readonly actions: ActionsRepository,
    @Inject(ActionStandingsRead) private readonly standings: ActionStandingsRead,
    @Inject(OccurrencesRead) private readonly occurrences: OccurrencesRead,
    @Inject(CarriedRead) private readonly carriedOn: CarriedRead,
  ) {}

  /** Those of nobody here are missing. */
  byIds(viewer: Viewer, ids: readonly string[]): Promise<Map<string, ActionItem>> {
    return this.read(
      viewer,
      async (tx) => new Map((await this.actions.byIds(tx, ids)).map((row) => [row.id, actionOf(row)])),
    );
  }

  /** By their day. @throws NOT_FOUND for what is of nobody here, INVALID_INPUT for a size or cursor that is none of this list */
  page(
    viewer: Viewer,
    filter: ActionFilter,
    asked: { first?: number | null | undefined; after?: string | null | undefined },
  ): Promise<Connection<ActionItem>> {
    const page = readPage(asked.first, asked.after, 2);
    const [dueOn = '', id = ''] = page.after ?? [];
    if (page.after !== null && !(DAY.test(dueOn) && UUID.test(id)))
      throw refusePlatform('INVALID_INPUT', {
        fields: [{ field: 'after', problem: 'This is no cursor of this list; start again without it.' }],
      });
    const question = questionOf(viewer, filter);
    return this.read(viewer, async (tx) => {
      if (!(await this.actions.isHere(tx, question))) throw refusePlatform('NOT_FOUND', {});
      const rows = await this.actions.page(tx, question, page);
      const total = await this.actions.count(tx, question);
      return toConnection(page, rows, total, (row) => [row.due_on, row.id], actionOf);
    });
  }

  /** Open ones, by chapter. */
  openOfChapters(viewer: Viewer, chapterIds: readonly string[]): Promise<Map<string, ActionItem[]>> {
    return this.read(viewer, async (tx) => {
      const rows = grouped(await this.actions.ofChapters(tx, chapterIds), (row) => row.chapter_id ?? '');
      return new Map(chapterIds.map((id) => [id, (rows.get(id) ?? []).map(actionOf)]));
    });
  }

  /** By `keyOfRef`: those of earlier dates of the line that are open still, and those of this one. */
  ofDates(viewer: Viewer, refs: readonly OccurrenceRef[]): Promise<Map<string, ActionItem[]>> {
    return this.read(viewer, async (tx) => {
      const dates = await this.occurrences.byRefs(tx, refs);
      const roots = [...new Set([...dates.values()].map(({ cadence }) => cadence.root_id))];
      const rows = grouped(await this.actions.ofLines(tx, roots, refs), (row) => row.root_id);
      return new Map(
        [...dates].map(([key, { cadence, originalStart, cadenceId }]) => {
          const own = keyOfRef({ cadenceId, originalStart });
          const shown = (rows.get(cadence.root_id) ?? []).filter((row) => {
            const ref = refOf(row);
            if (ref === null) return false;
            return keyOfRef(ref) === own || (row.state === 'OPEN' && ref.originalStart < originalStart);
          });
          return [key, shown.map(actionOf)];
        }),
      );
    });
  }

  /** How often each was carried into another date. */
  carried(viewer: Viewer, ids: readonly string[]): Promise<Map<string, number>> {
    return this.read(viewer, async (tx) => this.carriedOn.of(tx, await this.actions.byIds(tx, ids), viewer.now));
  }

  viewerCan(viewer: Viewer, ids: readonly string[]): Promise<Map<string, ActionItemAction[]>> {
    return this.read(viewer, async (tx) => {
      const rows = await this.actions.byIds(tx, ids);
      const facts = await this.standings.of(tx, viewer, rows);
      return new Map(
        rows.map((row) => {
          const own = facts.get(row.id);
          return [row.id, own ? viewerCanOnAction(viewer.actor, row.state, own) : []];
        }),
      );
    });
  }

  private read<T>(viewer: Viewer, work: (tx: Tx) => Promise<T>): Promise<T> {
    return this.database.transaction(scopeOf(viewer), work);
  }
}

/** @throws NOT_FOUND for ids that are none */
function questionOf(viewer: Viewer, filter: ActionFilter): ActionQuestion {
  const { mine, state, cadenceId, chapterId, teamId, overdue } = filter;
  return {
    ownerId: mine ? viewer.personId : null,
    state: state ?? null,
    cadenceId: cadenceId ? readId('Cadence', cadenceId) : null,
    chapterId: chapterId ? readId('Chapter', chapterId) : null,
    teamId: teamId ? readId('Team', teamId) : null,
    dueBefore: overdue ? viewer.today : null,
  };
}
