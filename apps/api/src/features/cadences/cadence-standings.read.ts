import { currentAssignments } from '@chapterhouse/domain/actor';
import type { CadenceFacts, OccurrenceFactsOfPolicy } from '@chapterhouse/domain/cadences/cadence-policy';
import { Inject, Injectable } from '@nestjs/common';
import type { Viewer } from '../../platform/auth/viewer.js';
import type { Tx } from '../../platform/database/tx.js';
import { AudienceRead } from './audience.read.js';
import { type CadenceRow, placeOf } from './cadence-row.js';
import { keyOfRef } from './occurrence-id.js';
import type { OccurrenceFacts } from './occurrences.read.js';
import { FacilitatorsRead } from './rotas/facilitators.read.js';

/** What of a series the policy looks at. */
type Subject = Pick<
  CadenceRow,
  'id' | 'scope_kind' | 'chapter_id' | 'community_id' | 'product_id' | 'area_id' | 'team_id'
>;

/** Where the viewer stands to series and to their dates: what the policy looks at. A few statements for any number. */
@Injectable()
export class CadenceStandingsRead {
  constructor(
    @Inject(AudienceRead) private readonly audience: AudienceRead,
    @Inject(FacilitatorsRead) private readonly facilitators: FacilitatorsRead,
  ) {}

  /** By series. */
  async ofSeries(tx: Tx, viewer: Viewer, cadences: readonly Subject[]): Promise<Map<string, CadenceFacts>> {
    const areaIds = await this.areasOfScrumMaster(tx, viewer, cadences);
    const communityIds = await this.ownCommunities(tx, viewer, cadences);
    return new Map(cadences.map((row) => [row.id, standingOf(row, areaIds, communityIds)]));
  }

  /** By `keyOfRef`. */
  async ofDates(
    tx: Tx,
    viewer: Viewer,
    dates: readonly OccurrenceFacts[],
  ): Promise<Map<string, OccurrenceFactsOfPolicy>> {
    const series = await this.ofSeries(
      tx,
      viewer,
      dates.map(({ cadence }) => cadence),
    );
    const facilitators = await this.facilitators.of(tx, dates);
    const invited = await this.audience.invited(tx, dates);
    return new Map(
      dates.flatMap((date) => {
        const [key, facts] = [keyOfRef(date), series.get(date.cadence.id)];
        if (!facts) return [];
        const standing = {
          ...facts,
          fixedFacilitatorId: date.cadence.facilitator_id,
          facilitatorId: facilitators.get(key) ?? null,
          isInvited: invited.get(key)?.includes(viewer.personId) ?? false,
        };
        return [[key, standing] as const];
      }),
    );
  }

  /** Areas of the teams whose Scrum Master the viewer is; looked up where a chapter's meetings are asked about. */
  private async areasOfScrumMaster(tx: Tx, viewer: Viewer, cadences: readonly Subject[]): Promise<Set<string>> {
    if (cadences.every((row) => row.chapter_id === null)) return new Set();
    const teamIds = currentAssignments(viewer.actor).flatMap(({ role, teamId }) =>
      role === 'SCRUM_MASTER' && teamId !== null ? [teamId] : [],
    );
    if (teamIds.length === 0) return new Set();
    const rows = await tx.query<{ area_id: string }>(
      'select area_id from teams where organization_id = $1 and id = any($2::uuid[])',
      [tx.organizationId, teamIds],
    );
    return new Set(rows.map((row) => row.area_id));
  }

  /** Those that the viewer facilitates, as long as they are not closed. */
  private async ownCommunities(tx: Tx, viewer: Viewer, cadences: readonly Subject[]): Promise<Set<string>> {
    const ids = [...new Set(cadences.flatMap((row) => row.community_id ?? []))];
    if (ids.length === 0) return new Set();
    const rows = await tx.query<{ id: string }>(OWN_COMMUNITIES, [tx.organizationId, viewer.personId, ids]);
    return new Set(rows.map(({ id }) => id));
  }
}

function standingOf(row: Subject, areaIds: ReadonlySet<string>, communityIds: ReadonlySet<string>): CadenceFacts {
  const isInScope = row.area_id === null ? areaIds.size > 0 : areaIds.has(row.area_id);
  return {
    scopeKind: row.scope_kind,
    place: placeOf(row),
    isOfOwnChapter: row.chapter_id !== null && isInScope,
    isOfOwnCommunity: row.community_id !== null && communityIds.has(row.community_id),
  };
}

const OWN_COMMUNITIES = `
  select c.id from communities c
    join community_members m on m.organization_id = c.organization_id and m.community_id = c.id
   where c.organization_id = $1 and c.id = any($3::uuid[]) and c.closed_at is null and m.person_id = $2 and m.facilitator`;
