import {
  conflictsOf,
  conflictWords,
  type DependencyConflict,
  isUnanswered,
} from '@chapterhouse/domain/priorities/dependency-conflicts';
import { waitsForPeople } from '@chapterhouse/domain/priorities/dependency-people';
import { type DependencyAction, viewerCanOnDependency } from '@chapterhouse/domain/priorities/dependency-policy';
import { Inject, Injectable } from '@nestjs/common';
import { scopeOf, type Viewer } from '../../../platform/auth/viewer.js';
import { Database } from '../../../platform/database/database.js';
import type { Tx } from '../../../platform/database/tx.js';
import { ProductOrderRead } from '../order/product-order.read.js';
import { DependenciesRepository } from './dependencies.repository.js';
import { DependencyPeopleRead } from './dependency-people.read.js';
import { type DependencyRow, endedSideOf, endsOf, factsOf } from './dependency-row.js';
import { policyFactsOf } from './dependency-transaction.js';

/** How a dependency stands now: what follows from it, from its items and from the people around it. */
export interface DependencyStanding {
  overdue: boolean;
  conflicts: DependencyConflict[];
  conflictWords: string[];
  /** The database's ids of people. */
  waitsFor: string[];
  viewerCan: DependencyAction[];
}

/** Reads that cost the same few statements for any number of dependencies. */
@Injectable()
export class DependencyStandingsRead {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(DependenciesRepository) private readonly dependencies: DependenciesRepository,
    @Inject(DependencyPeopleRead) private readonly people: DependencyPeopleRead,
    @Inject(ProductOrderRead) private readonly orders: ProductOrderRead,
  ) {}

  /** By the database's ids. */
  of(viewer: Viewer, ids: readonly string[]): Promise<Map<string, DependencyStanding>> {
    return this.database.transaction(scopeOf(viewer), async (tx) =>
      this.ofRows(tx, viewer, await this.dependencies.byIds(tx, ids)),
    );
  }

  /** In a transaction that is open already. */
  async ofRows(tx: Tx, viewer: Viewer, rows: readonly DependencyRow[]): Promise<Map<string, DependencyStanding>> {
    const positions = await this.positionsAround(tx, rows);
    const people = await this.people.around(tx, rows, viewer.today);
    const now = viewer.now.getTime();
    return new Map(
      rows.map((row) => {
        const facts = factsOf(row, positions);
        const conflicts = conflictsOf(facts, now);
        const ended = endedSideOf(row);
        const present = { ...facts, hasImpediment: row.impediment_id !== null, ended };
        return [
          row.id,
          {
            overdue: isUnanswered(facts, now),
            conflicts,
            conflictWords: conflictWords(facts, conflicts),
            waitsFor: ended === null ? waitsForPeople(row.state, people, endsOf(row), viewer.today) : [],
            viewerCan: viewerCanOnDependency(viewer.actor, policyFactsOf(viewer, row), present, now),
          },
        ];
      }),
    );
  }

  /** Conflicts alone, for whoever does not ask who may what. */
  async conflictsOf(tx: Tx, rows: readonly DependencyRow[], now: Date): Promise<Map<string, DependencyConflict[]>> {
    const positions = await this.positionsAround(tx, rows);
    return new Map(rows.map((row) => [row.id, conflictsOf(factsOf(row, positions), now.getTime())]));
  }

  private positionsAround(tx: Tx, rows: readonly DependencyRow[]): Promise<Map<string, number>> {
    const ids = rows.flatMap(({ consumer, provider }) => (provider ? [consumer.id, provider.id] : []));
    return ids.length === 0 ? Promise.resolve(new Map()) : this.orders.positionsOf(tx, [...new Set(ids)]);
  }
}
