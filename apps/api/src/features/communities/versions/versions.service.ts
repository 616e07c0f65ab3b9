import { changedPages, type ComparedPage, type PagePair } from '@chapterhouse/domain/communities/page-changes';
import { diffPage, diffPageCoarsely } from '@chapterhouse/domain/communities/page-diff';
import { readingOrder } from '@chapterhouse/domain/communities/page-order';
import { refusePlatform } from '@chapterhouse/domain/refusal';
import { Inject, Injectable } from '@nestjs/common';
import { scopeOf, type Viewer } from '../../../platform/auth/viewer.js';
import { Database } from '../../../platform/database/database.js';
import type { Tx } from '../../../platform/database/tx.js';
import type { GraphqlContext } from '../../../platform/graphql/graphql-context.js';
import { loaderOf, loadOnce, viewerOf } from '../../../platform/graphql/loader.js';
import { ArtifactsRepository } from '../artifacts/artifacts.repository.js';
import { DraftsRepository } from '../drafts/drafts.repository.js';
import { pagesSaying } from './pages-saying.js';
import type { PageLineRow, VersionRow, WrittenVersionRow } from './version-row.js';
import { type ArtifactVersion, type PageDiff, type PageHit, pageLineOf, versionOf } from './versions.graphql.js';
import { VersionsRepository } from './versions.repository.js';
import { linesBeside, type WrittenBeside } from './written-lines.js';

const VERSIONS = Symbol('versions that things point to');
/** Hits of a search within one version. */
const MOST_HITS = 50;
const USUAL_HITS = 20;

/** Looking at what is published: everybody of the organization may. */
@Injectable()
export class VersionsService {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(ArtifactsRepository) private readonly artifacts: ArtifactsRepository,
    @Inject(VersionsRepository) private readonly versions: VersionsRepository,
    @Inject(DraftsRepository) private readonly drafts: DraftsRepository,
  ) {}

  byIds(viewer: Viewer, ids: readonly string[]): Promise<Map<string, ArtifactVersion>> {
    return this.read(viewer, async (tx) => {
      const rows = await this.versions.byIds(tx, ids);
      return new Map(rows.map((row) => [row.id, versionOf(row)]));
    });
  }

  /** @throws NOT_FOUND */
  async byId(viewer: Viewer, id: string): Promise<ArtifactVersion> {
    const found = (await this.byIds(viewer, [id])).get(id);
    if (!found) throw refusePlatform('NOT_FOUND', {});
    return found;
  }

  /** Of what points to one: one load for all of an answer. @param id the database's */
  async load(context: GraphqlContext, id: string): Promise<ArtifactVersion> {
    const loader = loaderOf(context, VERSIONS, (ids) => this.byIds(viewerOf(context), ids));
    const found = await loadOnce(loader, id);
    if (!found) throw new Error('What points to a version points to one that is there.');
    return found;
  }

  /** The latest first. */
  ofArtifacts(viewer: Viewer, artifactIds: readonly string[]): Promise<Map<string, ArtifactVersion[]>> {
    return this.read(viewer, async (tx) => {
      const grouped = new Map<string, ArtifactVersion[]>(artifactIds.map((id) => [id, []]));
      for (const row of await this.versions.ofArtifacts(tx, artifactIds))
        grouped.get(row.artifact_id)?.push(versionOf(row));
      return grouped;
    });
  }

  /** With their steps and trees. */
  written(viewer: Viewer, ids: readonly string[]): Promise<Map<string, WrittenVersionRow>> {
    return this.read(viewer, async (tx) => {
      const rows = await this.versions.writtenByIds(tx, ids);
      return new Map(rows.map((row) => [row.id, row]));
    });
  }

  whatChanged(viewer: Viewer, ids: readonly string[]): Promise<Map<string, string>> {
    return this.read(viewer, (tx) => this.versions.whatChanged(tx, ids));
  }

  /** Pages without their texts, in reading order. */
  lines(viewer: Viewer, versionIds: readonly string[]): Promise<Map<string, PageLineRow[]>> {
    return this.read(viewer, async (tx) => {
      const grouped = new Map<string, PageLineRow[]>(versionIds.map((id) => [id, []]));
      for (const row of await this.versions.lines(tx, versionIds)) grouped.get(row.version_id)?.push(row);
      return grouped;
    });
  }

  page(viewer: Viewer, versionId: string, path: string): Promise<(PageLineRow & { body: string }) | undefined> {
    return this.read(viewer, (tx) => this.versions.page(tx, versionId, path));
  }

  /** Pages that say all of the words, best first. @throws INVALID_INPUT */
  find(
    viewer: Viewer,
    { id, number }: Pick<VersionRow, 'id' | 'number'>,
    words: string,
    first: number | null | undefined,
  ): Promise<PageHit[]> {
    const most = Math.min(Math.max(first ?? USUAL_HITS, 1), MOST_HITS);
    return this.read(viewer, async (tx) => {
      const found = await pagesSaying(tx, id, words, most);
      return found.map(({ line, excerpt }) => ({ page: pageLineOf(line, number), excerpt }));
    });
  }

  /**
   * What differs, page by page.
   * @param from a number; null: the version before, or nothing before the first
   * @param to a number; null: the draft, or what is published where there is none
   * @throws NOT_FOUND
   */
  diff(viewer: Viewer, artifactId: string, from: number | null, to: number | null): Promise<PageDiff[]> {
    return this.read(viewer, async (tx) => {
      const artifact = await this.artifacts.byId(tx, viewer.personId, artifactId);
      if (!artifact) throw refusePlatform('NOT_FOUND', {});
      const isDraft = to === null && artifact.draft_id !== null;
      const toNumber = to ?? artifact.version_count;
      const fromNumber = from ?? (isDraft ? artifact.version_count : toNumber - 1);
      const after = isDraft ? await this.draftTexts(tx, artifactId) : await this.textsOf(tx, artifactId, toNumber);
      return diffsOf(changedPages(await this.textsOf(tx, artifactId, fromNumber), after));
    });
  }

  /** Of number 0 nothing. @throws NOT_FOUND */
  private async textsOf(tx: Tx, artifactId: string, number: number): Promise<ComparedPage[]> {
    if (number === 0) return [];
    const version = await this.versions.byNumber(tx, artifactId, number);
    if (!version) throw refusePlatform('NOT_FOUND', {});
    return withLines(await this.versions.pages(tx, version.id), version);
  }

  private async draftTexts(tx: Tx, artifactId: string): Promise<ComparedPage[]> {
    const draft = await this.drafts.of(tx, artifactId);
    if (!draft) throw refusePlatform('NOT_FOUND', {});
    const pages = readingOrder(await this.drafts.texts(tx, artifactId)).map(({ page }) => page);
    return withLines(pages, draft);
  }

  private read<T>(viewer: Viewer, work: (tx: Tx) => Promise<T>): Promise<T> {
    return this.database.transaction(scopeOf(viewer), work);
  }
}

/** Steps and trees are compared as the lines that they are written in, beside the pages. */
function withLines(pages: readonly ComparedPage[], beside: WrittenBeside): ComparedPage[] {
  return [...pages, ...linesBeside(beside).map((lines) => ({ ...lines, id: lines.path }))];
}

/** Milliseconds for all pages of one comparison; those that come later are compared coarsely: others wait meanwhile. */
const TIME_TO_COMPARE = 1_000;

function diffsOf(pairs: readonly PagePair[]): PageDiff[] {
  const until = performance.now() + TIME_TO_COMPARE;
  return pairs.flatMap(({ kind, before, after }) => {
    const page = after ?? before;
    if (!page) return [];
    const compare = performance.now() < until ? diffPage : diffPageCoarsely;
    return [{ kind, path: page.path, title: page.title, hunks: compare(before?.body ?? '', after?.body ?? '') }];
  });
}
