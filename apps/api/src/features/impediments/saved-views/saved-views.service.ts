import { can } from '@chapterhouse/domain/impediments/impediment-policy';
import { refusePlatform } from '@chapterhouse/domain/refusal';
import { Inject, Injectable } from '@nestjs/common';
import { scopeOf, type Viewer } from '../../../platform/auth/viewer.js';
import { Database } from '../../../platform/database/database.js';
import type { Tx } from '../../../platform/database/tx.js';
import { SavedViewObjects } from './saved-view-objects.js';
import type { SavedView } from './saved-views.graphql.js';
import { SavedViewsRepository } from './saved-views.repository.js';

/** The views that somebody finds in their list, and which one their board opens with. */
@Injectable()
export class SavedViewsService {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(SavedViewsRepository) private readonly views: SavedViewsRepository,
    @Inject(SavedViewObjects) private readonly objects: SavedViewObjects,
  ) {}

  /** One's own first, then what others share, each by name. */
  list(viewer: Viewer): Promise<SavedView[]> {
    mayView(viewer);
    return this.database.transaction(scopeOf(viewer), (tx) => this.listIn(tx, viewer));
  }

  find(viewer: Viewer, id: string): Promise<SavedView | undefined> {
    mayView(viewer);
    return this.database.transaction(scopeOf(viewer), async (tx) => {
      const row = await this.views.find(tx, viewer.personId, id);
      return row && this.objects.one(tx, viewer, row);
    });
  }

  /** A setting of the viewer alone, so nothing goes on the record. @throws NOT_FOUND for a view that they do not see */
  setDefault(viewer: Viewer, id: string | null): Promise<SavedView[]> {
    mayView(viewer);
    return this.database.transaction(scopeOf(viewer), async (tx) => {
      if (id === null) await this.views.clearDefault(tx, viewer.personId);
      else {
        const row = await this.views.forUpdate(tx, viewer.personId, id);
        if (!row) throw refusePlatform('NOT_FOUND', {});
        await this.views.setDefault(tx, viewer.personId, row.id);
      }
      return this.listIn(tx, viewer);
    });
  }

  private async listIn(tx: Tx, viewer: Viewer): Promise<SavedView[]> {
    return this.objects.many(tx, viewer, await this.views.visible(tx, viewer.personId));
  }
}

function mayView(viewer: Viewer): void {
  const verdict = can(viewer.actor, 'impediment:view');
  if (!verdict.allowed) throw refusePlatform('FORBIDDEN', { action: 'impediment:view', reason: verdict.reason });
}
