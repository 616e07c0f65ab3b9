import type { ProposalState } from '@chapterhouse/domain/communities/artifact-state';
import { Inject } from '@nestjs/common';
import { Args, ArgsType, Field, Int, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { CurrentContext } from '../../../platform/auth/current-viewer.js';
import type { Connection } from '../../../platform/graphql/connection.js';
import type { GraphqlContext } from '../../../platform/graphql/graphql-context.js';
import { loaderOf, loadOnce, viewerOf } from '../../../platform/graphql/loader.js';
import { ProposalStateEnum } from '../artifacts/artifact-enums.graphql.js';
import { Artifact } from '../artifacts/artifacts.graphql.js';
import { type ChangeProposal, ChangeProposalConnection } from './proposals.graphql.js';
import { ProposalsService } from './proposals.service.js';

@ArgsType()
class ProposalsArguments {
  @Field(() => [ProposalStateEnum], { nullable: true }) states?: ProposalState[] | null;
  @Field(() => Int, { nullable: true }) first?: number | null;
  @Field(() => String, { nullable: true }) after?: string | null;
}

/** What readers propose, one load for all artifacts of an answer. */
@Resolver(() => Artifact)
export class ArtifactProposalsResolver {
  constructor(@Inject(ProposalsService) private readonly service: ProposalsService) {}

  @ResolveField(() => ChangeProposalConnection, { description: 'What waits for an answer first, then the latest.' })
  async proposals(
    @Parent() { row }: Artifact,
    @CurrentContext() context: GraphqlContext,
    @Args() { states, first, after }: ProposalsArguments,
  ): Promise<Connection<ChangeProposal>> {
    const asked = { states: states ?? null, first: first ?? null, after: after ?? null };
    const loader = loaderOf(context, `proposals of artifacts ${JSON.stringify(asked)}`, (ids) =>
      this.service.ofArtifacts(viewerOf(context), ids, asked.states, asked),
    );
    const found = await loadOnce(loader, row.id);
    if (!found) throw new Error('An artifact has its list of proposals.');
    return found;
  }
}
