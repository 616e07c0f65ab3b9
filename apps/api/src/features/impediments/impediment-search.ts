import { IMPEDIMENT_STATE_TITLES, type ImpedimentState } from '@chapterhouse/domain/impediments/impediment-state';
import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import type { Viewer } from '../../platform/auth/viewer.js';
import type { Tx } from '../../platform/database/tx.js';
import { globalId } from '../../platform/graphql/global-id.js';
import { DISTANCE, distanceOf, ENDED, isTitled, looksLike, typedValues } from '../../platform/search/distance.js';
import { type Hit, Searches } from '../../platform/search/searches.js';
import { IS_ENDED, IS_OPEN, keyOf, numberOf } from './impediment-row.js';

/** Impediments by key and title, open ones first; sources, labels, and the views that the viewer may see. */
@Injectable()
export class ImpedimentSearch implements OnModuleInit {
  constructor(@Inject(Searches) private readonly searches: Searches) {}

  onModuleInit(): void {
    this.searches.register(async (tx, viewer, words, limit) => [
      ...(await this.impediments(tx, words, limit)),
      ...(await this.others(tx, viewer, words, limit)),
    ]);
  }

  private async impediments(tx: Tx, words: string, limit: number): Promise<Hit[]> {
    const rows = await tx.query<ImpedimentFound & Record<string, unknown>>(IMPEDIMENTS, [
      ...typedValues(tx, words),
      limit,
      numberOf(words) ?? null,
    ]);
    return rows.map(({ id, number, title, state, team, distance }) => ({
      kind: 'IMPEDIMENT',
      id: globalId('Impediment', id),
      key: keyOf(number),
      title,
      detail: `${IMPEDIMENT_STATE_TITLES[state]}, ${team}`,
      distance,
    }));
  }

  private async others(tx: Tx, viewer: Viewer, words: string, limit: number): Promise<Hit[]> {
    const rows = await tx.query<OtherFound & Record<string, unknown>>(OTHERS, [
      ...typedValues(tx, words),
      limit,
      viewer.personId,
    ]);
    return rows.map(({ type, id, title, detail, distance }) => ({
      kind: KINDS[type],
      id: globalId(type, id),
      // What a view shows is its address.
      key: type === 'SavedView' ? detail : null,
      title,
      detail: type === 'SavedView' ? 'Saved view' : detail,
      distance,
    }));
  }
}

interface ImpedimentFound {
  id: string;
  number: number;
  title: string;
  state: ImpedimentState;
  team: string;
  distance: number;
}

const KINDS = { Source: 'SOURCE', Label: 'LABEL', SavedView: 'VIEW' } as const;

interface OtherFound {
  type: keyof typeof KINDS;
  id: string;
  title: string;
  detail: string;
  distance: number;
}

/** Among so many of the latest ended ones is looked, so that the cost stays flat however long the history is. */
const ENDED_TO_LOOK_AT = 20_000;

/** Of the ended ones only those that are called so. */
const IMPEDIMENTS = `
  select found.id, found.number, found.title, found.state, t.name as team, found.distance from (
    select i.id, i.number, i.title, i.state, i.raising_team_id, ${DISTANCE.KEY} as distance
      from impediments i where i.organization_id = $1 and i.number = $6::integer
    union all
    select i.id, i.number, i.title, i.state, i.raising_team_id, ${distanceOf('i.title')}
      from impediments i where i.organization_id = $1 and ${IS_OPEN} and ${looksLike('i.title')}
    union all
    select * from (
      select i.id, i.number, i.title, i.state, i.raising_team_id, ${distanceOf('i.title')} + ${ENDED}
        from (select * from impediments i where i.organization_id = $1 and ${IS_ENDED}
               order by i.updated_at desc, i.id limit ${ENDED_TO_LOOK_AT}) as i
       where ${isTitled('i.title')} limit 100) as ended
  ) as found join teams t on t.organization_id = $1 and t.id = found.raising_team_id
  order by found.distance, found.number desc limit $5`;

const OTHERS = `
  select * from (
    select * from (
      -- By the nearest of its names; one of a source that was merged into it says which.
      select distinct on (k.id) 'Source' as type, k.id, k.name as title,
             initcap(k.kind) || case when s.id = k.id then '' else ', also ' || s.name end as detail,
             ${distanceOf('s.name')} as distance
        from sources s
        join sources k on k.organization_id = s.organization_id and k.id = coalesce(s.merged_into_id, s.id)
       where s.organization_id = $1 and ${looksLike('s.name')}
       order by k.id, distance, s.id <> k.id) as sources
    union all
    select 'Label', l.id, l.name, 'Label', ${distanceOf('l.name')}
      from labels l where l.organization_id = $1 and ${looksLike('l.name')}
    union all
    select 'SavedView', v.id, v.name, (case v.screen when 'LIST' then '/impediments/list?' else '/impediments?' end) || v.search,
           ${distanceOf('v.name')}
      from saved_views v where v.organization_id = $1 and (v.shared or v.owner_id = $6::uuid) and ${looksLike('v.name')}
  ) as found
  order by distance, lower(title), id limit $5`;
