import { artifactProblems, checklistProblems } from '@chapterhouse/domain/communities/artifact-fields';
import { refuseArtifact } from '@chapterhouse/domain/communities/artifact-refusals';
import type { ArtifactKind } from '@chapterhouse/domain/communities/artifact-state';
import { TREE_TEXT_LIMIT } from '@chapterhouse/domain/communities/decision-tree';
import { mergePage } from '@chapterhouse/domain/communities/page-merge';
import type { ChecklistStep } from '@chapterhouse/domain/communities/version-content';
import { atMost, problemsOf } from '@chapterhouse/domain/field-checks';
import { refusePlatform } from '@chapterhouse/domain/refusal';
import { Inject, Injectable } from '@nestjs/common';
import { isDeepStrictEqual } from 'node:util';
import { newId } from '../../../platform/database/new-id.js';
import type { Tx } from '../../../platform/database/tx.js';
import { ArtifactsRepository } from '../artifacts/artifacts.repository.js';
import { type ArtifactCall, ArtifactTransaction, type OpenedArtifact } from '../artifacts/artifact-transaction.js';
import { refuseProblems } from '../communities/community-permission.js';
import { pageText } from './draft-content.js';
import type { DraftRow } from './draft-row.js';
import { DraftsRepository } from './drafts.repository.js';

/** What somebody wrote, and what they began from. */
export interface GivenPage {
  /** Where the page stood when it was opened; by its id it is found where it was moved to. */
  path: string;
  pageId: string | null;
  body: string;
  baseVersion: number;
  baseBody: string;
}

/** A step without an id is new. */
export interface GivenStep extends Omit<ChecklistStep, 'id'> {
  id: string | null;
}

/** An artifact with its draft, both held. */
export interface OpenedDraft extends OpenedArtifact {
  draft: DraftRow;
}

/** Writing in a draft: its pages, its steps, its tree. Each change is one revision more. */
@Injectable()
export class WriteDraft {
  constructor(
    @Inject(ArtifactTransaction) private readonly transaction: ArtifactTransaction,
    @Inject(ArtifactsRepository) private readonly artifacts: ArtifactsRepository,
    @Inject(DraftsRepository) private readonly drafts: DraftsRepository,
  ) {}

  /**
   * What others wrote meanwhile in other lines stays, merged with it.
   * @returns the path
   * @throws CONFLICT with their text where both wrote in the same place; PAGE_GONE, NO_DRAFT
   */
  page(call: ArtifactCall, artifactId: string, given: GivenPage): Promise<string> {
    const mine = pageText(given.body);
    return this.write(call, 'writePage', artifactId, async (opened) => {
      refuseProblems(artifactProblems({ body: mine }));
      const { tx, viewer, at } = opened;
      const page = await (given.pageId === null
        ? this.drafts.text(tx, artifactId, given.path)
        : this.drafts.textById(tx, artifactId, given.pageId));
      if (!page) throw refuseArtifact('PAGE_GONE', { path: given.path });
      // By the text, not its number: the next draft counts from the beginning.
      const body = mergePage(pageText(given.baseBody), mine, page.body).text;
      if (body === null)
        throw refusePlatform('CONFLICT', {
          currentVersion: page.version,
          current: { path: page.path, body: page.body },
        });
      if (body === page.body) return page.path;
      refuseProblems(artifactProblems({ body }));
      await this.drafts.writeText(tx, page, body, { personId: viewer.personId, at });
      await this.touched(opened, 'draft.page-written', page.path);
      return page.path;
    });
  }

  /** All steps, in their order. @throws CONFLICT for another revision than the one that was seen; NOT_OF_THIS_KIND */
  checklist(call: ArtifactCall, artifactId: string, revision: number, given: readonly GivenStep[]): Promise<string> {
    return this.write(call, 'writeChecklist', artifactId, async (opened) => {
      refuseKind(opened, 'CHECKLIST');
      refuseOtherRevision(opened.draft, revision, { steps: opened.draft.checklist });
      refuseProblems(checklistProblems(given));
      const known = new Set(opened.draft.checklist.map(({ id }) => id));
      const steps = given.map(({ id, text, hint, depth }) => {
        const own = id !== null && known.delete(id) ? id : newId();
        return { id: own, text, hint, depth };
      });
      if (isDeepStrictEqual(steps, opened.draft.checklist)) return artifactId;
      await this.drafts.writeChecklist(opened.tx, artifactId, steps);
      await this.touched(opened, 'draft.checklist-written', null);
      return artifactId;
    });
  }

  /** Also a tree that is not finished: what is wrong with it is told, and keeps it from being published. */
  tree(call: ArtifactCall, artifactId: string, revision: number, given: string): Promise<string> {
    const mermaid = pageText(given);
    return this.write(call, 'writeTree', artifactId, async (opened) => {
      refuseKind(opened, 'DECISION_TREE');
      refuseOtherRevision(opened.draft, revision, { mermaid: opened.draft.mermaid });
      refuseProblems(problemsOf('mermaid', mermaid, atMost(TREE_TEXT_LIMIT)));
      if (mermaid === opened.draft.mermaid) return artifactId;
      await this.drafts.writeTree(opened.tx, artifactId, mermaid);
      await this.touched(opened, 'draft.tree-written', null);
      return artifactId;
    });
  }

  /** The frame of every change of a draft. */
  write(
    call: ArtifactCall,
    operation: string,
    artifactId: string,
    step: (opened: OpenedDraft) => Promise<string>,
  ): Promise<string> {
    return this.transaction.run(
      call,
      operation,
      async (tx: Tx) => {
        const opened = await this.transaction.open(tx, call.viewer, { id: artifactId, action: 'draft:write' });
        const draft = await this.drafts.of(tx, artifactId);
        if (!draft) throw refuseArtifact('NO_DRAFT', {});
        return step({ ...opened, draft });
      },
      async (_, id) => id,
    );
  }

  /** One revision more, on the record; whoever writes watches. */
  async touched(
    { tx, row, viewer, draft, at, record }: OpenedDraft,
    event: 'draft.page-written' | 'draft.pages-arranged' | 'draft.checklist-written' | 'draft.tree-written',
    path: string | null,
  ): Promise<void> {
    const revision = await this.drafts.touch(tx, row.id, { authorIds: [viewer.personId], at });
    await this.artifacts.watchUnlessRefused(tx, row.id, [viewer.personId]);
    await record({
      event,
      subject: { type: 'ArtifactDraft', id: draft.id },
      version: revision,
      changes: path === null ? [] : [{ field: 'page', from: null, to: path }],
    });
  }
}

/** @throws NOT_OF_THIS_KIND */
export function refuseKind({ row }: OpenedArtifact, kind: ArtifactKind): void {
  if (row.kind !== kind) throw refuseArtifact('NOT_OF_THIS_KIND', { kind: row.kind });
}

/** @throws CONFLICT with what is there */
export function refuseOtherRevision(draft: DraftRow, revision: number, current: object): void {
  if (draft.revision !== revision) throw refusePlatform('CONFLICT', { currentVersion: draft.revision, current });
}
