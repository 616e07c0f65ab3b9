import type { SavedViewScreen } from '@chapterhouse/domain/impediments/saved-view-fields';
import { Injectable } from '@nestjs/common';
import type { Tx } from '../../../platform/database/tx.js';

export interface SavedViewRow {
  id: string;
  owner_id: string;
  name: string;
  screen: SavedViewScreen;
  search: string;
  shared: boolean;
  version: number;
  is_default: boolean;
}

export interface NewSavedView {
  id: string;
  ownerId: string;
  name: string;
  screen: SavedViewScreen;
  search: string;
  shared: boolean;
}

/** Far more than anybody looks through; one's own come first. */
const MOST_LISTED = 500;

/** Views as one person finds them: their own and the shared ones, never somebody else's personal one. */
@Injectable()
export class SavedViewsRepository {
  visible(tx: Tx, personId: string): Promise<SavedViewRow[]> {
    return tx.query<SavedViewRow & Record<string, unknown>>(
      `${VISIBLE} order by v.owner_id <> $2, lower(v.name), v.id limit ${MOST_LISTED}`,
      [tx.organizationId, personId],
    );
  }

  find(tx: Tx, personId: string, id: string): Promise<SavedViewRow | undefined> {
    return tx.one<SavedViewRow & Record<string, unknown>>(`${VISIBLE} and v.id = $3`, [
      tx.organizationId,
      personId,
      id,
    ]);
  }

  /** As `find`, locked until the transaction ends. */
  async forUpdate(tx: Tx, personId: string, id: string): Promise<SavedViewRow | undefined> {
    // Two statements on purpose: the second one's snapshot is younger than the wait for the lock.
    const locked = await tx.run('select 1 from saved_views where organization_id = $1 and id = $2 for update', [
      tx.organizationId,
      id,
    ]);
    return locked === 0 ? undefined : this.find(tx, personId, id);
  }

  /** How many one person has; whoever saves another one of theirs waits from here until the commit. */
  async countOf(tx: Tx, personId: string): Promise<number> {
    await tx.run('select 1 from people where organization_id = $1 and id = $2 for no key update', [
      tx.organizationId,
      personId,
    ]);
    const row = await tx.one<{ count: number }>(
      'select count(*) from saved_views where organization_id = $1 and owner_id = $2',
      [tx.organizationId, personId],
    );
    return row?.count ?? 0;
  }

  async insert(tx: Tx, view: NewSavedView): Promise<void> {
    await tx.run(
      `insert into saved_views (organization_id, id, owner_id, name, screen, search, shared) values ($1, $2, $3, $4, $5, $6, $7)`,
      [tx.organizationId, view.id, view.ownerId, view.name, view.screen, view.search, view.shared],
    );
  }

  /** What is no longer shared is nobody else's default. */
  async update(tx: Tx, view: SavedViewRow): Promise<void> {
    await tx.run(
      `update saved_views set name = $4, search = $5, shared = $6, version = version + 1
        where organization_id = $1 and id = $2 and version = $3`,
      [tx.organizationId, view.id, view.version, view.name, view.search, view.shared],
    );
    if (view.shared) return;
    await tx.run('delete from saved_view_defaults where organization_id = $1 and view_id = $2 and person_id <> $3', [
      tx.organizationId,
      view.id,
      view.owner_id,
    ]);
  }

  async delete(tx: Tx, id: string): Promise<void> {
    await tx.run('delete from saved_views where organization_id = $1 and id = $2', [tx.organizationId, id]);
  }

  async setDefault(tx: Tx, personId: string, viewId: string): Promise<void> {
    await tx.run(
      `insert into saved_view_defaults (organization_id, person_id, view_id) values ($1, $2, $3)
       on conflict (organization_id, person_id) do update set view_id = excluded.view_id`,
      [tx.organizationId, personId, viewId],
    );
  }

  async clearDefault(tx: Tx, personId: string): Promise<void> {
    await tx.run('delete from saved_view_defaults where organization_id = $1 and person_id = $2', [
      tx.organizationId,
      personId,
    ]);
  }
}

const VISIBLE = `
  select v.id, v.owner_id, v.name, v.screen, v.search, v.shared, v.version, d.view_id is not null as is_default
    from saved_views v
    left join saved_view_defaults d
      on d.organization_id = v.organization_id and d.person_id = $2 and d.view_id = v.id
   where v.organization_id = $1 and (v.owner_id = $2 or v.shared)`;
