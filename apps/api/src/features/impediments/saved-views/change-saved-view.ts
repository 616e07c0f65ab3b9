import { refuseImpediment } from '@chapterhouse/domain/impediments/impediment-refusals';
import type { SavedViewEvent } from '@chapterhouse/domain/impediments/saved-view-events';
import {
  SAVED_VIEW_LIMIT,
  savedViewProblems,
  type SavedViewInput,
  type SavedViewScreen,
} from '@chapterhouse/domain/impediments/saved-view-fields';
import {
  canOnView,
  type SavedViewAction,
  type SavedViewFacts,
} from '@chapterhouse/domain/impediments/saved-view-policy';
import { refuseOrganization } from '@chapterhouse/domain/organization/organization-refusals';
import { refusePlatform } from '@chapterhouse/domain/refusal';
import { Inject, Injectable } from '@nestjs/common';
import { scopeOf, type Viewer } from '../../../platform/auth/viewer.js';
import { violatedConstraint } from '../../../platform/database/constraint.js';
import { Database } from '../../../platform/database/database.js';
import { newId } from '../../../platform/database/new-id.js';
import type { Tx } from '../../../platform/database/tx.js';
import { EventLog } from '../../../platform/events/event-log.js';
import { idempotently } from '../../../platform/graphql/idempotency.js';
import { changesOf } from '../impediment-transaction.js';
import { typedText, typedTextIfGiven } from '../../../platform/graphql/typed-text.js';
import { SavedViewObjects } from './saved-view-objects.js';
import type { SavedView } from './saved-views.graphql.js';
import { type SavedViewRow, SavedViewsRepository } from './saved-views.repository.js';

export interface Saving {
  name: string;
  screen: SavedViewScreen;
  search: string;
  shared: boolean;
}

/** What is missing or null stays as it is. */
export type ViewEdit = { [Field in 'name' | 'search' | 'shared']?: Saving[Field] | null | undefined };

/** Which view, as it was seen. */
export interface SavedViewCall {
  viewer: Viewer;
  id: string;
  version: number;
}

/** Saving, editing and deleting views. What others see is on the record; a personal view leaves no event. */
@Injectable()
export class ChangeSavedView {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(EventLog) private readonly events: EventLog,
    @Inject(SavedViewsRepository) private readonly views: SavedViewsRepository,
    @Inject(SavedViewObjects) private readonly objects: SavedViewObjects,
  ) {}

  /** @throws FORBIDDEN, INVALID_INPUT, TOO_MANY_VIEWS; NAME_TAKEN by another view of the same person */
  save(viewer: Viewer, given: Saving, idempotencyKey: string | null | undefined): Promise<SavedView> {
    const ownerId = viewer.personId;
    permit(viewer, 'view:save', { ownerId, shared: given.shared });
    return this.database.transaction(scopeOf(viewer), (tx) =>
      idempotently(tx, idempotencyKey, 'view:save', given, async () => {
        const view = { ...given, name: typedText(given.name), id: newId(), ownerId };
        refuseProblems(view);
        if ((await this.views.countOf(tx, ownerId)) >= SAVED_VIEW_LIMIT)
          throw refuseImpediment('TOO_MANY_VIEWS', { limit: SAVED_VIEW_LIMIT });
        await named(view.name, () => this.views.insert(tx, view));
        if (view.shared) await this.record(tx, 'view.shared', view.id, 1, [['name', null, view.name]]);
        return this.read(tx, viewer, view.id);
      }),
    );
  }

  /** @throws NOT_FOUND, FORBIDDEN, CONFLICT, INVALID_INPUT, NAME_TAKEN */
  edit(call: SavedViewCall, given: ViewEdit, idempotencyKey: string | null | undefined): Promise<SavedView> {
    const { viewer, id, version } = call;
    return this.database.transaction(scopeOf(viewer), (tx) =>
      idempotently(tx, idempotencyKey, 'view:edit', { id, version, ...given }, async () => {
        const before = await this.open(tx, call, 'view:edit', given.shared ?? undefined);
        const after = {
          ...before,
          name: typedTextIfGiven(given.name) ?? before.name,
          search: given.search ?? before.search,
          shared: given.shared ?? before.shared,
        };
        refuseProblems(after);
        const isSame = after.name === before.name && after.search === before.search && after.shared === before.shared;
        if (isSame) return this.objects.one(tx, viewer, before);
        await named(after.name, () => this.views.update(tx, after));
        const event = eventOf(before, after);
        const changes: Change[] = [
          ['name', event === 'view.shared' ? null : before.name, after.name],
          ['search', event === 'view.edited' ? before.search : after.search, after.search],
        ];
        if (event) await this.record(tx, event, id, before.version + 1, changes);
        // Not read anew: an Administrator who takes back somebody's view no longer finds it.
        const isDefault = before.is_default && (after.shared || after.owner_id === viewer.personId);
        return this.objects.one(tx, viewer, { ...after, version: before.version + 1, is_default: isDefault });
      }),
    );
  }

  /** @throws NOT_FOUND, FORBIDDEN, CONFLICT */
  delete(call: SavedViewCall): Promise<void> {
    return this.database.transaction(scopeOf(call.viewer), async (tx) => {
      const row = await this.open(tx, call, 'view:delete');
      await this.views.delete(tx, row.id);
      if (row.shared) await this.record(tx, 'view.deleted', row.id, row.version, [['name', row.name, null]]);
    });
  }

  private async open(tx: Tx, call: SavedViewCall, action: SavedViewAction, shared?: boolean): Promise<SavedViewRow> {
    const { viewer, id, version } = call;
    const row = await this.views.forUpdate(tx, viewer.personId, id);
    if (!row) throw refusePlatform('NOT_FOUND', {});
    permit(viewer, action, { ownerId: row.owner_id, shared: shared ?? row.shared });
    if (row.version === version) return row;
    const { owner, ...current } = await this.objects.one(tx, viewer, row);
    // A refusal passes no resolver that would hide what only some may see: people go as their names.
    const shown = { ...current, owner: { id: owner.id, name: owner.name } };
    throw refusePlatform('CONFLICT', { currentVersion: row.version, current: shown });
  }

  private async read(tx: Tx, viewer: Viewer, id: string): Promise<SavedView> {
    const row = await this.views.find(tx, viewer.personId, id);
    if (!row) throw new Error('A view was saved and is not there.');
    return this.objects.one(tx, viewer, row);
  }

  private async record(tx: Tx, name: SavedViewEvent, id: string, version: number, changes: Change[]): Promise<void> {
    const payload = { changes: changesOf(...changes.map(([field, from, to]) => ({ field, from, to }))) };
    await this.events.append(tx, { name, subjectType: 'SavedView', subjectId: id, subjectVersion: version, payload });
  }
}

type Change = [field: string, from: string | null, to: string | null];

/** Undefined for a change of what was and stays personal. */
function eventOf(before: SavedViewRow, after: SavedViewRow): SavedViewEvent | undefined {
  if (before.shared) return after.shared ? 'view.edited' : 'view.unshared';
  return after.shared ? 'view.shared' : undefined;
}

function permit(viewer: Viewer, action: SavedViewAction, facts: SavedViewFacts): void {
  const verdict = canOnView(viewer.actor, action, facts);
  if (!verdict.allowed) throw refusePlatform('FORBIDDEN', { action, reason: verdict.reason });
}

function refuseProblems(input: SavedViewInput): void {
  const fields = savedViewProblems(input);
  if (fields.length > 0) throw refusePlatform('INVALID_INPUT', { fields });
}

/** @throws NAME_TAKEN when the write would give one person two views of one name */
async function named(name: string, write: () => Promise<void>): Promise<void> {
  try {
    await write();
  } catch (error) {
    if (violatedConstraint(error) === 'saved_views_one_name')
      throw refuseOrganization('NAME_TAKEN', { name, field: 'name' });
    throw error;
  }
}
