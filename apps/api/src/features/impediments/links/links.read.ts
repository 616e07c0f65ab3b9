import { Inject, Injectable } from '@nestjs/common';
import { scopeOf, type Viewer } from '../../../platform/auth/viewer.js';
import { Database } from '../../../platform/database/database.js';
import type { Tx } from '../../../platform/database/tx.js';
import { globalId } from '../../../platform/graphql/global-id.js';
import type { Person } from '../../organization/public.js';
import { ImpedimentObjects } from '../impediment-objects.js';
import { ImpedimentReferences } from '../impediment-references.js';
import type { Impediment } from '../impediments.graphql.js';
import { ImpedimentsRepository } from '../impediments.repository.js';
import type { ImpedimentLink } from './links.graphql.js';
import { type LinkRow, LinksRepository } from './links.repository.js';

interface Pair extends Record<string, unknown> {
  impediment_id: string;
  other_id: string;
}

/** What and who hangs on impediments, each in a fixed number of statements for any number of them. By the database's ids. */
@Injectable()
export class LinksRead {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(LinksRepository) private readonly rows: LinksRepository,
    @Inject(ImpedimentsRepository) private readonly impediments: ImpedimentsRepository,
    @Inject(ImpedimentObjects) private readonly objects: ImpedimentObjects,
    @Inject(ImpedimentReferences) private readonly references: ImpedimentReferences,
  ) {}

  links(viewer: Viewer, ids: readonly string[]): Promise<Map<string, ImpedimentLink[]>> {
    return this.database.transaction(scopeOf(viewer), async (tx) => {
      const rows = await this.rows.ofImpediments(tx, ids);
      const others = await this.byId(
        tx,
        viewer,
        rows.flatMap((row) => row.other_id ?? []),
      );
      return grouped(ids, rows, (row) => linkOf(row, others));
    });
  }

  /** By name. */
  watchers(viewer: Viewer, ids: readonly string[]): Promise<Map<string, Person[]>> {
    return this.database.transaction(scopeOf(viewer), async (tx) => {
      const rows = await tx.query<Pair>(
        `select impediment_id, person_id as other_id from impediment_watchers
          where organization_id = $1 and impediment_id = any($2::uuid[])`,
        [tx.organizationId, ids],
      );
      const people = await this.references.knownPeople(
        tx,
        viewer.today,
        rows.map((row) => row.other_id),
      );
      const watchers = grouped(ids, rows, (row) => people.get(row.other_id) ?? []);
      for (const list of watchers.values()) list.sort((a, b) => a.name.localeCompare(b.name, 'en'));
      return watchers;
    });
  }

  /** The oldest first. */
  duplicates(viewer: Viewer, ids: readonly string[]): Promise<Map<string, Impediment[]>> {
    return this.database.transaction(scopeOf(viewer), async (tx) => {
      const rows = await tx.query<Pair>(
        `select duplicate_of_id as impediment_id, id as other_id from impediments
          where organization_id = $1 and duplicate_of_id = any($2::uuid[]) order by number`,
        [tx.organizationId, ids],
      );
      const found = await this.byId(
        tx,
        viewer,
        rows.map((row) => row.other_id),
      );
      return grouped(ids, rows, (row) => found.get(row.other_id) ?? []);
    });
  }

  private async byId(tx: Tx, viewer: Viewer, ids: readonly string[]): Promise<Map<string, Impediment>> {
    const rows = ids.length === 0 ? [] : await this.impediments.byIds(tx, [...new Set(ids)]);
    const found = await this.objects.many(tx, viewer, rows);
    return new Map(found.map((impediment, index) => [rows[index]?.id ?? '', impediment]));
  }
}

function grouped<Row extends { impediment_id: string }, T>(
  ids: readonly string[],
  rows: readonly Row[],
  valueOf: (row: Row) => T | readonly T[],
): Map<string, T[]> {
  const groups = new Map<string, T[]>(ids.map((id) => [id, []]));
  for (const row of rows) groups.set(row.impediment_id, (groups.get(row.impediment_id) ?? []).concat(valueOf(row)));
  return groups;
}

function linkOf(row: LinkRow, others: ReadonlyMap<string, Impediment>): ImpedimentLink {
  const impediment = row.other_id === null ? null : (others.get(row.other_id) ?? null);
  return {
    id: globalId('ImpedimentLink', row.id),
    kind: row.kind,
    title: row.title ?? impediment?.title ?? '',
    url: row.url,
    impediment,
  };
}
