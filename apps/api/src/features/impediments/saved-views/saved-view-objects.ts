import { viewerCanOnView } from '@chapterhouse/domain/impediments/saved-view-policy';
import { Inject, Injectable } from '@nestjs/common';
import type { Viewer } from '../../../platform/auth/viewer.js';
import type { Tx } from '../../../platform/database/tx.js';
import { globalId } from '../../../platform/graphql/global-id.js';
import { ImpedimentReferences } from '../impediment-references.js';
import type { SavedView } from './saved-views.graphql.js';
import type { SavedViewRow } from './saved-views.repository.js';

/** Rows to GraphQL objects: owners by one query, whatever the number of views. */
@Injectable()
export class SavedViewObjects {
  constructor(@Inject(ImpedimentReferences) private readonly references: ImpedimentReferences) {}

  async many(tx: Tx, viewer: Viewer, rows: readonly SavedViewRow[]): Promise<SavedView[]> {
    const owners = await this.references.people(
      tx,
      viewer.today,
      rows.map((row) => row.owner_id),
    );
    return rows.map((row) => ({
      id: globalId('SavedView', row.id),
      name: row.name,
      screen: row.screen,
      search: row.search,
      shared: row.shared,
      isDefault: row.is_default,
      owner: owners.person(row.owner_id),
      version: row.version,
      viewerCan: viewerCanOnView(viewer.actor, { ownerId: row.owner_id, shared: row.shared }),
    }));
  }

  async one(tx: Tx, viewer: Viewer, row: SavedViewRow): Promise<SavedView> {
    const [view] = await this.many(tx, viewer, [row]);
    if (!view) throw new Error('One row makes one view.');
    return view;
  }
}
