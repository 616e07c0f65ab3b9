import { commentMark, type ImpedimentWrite } from '@chapterhouse/domain/imports/impediment-plan';
import type { JiraComment } from '@chapterhouse/domain/imports/jira-issue';
import { JIRA_PEOPLE, UNKNOWN_PERSON } from '@chapterhouse/domain/imports/jira-plan';
import type { IdentityBook } from '@chapterhouse/domain/imports/present-organization';
import type { OrganizationPlan } from '@chapterhouse/domain/imports/organization-plan';
import { Inject, Injectable } from '@nestjs/common';
import { inBatches } from '../../../platform/database/in-batches.js';
import type { Tx } from '../../../platform/database/tx.js';
import { ImpedimentHistory, ImpedimentUpdates, type LocatedImpediment } from '../../impediments/public.js';
import type { ImportSteps } from '../import-steps.js';
import { ExternalIdentitiesRepository } from './external-identities.repository.js';

/** To a step: with large texts, and a history each. */
const IMPEDIMENTS = 100;
const EFFECTS: ImpedimentWrite['effect'][] = ['update', 'create'];

/** Writes impediments with their history, in steps. */
@Injectable()
export class ApplyImpediments {
  constructor(
    @Inject(ExternalIdentitiesRepository) private readonly identities: ExternalIdentitiesRepository,
    @Inject(ImpedimentHistory) private readonly history: ImpedimentHistory,
    @Inject(ImpedimentUpdates) private readonly updates: ImpedimentUpdates,
  ) {}

  /** What was said in these, so that no format brings it again. */
  async said(tx: Tx, ids: readonly string[]): Promise<Set<string>> {
    const marks = new Set<string>();
    await inBatches(ids, async (batch) => {
      for (const comment of await this.updates.commentsOf(tx, batch)) marks.add(commentMark(comment));
    });
    return marks;
  }

  async apply(
    steps: ImportSteps,
    writes: ImpedimentWrite[],
    organization: OrganizationPlan,
    book: IdentityBook,
  ): Promise<void> {
    for (const effect of EFFECTS)
      await steps.inSteps(
        writes.filter((write) => write.effect === effect),
        IMPEDIMENTS,
        async (tx, batch) => {
          const sources = batch.flatMap(({ fact }) => (fact.source === null ? [] : [fact.source]));
          const sourceIds = await this.history.ensureSources(tx, sources);
          const located = batch.map((write): LocatedImpediment => locate(write, organization, sourceIds));
          await (effect === 'update' ? this.updates.update(tx, located) : this.history.insert(tx, located));
          const ids = new Set(batch.map(({ id }) => id));
          await this.identities.save(
            tx,
            book.changed.filter(({ kind, entityId }) => OWN_KINDS.includes(kind) && ids.has(entityId)),
          );
        },
        true,
      );
  }
}

const OWN_KINDS = ['impediment', 'comment'];

function locate(
  { id, fact, description, comments }: ImpedimentWrite,
  { placeIds, personIds }: OrganizationPlan,
  sourceIds: Map<string, string>,
): LocatedImpediment {
  const person = (key: string): string => known(personIds.get(`${JIRA_PEOPLE}:${key}`), key);
  const team = (key: string): string => known(placeIds.get(`team:${key}`), key);
  return {
    id,
    title: fact.title,
    description,
    category: fact.category,
    severity: fact.severity,
    state: fact.state,
    raisedById: person(fact.raisedBy ?? UNKNOWN_PERSON.key),
    raisedAt: fact.raisedAt,
    raisingTeamId: team(fact.raisingTeam),
    affectedTeamIds: fact.affectedTeams.map(team),
    sourceId: fact.source === null ? null : known(sourceIds.get(fact.source.name.toLowerCase()), fact.source.name),
    ownerId: fact.owner === null ? null : person(fact.owner),
    resolution: fact.resolution,
    resolvedAt: fact.resolvedAt,
    closedAt: fact.resolvedAt,
    blockedItemKeys: fact.blockedItems,
    comments: comments.map((comment: JiraComment) => ({
      authorId: person(comment.author?.key ?? UNKNOWN_PERSON.key),
      body: comment.body,
      at: comment.at,
    })),
  };
}

function known(id: string | undefined, key: string): string {
  if (id === undefined) throw new Error(`The plan names ${key} without its id.`);
  return id;
}
