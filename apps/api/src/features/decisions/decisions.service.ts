import { canOnDecision } from '@chapterhouse/domain/decisions/decision-policy';
import { refusePlatform } from '@chapterhouse/domain/refusal';
import { Inject, Injectable } from '@nestjs/common';
import { scopeOf, type Viewer } from '../../platform/auth/viewer.js';
import { Database } from '../../platform/database/database.js';
import type { Tx } from '../../platform/database/tx.js';
import type { ThingName } from '../../platform/graphql/thing-names.js';
import { DecisionObjects } from './decision-objects.js';
import { decisionNumberOf } from './decision-row.js';
import type { Decision } from './decisions.graphql.js';
import { DecisionsRepository } from './decisions.repository.js';

/** Looking at decisions: everybody of the organization may. */
@Injectable()
export class DecisionsService {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(DecisionsRepository) private readonly decisions: DecisionsRepository,
    @Inject(DecisionObjects) private readonly objects: DecisionObjects,
  ) {}

  /** @param key `D-7`, in capitals or not @throws NOT_FOUND */
  byKey(viewer: Viewer, key: string): Promise<Decision> {
    const number = decisionNumberOf(key);
    return this.read(viewer, async (tx) => {
      const row = number === undefined ? undefined : await this.decisions.byNumber(tx, number);
      if (!row) throw refusePlatform('NOT_FOUND', {});
      return this.objects.one(tx, viewer, row);
    });
  }

  /** In the order of the ids; those of nobody here are passed over. */
  byIds(viewer: Viewer, ids: readonly string[]): Promise<Decision[]> {
    return this.read(viewer, (tx) => this.objects.byIds(tx, viewer, ids));
  }

  /** What those with these numbers are called now, in one statement. */
  names(tx: Tx, viewer: Viewer, numbers: readonly string[]): Promise<ThingName[]> {
    mayView(viewer);
    return this.decisions.names(tx, numbers);
  }

  private read<T>(viewer: Viewer, work: (tx: Tx) => Promise<T>): Promise<T> {
    mayView(viewer);
    return this.database.transaction(scopeOf(viewer), work);
  }
}

/** @throws FORBIDDEN */
function mayView(viewer: Viewer): void {
  const verdict = canOnDecision(viewer.actor, 'decision:view');
  if (!verdict.allowed) throw refusePlatform('FORBIDDEN', { action: 'decision:view', reason: verdict.reason });
}
