import { plannedDayProblems } from '@chapterhouse/domain/priorities/dependency-fields';
import { canOnDependency } from '@chapterhouse/domain/priorities/dependency-policy';
import { mayEditItem } from '@chapterhouse/domain/priorities/priorities-policy';
import { refusePlatform } from '@chapterhouse/domain/refusal';
import { Inject, Injectable } from '@nestjs/common';
import { scopeOf, type Viewer } from '../../../platform/auth/viewer.js';
import { Database } from '../../../platform/database/database.js';
import { newId } from '../../../platform/database/new-id.js';
import type { Tx } from '../../../platform/database/tx.js';
import { idempotently } from '../../../platform/graphql/idempotency.js';
import { excerpt, typedText } from '../../../platform/graphql/typed-text.js';
import { AnswerClock } from './answer-clock.js';
import { DependenciesRepository } from './dependencies.repository.js';
import { type Dependency, dependencyOf } from './dependencies.graphql.js';
import { DependencyEndsRead } from './dependency-ends.js';
import type { DependentItemRow } from './dependency-row.js';
import { DependencyTransaction } from './dependency-transaction.js';
import { refuseDependencyProblems, refuseField } from './refuse-dependency.js';

/** What is asked for, and of whom; ids as in the database. */
export interface DependencyRequest {
  consumerId: string;
  providerId: string | null;
  providerTeamId: string | null;
  /** YYYY-MM-DD */
  neededBy: string;
  words: string;
}

@Injectable()
export class RequestDependency {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(DependenciesRepository) private readonly dependencies: DependenciesRepository,
    @Inject(DependencyEndsRead) private readonly ends: DependencyEndsRead,
    @Inject(DependencyTransaction) private readonly transaction: DependencyTransaction,
    @Inject(AnswerClock) private readonly clock: AnswerClock,
  ) {}

  /** @throws NOT_FOUND, FORBIDDEN, INVALID_INPUT, DEPENDENCY_CYCLE, DEPENDENCY_ASKED_ALREADY */
  request(viewer: Viewer, given: DependencyRequest, idempotencyKey: string | null | undefined): Promise<Dependency> {
    return this.database.transaction(scopeOf(viewer), (tx) =>
      idempotently(tx, idempotencyKey, 'dependency:request', given, async () => {
        const consumer = await this.ends.openItem(tx, given.consumerId, 'consumerId');
        permit(viewer, consumer);
        await this.provider(tx, viewer, given, consumer);
        const words = typedText(given.words);
        const { neededBy, providerId, providerTeamId } = given;
        refuseDependencyProblems({ words, neededBy }, ...plannedDayProblems('neededBy', neededBy, viewer.today));
        const id = newId();
        const at = viewer.now.toISOString();
        const { answer_due_at: answerDueAt } = await this.clock.from(tx, viewer.now);
        // Late on purpose: whoever asks for something next waits until the commit.
        await this.ends.hold(tx, given);
        await this.dependencies.insert(tx, {
          id,
          consumerId: consumer.id,
          providerId,
          providerTeamId,
          words,
          neededBy,
          requestedBy: viewer.personId,
          at,
          answerDueAt,
        });
        await this.dependencies.addStep(tx, id, {
          state: 'REQUESTED',
          byId: viewer.personId,
          at,
          date: neededBy,
          words,
        });
        const row = await this.dependencies.byId(tx, id);
        if (!row) throw new Error('A dependency was asked for and is not there.');
        await this.transaction.tell(tx, viewer, row, {
          event: 'dependency.requested',
          version: row.version,
          changes: [
            { field: 'consumer', from: null, to: consumer.key },
            { field: 'provider', from: null, to: row.provider?.key ?? row.provider_name },
            { field: 'neededBy', from: null, to: neededBy },
          ],
          note: excerpt(words) ?? '',
        });
        return dependencyOf(row);
      }),
    );
  }

  /** Either an item or a team. */
  private async provider(
    tx: Tx,
    viewer: Viewer,
    { providerId, providerTeamId }: DependencyRequest,
    consumer: DependentItemRow,
  ): Promise<void> {
    if ((providerId === null) === (providerTeamId === null))
      refuseField('providerId', 'Say which item provides it, or which team is asked: one of the two.');
    if (providerId !== null) await this.ends.openItem(tx, providerId, 'providerId');
    if (providerTeamId !== null) await this.ends.team(tx, providerTeamId, consumer, viewer.today);
  }
}

function permit({ actor }: Viewer, item: DependentItemRow): void {
  const place = { teamId: item.team_id, areaId: item.area_id, productId: item.product_id };
  const mayEditConsumer = mayEditItem(actor, { tier: item.tier, ...place });
  const facts = { mayEditConsumer, mayEditProvider: false, providerPlace: null };
  const verdict = canOnDependency(actor, 'dependency:request', facts);
  if (!verdict.allowed) throw refusePlatform('FORBIDDEN', { action: 'dependency:request', reason: verdict.reason });
}
