import { neighboursOf } from '@chapterhouse/domain/communities/page-order';
import { Inject, type OnModuleInit } from '@nestjs/common';
import { Args, ID, Int, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { Action } from '../../../platform/auth/action.js';
import { CurrentContext, CurrentViewer } from '../../../platform/auth/current-viewer.js';
import type { Viewer } from '../../../platform/auth/viewer.js';
import { readId } from '../../../platform/graphql/global-id.js';
import type { GraphqlContext } from '../../../platform/graphql/graphql-context.js';
import { loaderOf, loadOnce, viewerOf } from '../../../platform/graphql/loader.js';
import { Nodes } from '../../../platform/graphql/nodes.js';
import { searchText } from '../../../platform/graphql/typed-text.js';
import { OrganizationReferences, Person } from '../../organization/public.js';
import { artifactById } from '../artifacts/artifact-loaders.js';
import { Artifact } from '../artifacts/artifacts.graphql.js';
import { ArtifactsService } from '../artifacts/artifacts.service.js';
import { ChecklistStep } from '../checklists/run.graphql.js';
import { DecisionTree, decisionTreeOf } from '../trees/tree.graphql.js';
import { brokenLinksOf } from './page-links.js';
import type { PageLineRow, WrittenVersionRow } from './version-row.js';
import {
  ArtifactVersion,
  BrokenLink,
  Page,
  PageDiff,
  PageHit,
  PageLine,
  pageId,
  pageLineOf,
} from './versions.graphql.js';
import { VersionsService } from './versions.service.js';

const LINES = Symbol('pages of versions');
const WORDS = Symbol('what changed in versions');
const WRITTEN = Symbol('steps and trees of versions');

/** What a version says, loaded when somebody asks for it. */
@Resolver(() => ArtifactVersion)
export class VersionPartsResolver implements OnModuleInit {
  constructor(
    @Inject(VersionsService) private readonly service: VersionsService,
    @Inject(ArtifactsService) private readonly artifacts: ArtifactsService,
    @Inject(OrganizationReferences) private readonly organization: OrganizationReferences,
    @Inject(Nodes) private readonly nodes: Nodes,
  ) {}

  onModuleInit(): void {
    this.nodes.register('ArtifactVersion', async (viewer, id) => (await this.service.byIds(viewer, [id])).get(id));
  }

  @ResolveField(() => Artifact)
  artifact(@Parent() { row }: ArtifactVersion, @CurrentContext() context: GraphqlContext): Promise<Artifact> {
    return artifactById(context, this.artifacts, row.artifact_id);
  }

  @ResolveField(() => Person)
  async publishedBy(@Parent() { row }: ArtifactVersion, @CurrentContext() context: GraphqlContext): Promise<Person> {
    const person = await this.organization.person(context, row.published_by);
    if (!person) throw new Error('Whoever published a version is somebody here.');
    return person;
  }

  @ResolveField(() => [Person])
  async approvedBy(@Parent() { row }: ArtifactVersion, @CurrentContext() context: GraphqlContext): Promise<Person[]> {
    const people = await Promise.all(row.approved_by.map((id) => this.organization.person(context, id)));
    return people.filter((person) => person !== undefined);
  }

  @ResolveField(() => [PageLine])
  async pages(@Parent() version: ArtifactVersion, @CurrentContext() context: GraphqlContext): Promise<PageLine[]> {
    return (await this.lines(version, context)).map((line) => pageLineOf(line, version.row.number));
  }

  @ResolveField(() => Page, { nullable: true })
  async page(
    @Parent() version: ArtifactVersion,
    @CurrentContext() context: GraphqlContext,
    @Args('path', { type: () => String }) path: string,
  ): Promise<Page | null> {
    const [page, lines] = await Promise.all([
      this.service.page(viewerOf(context), version.row.id, path),
      this.lines(version, context),
    ]);
    return page
      ? pageOf(page, lines, {
          of: version.number,
          version: version.number,
          viewerCan: ['artifact:view'],
          artifactNumber: version.row.artifact_number,
        })
      : null;
  }

  @ResolveField(() => String, { description: 'What changed since the one before; markdown.' })
  async whatChanged(@Parent() { row }: ArtifactVersion, @CurrentContext() context: GraphqlContext): Promise<string> {
    const loader = loaderOf(context, WORDS, (ids) => this.service.whatChanged(viewerOf(context), ids));
    return (await loadOnce(loader, row.id)) ?? '';
  }

  @ResolveField(() => [ChecklistStep])
  async checklist(
    @Parent() version: ArtifactVersion,
    @CurrentContext() context: GraphqlContext,
  ): Promise<ChecklistStep[]> {
    return (await this.written(version, context)).checklist;
  }

  @ResolveField(() => DecisionTree, { nullable: true })
  async tree(
    @Parent() version: ArtifactVersion,
    @CurrentContext() context: GraphqlContext,
  ): Promise<DecisionTree | null> {
    if (version.row.kind !== 'DECISION_TREE') return null;
    return decisionTreeOf((await this.written(version, context)).mermaid);
  }

  @ResolveField(() => [PageHit], { description: 'Text within this version, best first.' })
  find(
    @Parent() { row }: ArtifactVersion,
    @CurrentViewer() viewer: Viewer,
    @Args('text', { type: () => String }) text: string,
    @Args('first', { type: () => Int, nullable: true }) first: number | null | undefined,
  ): Promise<PageHit[]> {
    return this.service.find(viewer, row, searchText(text), first);
  }

  @Query(() => [PageDiff])
  @Action('artifact:view')
  artifactDiff(
    @CurrentViewer() viewer: Viewer,
    @Args('artifactId', { type: () => ID }) artifactId: string,
    @Args('fromNumber', { type: () => Int, nullable: true }) from: number | null | undefined,
    @Args('toNumber', { type: () => Int, nullable: true }) to: number | null | undefined,
  ): Promise<PageDiff[]> {
    return this.service.diff(viewer, readId('Artifact', artifactId), from ?? null, to ?? null);
  }

  private async written({ row }: ArtifactVersion, context: GraphqlContext): Promise<WrittenVersionRow> {
    const loader = loaderOf(context, WRITTEN, (ids) => this.service.written(viewerOf(context), ids));
    const found = await loadOnce(loader, row.id);
    if (!found) throw new Error('A version that is shown is there.');
    return found;
  }

  private async lines({ row }: ArtifactVersion, context: GraphqlContext): Promise<PageLineRow[]> {
    const loader = loaderOf(context, LINES, (ids) => this.service.lines(viewerOf(context), ids));
    return (await loadOnce(loader, row.id)) ?? [];
  }
}

@Resolver(() => Page)
export class PageLinksResolver {
  @ResolveField(() => [BrokenLink])
  brokenLinks(@Parent() page: Page): Promise<BrokenLink[]> {
    return brokenLinksOf([page], page.paths, page.artifactNumber);
  }
}

/**
 * A page with those before and after it.
 * @param lines all pages, in reading order
 * @param facts `of`: the number of the version; null: the draft
 */
export function pageOf(
  page: { id: string; path: string; title: string; body: string },
  lines: readonly PageLineRow[],
  {
    of,
    version,
    viewerCan,
    artifactNumber,
  }: { of: number | null; version: number; viewerCan: string[]; artifactNumber: number },
): Page {
  const { previous, following } = neighboursOf(lines, page.path);
  return {
    id: pageId(page.id, of),
    path: page.path,
    title: page.title,
    body: page.body,
    previous: previous && pageLineOf(previous, of),
    following: following && pageLineOf(following, of),
    version,
    viewerCan,
    paths: lines.map(({ path }) => path),
    artifactNumber,
  };
}
