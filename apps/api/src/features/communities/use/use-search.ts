import { artifactKeyOf } from '@chapterhouse/domain/communities/artifact-state';
import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import type { Tx } from '../../../platform/database/tx.js';
import { globalId } from '../../../platform/graphql/global-id.js';
import { DISTANCE, distanceSaying, looksLike, typedValues } from '../../../platform/search/distance.js';
import { type Hit, Searches } from '../../../platform/search/searches.js';
import { wordsIn } from '../../../platform/search/words-begun.js';
import { SAID, saying } from '../said-words.js';

/** Runs of checklists by their titles and the notes at their steps; adoptions by the note how it goes. */
@Injectable()
export class UseSearch implements OnModuleInit {
  constructor(@Inject(Searches) private readonly searches: Searches) {}

  onModuleInit(): void {
    this.searches.register((tx, _, words, limit) => this.runs(tx, words, limit));
    this.searches.register((tx, _, words, limit) => this.adoptions(tx, words, limit));
  }

  private async runs(tx: Tx, words: string, limit: number): Promise<Hit[]> {
    const rows = await tx.query<FoundRun>(RUNS, [...typedValues(tx, words), limit]);
    return rows.map(({ id, title, artifact, team, ended, distance }) => ({
      kind: 'CHECKLIST_RUN',
      id: globalId('ChecklistRun', id),
      key: null,
      title,
      detail: [
        ...(ended ? ['Ended'] : []),
        ...(artifact === title ? [] : [artifact]),
        ...(team === null ? [] : [team]),
      ].join(' · '),
      distance,
    }));
  }

  /** Its key is that of what is followed: there it is read. */
  private async adoptions(tx: Tx, words: string, limit: number): Promise<Hit[]> {
    const said = wordsIn(words);
    if (said.length === 0) return [];
    const rows = await tx.query<FoundAdoption>(ADOPTIONS, [tx.organizationId, said, limit]);
    return rows.map(({ id, number, title, team, followed }) => ({
      kind: 'ADOPTION',
      id: globalId('Adoption', id),
      key: artifactKeyOf(number),
      title,
      detail: `${team} · version ${followed}`,
      distance: DISTANCE.SAID,
    }));
  }
}

interface FoundRun extends Record<string, unknown> {
  id: string;
  title: string;
  artifact: string;
  team: string | null;
  ended: boolean;
  distance: number;
}

interface FoundAdoption extends Record<string, unknown> {
  id: string;
  number: number;
  title: string;
  team: string;
  followed: number;
}

const RUNS = `${saying('CHECKLIST_RUN')}
  select r.id, r.title, v.title as artifact, t.name as team, r.ended_at is not null as ended, ${distanceSaying('r.title', SAID)} as distance
    from checklist_runs r
    join artifact_versions v on v.organization_id = r.organization_id and v.id = r.version_id
    left join teams t on t.organization_id = r.organization_id and t.id = r.team_id
    left join said s on s.thing_id = r.id
   where r.organization_id = $1 and (${SAID} or ${looksLike('r.title')})
   order by distance, s.rank desc nulls last, r.ended_at is not null, r.started_at desc, r.id desc limit $5`;

/** Of teams that follow it now; an archived team follows nothing. */
const ADOPTIONS = `${saying('ADOPTION', '$2')}
  select a.id, f.number, f.title, t.name as team, a.number as followed
    from said s
    join adoptions a on a.organization_id = $1 and a.id = s.thing_id and a.until is null
    join artifacts f on f.organization_id = a.organization_id and f.id = a.artifact_id
    join teams t on t.organization_id = a.organization_id and t.id = a.team_id and t.archived_on is null
   order by s.rank desc, lower(t.name), a.id limit $3`;
