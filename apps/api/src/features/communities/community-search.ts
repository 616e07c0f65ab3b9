import { IDEA_STATE_TITLES, type IdeaState } from '@chapterhouse/domain/communities/idea-state';
import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import type { Viewer } from '../../platform/auth/viewer.js';
import type { Tx } from '../../platform/database/tx.js';
import { globalId } from '../../platform/graphql/global-id.js';
import { DISTANCE, distanceSaying, GUESS, looksLike, typedValues } from '../../platform/search/distance.js';
import { type Hit, Searches } from '../../platform/search/searches.js';
import { SAID, saying } from './said-words.js';

/** Communities, discussions and ideas: by what they are called, and by all that is said in them. */
@Injectable()
export class CommunitySearch implements OnModuleInit {
  constructor(@Inject(Searches) private readonly searches: Searches) {}

  onModuleInit(): void {
    this.searches.register(finderOf('COMMUNITY', 'Community', COMMUNITIES));
    this.searches.register(finderOf('DISCUSSION', 'Discussion', DISCUSSIONS));
    this.searches.register(finderOf('IDEA', 'Idea', IDEAS));
  }
}

type Kind = 'COMMUNITY' | 'DISCUSSION' | 'IDEA';

interface Found extends Record<string, unknown> {
  id: string;
  title: string;
  detail: string;
  state: IdeaState | null;
  distance: number;
}

function finderOf(kind: Kind, type: string, sql: string) {
  return async (tx: Tx, _viewer: Viewer, words: string, limit: number): Promise<Hit[]> => {
    const rows = await tx.query<Found>(sql, [...typedValues(tx, words), limit]);
    return rows.map(({ id, title, detail, state, distance }) => ({
      kind,
      id: globalId(type, id),
      key: null,
      title,
      detail: state === null ? detail : `${IDEA_STATE_TITLES[state]} · ${detail}`,
      distance,
    }));
  };
}

const TOPICS = `array_to_string(c.topics, ' ')`;

/** A topic that says it counts like a word of the name. */
const COMMUNITIES = `${saying('COMMUNITY')}
  select c.id, c.name as title, array_to_string(c.topics, ', ') as detail, null as state,
         least(${distanceSaying('c.name', SAID)}, case when ${TOPICS} ilike '%' || $3 || '%' then ${DISTANCE.WORDS} else ${GUESS} end) as distance
    from communities c left join said s on s.thing_id = c.id
   where c.organization_id = $1
     and (s.thing_id is not null or ${looksLike('c.name')} or (c.topics <> '{}' and ${looksLike(TOPICS)}))
   order by distance, s.rank desc nulls last, c.closed_at is not null, lower(c.name), c.id limit $5`;

const DISCUSSIONS = `${saying('DISCUSSION')}
  select d.id, d.title, c.name as detail, null as state, ${distanceSaying('d.title', SAID)} as distance
    from discussions d join communities c on c.organization_id = d.organization_id and c.id = d.community_id
    left join said s on s.thing_id = d.id
   where d.organization_id = $1 and (s.thing_id is not null or ${looksLike('d.title')})
   order by distance, s.rank desc nulls last, d.last_at desc, d.id limit $5`;

const IDEAS = `${saying('IDEA')}
  select i.id, i.title, c.name as detail, i.state, ${distanceSaying('i.title', SAID)} as distance
    from ideas i join communities c on c.organization_id = i.organization_id and c.id = i.community_id
    left join said s on s.thing_id = i.id
   where i.organization_id = $1 and (s.thing_id is not null or ${looksLike('i.title')})
   order by distance, s.rank desc nulls last, i.at desc, i.id limit $5`;
