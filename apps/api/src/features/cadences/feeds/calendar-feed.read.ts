import { type FeedDate, type FeedSeries, calendarFeed } from '@chapterhouse/domain/cadences/calendar-feed';
import { personDates } from '@chapterhouse/domain/cadences/person-dates';
import { startsBetween } from '@chapterhouse/domain/cadences/recurrence';
import { type LocalDateTime, plusDays, startOfDay } from '@chapterhouse/domain/cadences/wall-clock';
import { Inject, Injectable } from '@nestjs/common';
import type { Tx } from '../../../platform/database/tx.js';
import { globalId } from '../../../platform/graphql/global-id.js';
import { type CadenceRow, type OccurrenceRow, ownOf, seriesOf } from '../cadence-row.js';
import { CadencesRepository } from '../cadences.repository.js';
import { ConcernedRead } from '../concerned.read.js';
import type { DateOfSeries } from '../occurrences.read.js';
import { OccurrencesRepository } from '../occurrences.repository.js';
import { type CalendarFeedRow, titleOf } from './calendar-feed-row.js';

/** Meetings that are over for longer are left out. */
const DAYS_BACK = 366;
/** So far ahead it is looked who is invited; further dates go on like the last one. */
const DAYS_AHEAD = 180;
const YEARS_OF_ZONES = 5;
const DAY = 24 * 60 * 60_000;

/** What a feed says now: a few statements, whatever is in it. */
@Injectable()
export class CalendarFeedRead {
  constructor(
    @Inject(CadencesRepository) private readonly cadences: CadencesRepository,
    @Inject(OccurrencesRepository) private readonly occurrences: OccurrencesRepository,
    @Inject(ConcernedRead) private readonly concerned: ConcernedRead,
  ) {}

  /** @param base address of the web without a slash at its end */
  async text(tx: Tx, feed: CalendarFeedRow, now: Date, base: string): Promise<string> {
    const since = plusDays(now.toISOString().slice(0, 10), -DAYS_BACK);
    const of = { TEAM: OF_TEAM, CHAPTER: OF_CHAPTER, COMMUNITY: OF_COMMUNITY, PERSON: OF_PERSON }[feed.scope];
    const scopeId = feed.team_id ?? feed.chapter_id ?? feed.community_id ?? feed.created_by;
    const found = await tx.query<{ id: string }>(`${of} ${STILL} limit ${MOST_SERIES}`, [
      tx.organizationId,
      scopeId,
      since,
    ]);
    const rows = await this.cadences.byIds(
      tx,
      found.map(({ id }) => id),
    );
    const series = [...rows.values()].sort((one, other) => (one.id < other.id ? -1 : 1));
    const all = series.length === 0 ? [] : await this.occurrences.between(tx, [...rows.keys()], ...EVER);
    const own = new Map<string, OccurrenceRow[]>();
    for (const row of all) own.set(row.cadence_id, [...(own.get(row.cadence_id) ?? []), row]);
    const feeds = series.map((row) => feedOf(row, own.get(row.id) ?? [], base));
    const shown = feed.scope === 'PERSON' ? await this.ofPerson(tx, series, own, feeds, feed.created_by, since) : feeds;
    const time = { from: Date.parse(`${since}T00:00Z`), before: now.getTime() + YEARS_OF_ZONES * 366 * DAY };
    return calendarFeed(titleOf(feed), shown, time);
  }

  /** Each with those dates only to which the person is invited, or which they facilitate. */
  private async ofPerson(
    tx: Tx,
    series: readonly CadenceRow[],
    own: ReadonlyMap<string, readonly OccurrenceRow[]>,
    feeds: readonly FeedSeries[],
    personId: string,
    since: string,
  ): Promise<FeedSeries[]> {
    const before = plusDays(since, DAYS_BACK + DAYS_AHEAD);
    const dates = series
      .filter((cadence) => !isOfAllDates(cadence, personId))
      .flatMap((cadence) =>
        datesOf(cadence, own.get(cadence.id) ?? [], startsBetween(seriesOf(cadence), ...dayWindow(since, before))),
      );
    const mine = new Map<string, Set<string>>();
    for (const { cadence, originalStart } of await this.concerned.withPerson(tx, dates, personId))
      mine.set(cadence.id, (mine.get(cadence.id) ?? new Set()).add(originalStart));
    // Also where they are moved to from outside of the time.
    for (const { cadence_id: id, facilitator_id: facilitatorId, original_start: start } of [...own.values()].flat())
      if (facilitatorId === personId) mine.set(id, (mine.get(id) ?? new Set()).add(start));
    return feeds.flatMap((feed, index) => {
      const cadence = series[index];
      if (!cadence || isOfAllDates(cadence, personId)) return [feed];
      const of = personDates(feed.series, mine.get(cadence.id) ?? new Set(), dayWindow(since, before));
      if (of === null) return [];
      const skipped = of.without.map((originalStart): FeedDate => ({
        ...SKIPPED,
        originalStart,
        updatedAt: feed.updatedAt,
      }));
      const kept = feed.dates.filter(({ originalStart }) => !of.without.includes(originalStart));
      return [{ ...feed, series: { ...feed.series, endsBefore: of.endsBefore }, dates: [...kept, ...skipped] }];
    });
  }
}

function isOfAllDates(row: CadenceRow, personId: string): boolean {
  return row.facilitator_id === personId || row.person_ids.includes(personId) || row.member_ids.includes(personId);
}

function feedOf(row: CadenceRow, own: readonly OccurrenceRow[], base: string): FeedSeries {
  const updatedAt = [row.updated_at, ...own.map((one) => one.updated_at)].sort().at(-1) ?? row.updated_at;
  return {
    uid: `${row.id}@chapterhouse`,
    // Versions would do, but rows of dates go when a series is split; seconds never go back.
    sequence: Math.floor((Date.parse(updatedAt) - Date.parse(row.created_at)) / 1000),
    kind: row.kind,
    series: seriesOf(row),
    dates: own.map((one) => ({ ...ownOf(one), reason: one.reason, updatedAt: one.updated_at })),
    url: `${base}/cadences/${globalId('Cadence', row.id)}`,
    createdAt: row.created_at,
    updatedAt,
  };
}

/** As their series has them: moved ones, too, by the day that they were planned for. */
function datesOf(cadence: CadenceRow, own: readonly OccurrenceRow[], starts: readonly LocalDateTime[]): DateOfSeries[] {
  const byStart = new Map(own.map((row) => [row.original_start, row]));
  return starts.map((start) => ({
    cadence,
    cadenceId: cadence.id,
    originalStart: start,
    localStart: start,
    own: byStart.get(start) ?? null,
  }));
}

const dayWindow = (from: string, before: string): [string, string] => [startOfDay(from), startOfDay(before)];

const SKIPPED = {
  state: 'SKIPPED',
  movedTo: null,
  minutes: null,
  name: null,
  place: null,
  agenda: null,
  reason: '',
} as const;

/** More would be no calendar that a program reads every hour. */
const MOST_SERIES = 500;
const EVER = ['1900-01-01T00:00', '2200-01-01T00:00'] as const;
const STILL = `
  and (c.last_on is null or c.last_on >= $3::date or exists (
    select from occurrences o where o.organization_id = c.organization_id and o.cadence_id = c.id and o.moved_to >= $3::date))
  order by c.last_on desc nulls first, c.id`;
const OF_TEAM = 'select c.id from cadences c where c.organization_id = $1 and c.team_id = $2';
const OF_CHAPTER = 'select c.id from cadences c where c.organization_id = $1 and c.chapter_id = $2';
const OF_COMMUNITY = 'select c.id from cadences c where c.organization_id = $1 and c.community_id = $2';
/** Those that may be the person's: by name, in turns, as a member of the community, or by a role held in the scope, in what is in it, or in what it is in. */
const OF_PERSON = `
  select c.id from cadences c
    left join teams t on t.organization_id = c.organization_id and t.id = c.team_id
    left join areas a on a.organization_id = c.organization_id and a.id = coalesce(c.area_id, t.area_id)
   where c.organization_id = $1 and (
     c.facilitator_id = $2
     or exists (select from cadence_people i where i.organization_id = c.organization_id and i.cadence_id = c.id and i.person_id = $2)
     or exists (select from community_members m where m.organization_id = c.organization_id and m.community_id = c.community_id and m.person_id = $2)
     or exists (select from occurrences o where o.organization_id = c.organization_id and o.cadence_id = c.id and o.facilitator_id = $2)
     or c.facilitation = 'ROTA' and exists (
       select from rotas ro where ro.organization_id = c.organization_id and ro.root_id = c.root_id and (
         exists (select from rota_members m where m.organization_id = ro.organization_id and m.rota_id = ro.id and m.person_id = $2)
         or exists (select from rota_turns rt where rt.organization_id = ro.organization_id and rt.rota_id = ro.id
                       and rt.people @> jsonb_build_array(jsonb_build_object('personId', $2::text)))))
     or exists (
       select from role_assignments r
         left join teams rt on rt.organization_id = r.organization_id and rt.id = r.team_id
         left join areas ra on ra.organization_id = r.organization_id and ra.id = coalesce(r.area_id, rt.area_id)
        where r.organization_id = c.organization_id and r.person_id = $2 and r.role = any(c.roles)
          and (r.ends_before is null or r.ends_before > $3::date)
          and (c.team_id is null or r.team_id is null or r.team_id = c.team_id)
          and (a.id is null or ra.id is null or ra.id = a.id)
          and (coalesce(c.product_id, a.product_id) is null or coalesce(r.product_id, ra.product_id) is null
               or coalesce(r.product_id, ra.product_id) = coalesce(c.product_id, a.product_id))))`;
