import { artifactKeyOf } from '@chapterhouse/domain/communities/artifact-state';
import type { DiffHunk, DiffLine, DiffLineKind, DiffRun } from '@chapterhouse/domain/communities/page-diff';
import type { PageChange, PageChangeKind } from '@chapterhouse/domain/communities/page-changes';
import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { globalId } from '../../../platform/graphql/global-id.js';
import { Node } from '../../../platform/graphql/node.js';
import { ActionScalar, DateTimeScalar } from '../../../platform/graphql/scalars.js';
import { DiffLineKindEnum, PageChangeKindEnum } from '../artifacts/artifact-enums.graphql.js';
import type { PageLineRow, VersionRow } from './version-row.js';

@ObjectType({
  description: 'A page in the tree of a playbook; the others have one page, `index`.',
})
export class PageLine {
  @Field(() => ID) id: string;
  @Field(() => String) path: string;
  @Field(() => String) title: string;
  @Field(() => Int) depth: number;
  @Field(() => Int) position: number;
  @Field(() => String, { nullable: true }) parentPath: string | null;
}

@ObjectType()
export class BrokenLink {
  @Field(() => String) pagePath: string;
  @Field(() => Int) line: number;
  @Field(() => String) target: string;
  @Field(() => String) why: string;
}

@ObjectType()
export class Page {
  @Field(() => ID) id: string;
  @Field(() => String) path: string;
  @Field(() => String) title: string;
  @Field(() => String) body: string;
  @Field(() => PageLine, { nullable: true }) previous: PageLine | null;
  @Field(() => PageLine, { nullable: true }) following: PageLine | null;
  @Field(() => Int, { description: 'Counts changes of its text in the draft; of a version its number.' })
  version: number;
  @Field(() => [ActionScalar]) viewerCan: string[];
  /** Not in the schema: pages that its links may lead to, and the number of the artifact. */
  paths: readonly string[];
  artifactNumber: number;
}

@ObjectType()
export class PageHit {
  @Field(() => PageLine) page: PageLine;
  @Field(() => String, { description: 'Plain text, with the hits between U+E000 and U+E001.' }) excerpt: string;
}

@ObjectType('PageChange')
export class PageChangeObject implements PageChange {
  @Field(() => PageChangeKindEnum) kind: PageChangeKind;
  @Field(() => String) path: string;
  @Field(() => String) title: string;
  @Field(() => String, { nullable: true }) wasPath: string | null;
}

@ObjectType('DiffRun')
export class DiffRunObject implements DiffRun {
  @Field(() => String) text: string;
  @Field(() => Boolean) changed: boolean;
}

@ObjectType('DiffLine')
export class DiffLineObject implements DiffLine {
  @Field(() => DiffLineKindEnum) kind: DiffLineKind;
  @Field(() => Int, { nullable: true }) oldNumber: number | null;
  @Field(() => Int, { nullable: true }) newNumber: number | null;
  @Field(() => [DiffRunObject]) runs: DiffRunObject[];
}

@ObjectType('DiffHunk')
export class DiffHunkObject implements DiffHunk {
  @Field(() => Int) oldStart: number;
  @Field(() => Int) newStart: number;
  @Field(() => [DiffLineObject]) lines: DiffLineObject[];
}

@ObjectType({ description: 'Lines as they stood and stand; `words` are runs within changed lines.' })
export class PageDiff {
  @Field(() => String) path: string;
  @Field(() => String) title: string;
  @Field(() => PageChangeKindEnum) kind: PageChangeKind;
  @Field(() => [DiffHunkObject]) hunks: DiffHunkObject[];
}

@ObjectType({ implements: () => [Node], description: 'Published: immutable and numbered.' })
export class ArtifactVersion implements Node {
  @Field(() => ID) id: string;
  @Field(() => Int) number: number;
  @Field(() => String) title: string;
  @Field(() => DateTimeScalar) publishedAt: string;
  @Field(() => String) contentHash: string;
  @Field(() => String) archiveUrl: string;
  @Field(() => String) siteUrl: string;
  @Field(() => String, { description: 'All of it as one document, to be printed.' }) printUrl: string;
  @Field(() => String) pdfUrl: string;
  /** Not in the schema: what its other fields are loaded by. */
  row: VersionRow;
}

/** The row becomes the GraphQL object here and nowhere else. */
export function versionOf(row: VersionRow): ArtifactVersion {
  const address = `/files/artifacts/${artifactKeyOf(row.artifact_number)}/${row.number}`;
  return {
    id: globalId('ArtifactVersion', row.id),
    number: row.number,
    title: row.title,
    publishedAt: row.published_at,
    contentHash: row.content_hash,
    archiveUrl: `${address}.zip`,
    siteUrl: `${address}/site.zip`,
    printUrl: `${address}/print.html`,
    pdfUrl: `${address}/print.pdf`,
    row,
  };
}

/** What a page says in one version is another thing than what it says in the next, or in the draft (null). */
export function pageId(id: string, version: number | null): string {
  return version === null ? globalId('Page', id) : `${globalId('Page', id)}_${version}`;
}

export function pageLineOf(row: PageLineRow, version: number | null): PageLine {
  return {
    id: pageId(row.id, version),
    path: row.path,
    title: row.title,
    depth: row.depth,
    position: row.position,
    parentPath: row.parent_path,
  };
}
