import { type DependencyArrow, cycleThrough } from '@chapterhouse/domain/priorities/dependency-cycle';
import { refuseDependency } from '@chapterhouse/domain/priorities/dependency-refusals';
import { refusePlatform } from '@chapterhouse/domain/refusal';
import { Inject, Injectable } from '@nestjs/common';
import type { Tx } from '../../../platform/database/tx.js';
import { DependenciesRepository } from './dependencies.repository.js';
import { dependencyKeyOf, type DependentItemRow } from './dependency-row.js';
import { refuseField } from './refuse-dependency.js';

/** What is to stand between two ends from now on. */
export interface NewEnds {
  consumerId: string;
  providerId: string | null;
  /** Counts only without an item. */
  providerTeamId: string | null;
}

/** The items and teams at the ends of dependencies, and what may stand between them. Ids are the database's. */
@Injectable()
export class DependencyEndsRead {
  constructor(@Inject(DependenciesRepository) private readonly dependencies: DependenciesRepository) {}

  /** One that something can be asked for, or of. @throws NOT_FOUND; INVALID_INPUT for one that is done or dropped */
  async openItem(tx: Tx, id: string, field: string): Promise<DependentItemRow> {
    const item = await tx.one<DependentItemRow & Record<string, unknown>>(
      `select id, external_key as key, title, tier, state, product_id, area_id, team_id
         from backlog_items where organization_id = $1 and id = $2`,
      [tx.organizationId, id],
    );
    if (!item) throw refusePlatform('NOT_FOUND', {});
    if (item.state === 'DONE' || item.state === 'DROPPED')
      refuseField(field, `${item.key} is ${item.state === 'DONE' ? 'done' : 'dropped'}; choose an open item.`);
    return item;
  }

  /** A team that can be asked. @throws NOT_FOUND; INVALID_INPUT for an archived one, or the consumer's own */
  async team(tx: Tx, id: string, consumer: DependentItemRow, today: string): Promise<void> {
    const team = await tx.one<{ name: string; archived_on: string | null }>(
      'select name, archived_on from teams where organization_id = $1 and id = $2',
      [tx.organizationId, id],
    );
    if (!team) throw refusePlatform('NOT_FOUND', {});
    if (team.archived_on !== null && team.archived_on <= today)
      refuseField('providerTeamId', `${team.name} is archived; ask a team that works.`);
    if (consumer.team_id === id)
      refuseField(
        'providerTeamId',
        `${consumer.key} is of ${team.name} itself; name the item of theirs that it needs.`,
      );
  }

  /**
   * From here on nobody else adds an arrow until the commit: those that close a circle, or stand there already, are seen.
   * @param exceptId of a dependency that changes its ends or is asked anew
   * @throws DEPENDENCY_CYCLE, DEPENDENCY_ASKED_ALREADY
   */
  async hold(tx: Tx, ends: NewEnds, exceptId: string | null = null): Promise<void> {
    const { consumerId, providerId, providerTeamId } = ends;
    await this.dependencies.holdArrows(tx);
    const twin = await this.dependencies.twin(tx, consumerId, providerId, providerTeamId, exceptId);
    if (twin) throw refuseDependency('DEPENDENCY_ASKED_ALREADY', { key: dependencyKeyOf(twin.number) });
    if (providerId !== null) await this.refuseCircle(tx, { consumerId, providerId }, exceptId);
  }

  private async refuseCircle(tx: Tx, added: DependencyArrow, exceptId: string | null): Promise<void> {
    const circle = cycleThrough(await this.dependencies.openArrows(tx, exceptId), added);
    if (circle === null) return;
    const rows = await tx.query<{ id: string; key: string }>(
      'select id, external_key as key from backlog_items where organization_id = $1 and id = any($2::uuid[])',
      [tx.organizationId, circle],
    );
    const keys = new Map(rows.map(({ id, key }) => [id, key]));
    throw refuseDependency('DEPENDENCY_CYCLE', { keys: circle.flatMap((id) => keys.get(id) ?? []) });
  }
}
