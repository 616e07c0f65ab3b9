import { behindBy, nudgeHindrance } from '@chapterhouse/domain/communities/adoption';
import { refuseArtifactUse } from '@chapterhouse/domain/communities/artifact-use-refusals';
import { refuseCommunity } from '@chapterhouse/domain/communities/community-refusals';
import { refusePlatform } from '@chapterhouse/domain/refusal';
import { Inject, Injectable } from '@nestjs/common';
import { factsOf } from '../artifacts/artifact-row.js';
import { type OpenedUse, permitUse, type UseCall, UseTransaction } from '../use/use-transaction.js';
import { type AdoptionRow, AdoptionsRepository } from './adoptions.repository.js';

/** In one call; there is a page of teams on the screen, not a thousand. */
const MOST_NUDGED = 100;

/** Who facilitates the community asks teams that are two versions behind to look at what is new. */
@Injectable()
export class NudgeTeams {
  constructor(
    @Inject(UseTransaction) private readonly transaction: UseTransaction,
    @Inject(AdoptionsRepository) private readonly adoptions: AdoptionsRepository,
  ) {}

  /**
   * All of them or none. Answers the artifact's id.
   * @param teamIds the database's
   * @throws NOT_FOUND for a team that does not follow it, or is archived, FORBIDDEN, INVALID_INPUT, NOT_TO_BE_NUDGED with those that are not
   */
  nudge(call: UseCall, artifactId: string, teamIds: readonly string[]): Promise<string> {
    const wanted = [...new Set(teamIds)];
    if (wanted.length === 0 || wanted.length > MOST_NUDGED) {
      const problem = `Choose 1 to ${MOST_NUDGED} teams.`;
      throw refusePlatform('INVALID_INPUT', { fields: [{ field: 'teamIds', problem }] });
    }
    return this.transaction.run(
      call,
      'adoption:nudge',
      async (opened) => {
        const artifact = await this.transaction.hold(opened, artifactId);
        permitUse(opened.viewer, 'adoption:nudge', { standing: factsOf(artifact) });
        if (artifact.community_closed_at !== null) throw refuseCommunity('COMMUNITY_CLOSED', {});
        await this.transaction.versionToUse(opened, artifact);
        const rows = await this.adoptions.lastingForUpdate(opened.tx, artifactId, wanted);
        const standing = rows.filter(({ team_archived_on: on }) => on === null || on > opened.viewer.today);
        if (standing.length < wanted.length) throw refusePlatform('NOT_FOUND', {});
        refuseUntimely(rows, opened.viewer.now);
        await this.tell(opened, rows);
        return artifactId;
      },
      async (_, id) => id,
    );
  }

  private async tell({ tx, viewer, at, record }: OpenedUse, rows: readonly AdoptionRow[]): Promise<void> {
    const people = await tx.query<{ team_id: string; person_ids: string[] }>(SPEAKERS, [
      tx.organizationId,
      rows.map((row) => row.team_id),
      viewer.today,
    ]);
    const told = new Map(people.map((row) => [row.team_id, row.person_ids]));
    for (const row of rows) {
      const version = await this.adoptions.update(tx, row, { nudged_at: at });
      await record({
        event: 'adoption.nudged',
        of: 'Adoption',
        id: row.id,
        version,
        changes: [{ field: 'behindBy', from: null, to: String(behindBy(row.number, row.latest)) }],
        communityId: row.community_id,
        artifactId: row.artifact_id,
        teamId: row.team_id,
        told: told.get(row.team_id) ?? [],
      });
    }
  }
}

function refuseUntimely(rows: readonly AdoptionRow[], now: Date): void {
  const hindered = (why: string): string[] =>
    rows
      .filter((row) => {
        const nudgedAt = row.nudged_at === null ? null : new Date(row.nudged_at);
        return nudgeHindrance({ behind: behindBy(row.number, row.latest), nudgedAt }, now) === why;
      })
      .map((row) => row.team_name);
  const [notBehind, nudgedLately] = [hindered('NOT_BEHIND'), hindered('NUDGED_LATELY')];
  if (notBehind.length + nudgedLately.length > 0)
    throw refuseArtifactUse('NOT_TO_BE_NUDGED', { notBehind, nudgedLately });
}

/** Scrum Master and Product Owner of each team on that day, whoever holds or has taken over: they bring it to the team. */
const SPEAKERS = `
  select r.team_id, array_agg(distinct r.person_id) as person_ids
    from role_assignments r
    join people p on p.organization_id = r.organization_id and p.id = r.person_id and p.deactivated_at is null
   where r.organization_id = $1 and r.team_id = any($2::uuid[]) and r.role in ('SCRUM_MASTER', 'PRODUCT_OWNER')
     and r.during @> $3::date
   group by r.team_id`;
