import { Inject } from '@nestjs/common';
import { Args, ArgsType, Field, ID, Int, Mutation, Resolver } from '@nestjs/graphql';
import { Action } from '../../../platform/auth/action.js';
import { CurrentViewer } from '../../../platform/auth/current-viewer.js';
import type { Viewer } from '../../../platform/auth/viewer.js';
import { readId } from '../../../platform/graphql/global-id.js';
import { DateScalar } from '../../../platform/graphql/scalars.js';
import { typedText } from '../../../platform/graphql/typed-text.js';
import type { ArtifactCall } from '../artifacts/artifact-transaction.js';
import { Artifact } from '../artifacts/artifacts.graphql.js';
import { ArtifactsService } from '../artifacts/artifacts.service.js';
import { PublishVersion } from '../versions/publish-version.js';
import { pageOf } from '../versions/version-parts.resolver.js';
import { ArtifactVersion, Page } from '../versions/versions.graphql.js';
import { VersionsService } from '../versions/versions.service.js';
import { ArrangePages } from './arrange-pages.js';
import { BeginDraft } from './begin-draft.js';
import { pageActions } from './draft-parts.resolver.js';
import { ArtifactDraft, ChecklistStepInput, PageWrite } from './drafts.graphql.js';
import { DraftsService } from './drafts.service.js';
import { WriteDraft } from './write-draft.js';

@ArgsType()
class DraftArguments {
  @Field(() => ID) artifactId: string;
  @Field(() => String, { nullable: true }) idempotencyKey?: string | null;
}

@ArgsType()
class PagePathArguments extends DraftArguments {
  @Field(() => String) path: string;
}

/** Writing, arranging, publishing and discarding; pages are written with what the writer began from. */
@Resolver(() => ArtifactDraft)
export class DraftMutationsResolver {
  constructor(
    @Inject(ArtifactsService) private readonly artifacts: ArtifactsService,
    @Inject(DraftsService) private readonly drafts: DraftsService,
    @Inject(VersionsService) private readonly versions: VersionsService,
    @Inject(BeginDraft) private readonly beginning: BeginDraft,
    @Inject(WriteDraft) private readonly writing: WriteDraft,
    @Inject(ArrangePages) private readonly arranging: ArrangePages,
    @Inject(PublishVersion) private readonly publishing: PublishVersion,
  ) {}

  @Mutation(() => ArtifactDraft, {
    description: 'Begins a draft of the current version; answers the one that is there.',
  })
  @Action('draft:begin')
  async beginDraft(@CurrentViewer() viewer: Viewer, @Args() given: DraftArguments): Promise<ArtifactDraft> {
    const id = readId('Artifact', given.artifactId);
    return this.drafts.of(viewer, await this.beginning.begin(callOf(viewer, given, { id }), id));
  }

  @Mutation(() => Artifact)
  @Action('draft:discard')
  async discardDraft(
    @CurrentViewer() viewer: Viewer,
    @Args() given: DraftArguments,
    @Args('revision', { type: () => Int }) revision: number,
  ): Promise<Artifact> {
    const id = readId('Artifact', given.artifactId);
    return this.artifacts.byId(
      viewer,
      await this.publishing.discard(callOf(viewer, given, { id, revision }), id, revision),
    );
  }

  @Mutation(() => Page)
  @Action('draft:write')
  async writePage(
    @CurrentViewer() viewer: Viewer,
    @Args() given: DraftArguments,
    @Args('page', { type: () => PageWrite }) page: PageWrite,
  ): Promise<Page> {
    const id = readId('Artifact', given.artifactId);
    const pageId = page.pageId ? readId('Page', page.pageId) : null;
    const path = await this.writing.page(callOf(viewer, given, { id, ...page }), id, { ...page, pageId });
    const draft = await this.drafts.of(viewer, id);
    const [text, lines] = [await this.drafts.text(viewer, id, path), await this.drafts.lines(viewer, [id])];
    if (!text) throw new Error('A page was written and is not there.');
    return pageOf(text, lines.get(id) ?? [], {
      of: null,
      version: text.version,
      viewerCan: pageActions(viewer, draft),
      artifactNumber: draft.of.number,
    });
  }

  @Mutation(() => ArtifactDraft)
  @Action('draft:write')
  async addPage(
    @CurrentViewer() viewer: Viewer,
    @Args() given: DraftArguments,
    @Args('parentPath', { type: () => String, nullable: true }) parentPath: string | null | undefined,
    @Args('title', { type: () => String }) typed: string,
    @Args('afterPath', { type: () => String, nullable: true }) afterPath: string | null | undefined,
  ): Promise<ArtifactDraft> {
    const [id, title] = [readId('Artifact', given.artifactId), typedText(typed)];
    // Behind the others, where nothing else is said.
    const place = { parentPath: parentPath ?? null, after: afterPath ?? undefined };
    await this.arranging.add(callOf(viewer, given, { id, title, ...place }), id, title, place);
    return this.drafts.of(viewer, id);
  }

  @Mutation(() => ArtifactDraft, { description: 'Before all others of its parent where `afterPath` is null.' })
  @Action('draft:write')
  async movePage(
    @CurrentViewer() viewer: Viewer,
    @Args() given: PagePathArguments,
    @Args('toParentPath', { type: () => String, nullable: true }) parentPath: string | null | undefined,
    @Args('afterPath', { type: () => String, nullable: true }) afterPath: string | null | undefined,
  ): Promise<ArtifactDraft> {
    const [id, { path }] = [readId('Artifact', given.artifactId), given];
    const place = { parentPath: parentPath ?? null, after: afterPath ?? null };
    await this.arranging.move(callOf(viewer, given, { id, path, ...place }), id, path, place);
    return this.drafts.of(viewer, id);
  }

  @Mutation(() => ArtifactDraft)
  @Action('draft:write')
  async renamePage(
    @CurrentViewer() viewer: Viewer,
    @Args() given: PagePathArguments,
    @Args('title', { type: () => String }) typed: string,
  ): Promise<ArtifactDraft> {
    const [id, { path }, title] = [readId('Artifact', given.artifactId), given, typedText(typed)];
    await this.arranging.rename(callOf(viewer, given, { id, path, title }), id, path, title);
    return this.drafts.of(viewer, id);
  }

  @Mutation(() => ArtifactDraft)
  @Action('draft:write')
  async removePage(@CurrentViewer() viewer: Viewer, @Args() given: PagePathArguments): Promise<ArtifactDraft> {
    const [id, { path }] = [readId('Artifact', given.artifactId), given];
    await this.arranging.remove(callOf(viewer, given, { id, path }), id, path);
    return this.drafts.of(viewer, id);
  }

  @Mutation(() => ArtifactDraft)
  @Action('draft:write')
  async writeChecklist(
    @CurrentViewer() viewer: Viewer,
    @Args() given: DraftArguments,
    @Args('revision', { type: () => Int }) revision: number,
    @Args('steps', { type: () => [ChecklistStepInput] }) typed: ChecklistStepInput[],
  ): Promise<ArtifactDraft> {
    const id = readId('Artifact', given.artifactId);
    const steps = typed.map((step) => ({
      id: step.id ?? null,
      text: typedText(step.text),
      hint: typedText(step.hint ?? ''),
      depth: step.depth ?? 0,
    }));
    await this.writing.checklist(callOf(viewer, given, { id, revision, steps }), id, revision, steps);
    return this.drafts.of(viewer, id);
  }

  @Mutation(() => ArtifactDraft)
  @Action('draft:write')
  async writeTree(
    @CurrentViewer() viewer: Viewer,
    @Args() given: DraftArguments,
    @Args('revision', { type: () => Int }) revision: number,
    @Args('mermaid', { type: () => String }) mermaid: string,
  ): Promise<ArtifactDraft> {
    const id = readId('Artifact', given.artifactId);
    await this.writing.tree(callOf(viewer, given, { id, revision, mermaid }), id, revision, mermaid);
    return this.drafts.of(viewer, id);
  }

  @Mutation(() => ArtifactVersion)
  @Action('version:publish')
  async publishVersion(
    @CurrentViewer() viewer: Viewer,
    @Args() given: DraftArguments,
    @Args('revision', { type: () => Int }) revision: number,
    @Args('whatChanged', { type: () => String }) words: string,
    @Args('reviewDueOn', { type: () => DateScalar, nullable: true }) reviewDueOn: string | null | undefined,
  ): Promise<ArtifactVersion> {
    const [artifactId, whatChanged] = [readId('Artifact', given.artifactId), typedText(words)];
    const publication = { artifactId, revision, whatChanged, reviewDueOn };
    return this.versions.byId(viewer, await this.publishing.publish(callOf(viewer, given, publication), publication));
  }
}

function callOf(viewer: Viewer, { idempotencyKey }: DraftArguments, input: object): ArtifactCall {
  return { viewer, input, idempotencyKey };
}
