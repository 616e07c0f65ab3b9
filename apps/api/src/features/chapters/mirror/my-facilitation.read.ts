import { lastPeriods } from '@chapterhouse/domain/chapters/chapter-periods';
import { currentAssignments } from '@chapterhouse/domain/actor';
import { Inject, Injectable } from '@nestjs/common';
import { scopeOf, type Viewer } from '../../../platform/auth/viewer.js';
import { Database } from '../../../platform/database/database.js';
import type { Tx } from '../../../platform/database/tx.js';
import { FacilitatorsRead, keyOfRef, type OccurrenceFacts, OccurrencesRead } from '../../cadences/public.js';
import { OrganizationReferences } from '../../organization/public.js';
import type { MyFacilitation, MyFacilitationOfTeam } from './mirror.graphql.js';

/** Half a year: long enough to see a habit, short enough to be still one's own. */
const MONTHS = 6;

/** How often a Scrum Master facilitated what took place in their teams: for nobody but themselves. */
@Injectable()
export class MyFacilitationRead {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(OccurrencesRead) private readonly occurrences: OccurrencesRead,
    @Inject(FacilitatorsRead) private readonly facilitators: FacilitatorsRead,
    @Inject(OrganizationReferences) private readonly organization: OrganizationReferences,
  ) {}

  /** Of the teams whose Scrum Master the viewer is today; a few statements for any number. */
  of(viewer: Viewer): Promise<MyFacilitation> {
    const months = lastPeriods('MONTH', MONTHS, viewer.today);
    const [from = viewer.today, endsBefore = viewer.today] = [months[0]?.from, months.at(-1)?.endsBefore];
    const teamIds = [
      ...new Set(
        currentAssignments(viewer.actor).flatMap(({ role, teamId }) =>
          role === 'SCRUM_MASTER' && teamId !== null ? [teamId] : [],
        ),
      ),
    ];
    return this.database.transaction(scopeOf(viewer), async (tx) => {
      const held = await this.held(tx, viewer, teamIds, from);
      const facilitatedBy = await this.facilitators.of(tx, held);
      const teams = await this.organization.teamsIn(tx, teamIds);
      const mirrors = teamIds.flatMap((teamId): MyFacilitationOfTeam[] => {
        const team = teams.get(teamId);
        const own = held.filter(({ cadence }) => cadence.team_id === teamId);
        const byMe = (date: OccurrenceFacts): boolean => facilitatedBy.get(keyOfRef(date)) === viewer.personId;
        const byAnybody = (date: OccurrenceFacts): boolean => (facilitatedBy.get(keyOfRef(date)) ?? null) !== null;
        if (!team) return [];
        return [
          {
            team,
            held: own.length,
            facilitatedByMe: own.filter(byMe).length,
            facilitatedByOthers: own.filter((date) => byAnybody(date) && !byMe(date)).length,
            months: months.map(({ from: first }) => {
              const month = first.slice(0, 7);
              const inMonth = own.filter(({ localStart }) => localStart.startsWith(month));
              return { month, held: inMonth.length, facilitatedByMe: inMonth.filter(byMe).length };
            }),
          },
        ];
      });
      return {
        from,
        endsBefore,
        teams: mirrors.toSorted((one, other) => one.team.name.localeCompare(other.team.name)),
      };
    });
  }

  /** What took place: neither cancelled nor still to come, nor dates that a series was given before anybody had planned it. */
  private async held(tx: Tx, viewer: Viewer, teamIds: readonly string[], from: string): Promise<OccurrenceFacts[]> {
    if (teamIds.length === 0) return [];
    const series = await tx.query<{ id: string }>(
      'select id from cadences where organization_id = $1 and team_id = any($2::uuid[])',
      [tx.organizationId, teamIds],
    );
    const now = viewer.now.getTime();
    const moments = { from: Date.parse(`${from}T00:00:00Z`), before: now };
    const dates = await this.occurrences.between(
      tx,
      moments,
      series.map(({ id }) => id),
    );
    return dates.filter(
      ({ state, endsAt, localStart, cadence }) =>
        state === 'PLANNED' && endsAt <= now && localStart >= from && endsAt >= Date.parse(cadence.created_at),
    );
  }
}
