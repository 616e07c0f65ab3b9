import {
  ARTIFACT_KIND_TITLES,
  ARTIFACT_STATE_TITLES,
  artifactKeyOf,
  artifactNumberOf,
  type ArtifactKind,
} from '@chapterhouse/domain/communities/artifact-state';
import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import type { Tx } from '../../../platform/database/tx.js';
import { globalId } from '../../../platform/graphql/global-id.js';
import { DISTANCE, distanceSaying, ENDED, looksLike, typedValues } from '../../../platform/search/distance.js';
import { type Hit, Searches } from '../../../platform/search/searches.js';
import { allBegun } from '../../../platform/search/words-begun.js';

/** Artifacts by their titles, keys and all that their current version says; pages of playbooks each by themselves. */
@Injectable()
export class ArtifactSearch implements OnModuleInit {
  constructor(@Inject(Searches) private readonly searches: Searches) {}

  onModuleInit(): void {
    this.searches.register((tx, _, words, limit) => this.artifacts(tx, words, limit));
    this.searches.register((tx, _, words, limit) => this.pages(tx, words, limit));
  }

  private async artifacts(tx: Tx, words: string, limit: number): Promise<Hit[]> {
    const number = artifactNumberOf(words) ?? null;
    const asked = [...typedValues(tx, words), limit, number];
    const rows = await tx.query<FoundArtifact>(ARTIFACTS, asked);
    return rows.map(({ id, number: found, kind, title, community, archived, distance }) => ({
      kind: 'ARTIFACT',
      id: globalId('Artifact', id),
      key: artifactKeyOf(found),
      title,
      detail: [...(archived ? [ARTIFACT_STATE_TITLES.ARCHIVED] : []), ARTIFACT_KIND_TITLES[kind], community].join(
        ' · ',
      ),
      distance,
    }));
  }

  /** Its key says where it is read: `A-5/onboarding/first-day`. */
  private async pages(tx: Tx, words: string, limit: number): Promise<Hit[]> {
    const rows = await tx.query<FoundPage>(PAGES, [...typedValues(tx, words), limit]);
    return rows.map(({ id, number, path, title, artifact, distance }) => ({
      kind: 'PAGE',
      id: globalId('Page', id),
      key: `${artifactKeyOf(number)}/${path}`,
      title,
      detail: artifact,
      distance,
    }));
  }
}

interface FoundArtifact extends Record<string, unknown> {
  id: string;
  number: number;
  kind: ArtifactKind;
  title: string;
  community: string;
  archived: boolean;
  distance: number;
}

interface FoundPage extends Record<string, unknown> {
  id: string;
  number: number;
  path: string;
  title: string;
  artifact: string;
  distance: number;
}

const ARCHIVED = `case when a.archived_at is null then 0 else ${ENDED} end`;
/** Of what is found by its words no more are looked at: the best. */
const MOST_RANKED = 500;

/** What a page of a playbook says leads to the page; a checklist, a tree or a template is found as a whole. */
const ARTIFACTS = `
  with found as materialized (
    select s.artifact_id, max(s.rank) as rank
      from (select ${allBegun('$4')} as words) q
      cross join lateral chapterhouse_artifacts_saying(q.words) s
      join artifacts a on a.organization_id = $1 and a.id = s.artifact_id
     where s.page_id = s.artifact_id or a.kind <> 'PLAYBOOK'
     group by s.artifact_id order by rank desc, s.artifact_id limit ${MOST_RANKED}
  )
  select a.id, a.number, a.kind, a.title, c.name as community, a.archived_at is not null as archived,
         case when a.number = $6 then ${DISTANCE.KEY} else ${distanceSaying('a.title', 'f.artifact_id is not null')} + ${ARCHIVED} end as distance
    from artifacts a
    join communities c on c.organization_id = a.organization_id and c.id = a.community_id
    left join found f on f.artifact_id = a.id
   where a.organization_id = $1 and (f.artifact_id is not null or a.number = $6 or ${looksLike('a.title')})
   order by distance, f.rank desc nulls last, a.updated_at desc, a.id limit $5`;

/** Of the version that counts now. */
const PAGES = `
  select p.page_id as id, a.number, p.path, p.title, a.title as artifact, ${distanceSaying('p.title', 'true')} + ${ARCHIVED} as distance
    from (select s.* from (select ${allBegun('$4')} as words) q
           cross join lateral chapterhouse_artifacts_saying(q.words) s
           where s.page_id <> s.artifact_id
           order by s.rank desc, s.page_id limit ${MOST_RANKED}) found
    join artifacts a on a.organization_id = $1 and a.id = found.artifact_id and a.kind = 'PLAYBOOK'
    join artifact_version_pages p
      on p.organization_id = a.organization_id and p.version_id = a.current_version_id and p.page_id = found.page_id
   order by distance, found.rank desc, p.path, p.page_id limit $5`;
