import { problemsOf } from '@chapterhouse/domain/field-checks';
import { readDecisionTree } from '@chapterhouse/domain/communities/read-decision-tree';
import { answerKey } from '@chapterhouse/domain/communities/decision-tree-walk';
import { refuseArtifactUse } from '@chapterhouse/domain/communities/artifact-use-refusals';
import { refusePlatform } from '@chapterhouse/domain/refusal';
import { Inject, Injectable } from '@nestjs/common';
import { scopeOf, type Viewer } from '../../../platform/auth/viewer.js';
import { Database } from '../../../platform/database/database.js';
import { factsOf } from '../artifacts/artifact-row.js';
import { ArtifactsRepository } from '../artifacts/artifacts.repository.js';
import { refuseProblems } from '../communities/community-permission.js';
import { permitUse, refuseOtherKind } from '../use/use-transaction.js';
import { VersionsRepository } from '../versions/versions.repository.js';
import type { WalkCounts } from './walk.graphql.js';
import { WalksRepository } from './walks.repository.js';

/** As far back as walks are counted when nobody says from when. */
const USUAL_DAYS = 90;
const DAY = 86_400_000;

/** What the authors see of how their tree is walked: sums, never who walked. */
@Injectable()
export class WalkCountsRead {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(ArtifactsRepository) private readonly artifacts: ArtifactsRepository,
    @Inject(VersionsRepository) private readonly versions: VersionsRepository,
    @Inject(WalksRepository) private readonly walks: WalksRepository,
  ) {}

  /**
   * Of one version, the latest when none is named.
   * @throws NOT_FOUND, FORBIDDEN, NOT_OF_THIS_KIND, NOTHING_PUBLISHED, NO_SUCH_VERSION, INVALID_INPUT
   */
  of(
    viewer: Viewer,
    artifactId: string,
    asked: { number: number | null; from: string | null; endsBefore: string | null },
  ): Promise<WalkCounts> {
    const endsBefore = asked.endsBefore ?? dayAfter(viewer.today, 1);
    const from = asked.from ?? dayAfter(endsBefore, -USUAL_DAYS);
    refuseProblems(problemsOf('endsBefore', endsBefore, (end) => (end > from ? null : 'End after the first day.')));
    return this.database.transaction(scopeOf(viewer), async (tx) => {
      const artifact = await this.artifacts.byId(tx, viewer.personId, artifactId);
      if (!artifact) throw refusePlatform('NOT_FOUND', {});
      permitUse(viewer, 'walk:count', { standing: factsOf(artifact) });
      refuseOtherKind(artifact, 'DECISION_TREE');
      if (artifact.version_count === 0) throw refuseArtifactUse('NOTHING_PUBLISHED', {});
      const number = asked.number ?? artifact.version_count;
      const version = await this.versions.byNumber(tx, artifactId, number);
      if (!version) throw refuseArtifactUse('NO_SUCH_VERSION', { number, latest: artifact.version_count });
      const { tree, root } = readDecisionTree(version.mermaid);
      const counted = {
        versionId: version.id,
        from,
        endsBefore,
        timeZone: viewer.timeZone,
        now: viewer.now.toISOString(),
      };
      const sums = await this.walks.sums(tx, counted, root ?? '');
      return {
        from,
        endsBefore,
        walks: sums.walks,
        finished: sums.finished,
        nodes: tree.nodes.map((node) => ({
          node,
          reached: sums.reached.get(node.id) ?? 0,
          stopped: sums.stopped.get(node.id) ?? 0,
        })),
        answers: tree.answers.map((answer) => ({ answer, taken: sums.taken.get(answerKey(answer)) ?? 0 })),
      };
    });
  }
}

function dayAfter(date: string, days: number): string {
  return new Date(Date.parse(`${date}T00:00:00Z`) + days * DAY).toISOString().slice(0, 10);
}
