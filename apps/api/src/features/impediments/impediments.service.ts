import { refusePlatform } from '@chapterhouse/domain/refusal';
import { Inject, Injectable } from '@nestjs/common';
import { scopeOf, type Viewer } from '../../platform/auth/viewer.js';
import { Database } from '../../platform/database/database.js';
import type { Tx } from '../../platform/database/tx.js';
import { type Connection, toConnection } from '../../platform/graphql/connection.js';
import type { Filter } from './impediment-filter.js';
import type { ThingName } from '../../platform/graphql/thing-names.js';
import { ImpedimentLevels } from './impediment-levels.js';
import { ImpedimentObjects } from './impediment-objects.js';
import { type ImpedimentRow, numberOf } from './impediment-row.js';
import { ImpedimentsRepository } from './impediments.repository.js';
import type { Impediment, ImpedimentLevel } from './impediments.graphql.js';
import { mayView } from './may-view.js';
import { type PageArgs, pageByMoment } from '../../platform/graphql/page-key.js';

/** A page that knows what it is a page of: the total is counted only for those who ask. */
export interface ImpedimentPage extends Connection<Impediment> {
  filter: Filter;
}

/** Asking for impediments; whoever is of the organization sees all of them, and permission is decided once per call. */
@Injectable()
export class ImpedimentsService {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(ImpedimentsRepository) private readonly impediments: ImpedimentsRepository,
    @Inject(ImpedimentObjects) private readonly objects: ImpedimentObjects,
    @Inject(ImpedimentLevels) private readonly levelsOf: ImpedimentLevels,
  ) {}

  /** @throws NOT_FOUND */
  async byKey(viewer: Viewer, key: string): Promise<Impediment> {
    const number = numberOf(key);
    const [found] = await this.read(viewer, async (tx) => {
      const row = number === undefined ? undefined : await this.impediments.byNumber(tx, number);
      return row ? [row] : [];
    });
    if (!found) throw refusePlatform('NOT_FOUND', {});
    return found;
  }

  /** By the database's ids; those that nobody here has are missing in the answer. */
  async byIds(viewer: Viewer, ids: readonly string[]): Promise<Impediment[]> {
    return this.read(viewer, (tx) => this.impediments.byIds(tx, ids));
  }

  /** What those with these numbers are called now, in one statement. */
  names(tx: Tx, viewer: Viewer, numbers: readonly string[]): Promise<ThingName[]> {
    mayView(viewer);
    return this.impediments.names(tx, numbers);
  }

  /** Latest change first. @throws INVALID_INPUT for a page or cursor that is none */
  async page(viewer: Viewer, args: PageArgs, filter: Filter): Promise<ImpedimentPage> {
    mayView(viewer);
    const page = pageByMoment(args);
    return this.database.transaction(scopeOf(viewer), async (tx) => {
      const rows = await this.impediments.page(tx, filter, page);
      const shown = await this.objects.many(tx, viewer, rows.slice(0, page.size));
      const nodes = new Map(shown.map((impediment, index) => [rows[index], impediment]));
      const nodeOf = (row: ImpedimentRow): Impediment => {
        const node = nodes.get(row);
        if (!node) throw new Error('Every row of the page is an object.');
        return node;
      };
      return { ...toConnection(page, rows, 0, (row) => [row.updated_at, row.id], nodeOf), filter };
    });
  }

  async total(viewer: Viewer, filter: Filter): Promise<number> {
    mayView(viewer);
    return this.database.transaction(scopeOf(viewer), (tx) => this.impediments.count(tx, filter));
  }

  descriptions(viewer: Viewer, ids: readonly string[]): Promise<Map<string, string>> {
    mayView(viewer);
    return this.database.transaction(scopeOf(viewer), (tx) => this.impediments.descriptions(tx, ids));
  }

  levels(viewer: Viewer): Promise<ImpedimentLevel[]> {
    mayView(viewer);
    return this.database.transaction(scopeOf(viewer), async (tx) => [...(await this.levelsOf.ladder(tx)).levels]);
  }

  private read(viewer: Viewer, find: (tx: Tx) => Promise<ImpedimentRow[]>): Promise<Impediment[]> {
    mayView(viewer);
    return this.database.transaction(scopeOf(viewer), async (tx) => this.objects.many(tx, viewer, await find(tx)));
  }
}
