import { artifactKeyOf, type ArtifactKind } from '@chapterhouse/domain/communities/artifact-state';
import type { ChecklistStep, VersionPage } from '@chapterhouse/domain/communities/version-content';
import { Inject, Injectable } from '@nestjs/common';
import type { Tx } from '../../../platform/database/tx.js';
import { VersionsRepository } from '../versions/versions.repository.js';
import type { ShownVersion } from './playbook-documents.js';

/** A published version with all that is shown outside of the app. */
export interface VersionFiles extends ShownVersion {
  /** The database's. */
  artifactId: string;
  /** By their address in texts. */
  pictures: ReadonlyMap<string, VersionPicture>;
}

export interface VersionPicture {
  /** The database's. */
  id: string;
  name: string;
  type: string;
  width: number;
  height: number;
}

interface FoundVersion extends Record<string, unknown> {
  id: string;
  artifactId: string;
  artifactNumber: number;
  kind: ArtifactKind;
  number: number;
  title: string;
  publishedOn: string;
  checklist: ChecklistStep[];
  mermaid: string;
}

/** A version as files: steps and trees stand on the page of theirs, for outside of the app nothing else shows them. */
@Injectable()
export class VersionFilesRead {
  constructor(@Inject(VersionsRepository) private readonly versions: VersionsRepository) {}

  /** @param number null: the current one. @returns undefined for what is not here, or not published */
  async load(tx: Tx, artifactNumber: number, number: number | null): Promise<VersionFiles | undefined> {
    const found = await tx.one<FoundVersion>(FIND, [tx.organizationId, artifactNumber, number]);
    if (found === undefined) return undefined;
    const pages = withParts(await this.versions.pages(tx, found.id), found);
    const ids = new Set(pages.flatMap(({ body }) => [...body.matchAll(PICTURE)].flatMap(([, id]) => id ?? [])));
    const rows = await tx.query<VersionPicture & Record<string, unknown>>(
      'select id, name, type, width, height from images where organization_id = $1 and id = any($2::uuid[])',
      [tx.organizationId, [...ids]],
    );
    return {
      key: artifactKeyOf(found.artifactNumber),
      title: found.title,
      number: found.number,
      publishedOn: found.publishedOn,
      pages,
      artifactId: found.artifactId,
      pictures: new Map(rows.map((row) => [`/files/images/Image_${row.id}`, row])),
    };
  }
}

const PICTURE = /\/files\/images\/Image_([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})(?![\w-])/gu;

function withParts(pages: VersionPage[], { kind, checklist, mermaid }: FoundVersion): VersionPage[] {
  const steps = checklist.map(({ text, hint, depth }) => {
    const indent = '  '.repeat(depth);
    return `${indent}- [ ] ${oneLine(text)}${hint === '' ? '' : `\n\n${indent}  ${oneLine(hint)}\n`}`;
  });
  const part = kind === 'CHECKLIST' ? steps.join('\n') : kind === 'DECISION_TREE' ? fenced(mermaid) : '';
  if (part === '') return pages;
  return pages.map((page, place) =>
    place === 0 ? { ...page, body: [page.body.trimEnd(), part].filter((words) => words !== '').join('\n\n') } : page,
  );
}

function oneLine(text: string): string {
  return text.replaceAll(/\s+/gu, ' ').trim();
}

/** With more marks than the text itself has. */
function fenced(text: string): string {
  const longest = Math.max(2, ...[...text.matchAll(/`+/gu)].map(([marks]) => marks.length));
  const fence = '`'.repeat(longest + 1);
  return `${fence}mermaid\n${text.trimEnd()}\n${fence}\n`;
}

const FIND = `
  select v.id, v.artifact_id as "artifactId", a.number as "artifactNumber", a.kind, v.number, v.title, v.checklist, v.mermaid,
         (v.published_at at time zone o.time_zone)::date::text as "publishedOn"
    from artifacts a
    join organizations o on o.organization_id = a.organization_id
    join artifact_versions v on v.organization_id = a.organization_id and v.artifact_id = a.id
   where a.organization_id = $1 and a.number = $2
     and case when $3::int is null then v.id = a.current_version_id else v.number = $3 end`;
