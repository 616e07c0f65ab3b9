import type { ProposalState } from '@chapterhouse/domain/communities/artifact-state';
import { Inject, Injectable } from '@nestjs/common';
import { Args, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { CurrentContext } from '../../../platform/auth/current-viewer.js';
import { scopeOf, type Viewer } from '../../../platform/auth/viewer.js';
import { Database } from '../../../platform/database/database.js';
import type { GraphqlContext } from '../../../platform/graphql/graphql-context.js';
import { loaderOf, loadOnce, viewerOf } from '../../../platform/graphql/loader.js';
import { ProposalStateEnum } from '../artifacts/artifact-enums.graphql.js';
import { Artifact } from '../artifacts/artifacts.graphql.js';
import { ArtifactDraft } from '../drafts/drafts.graphql.js';
import { ChangeProposal, proposalOf } from './proposals.graphql.js';
import { ProposalsRepository } from './proposals.repository.js';

const OF_ARTIFACTS = Symbol('proposals of artifacts');

/** What readers propose, one load for all artifacts of an answer. */
@Injectable()
export class ProposalsOfArtifacts {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(ProposalsRepository) private readonly repository: ProposalsRepository,
  ) {}

  /** @param states undefined or null for all of them */
  async of(
    context: GraphqlContext,
    artifactId: string,
    states: ProposalState[] | null | undefined,
  ): Promise<ChangeProposal[]> {
    const loader = loaderOf(context, OF_ARTIFACTS, (ids) => this.load(viewerOf(context), ids));
    const all = (await loadOnce(loader, artifactId)) ?? [];
    return all.filter(({ state }) => states?.includes(state) ?? true);
  }

  private load(viewer: Viewer, ids: readonly string[]): Promise<Map<string, ChangeProposal[]>> {
    return this.database.transaction(scopeOf(viewer), async (tx) => {
      const grouped = new Map<string, ChangeProposal[]>(ids.map((id) => [id, []]));
      for (const row of await this.repository.ofArtifacts(tx, ids)) grouped.get(row.artifact_id)?.push(proposalOf(row));
      return grouped;
    });
  }
}

@Resolver(() => Artifact)
export class ArtifactProposalsResolver {
  constructor(@Inject(ProposalsOfArtifacts) private readonly all: ProposalsOfArtifacts) {}

  @ResolveField(() => [ChangeProposal], { description: 'The oldest first.' })
  proposals(
    @Parent() { row }: Artifact,
    @CurrentContext() context: GraphqlContext,
    @Args('states', { type: () => [ProposalStateEnum], nullable: true }) states: ProposalState[] | null | undefined,
  ): Promise<ChangeProposal[]> {
    return this.all.of(context, row.id, states);
  }
}

@Resolver(() => ArtifactDraft)
export class DraftProposalsResolver {
  constructor(@Inject(ProposalsOfArtifacts) private readonly all: ProposalsOfArtifacts) {}

  @ResolveField(() => [ChangeProposal])
  proposals(
    @Parent() { row }: ArtifactDraft,
    @CurrentContext() context: GraphqlContext,
    @Args('states', { type: () => [ProposalStateEnum], nullable: true }) states: ProposalState[] | null | undefined,
  ): Promise<ChangeProposal[]> {
    return this.all.of(context, row.artifact_id, states);
  }
}
