import { ITEM_STATE_TITLES, type ItemState } from '@chapterhouse/domain/priorities/item-state';
import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import type { Tx } from '../../../platform/database/tx.js';
import { globalId } from '../../../platform/graphql/global-id.js';
import { DISTANCE, distanceSaying, ENDED, typedValues } from '../../../platform/search/distance.js';
import { type Hit, Searches } from '../../../platform/search/searches.js';
import { itemQuery } from './item-filter.js';

interface Row {
  id: string;
  key: string;
  title: string;
  state: ItemState;
  team: string | null;
  distance: number;
}

/** Backlog items among everything that is found from one field: the key that was typed, then the best by words. */
@Injectable()
export class ItemFinder implements OnModuleInit {
  constructor(@Inject(Searches) private readonly searches: Searches) {}

  onModuleInit(): void {
    this.searches.register((tx, _, words, limit) => this.find(tx, words, limit));
  }

  private async find(tx: Tx, words: string, limit: number): Promise<Hit[]> {
    const asked = itemQuery(words);
    // Only signs: every item would fit.
    if (asked === undefined) return [];
    const rows = await tx.query<Row & Record<string, unknown>>(HITS, [...typedValues(tx, words), limit, asked]);
    return rows.map(({ id, key, title, state, team, distance }) => ({
      kind: 'ITEM',
      id: globalId('BacklogItem', id),
      key,
      title,
      detail: [ITEM_STATE_TITLES[state], team].filter((word) => word !== null).join(', '),
      distance,
    }));
  }
}

const HITS = `
  select b.id, b.external_key as key, b.title, b.state, t.name as team,
         case when upper(b.external_key) = upper(trim($2)) then ${DISTANCE.KEY}
              else ${distanceSaying('b.title', 'true')} + case when b.state in ('DONE', 'DROPPED') then ${ENDED} else 0 end end as distance
    from (select s.item_id, s.rank from chapterhouse_items_saying(to_tsquery('simple', $6)) as s
           order by s.rank desc, s.item_id limit 500) as found
    join backlog_items b on b.organization_id = $1 and b.id = found.item_id
    left join teams t on t.organization_id = b.organization_id and t.id = b.team_id
   order by distance, found.rank desc, b.updated_at desc, b.id limit $5`;
