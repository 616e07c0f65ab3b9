import type { AdoptionFeel } from '@chapterhouse/domain/communities/adoption';
import type { ArtifactUseEvent } from '@chapterhouse/domain/communities/artifact-use-events';
import { answersByNode } from '@chapterhouse/domain/communities/decision-tree';
import { readDecisionTree } from '@chapterhouse/domain/communities/read-decision-tree';
import type { FieldChange } from '@chapterhouse/domain/event-payload';
import { Inject, Injectable } from '@nestjs/common';
import { newId } from '../../../platform/database/new-id.js';
import type { Tx } from '../../../platform/database/tx.js';
import { EventLog } from '../../../platform/events/event-log.js';
import { AdoptionsRepository } from '../adoption/adoptions.repository.js';
import { RunsRepository } from '../checklists/runs.repository.js';
import { WalksRepository } from '../trees/walks.repository.js';

/** What was used, of which community. Ids are the database's everywhere, moments ISO text. */
export interface UsedInStory {
  artifactId: string;
  communityId: string;
}

export interface HistoricAdoption extends UsedInStory {
  teamId: string;
  by: string;
  /** The versions that the team followed, the first one first. */
  steps: readonly { number: number; at: string }[];
  feel: AdoptionFeel | null;
  note: string;
}

export interface HistoricRun extends UsedInStory {
  versionId: string;
  title: string;
  teamId: string | null;
  by: string;
  at: string;
  /** Steps that are done, in the order in which they were. */
  ticks: readonly { stepId: string; note: string; by: string; at: string }[];
  endedAt: string | null;
}

export interface HistoricWalk {
  versionId: string;
  mermaid: string;
  by: string;
  at: string;
  /** Which of the answers was taken at each question, counted around; fewer than the tree asks for: somebody stopped there. */
  answers: readonly number[];
}

/** How people used what is published, with the dates and people of then: for the demo. Who may is not asked. */
@Injectable()
export class UseHistory {
  constructor(
    @Inject(AdoptionsRepository) private readonly adoptions: AdoptionsRepository,
    @Inject(RunsRepository) private readonly runs: RunsRepository,
    @Inject(WalksRepository) private readonly walks: WalksRepository,
    @Inject(EventLog) private readonly events: EventLog,
  ) {}

  async adoption(tx: Tx, told: HistoricAdoption): Promise<void> {
    const { steps, feel, note, by, teamId, artifactId } = told;
    const [first, ...later] = steps;
    if (!first) throw new RangeError('A team follows a version.');
    const id = newId();
    const { number, at } = first;
    await this.adoptions.insert(tx, { id, teamId, artifactId, number, since: dayOf(at), feel, note, byId: by, at });
    const happened = (
      name: ArtifactUseEvent,
      version: number,
      from: number | null,
      step: { number: number; at: string },
    ) =>
      this.tell(tx, told, {
        name,
        subject: { type: 'Adoption', id, version },
        by,
        at: step.at,
        teamId,
        changes: [{ field: 'version', from: from === null ? null : String(from), to: String(step.number) }],
      });
    await happened('adoption.begun', 1, null, first);
    let before = number;
    for (const step of later) {
      const row = await this.adoptions.forUpdate(tx, id);
      if (!row) throw new Error('An adoption was written and is not there.');
      await this.adoptions.follow(tx, id, step.number, dayOf(step.at));
      await happened('adoption.edited', await this.adoptions.update(tx, row, { number: step.number }), before, step);
      before = step.number;
    }
  }

  async run(tx: Tx, told: HistoricRun): Promise<void> {
    const { title, teamId, by, at, versionId, ticks, endedAt } = told;
    const id = newId();
    await this.runs.insert(tx, { id, versionId, title, teamId, by, at, stepCount: await this.stepsOf(tx, versionId) });
    const happened = (name: ArtifactUseEvent, version: number, of: { by: string; at: string }) =>
      this.tell(tx, told, { name, subject: { type: 'ChecklistRun', id, version }, teamId, ...of, changes: [] });
    await happened('checklist-run.started', 1, { by, at });
    for (const { stepId, ...tick } of ticks)
      await happened('checklist-run.step-ticked', await this.runs.touch(tx, id, stepId, { ...tick, done: true }), tick);
    if (endedAt !== null)
      await happened('checklist-run.ended', await this.runs.end(tx, id, by, endedAt), { by, at: endedAt });
  }

  /** Walks are counted and have no events. */
  async walk(tx: Tx, { versionId, mermaid, by, at, answers }: HistoricWalk): Promise<void> {
    const { tree, root } = readDecisionTree(mermaid);
    if (root === null) throw new RangeError('A tree that is walked has a root.');
    const offered = answersByNode(tree);
    const id = newId();
    await this.walks.insert(tx, { id, versionId, personId: by, root, at });
    for (const chosen of answers) {
      const row = await this.walks.forUpdate(tx, id);
      const there = row ? (offered.get(row.at_node) ?? []) : [];
      const answer = there[chosen % Math.max(1, there.length)];
      if (!row || !answer) return;
      await this.walks.advance(tx, row, answer, at, (offered.get(answer.to) ?? []).length === 0);
    }
  }

  private async stepsOf(tx: Tx, versionId: string): Promise<number> {
    const found = await tx.one<{ steps: number }>(
      'select jsonb_array_length(checklist) as steps from artifact_versions where organization_id = $1 and id = $2',
      [tx.organizationId, versionId],
    );
    return found?.steps ?? 0;
  }

  private tell(
    tx: Tx,
    { artifactId, communityId }: UsedInStory,
    { name, subject, by, at, teamId, changes }: Happening,
  ): Promise<void> {
    return this.events.append(tx, {
      name,
      subjectType: subject.type,
      subjectId: subject.id,
      subjectVersion: subject.version,
      actorId: by,
      at,
      payload: { communityId, artifactId, changes, ...(teamId !== null && { teamId }) },
    });
  }
}

interface Happening {
  name: ArtifactUseEvent;
  subject: { type: 'Adoption' | 'ChecklistRun'; id: string; version: number };
  by: string;
  at: string;
  teamId: string | null;
  changes: FieldChange[];
}

/** The day in UTC: near enough for a story. */
function dayOf(at: string): string {
  return at.slice(0, 10);
}
