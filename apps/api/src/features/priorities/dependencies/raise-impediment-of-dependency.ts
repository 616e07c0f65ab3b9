import { isUnanswered } from '@chapterhouse/domain/priorities/dependency-conflicts';
import { refuseDependency } from '@chapterhouse/domain/priorities/dependency-refusals';
import { refuseUnlessLegalForDependency } from '@chapterhouse/domain/priorities/dependency-state';
import { Inject, Injectable } from '@nestjs/common';
import type { Viewer } from '../../../platform/auth/viewer.js';
import type { Tx } from '../../../platform/database/tx.js';
import { readId } from '../../../platform/graphql/global-id.js';
import { RaiseImpediment, type Raising } from '../../impediments/public.js';
import type { Dependency } from './dependencies.graphql.js';
import { dependencyKeyOf, type DependencyRow } from './dependency-row.js';
import { type DependencyCall, DependencyTransaction } from './dependency-transaction.js';
import { refuseEnded, refuseField, unlessRefused } from './refuse-dependency.js';

/** Nobody answered in time: then it is an impediment, in one click. */
@Injectable()
export class RaiseImpedimentOfDependency {
  constructor(
    @Inject(DependencyTransaction) private readonly transaction: DependencyTransaction,
    @Inject(RaiseImpediment) private readonly impediments: RaiseImpediment,
  ) {}

  /** @throws as `DependencyTransaction`, DEPENDENCY_ITEM_ENDED, DEPENDENCY_STILL_IN_TIME, DEPENDENCY_RAISED_ALREADY */
  raise(call: DependencyCall): Promise<Dependency> {
    return this.transaction.change(call, 'dependency:raise-impediment', async ({ tx, row, viewer, save }) => {
      unlessRefused(refuseUnlessLegalForDependency(row.state, 'dependency:raise-impediment'));
      refuseEnded(row);
      if (row.impediment_id !== null)
        throw refuseDependency('DEPENDENCY_RAISED_ALREADY', { key: await keyOf(tx, row.impediment_id) });
      const { answer_due_at: answerDueAt, state } = row;
      const due = answerDueAt === null ? null : Date.parse(answerDueAt);
      if (answerDueAt !== null && !isUnanswered({ state, answerDueAt: due }, viewer.now.getTime()))
        throw refuseDependency('DEPENDENCY_STILL_IN_TIME', { answerDueAt });
      const raised = await this.impediments.raiseIn(tx, viewer, await raisingOf(tx, viewer, row));
      const version = await save({ impediment_id: readId('Impediment', raised.id) }, null);
      return {
        event: 'dependency.impediment-raised',
        version,
        changes: [{ field: 'impediment', from: null, to: raised.key }],
      };
    });
  }
}

/** It affects the team that needs it, blocks its item, and waits for the team that was asked. */
async function raisingOf(tx: Tx, viewer: Viewer, row: DependencyRow): Promise<Raising> {
  const { consumer, provider_name: asked } = row;
  const teamId = consumer.team_id ?? ownTeamOf(viewer);
  if (teamId === null)
    return refuseField('id', `Give ${consumer.key} a team first: an impediment is raised by a team.`);
  const sourceId = row.provider_team_id === null ? null : await sourceOf(tx, row.provider_team_id);
  return {
    title: `${consumer.key} waits for an answer of ${asked} (${dependencyKeyOf(row.number)})`.slice(0, 200),
    description: row.words,
    category: 'PROCESS',
    raisingTeamId: teamId,
    affectedTeamIds: [teamId],
    sourceId,
    newSource: sourceId === null ? { name: asked, kind: row.provider_team_id === null ? 'DEPARTMENT' : 'TEAM' } : null,
    blockedItemKeys: [consumer.key],
  };
}

function ownTeamOf({ actor }: Viewer): string | null {
  return actor.assignments.find(({ teamId }) => teamId !== null)?.teamId ?? null;
}

/** What the organization calls this team where teams wait for it; null: nobody waited for it yet. */
async function sourceOf(tx: Tx, teamId: string): Promise<string | null> {
  const row = await tx.one<{ id: string }>(
    `select id from sources where organization_id = $1 and kind = 'TEAM' and team_id = $2 and merged_into_id is null
      order by id limit 1`,
    [tx.organizationId, teamId],
  );
  return row?.id ?? null;
}

async function keyOf(tx: Tx, impedimentId: string): Promise<string> {
  const row = await tx.one<{ number: number }>(
    'select number from impediments where organization_id = $1 and id = $2',
    [tx.organizationId, impedimentId],
  );
  return `IMP-${row?.number ?? ''}`;
}
