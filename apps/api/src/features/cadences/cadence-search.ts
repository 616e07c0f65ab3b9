import { sentenceOf } from '@chapterhouse/domain/cadences/recurrence-sentence';
import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import type { Viewer } from '../../platform/auth/viewer.js';
import type { Tx } from '../../platform/database/tx.js';
import { globalId } from '../../platform/graphql/global-id.js';
import { distanceOf, looksLike, typedValues } from '../../platform/search/distance.js';
import { type Hit, Searches } from '../../platform/search/searches.js';

/** Meetings by their name; of a line of series the last one, over or not. */
@Injectable()
export class CadenceSearch implements OnModuleInit {
  constructor(@Inject(Searches) private readonly searches: Searches) {}

  onModuleInit(): void {
    this.searches.register(find);
  }
}

async function find(tx: Tx, _viewer: Viewer, words: string, limit: number): Promise<Hit[]> {
  const rows = await tx.query<Found>(FIND, [...typedValues(tx, words), limit]);
  return rows.map(({ id, name, rule, starts_at: startsAt, time_zone: timeZone, distance }) => ({
    kind: 'CADENCE',
    id: globalId('Cadence', id),
    key: null,
    title: name,
    detail: sentenceOf(rule, startsAt, timeZone),
    distance,
  }));
}

interface Found extends Record<string, unknown> {
  id: string;
  name: string;
  rule: string | null;
  starts_at: string;
  time_zone: string;
  distance: number;
}

const FIND = `
  select c.id, c.name, c.rule, c.starts_at, c.time_zone, ${distanceOf('c.name')} as distance
    from cadences c
   where c.organization_id = $1 and ${looksLike('c.name')}
     and not exists (select from cadences f where f.organization_id = c.organization_id and f.follows_id = c.id)
   order by distance, lower(c.name), c.id limit $5`;
