import { canOnArtifact } from '@chapterhouse/domain/communities/artifact-policy';
import { readingOrder } from '@chapterhouse/domain/communities/page-order';
import { Inject } from '@nestjs/common';
import { Args, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { CurrentContext, CurrentViewer } from '../../../platform/auth/current-viewer.js';
import type { Viewer } from '../../../platform/auth/viewer.js';
import type { GraphqlContext } from '../../../platform/graphql/graphql-context.js';
import { loaderOf, loadOnce, viewerOf } from '../../../platform/graphql/loader.js';
import { OrganizationReferences, Person } from '../../organization/public.js';
import { factsOf } from '../artifacts/artifact-row.js';
import { Artifact, artifactOf } from '../artifacts/artifacts.graphql.js';
import { Review } from '../reviews/reviews.graphql.js';
import { ReviewsService } from '../reviews/reviews.service.js';
import { DecisionTree, decisionTreeOf } from '../trees/tree.graphql.js';
import { brokenLinksOf } from '../versions/page-links.js';
import { pageOf } from '../versions/version-parts.resolver.js';
import type { PageLineRow } from '../versions/version-row.js';
import {
  ArtifactVersion,
  BrokenLink,
  Page,
  PageChangeObject,
  PageLine,
  pageLineOf,
} from '../versions/versions.graphql.js';
import { VersionsService } from '../versions/versions.service.js';
import { ArtifactDraft } from './drafts.graphql.js';
import { DraftsService } from './drafts.service.js';

const LINES = Symbol('pages of drafts');
const CHANGES = Symbol('changed pages of drafts');
const REVIEWS = Symbol('reviews of drafts');

/** What a draft says, loaded when somebody asks for it. */
@Resolver(() => ArtifactDraft)
export class DraftPartsResolver {
  constructor(
    @Inject(DraftsService) private readonly service: DraftsService,
    @Inject(VersionsService) private readonly versions: VersionsService,
    @Inject(ReviewsService) private readonly reviews: ReviewsService,
    @Inject(OrganizationReferences) private readonly organization: OrganizationReferences,
  ) {}

  @ResolveField(() => Artifact)
  artifact(@Parent() { of }: ArtifactDraft, @CurrentViewer() viewer: Viewer): Artifact {
    return artifactOf(of, viewer.today);
  }

  @ResolveField(() => ArtifactVersion, { nullable: true })
  async basedOn(
    @Parent() { row }: ArtifactDraft,
    @CurrentContext() context: GraphqlContext,
  ): Promise<ArtifactVersion | null> {
    return row.based_on === null ? null : this.versions.load(context, row.based_on);
  }

  @ResolveField(() => [PageLine])
  async pages(@Parent() draft: ArtifactDraft, @CurrentContext() context: GraphqlContext): Promise<PageLine[]> {
    return (await this.lines(draft, context)).map((line) => pageLineOf(line, null));
  }

  @ResolveField(() => Page, { nullable: true })
  async page(
    @Parent() draft: ArtifactDraft,
    @CurrentContext() context: GraphqlContext,
    @Args('path', { type: () => String }) path: string,
  ): Promise<Page | null> {
    const viewer = viewerOf(context);
    const [page, lines] = await Promise.all([
      this.service.text(viewer, draft.row.artifact_id, path),
      this.lines(draft, context),
    ]);
    return page
      ? pageOf(page, lines, {
          of: null,
          version: page.version,
          viewerCan: pageActions(viewer, draft),
          artifactNumber: draft.of.number,
        })
      : null;
  }

  @ResolveField(() => DecisionTree, { nullable: true })
  tree(@Parent() { row, of }: ArtifactDraft): DecisionTree | null {
    return of.kind === 'DECISION_TREE' ? decisionTreeOf(row.mermaid) : null;
  }

  @ResolveField(() => Review, { nullable: true })
  async review(
    @Parent() { row, of }: ArtifactDraft,
    @CurrentContext() context: GraphqlContext,
  ): Promise<Review | null> {
    if (of.review_id === null) return null;
    const loader = loaderOf(context, REVIEWS, (ids) => this.reviews.openOf(viewerOf(context), ids));
    return (await loadOnce(loader, row.artifact_id)) ?? null;
  }

  @ResolveField(() => [PageChangeObject])
  async changedPages(
    @Parent() { row }: ArtifactDraft,
    @CurrentContext() context: GraphqlContext,
  ): Promise<PageChangeObject[]> {
    const loader = loaderOf(context, CHANGES, (ids) => this.service.changed(viewerOf(context), ids));
    return (await loadOnce(loader, row.artifact_id)) ?? [];
  }

  @ResolveField(() => [BrokenLink])
  async brokenLinks(@Parent() { row, of }: ArtifactDraft, @CurrentViewer() viewer: Viewer): Promise<BrokenLink[]> {
    const texts = await this.service.texts(viewer, row.artifact_id);
    const paths = texts.map(({ path }) => path);
    const pages = readingOrder(texts).map(({ page }) => page);
    return brokenLinksOf(pages, paths, of.number);
  }

  @ResolveField(() => Person, { nullable: true })
  async updatedBy(@Parent() { row }: ArtifactDraft, @CurrentContext() context: GraphqlContext): Promise<Person | null> {
    return row.updated_by === null ? null : ((await this.organization.person(context, row.updated_by)) ?? null);
  }

  private async lines({ row }: ArtifactDraft, context: GraphqlContext): Promise<PageLineRow[]> {
    const loader = loaderOf(context, LINES, (ids) => this.service.lines(viewerOf(context), ids));
    return (await loadOnce(loader, row.artifact_id)) ?? [];
  }
}

/** What the viewer may do to a page of the draft. */
export function pageActions(viewer: Viewer, { of }: ArtifactDraft): string[] {
  const mayWrite =
    of.archived_at === null &&
    of.community_closed_at === null &&
    canOnArtifact(viewer.actor, 'draft:write', factsOf(of)).allowed;
  return ['artifact:view', ...(mayWrite ? ['draft:write'] : [])];
}
