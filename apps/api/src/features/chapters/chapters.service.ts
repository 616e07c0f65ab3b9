import { type ChapterPeriod, lastPeriods, MOST_PERIODS } from '@chapterhouse/domain/chapters/chapter-periods';
import { refusePlatform } from '@chapterhouse/domain/refusal';
import { Inject, Injectable } from '@nestjs/common';
import { scopeOf, type Viewer } from '../../platform/auth/viewer.js';
import { Database } from '../../platform/database/database.js';
import { NumbersOverTimeRead, type NumbersOfPeriod } from '../impediments/public.js';
import { OrganizationReferences, type Person } from '../organization/public.js';
import { ChapterMembersRead } from './chapter-members.read.js';
import { refuseField } from './chapter-permission.js';
import type { ChapterRow } from './chapter-row.js';
import { type Chapter, type ChapterMember, type ChapterNumbers, chapterOf } from './chapters.graphql.js';
import { ChaptersRepository } from './chapters.repository.js';

const USUAL_PERIODS = 12;

/** Looking at chapters: everybody of the organization may. */
@Injectable()
export class ChaptersService {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(ChaptersRepository) private readonly chapters: ChaptersRepository,
    @Inject(ChapterMembersRead) private readonly memberships: ChapterMembersRead,
    @Inject(NumbersOverTimeRead) private readonly overTime: NumbersOverTimeRead,
    @Inject(OrganizationReferences) private readonly organization: OrganizationReferences,
  ) {}

  async all(viewer: Viewer): Promise<Chapter[]> {
    const rows = await this.database.transaction(scopeOf(viewer), (tx) => this.chapters.all(tx, viewer.today));
    return rows.map(chapterOf);
  }

  /** @throws NOT_FOUND */
  async byId(viewer: Viewer, id: string): Promise<Chapter> {
    const found = (await this.byIds(viewer, [id])).get(id);
    if (!found) throw refusePlatform('NOT_FOUND', {});
    return found;
  }

  /** Those of nobody here are missing. */
  async byIds(viewer: Viewer, ids: readonly string[]): Promise<Map<string, Chapter>> {
    const rows = await this.database.transaction(scopeOf(viewer), (tx) => this.chapters.byIds(tx, viewer.today, ids));
    return new Map(rows.map((row) => [row.id, chapterOf(row)]));
  }

  members(viewer: Viewer, rows: readonly ChapterRow[]): Promise<Map<string, ChapterMember[]>> {
    return this.database.transaction(scopeOf(viewer), (tx) => this.memberships.of(tx, viewer, rows));
  }

  /** Who answers for the scope as Scrum of Scrums Master today; null: a vacancy. */
  leader(viewer: Viewer, { scope_id: scopeId }: ChapterRow): Promise<Person | null> {
    return this.database.transaction(scopeOf(viewer), async (tx) => {
      const role = 'SCRUM_OF_SCRUMS_MASTER';
      const { personId } = await this.organization.accountableFor(tx, scopeId, role, viewer.today);
      if (personId === null) return null;
      return (await this.organization.peopleIn(tx, [personId], viewer.today)).get(personId) ?? null;
    });
  }

  /** Of impediments that teams of the scope raised. @throws INVALID_INPUT */
  numbers(
    viewer: Viewer,
    row: ChapterRow,
    by: ChapterPeriod,
    count: number = USUAL_PERIODS,
  ): Promise<ChapterNumbers[]> {
    if (count < 1 || count > MOST_PERIODS) refuseField('count', `Ask for 1 to ${MOST_PERIODS} at once.`);
    const periods = lastPeriods(by, count, viewer.today);
    const [from, endsBefore] = [periods[0]?.from, periods.at(-1)?.endsBefore];
    if (from === undefined || endsBefore === undefined) return Promise.resolve([]);
    return this.database.transaction(scopeOf(viewer), async (tx) => {
      const found = await this.overTime.of(tx, viewer, { areaId: row.area_id, from, endsBefore, by });
      const levels = await this.overTime.levelNames(tx);
      return periods.map((period) => ({ ...period, ...numbersOf(found.get(period.from), levels) }));
    });
  }
}

function numbersOf(
  found: NumbersOfPeriod | undefined,
  levels: readonly { level: number; name: string }[],
): Omit<ChapterNumbers, 'from' | 'endsBefore'> {
  const byLevel = new Map(found?.timeToResolveByLevel.map((time) => [time.level, time]));
  return {
    raised: found?.raised ?? 0,
    resolved: found?.timeToResolve.count ?? 0,
    hoursToTriage: found?.timeToTriage.medianHours ?? null,
    hoursToResolve: levels.map(({ level, name }) => ({
      level,
      name,
      hours: byLevel.get(level)?.medianHours ?? null,
      count: byLevel.get(level)?.count ?? 0,
    })),
    overdueShare: found?.overdue.share ?? null,
    reopenedShare: found?.reopened.share ?? null,
    withoutEscalationShare: found?.resolvedWithoutEscalation.share ?? null,
  };
}
