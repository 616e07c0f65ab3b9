import type { ImpedimentWrite } from '@chapterhouse/domain/imports/impediment-plan';
import type { JiraComment } from '@chapterhouse/domain/imports/jira-issue';
import { JIRA_PEOPLE, UNKNOWN_PERSON } from '@chapterhouse/domain/imports/jira-plan';
import type { OrganizationPlan } from '@chapterhouse/domain/imports/organization-plan';
import { Inject, Injectable } from '@nestjs/common';
import type { Tx } from '../../../platform/database/tx.js';
import { ImpedimentHistory, ImpedimentUpdates, type LocatedImpediment } from '../../impediments/public.js';
import { inBatches } from '../../../platform/database/in-batches.js';

/** Large texts: fewer to a statement. */
const BATCH = 200;

/** Writes impediments with their history. The number of each is taken last, since others wait for it. */
@Injectable()
export class ApplyImpediments {
  constructor(
    @Inject(ImpedimentHistory) private readonly history: ImpedimentHistory,
    @Inject(ImpedimentUpdates) private readonly updates: ImpedimentUpdates,
  ) {}

  async apply(
    tx: Tx,
    writes: ImpedimentWrite[],
    organization: OrganizationPlan,
    step: (count: number) => void,
  ): Promise<void> {
    const sources = writes.flatMap(({ fact }) => (fact.source === null ? [] : [fact.source]));
    const sourceIds = await this.history.ensureSources(tx, sources);
    const located = (batch: ImpedimentWrite[]): LocatedImpediment[] =>
      batch.map((write) => locate(write, organization, sourceIds));
    const of = (effect: ImpedimentWrite['effect']): ImpedimentWrite[] =>
      writes.filter((write) => write.effect === effect);
    await inBatches(
      of('update'),
      async (batch) => {
        await this.updates.update(tx, located(batch));
        step(batch.length);
      },
      BATCH,
    );
    await inBatches(
      of('create'),
      async (batch) => {
        await this.history.insert(tx, located(batch));
        step(batch.length);
      },
      BATCH,
    );
  }
}

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
