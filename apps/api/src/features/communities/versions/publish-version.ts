import {
  artifactProblems,
  checklistProblems,
  leftoverProblems,
} from '@chapterhouse/domain/communities/artifact-fields';
import { refuseArtifact } from '@chapterhouse/domain/communities/artifact-refusals';
import { readDecisionTree } from '@chapterhouse/domain/communities/read-decision-tree';
import { approvalsMissing, approversOf, changesAskedBy } from '@chapterhouse/domain/communities/review-state';
import { taskListSteps } from '@chapterhouse/domain/communities/task-list-steps';
import type { ChecklistStep } from '@chapterhouse/domain/communities/version-content';
import type { FieldProblem } from '@chapterhouse/domain/refusal';
import { Inject, Injectable } from '@nestjs/common';
import { newId } from '../../../platform/database/new-id.js';
import type { ArtifactRow } from '../artifacts/artifact-row.js';
import { type ArtifactCall, ArtifactTransaction, type OpenedArtifact } from '../artifacts/artifact-transaction.js';
import { ArtifactsRepository } from '../artifacts/artifacts.repository.js';
import { CommunityMentions } from '../communities/community-mentions.js';
import { refuseField, refuseProblems } from '../communities/community-permission.js';
import { publishedPages } from '../drafts/draft-content.js';
import type { DraftRow, DraftTextRow } from '../drafts/draft-row.js';
import { DraftsRepository } from '../drafts/drafts.repository.js';
import { refuseOtherRevision } from '../drafts/write-draft.js';
import { reviewFacts } from '../reviews/review-row.js';
import { ReviewsRepository } from '../reviews/reviews.repository.js';
import { contentHash, type NewVersion } from './version-row.js';
import { VersionsRepository } from './versions.repository.js';

/** Ids are the database's; texts are typed ones. */
export interface GivenPublication {
  artifactId: string;
  revision: number;
  whatChanged: string;
  /** Undefined: the day stays. */
  reviewDueOn: string | null | undefined;
}

/** A draft becomes a version, for good: approved as it is, without anything that is left to do in it. */
@Injectable()
export class PublishVersion {
  constructor(
    @Inject(ArtifactTransaction) private readonly transaction: ArtifactTransaction,
    @Inject(ArtifactsRepository) private readonly artifacts: ArtifactsRepository,
    @Inject(DraftsRepository) private readonly drafts: DraftsRepository,
    @Inject(ReviewsRepository) private readonly reviews: ReviewsRepository,
    @Inject(VersionsRepository) private readonly versions: VersionsRepository,
    @Inject(CommunityMentions) private readonly mentions: CommunityMentions,
  ) {}

  /** @returns the version's id @throws NO_DRAFT, CONFLICT, NOT_READY_TO_PUBLISH, NOTHING_CHANGED, INVALID_INPUT */
  publish(call: ArtifactCall, given: GivenPublication): Promise<string> {
    const { viewer } = call;
    return this.transaction.run(
      call,
      'publishVersion',
      async (tx) => {
        const opened = await this.transaction.open(tx, viewer, {
          id: given.artifactId,
          action: 'version:publish',
          // Whoever wrote what somebody else published meanwhile is told that, and not that they wrote nothing.
          about: ({ draft_id: draft }) => (draft === null ? { isAuthor: true } : {}),
        });
        const { row, at } = opened;
        const draft = await this.drafts.of(tx, row.id);
        if (!draft) throw refuseArtifact('NO_DRAFT', {});
        refuseOtherRevision(draft, given.revision, { revision: draft.revision });
        refuseProblems(artifactProblems(given));
        if (typeof given.reviewDueOn === 'string' && given.reviewDueOn <= viewer.today)
          refuseField('reviewDueOn', 'Give a day that is still to come: it was looked at now.');
        const texts = await this.drafts.texts(tx, row.id);
        refuseProblems(unfinished(row, draft, texts));
        const approvedBy = await this.approversIn(opened, draft);
        const version: NewVersion = {
          id: newId(),
          artifactId: row.id,
          kind: row.kind,
          number: row.version_count + 1,
          title: row.title,
          whatChanged: given.whatChanged,
          pages: publishedPages(texts),
          checklist: stepsOf(row, draft, texts),
          mermaid: draft.mermaid,
          publishedAt: at,
          publishedBy: viewer.personId,
          approvedBy,
        };
        await this.refuseUnchanged(opened, version);
        await this.seal(opened, version, given.reviewDueOn);
        return version.id;
      },
      async (_, id) => id,
    );
  }

  /** What is thrown away is never what somebody else published. @returns the artifact's id */
  discard(call: ArtifactCall, artifactId: string, revision: number): Promise<string> {
    return this.transaction.run(
      call,
      'discardDraft',
      async (tx) => {
        const opened = await this.transaction.open(tx, call.viewer, { id: artifactId, action: 'draft:discard' });
        const draft = await this.drafts.of(tx, artifactId);
        if (!draft) throw refuseArtifact('NO_DRAFT', {});
        if (opened.row.current_version_id === null) throw refuseArtifact('NEVER_PUBLISHED', {});
        refuseOtherRevision(draft, revision, { revision: draft.revision });
        await this.reviews.end(tx, artifactId, 'DISCARDED', opened.at);
        await this.drafts.end(tx, artifactId);
        const subject = { type: 'ArtifactDraft' as const, id: draft.id };
        await opened.record({ event: 'draft.discarded', subject, version: draft.revision, changes: [] });
        return artifactId;
      },
      async (_, id) => id,
    );
  }

  /** @throws NOT_READY_TO_PUBLISH */
  private async approversIn({ tx, row }: OpenedArtifact, draft: DraftRow): Promise<string[]> {
    const [review] = await this.reviews.openOf(tx, [row.id]);
    const facts = review ? reviewFacts(review) : null;
    const missing = facts ? approvalsMissing(facts) : row.approvals_needed;
    const asking = facts ? changesAskedBy(facts) : [];
    const problems = row.kind === 'DECISION_TREE' ? readDecisionTree(draft.mermaid).problems.length : 0;
    if (missing > 0 || asking.length > 0 || problems > 0) {
      const named = await tx.query<{ name: string }>(
        'select name from people where organization_id = $1 and id = any($2::uuid[]) order by lower(name), id',
        [tx.organizationId, asking],
      );
      throw refuseArtifact('NOT_READY_TO_PUBLISH', {
        approvalsMissing: missing,
        changesAskedBy: named.map(({ name }) => name),
        treeProblems: problems,
      });
    }
    return facts ? approversOf(facts) : [];
  }

  /** @throws NOTHING_CHANGED */
  private async refuseUnchanged({ tx, row }: OpenedArtifact, version: NewVersion): Promise<void> {
    const current = row.current_version_id === null ? undefined : await this.versions.byId(tx, row.current_version_id);
    if (current?.content_hash === contentHash(version)) throw refuseArtifact('NOTHING_CHANGED', {});
  }

  private async seal(
    { tx, viewer, row, at, record }: OpenedArtifact,
    version: NewVersion,
    reviewDueOn: string | null | undefined,
  ): Promise<void> {
    const told = await this.artifacts.concerned(tx, row.id, viewer.today);
    const before = row.current_version_id === null ? [] : await this.versions.pages(tx, row.current_version_id);
    const mentions = await this.mentions.toldIn(tx, viewer.today, before.map(bodyOf), version.pages.map(bodyOf));
    await this.versions.insert(tx, version);
    await this.reviews.end(tx, row.id, 'PUBLISHED', at);
    await this.drafts.end(tx, row.id);
    const rowVersion = await this.artifacts.update(
      tx,
      row.id,
      {
        version_count: version.number,
        current_version_id: version.id,
        ...(reviewDueOn !== undefined &&
          reviewDueOn !== row.review_due_on && { review_due_on: reviewDueOn, review_told_on: null }),
      },
      at,
    );
    await record({
      event: 'artifact.published',
      version: rowVersion,
      changes: [{ field: 'version', from: null, to: String(version.number) }],
      note: version.whatChanged,
      told,
      ...mentions,
    });
  }
}

const bodyOf = ({ body }: { body: string }): string => body;

/** A template for runs of a checklist is run by the tasks that its pages list, in reading order. */
function stepsOf(row: ArtifactRow, draft: DraftRow, texts: readonly DraftTextRow[]): readonly ChecklistStep[] {
  if (row.template_for !== 'CHECKLIST_RUN') return draft.checklist;
  return taskListSteps(
    publishedPages(texts)
      .map(({ body }) => body)
      .join('\n\n'),
  );
}

/** What is still to be done in it. */
function unfinished(row: ArtifactRow, draft: DraftRow, texts: readonly DraftTextRow[]): FieldProblem[] {
  if (row.kind === 'CHECKLIST' && draft.checklist.length === 0)
    return [{ field: 'steps', problem: 'Write what is to be done first: the checklist has no steps.' }];
  if ((row.kind === 'PLAYBOOK' || row.kind === 'TEMPLATE') && texts.every(({ body }) => body.trim() === ''))
    return [{ field: 'pages', problem: 'Write something first: every page is empty.' }];
  if (row.template_for === 'CHECKLIST_RUN') {
    const steps = stepsOf(row, draft, texts);
    if (steps.length === 0)
      return [
        { field: 'pages', problem: 'List what is to be done as tasks (- [ ] Do this): they are the steps of a run.' },
      ];
    return [
      ...checklistProblems(steps).map(({ problem }) => ({ field: 'pages', problem })),
      ...leftoverProblems(texts),
    ];
  }
  return leftoverProblems(texts);
}
