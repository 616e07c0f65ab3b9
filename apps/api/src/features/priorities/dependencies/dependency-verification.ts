import { cycleThrough } from '@chapterhouse/domain/priorities/dependency-cycle';
import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import type { Tx } from '../../../platform/database/tx.js';
import { disagreements } from '../../../platform/events/rows-and-events.js';
import { Verifications } from '../../../platform/events/verifications.js';
import { DependenciesRepository } from './dependencies.repository.js';

/** What `verify` checks of dependencies: rows agree with events and with their last step, and nothing waits in a circle. */
@Injectable()
export class DependencyVerification implements OnModuleInit {
  constructor(
    @Inject(Verifications) private readonly verifications: Verifications,
    @Inject(DependenciesRepository) private readonly dependencies: DependenciesRepository,
  ) {}

  onModuleInit(): void {
    this.verifications.register('dependencies agree with their events', (tx) =>
      disagreements(tx, 'dependencies', 'Dependency'),
    );
    this.verifications.register('dependencies are where their last step led', lastSteps);
    this.verifications.register('dependencies close no circle', (tx) => this.circles(tx));
  }

  private async circles(tx: Tx): Promise<string[]> {
    const open = await this.dependencies.openArrows(tx, null);
    const closing = open.filter((arrow, index) => cycleThrough(open.slice(0, index), arrow) !== null);
    return closing.map(({ consumerId, providerId }) => `Item ${consumerId} waits for ${providerId} in a circle.`);
  }
}

async function lastSteps(tx: Tx): Promise<string[]> {
  const rows = await tx.query<{ number: number; state: string; step: string | null }>(
    `select d.number, d.state, s.state as step
       from dependencies d
       left join lateral (select state from dependency_steps s
                           where s.organization_id = d.organization_id and s.dependency_id = d.id
                           order by position desc limit 1) s on true
      where d.organization_id = $1 and s.state is distinct from d.state
      order by d.number limit 20`,
    [tx.organizationId],
  );
  return rows.map(({ number, state, step }) => `DEP-${number} is ${state}, its last step ${step ?? 'none'}.`);
}
