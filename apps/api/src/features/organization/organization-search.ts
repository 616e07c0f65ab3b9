import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import type { Tx } from '../../platform/database/tx.js';
import { globalId } from '../../platform/graphql/global-id.js';
import { distanceOf, looksLike, typedValues } from '../../platform/search/distance.js';
import { type Hit, Searches } from '../../platform/search/searches.js';

/** People who are here, and places that still work. */
@Injectable()
export class OrganizationSearch implements OnModuleInit {
  constructor(@Inject(Searches) private readonly searches: Searches) {}

  onModuleInit(): void {
    this.searches.register((tx, _viewer, words, limit) => this.find(tx, words, limit));
  }

  private async find(tx: Tx, words: string, limit: number): Promise<Hit[]> {
    const rows = await tx.query<Row & Record<string, unknown>>(FOUND, [...typedValues(tx, words), limit]);
    return rows.map(({ type, id, title, detail, distance }) => ({
      kind: KINDS[type],
      id: globalId(type, id),
      key: null,
      title,
      detail,
      distance,
    }));
  }
}

const KINDS = { Person: 'PERSON', Team: 'TEAM', Area: 'AREA', Product: 'PRODUCT' } as const;

interface Row {
  type: keyof typeof KINDS;
  id: string;
  title: string;
  detail: string;
  distance: number;
}

const FOUND = `
  select * from (
    select 'Person' as type, p.id, p.name as title, '' as detail, ${distanceOf('p.name')} as distance
      from people p where p.organization_id = $1 and p.deactivated_at is null and ${looksLike('p.name')}
    union all
    select 'Team', t.id, t.name, a.name, ${distanceOf('t.name')}
      from teams t join areas a on a.organization_id = t.organization_id and a.id = t.area_id
     where t.organization_id = $1 and t.archived_on is null and ${looksLike('t.name')}
    union all
    select 'Area', a.id, a.name, p.name, ${distanceOf('a.name')}
      from areas a join products p on p.organization_id = a.organization_id and p.id = a.product_id
     where a.organization_id = $1 and a.archived_on is null and ${looksLike('a.name')}
    union all
    select 'Product', p.id, p.name, '', ${distanceOf('p.name')}
      from products p where p.organization_id = $1 and ${looksLike('p.name')}
  ) as found
  order by distance, lower(title), id limit $5`;
