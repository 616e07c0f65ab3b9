import { resultProblems, trialProblems } from '@chapterhouse/domain/communities/community-fields';
import type { FieldChange } from '@chapterhouse/domain/event-payload';
import { refusePlatform } from '@chapterhouse/domain/refusal';
import { Inject, Injectable } from '@nestjs/common';
import type { Tx } from '../../../platform/database/tx.js';
import { excerpt } from '../../../platform/graphql/typed-text.js';
import { refuseField, refuseProblems } from '../communities/community-permission.js';
import { OrganizationReferences, ReachablePeopleRead } from '../../organization/public.js';
import { type CallOfIdea, type IdeaStep, IdeaTransaction } from './idea-transaction.js';
import type { Idea } from './ideas.graphql.js';
import { IdeasRepository } from './ideas.repository.js';

/** What an idea became, as it was typed. */
export interface AdoptedAs {
  artifactKey: string | null;
  decisionKey: string | null;
}

/** From a trial in a team to what came of it. */
@Injectable()
export class TryIdea {
  constructor(
    @Inject(IdeaTransaction) private readonly frame: IdeaTransaction,
    @Inject(IdeasRepository) private readonly ideas: IdeasRepository,
    @Inject(OrganizationReferences) private readonly organization: OrganizationReferences,
    @Inject(ReachablePeopleRead) private readonly people: ReachablePeopleRead,
  ) {}

  /** The team's people hear of it. @param until the last day, YYYY-MM-DD @throws NOT_FOUND, FORBIDDEN, COMMUNITY_CLOSED, IDEA_IN_OTHER_STATE, CONFLICT, INVALID_INPUT */
  start(call: CallOfIdea, teamId: string, until: string): Promise<Idea> {
    const step: IdeaStep = async ({ tx, row, viewer }) => {
      const team = (await this.organization.teamsIn(tx, [teamId])).get(teamId);
      if (!team) throw refusePlatform('NOT_FOUND', {});
      if (team.archivedOn !== null && team.archivedOn <= viewer.today)
        refuseField('teamId', 'This team is archived; choose another one.');
      refuseProblems(trialProblems(until, viewer.today));
      const members = await this.people.membersOf(tx, [teamId]);
      const changes: FieldChange[] = [
        { field: 'team', from: null, to: team.name },
        { field: 'trialUntil', from: null, to: until },
      ];
      const columns = { trial_team_id: teamId, trial_until: until, result: null };
      const told = [...new Set([row.by_id, ...members])];
      return { event: 'idea.trial-started', columns, changes, told };
    };
    return this.frame.move(call, 'idea:try', step, teamId);
  }

  /** @throws as `start` */
  end(call: CallOfIdea, result: string): Promise<Idea> {
    return this.frame.move(call, 'idea:end-trial', async ({ row }) => {
      refuseProblems(resultProblems(result));
      const changes = [{ field: 'result', from: null, to: excerpt(result) }];
      return {
        event: 'idea.trial-ended',
        columns: { result },
        changes,
        note: excerpt(result) ?? '',
        told: [row.by_id],
      };
    });
  }

  /** It became something that holds: published by a community, or decided. @throws as `start` */
  adopt(call: CallOfIdea, as: AdoptedAs): Promise<Idea> {
    return this.frame.move(call, 'idea:adopt', async ({ tx, row }) => {
      if (as.artifactKey === null && as.decisionKey === null)
        refuseField('artifactKey', 'Say what it became: the key of an artifact (A-5) or of a decision (D-7).');
      const columns = {
        artifact_id: await this.named(tx, 'artifacts', as.artifactKey),
        decision_id: await this.named(tx, 'decisions', as.decisionKey),
      };
      const changes = [
        ...(as.artifactKey === null ? [] : [{ field: 'artifact', from: null, to: as.artifactKey.toUpperCase() }]),
        ...(as.decisionKey === null ? [] : [{ field: 'decision', from: null, to: as.decisionKey.toUpperCase() }]),
      ];
      return { event: 'idea.adopted', columns, changes, told: [row.by_id] };
    });
  }

  private async named(tx: Tx, table: 'artifacts' | 'decisions', key: string | null): Promise<string | null> {
    if (key === null) return null;
    const { form, field } = KEYS[table];
    const number = form.exec(key.trim())?.[1];
    const id = number === undefined ? undefined : await this.ideas.numbered(tx, table, Number(number));
    return id ?? refuseField(field, `There is no ${key.trim()} here; look at its key again.`);
  }
}

const KEYS = {
  artifacts: { form: /^A-?([1-9]\d{0,8})$/iu, field: 'artifactKey' },
  decisions: { form: /^D-?([1-9]\d{0,8})$/iu, field: 'decisionKey' },
} as const;
