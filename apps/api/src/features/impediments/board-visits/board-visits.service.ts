import { can } from '@chapterhouse/domain/impediments/impediment-policy';
import { refusePlatform } from '@chapterhouse/domain/refusal';
import { Inject, Injectable } from '@nestjs/common';
import { scopeOf, type Viewer } from '../../../platform/auth/viewer.js';
import { Database } from '../../../platform/database/database.js';
import type { Tx } from '../../../platform/database/tx.js';
import { ACTIVITY_COLUMNS, type ActivityRow, entryOf } from '../impediment-activity.read.js';
import { ImpedimentObjects } from '../impediment-objects.js';
import { ImpedimentReferences } from '../impediment-references.js';
import { ImpedimentsRepository } from '../impediments.repository.js';
import type { BoardNews, BoardVisit } from './board-visits.graphql.js';

/** What is shown of news, and how many events are looked at for it: who was away for a year waits no longer. */
const MOST_IMPEDIMENTS = 100;
const MOST_ENTRIES = 20;
const MOST_EVENTS = 5000;

interface News {
  entries: Map<string, NewsRow[]>;
  truncated: boolean;
}

interface NewsRow extends ActivityRow, Record<string, unknown> {
  impediment_id: string;
  impediments: number;
  of_impediment: number;
  events: number;
}

/** When somebody looked at the board, and what others did to it meanwhile. */
@Injectable()
export class BoardVisitsService {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(ImpedimentsRepository) private readonly impediments: ImpedimentsRepository,
    @Inject(ImpedimentObjects) private readonly objects: ImpedimentObjects,
    @Inject(ImpedimentReferences) private readonly references: ImpedimentReferences,
  ) {}

  /** Goes on with the visit, or begins a new one. Tells the same as often as it is asked within one visit. */
  async visit(viewer: Viewer): Promise<BoardVisit> {
    const verdict = can(viewer.actor, 'impediment:view');
    if (!verdict.allowed) throw refusePlatform('FORBIDDEN', { action: 'impediment:view', reason: verdict.reason });
    return this.database.transaction(scopeOf(viewer), async (tx) => {
      const visit = await tx.one<{ since: string | null }>(VISIT, [tx.organizationId, viewer.personId]);
      const since = visit?.since ?? null;
      // The first visit finds everything new, which helps nobody.
      if (since === null) return { since, news: [], truncated: false };
      const { entries, truncated } = await newsFor(tx, viewer.personId);
      return { since, news: await this.told(tx, viewer, entries), truncated };
    });
  }

  private async told(tx: Tx, viewer: Viewer, entries: News['entries']): Promise<BoardNews[]> {
    const rows = await this.impediments.byIds(tx, [...entries.keys()]);
    const impediments = await this.objects.many(tx, viewer, rows);
    const byId = new Map(impediments.map((impediment, index) => [rows[index]?.id, impediment]));
    const actors = [...entries.values()].flat().flatMap((row) => row.actor_person_id ?? []);
    const people = await this.references.people(tx, viewer.today, actors);
    return [...entries].flatMap(([id, told]) => {
      const impediment = byId.get(id);
      return impediment ? [{ impediment, entries: told.map((row) => entryOf(row, people)) }] : [];
    });
  }
}

/** By impediment, in the order of their latest events. */
async function newsFor(tx: Tx, personId: string): Promise<News> {
  const limits = [MOST_EVENTS, MOST_IMPEDIMENTS, MOST_ENTRIES];
  const rows = await tx.query<NewsRow>(NEWS, [tx.organizationId, personId, ...limits]);
  const entries = new Map<string, NewsRow[]>();
  for (const row of rows) entries.set(row.impediment_id, [...(entries.get(row.impediment_id) ?? []), row]);
  const isMore = ({ events, impediments, of_impediment: own }: NewsRow): boolean =>
    events > MOST_EVENTS || impediments > MOST_IMPEDIMENTS || own > MOST_ENTRIES;
  return { entries, truncated: rows.some(isMore) };
}

/**
 * One statement, so that two tabs that open at once agree: the second one waits, finds the visit begun, and goes on with
 * it. The database's clock decides, whichever replica asks.
 */
const VISIT = `
  insert into board_visits as v (organization_id, person_id, seen_at, since) values ($1, $2, now(), null)
  on conflict (organization_id, person_id) do update set
    since = case when v.seen_at < now() - interval '30 minutes' then v.seen_at else v.since end,
    seen_at = greatest(v.seen_at, now())
  returning since`;

/** What is told was appended since; what an import dates back is history and no news. */
const NEWS = `
  with recent as materialized (
    select e.id, e.subject_id, e.at from events e
     where e.organization_id = $1 and e.subject_type = 'Impediment' and e.actor_person_id is distinct from $2
       and e.at > (select v.since from board_visits v where v.organization_id = $1 and v.person_id = $2)
     order by e.at desc, e.id desc limit $3 + 1
  ), counted as (
    select r.*, row_number() over own as position, count(*) over (partition by r.subject_id) as of_impediment,
           max(r.at) over (partition by r.subject_id) as latest_at, max(r.id) over (partition by r.subject_id) as latest,
           count(*) over () as events
      from recent r window own as (partition by r.subject_id order by r.at desc, r.id desc)
  ), ranked as (
    select c.*, dense_rank() over (order by c.latest_at desc, c.latest desc) as rank from counted c
  ), measured as (
    select k.*, max(k.rank) over () as impediments from ranked k
  )
  select m.subject_id as impediment_id, m.impediments, m.of_impediment, m.events, ${ACTIVITY_COLUMNS}
    from measured m join events e on e.organization_id = $1 and e.id = m.id
   where m.rank <= $4 and m.position <= $5
   order by m.rank, m.position`;
