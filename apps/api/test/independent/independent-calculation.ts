import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';

/** A window of days, and whose numbers. */
export interface Asked {
  from: string;
  endsBefore: string;
  areaId?: string;
  teamId?: string;
  sourceId?: string;
}

export type GroupColumn = 'area_id' | 'team_id' | 'source_id' | 'month';

/** One number of a group, or of a level of it. */
export interface Calculated {
  /** The group's id or month; `all` of the whole, `none` of those without. */
  group: string;
  number: string;
  /** Only of the time to resolve by level. */
  level: number | null;
  of: number;
  counted: number;
  median: number | null;
  percentile85: number | null;
}

export interface CountedRow {
  id: string;
  key: string;
  /** Milliseconds. */
  at: number;
  hours: number | null;
  counts: boolean;
}

export interface SourceFacts {
  openCount: number;
  pastCount: number;
  blockedTeamDays: number;
  resolvedCount: number;
  medianHoursToResolve: number | null;
}

const SCRIPTS = ['calendar.sql', 'log.sql', 'facts.sql', 'team-days.sql'];

/** The SQL beside this file, run past the api over a connection of its own. */
export class IndependentCalculation {
  private constructor(private readonly client: pg.Client) {}

  /** @param now the moment as of which it counts */
  static async of(databaseUrl: string, organizationId: string, now: Date): Promise<IndependentCalculation> {
    const client = new pg.Client({ connectionString: databaseUrl });
    await client.connect();
    await client.query(
      `select set_config('independent.organization', $1, false), set_config('independent.now', $2, false)`,
      [organizationId, now.toISOString()],
    );
    for (const script of SCRIPTS) await client.query(readFileSync(join(import.meta.dirname, script), 'utf8'));
    return new IndependentCalculation(client);
  }

  end(): Promise<void> {
    return this.client.end();
  }

  /** Of the whole, or of each group that has anything to count. */
  async numbers(asked: Asked, by?: GroupColumn): Promise<Calculated[]> {
    const group = by === undefined ? `'all'` : `coalesce(${by}::text, 'none')`;
    const { rows } = await this.client.query<Calculated>(
      `with chosen as (select ${group} as "group", c.* from counted c where ${WITHIN}),
            lines as (
              select "group", number, null::int as level, counts, hours from chosen
              union all
              select "group", number, level, counts, hours from chosen where number = 'TIME_TO_RESOLVE')
       select "group", number, level, count(*)::int as of, (count(*) filter (where counts))::int as counted,
              pg_temp.quantile(array_agg(hours), 0.5)::float8 as median,
              pg_temp.quantile(array_agg(hours), 0.85)::float8 as "percentile85"
         from lines group by "group", number, level order by "group", number, level nulls first`,
      within(asked),
    );
    return rows;
  }

  /** What a number counts. */
  async list(number: string, asked: Asked): Promise<CountedRow[]> {
    const { rows } = await this.client.query<CountedRow>(
      `select id, key, (extract(epoch from at) * 1000)::float8 as at, hours::float8 as hours, counts from counted c where number = $6 and ${WITHIN} order by key`,
      [...within(asked), number],
    );
    return rows;
  }

  /** Of one source, by month; months without any are not there. */
  async teamDays(sourceId: string): Promise<Map<string, number>> {
    const rows = await this.query<{ month: string; days: number }>(
      'select month, count(*)::int as days from team_days where source_id = $1 group by month',
      [sourceId],
    );
    return new Map(rows.map(({ month, days }) => [month, days]));
  }

  /** Blocked team-days so far by key; without those that lost a team and neither came back nor were declined. */
  async costs(): Promise<Map<string, number>> {
    const rows = await this.query<{ key: string; days: number }>(
      `select f.key, (select count(*)::int from team_days d where d.id = f.id) as days
         from facts f
        where f.reopened or f.state = 'DECLINED' or not exists (
          select from events e where e.organization_id = (select organization_id from house) and e.subject_id = f.id
             and e.name = 'impediment.team-removed')`,
    );
    return new Map(rows.map(({ key, days }) => [key, days]));
  }

  /** The oldest first, this one last. */
  async lastTwelveMonths(): Promise<string[]> {
    const rows = await this.query<{ month: string }>(
      `select to_char(date_trunc('month', pg_temp.day_of(pg_temp.this_moment())) - make_interval(months => ago), 'YYYY-MM') as month
         from generate_series(0, 11) as ago order by month`,
    );
    return rows.map(({ month }) => month);
  }

  /** What else a source's page counts. Elapsed hours, of those resolved since the first of these twelve months. */
  async source(id: string): Promise<SourceFacts> {
    const [row] = await this.query<SourceFacts>(
      `with own as (
         select i.state, extract(epoch from i.resolved_at - i.raised_at) / 3600 as elapsed,
                i.state in ('RESOLVED', 'CLOSED') and to_char(pg_temp.day_of(i.resolved_at), 'YYYY-MM') = any ($2) as recent
           from impediments i
          where i.organization_id = (select organization_id from house) and pg_temp.leading_source(i.source_id) = $1)
       select (count(*) filter (where ${OPEN}))::int as "openCount",
              (count(*) filter (where not ${OPEN}))::int as "pastCount",
              (select count(*)::int from team_days where source_id = $1 and ${OPEN}) as "blockedTeamDays",
              (count(*) filter (where recent))::int as "resolvedCount",
              pg_temp.quantile(array_agg(elapsed) filter (where recent), 0.5)::float8 as "medianHoursToResolve"
         from own`,
      [id, await this.lastTwelveMonths()],
    );
    if (!row) throw new Error('Counting answers with a row.');
    return row;
  }

  async query<Row extends pg.QueryResultRow>(sql: string, values: unknown[] = []): Promise<Row[]> {
    return (await this.client.query<Row>(sql, values)).rows;
  }
}

const OPEN = `state in ('RAISED', 'TRIAGED', 'IN_PROGRESS', 'RESOLVED')`;

const WITHIN = `c.day >= $1::date and c.day < $2::date
  and ($3::uuid is null or c.area_id = $3) and ($4::uuid is null or c.team_id = $4) and ($5::uuid is null or c.source_id = $5)`;

function within({ from, endsBefore, areaId, teamId, sourceId }: Asked): unknown[] {
  return [from, endsBefore, areaId ?? null, teamId ?? null, sourceId ?? null];
}
