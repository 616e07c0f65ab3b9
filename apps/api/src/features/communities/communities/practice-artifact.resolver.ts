import { Inject } from '@nestjs/common';
import { Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { CurrentContext } from '../../../platform/auth/current-viewer.js';
import type { GraphqlContext } from '../../../platform/graphql/graphql-context.js';
import { Practice } from '../../chapters/public.js';
import { artifactById } from '../artifacts/artifact-loaders.js';
import { Artifact } from '../artifacts/artifacts.graphql.js';
import { ArtifactsService } from '../artifacts/artifacts.service.js';

/** Chapters know nothing of communities: the field that leads from a practice to what became of it is here. */
@Resolver(() => Practice)
export class PracticeArtifactResolver {
  constructor(@Inject(ArtifactsService) private readonly artifacts: ArtifactsService) {}

  @ResolveField(() => Artifact, { nullable: true, description: 'What a community publishes of it.' })
  async artifact(
    @Parent() { artifactId }: Practice,
    @CurrentContext() context: GraphqlContext,
  ): Promise<Artifact | null> {
    return artifactId === null ? null : artifactById(context, this.artifacts, artifactId);
  }
}
