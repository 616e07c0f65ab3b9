import type { ArtifactUseAction } from '@chapterhouse/domain/communities/artifact-use-policy';
import { refuseArtifactUse } from '@chapterhouse/domain/communities/artifact-use-refusals';
import { answerTaken, offeredAt, type WalkedStep } from '@chapterhouse/domain/communities/decision-tree-walk';
import { readDecisionTree, type ReadDecisionTree } from '@chapterhouse/domain/communities/read-decision-tree';
import { refusePlatform } from '@chapterhouse/domain/refusal';
import { Inject, Injectable } from '@nestjs/common';
import { newId } from '../../../platform/database/new-id.js';
import type { Tx } from '../../../platform/database/tx.js';
import { type OpenedUse, permitUse, refuseOtherKind, type UseCall, UseTransaction } from '../use/use-transaction.js';
import { VersionsRepository } from '../versions/versions.repository.js';
import { type Walk, walkOf } from './walk.graphql.js';
import { type WalkRow, WalksRepository } from './walks.repository.js';

/** Walking a published tree: one answer after the other, and back. */
@Injectable()
export class WalkTree {
  constructor(
    @Inject(UseTransaction) private readonly transaction: UseTransaction,
    @Inject(VersionsRepository) private readonly versions: VersionsRepository,
    @Inject(WalksRepository) private readonly walks: WalksRepository,
  ) {}

  /** At the root of the latest version. @throws NOT_FOUND, NOT_OF_THIS_KIND, NOTHING_PUBLISHED, ARTIFACT_ARCHIVED */
  start(call: UseCall, artifactId: string): Promise<Walk> {
    return this.transaction.run(
      call,
      'walk:start',
      async (opened) => {
        const { tx, viewer, at } = opened;
        const artifact = await this.transaction.hold(opened, artifactId);
        permitUse(viewer, 'walk:start', {});
        refuseOtherKind(artifact, 'DECISION_TREE');
        const version = await this.transaction.versionToUse(opened, artifact);
        const { root } = readDecisionTree(version.mermaid);
        if (root === null) throw new Error('A tree that is published has a root.');
        const id = newId();
        await this.walks.insert(tx, { id, versionId: version.id, personId: viewer.personId, root, at });
        return id;
      },
      this.show,
    );
  }

  /** @throws NOT_FOUND, FORBIDDEN for somebody else's, ANSWER_NOT_OFFERED */
  take(call: UseCall, walkId: string, step: WalkedStep): Promise<Walk> {
    return this.change(call, walkId, async ({ tx, at }, row) => {
      const { tree } = await this.treeOf(tx, row);
      const answer = answerTaken(tree, row.at_node, step);
      if (!answer) throw refuseArtifactUse('ANSWER_NOT_OFFERED', { at: row.at_node });
      await this.walks.advance(tx, row, answer, at, offeredAt(tree, answer.to).length === 0);
    });
  }

  /** @throws NOT_FOUND, FORBIDDEN for somebody else's, WALK_AT_ITS_BEGINNING */
  back(call: UseCall, walkId: string): Promise<Walk> {
    return this.change(call, walkId, async ({ tx, at }, row) => {
      const last = (await this.walks.steps(tx, row.id)).at(-1);
      if (!last) throw refuseArtifactUse('WALK_AT_ITS_BEGINNING', {});
      await this.walks.retreat(tx, row, last.from, at);
    });
  }

  private change(
    call: UseCall,
    walkId: string,
    step: (opened: OpenedUse, row: WalkRow) => Promise<void>,
    action: ArtifactUseAction = 'walk:step',
  ): Promise<Walk> {
    return this.transaction.run(
      call,
      action,
      async (opened) => {
        const row = await this.walks.forUpdate(opened.tx, walkId);
        if (!row) throw refusePlatform('NOT_FOUND', {});
        permitUse(opened.viewer, action, { isOwn: row.person_id === opened.viewer.personId });
        await step(opened, row);
        return row.id;
      },
      this.show,
    );
  }

  private async treeOf(tx: Tx, row: WalkRow): Promise<ReadDecisionTree> {
    const version = await this.versions.byId(tx, row.version_id);
    if (!version) throw new Error('What is walked is a version that is there.');
    return readDecisionTree(version.mermaid);
  }

  private readonly show = async (tx: Tx, id: string): Promise<Walk> => {
    const row = await this.walks.byId(tx, id);
    if (!row) throw new Error('A walk was written and is not there.');
    const { tree } = await this.treeOf(tx, row);
    return walkOf(row, await this.walks.steps(tx, id), tree);
  };
}
