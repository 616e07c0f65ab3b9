import type { TemplateUse } from '@chapterhouse/domain/communities/artifact-state';
import { Inject } from '@nestjs/common';
import { Args, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { Action } from '../../../platform/auth/action.js';
import { CurrentContext, CurrentViewer } from '../../../platform/auth/current-viewer.js';
import type { Viewer } from '../../../platform/auth/viewer.js';
import type { GraphqlContext } from '../../../platform/graphql/graphql-context.js';
import { TemplateForEnum } from '../artifacts/artifact-enums.graphql.js';
import { Artifact } from '../artifacts/artifacts.graphql.js';
import { ArtifactsService } from '../artifacts/artifacts.service.js';
import { ArtifactVersion } from '../versions/versions.graphql.js';
import { VersionsService } from '../versions/versions.service.js';
import { TemplateFields } from './templates.graphql.js';
import { TemplatesService } from './templates.service.js';

@Resolver(() => TemplateFields)
export class TemplatesResolver {
  constructor(
    @Inject(TemplatesService) private readonly service: TemplatesService,
    @Inject(ArtifactsService) private readonly artifacts: ArtifactsService,
    @Inject(VersionsService) private readonly versions: VersionsService,
  ) {}

  @Query(() => [Artifact])
  @Action('template:use')
  async templates(
    @CurrentViewer() viewer: Viewer,
    @Args('for', { type: () => TemplateForEnum }) use: TemplateUse,
  ): Promise<Artifact[]> {
    const ids = await this.service.for(viewer, use);
    const found = await this.artifacts.byIds(viewer, ids);
    return ids.flatMap((id) => found.get(id) ?? []);
  }

  @Query(() => TemplateFields)
  @Action('template:use')
  templateFields(
    @CurrentViewer() viewer: Viewer,
    @Args('key', { type: () => String }) key: string,
  ): Promise<TemplateFields> {
    return this.service.fields(viewer, key);
  }

  @ResolveField(() => ArtifactVersion)
  template(
    @Parent() { versionId }: TemplateFields,
    @CurrentContext() context: GraphqlContext,
  ): Promise<ArtifactVersion> {
    return this.versions.load(context, versionId);
  }
}
