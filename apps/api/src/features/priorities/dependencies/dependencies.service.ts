import { sideToAnswer } from '@chapterhouse/domain/priorities/dependency-state';
import { waitsForPeople } from '@chapterhouse/domain/priorities/dependency-people';
import { canOnDependency } from '@chapterhouse/domain/priorities/dependency-policy';
import { refusePlatform } from '@chapterhouse/domain/refusal';
import { Inject, Injectable } from '@nestjs/common';
import { scopeOf, type Viewer } from '../../../platform/auth/viewer.js';
import { Database } from '../../../platform/database/database.js';
import type { Tx } from '../../../platform/database/tx.js';
import { type Connection, readPage, toConnection } from '../../../platform/graphql/connection.js';
import type { PageArgs } from '../../../platform/graphql/page-key.js';
import { DependenciesRepository, type StepRow } from './dependencies.repository.js';
import { type Dependency, dependencyOf } from './dependencies.graphql.js';
import { candidates, type GivenFilter } from './dependency-filter.js';
import { DependencyPeopleRead } from './dependency-people.read.js';
import { type DependencyRow, dependencyNumberOf, endedSideOf, endsOf } from './dependency-row.js';
import { DependencyStandingsRead } from './dependency-standings.read.js';

const DAY = /^\d{4}-\d{2}-\d{2}$/;
const NUMBER = /^\d{1,9}$/;

/** Looking at dependencies: everybody of the organization may. */
@Injectable()
export class DependenciesService {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(DependenciesRepository) private readonly dependencies: DependenciesRepository,
    @Inject(DependencyStandingsRead) private readonly standings: DependencyStandingsRead,
    @Inject(DependencyPeopleRead) private readonly people: DependencyPeopleRead,
  ) {}

  /** @param key `DEP-7`, in capitals or not @throws NOT_FOUND */
  byKey(viewer: Viewer, key: string): Promise<Dependency> {
    const number = dependencyNumberOf(key);
    return this.read(viewer, async (tx) => {
      const row = number === undefined ? undefined : await this.dependencies.byNumber(tx, number);
      if (!row) throw refusePlatform('NOT_FOUND', {});
      return dependencyOf(row);
    });
  }

  /** In the order of the ids; those of nobody here are passed over. */
  byIds(viewer: Viewer, ids: readonly string[]): Promise<Dependency[]> {
    return this.read(viewer, async (tx) => (await this.dependencies.byIds(tx, ids)).map(dependencyOf));
  }

  /** Of each item as consumer or provider, open ones first, then as they are needed. By the database's ids. */
  ofItems(viewer: Viewer, itemIds: readonly string[]): Promise<Map<string, Dependency[]>> {
    return this.read(viewer, async (tx) => {
      const rows = await tx.query<{ item_id: string; id: string }>(OF_ITEMS, [tx.organizationId, itemIds]);
      const found = await this.dependencies.byIds(tx, [...new Set(rows.map(({ id }) => id))]);
      const byId = new Map(found.map((row) => [row.id, dependencyOf(row)]));
      const groups = new Map<string, Dependency[]>(itemIds.map((id) => [id, []]));
      for (const { item_id: itemId, id } of rows) {
        const dependency = byId.get(id);
        if (dependency) groups.get(itemId)?.push(dependency);
      }
      return groups;
    });
  }

  /** The oldest first. By the database's ids. */
  steps(viewer: Viewer, ids: readonly string[]): Promise<Map<string, StepRow[]>> {
    return this.read(viewer, async (tx) => {
      const groups = new Map<string, StepRow[]>(ids.map((id) => [id, []]));
      for (const row of await this.dependencies.steps(tx, ids)) groups.get(row.dependency_id)?.push(row);
      return groups;
    });
  }

  /** What is needed first comes first. @throws INVALID_INPUT for a page or cursor that is none, NOT_FOUND for ids of others */
  page(viewer: Viewer, args: PageArgs, filter: GivenFilter): Promise<Connection<Dependency>> {
    const page = readPage(args.first, args.after, 2);
    const [day = '', number = ''] = page.after ?? [];
    if (page.after !== null && !(DAY.test(day) && NUMBER.test(number)))
      throw refuseField('after', 'This is no cursor of this list; start again without it.');
    return this.read(viewer, async (tx) => {
      const listed = await this.narrowed(tx, viewer, filter, await candidates(tx, viewer, filter));
      const isAfter = (row: Listed): boolean =>
        page.after === null || row.needed_by > day || (row.needed_by === day && row.number > Number(number));
      const rows = listed.filter(isAfter).slice(0, page.limit);
      const shown = await this.dependencies.byIds(
        tx,
        rows.slice(0, page.size).map(({ id }) => id),
      );
      const nodes = new Map(shown.map((row) => [row.id, dependencyOf(row)]));
      const nodeOf = ({ id }: Listed): Dependency => {
        const node = nodes.get(id);
        if (!node) throw new Error('Every row of the page is a dependency.');
        return node;
      };
      return toConnection(page, rows, listed.length, (row) => [row.needed_by, String(row.number)], nodeOf);
    });
  }

  /** What only the domain can say is asked of what the database let through. */
  private async narrowed(tx: Tx, viewer: Viewer, filter: GivenFilter, listed: Listed[]): Promise<Listed[]> {
    if (!filter.conflicts && !filter.waitsForMe) return listed;
    const rows = await this.dependencies.byIds(
      tx,
      listed.map(({ id }) => id),
    );
    const conflicts = filter.conflicts ? await this.standings.conflictsOf(tx, rows, viewer.now) : null;
    const waiting = filter.waitsForMe ? await this.waitingFor(tx, viewer, rows) : null;
    return listed.filter(
      ({ id }) => (!conflicts || (conflicts.get(id) ?? []).length > 0) && (!waiting || waiting.has(id)),
    );
  }

  private async waitingFor(tx: Tx, viewer: Viewer, rows: readonly DependencyRow[]): Promise<Set<string>> {
    const asked = rows.filter((row) => sideToAnswer(row.state) !== null && endedSideOf(row) === null);
    const people = await this.people.around(tx, asked, viewer.today);
    return new Set(
      asked
        .filter((row) => waitsForPeople(row.state, people, endsOf(row), viewer.today).includes(viewer.personId))
        .map(({ id }) => id),
    );
  }

  private read<T>(viewer: Viewer, work: (tx: Tx) => Promise<T>): Promise<T> {
    const verdict = canOnDependency(viewer.actor, 'dependency:view');
    if (!verdict.allowed) throw refusePlatform('FORBIDDEN', { action: 'dependency:view', reason: verdict.reason });
    return this.database.transaction(scopeOf(viewer), work);
  }
}

/** A row of the list, by what it is ordered by. */
export interface Listed {
  id: string;
  needed_by: string;
  number: number;
}

function refuseField(field: string, problem: string): Error {
  return refusePlatform('INVALID_INPUT', { fields: [{ field, problem }] });
}

const OF_ITEMS = `
  select given.item_id, d.id
    from unnest($2::uuid[]) as given(item_id)
    join dependencies d on d.organization_id = $1 and (d.consumer_id = given.item_id or d.provider_id = given.item_id)
   order by given.item_id, d.state not in ('REQUESTED', 'COUNTERED', 'COMMITTED'), d.needed_by, d.number`;
