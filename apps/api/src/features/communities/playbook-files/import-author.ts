import { refusePlatform } from '@chapterhouse/domain/refusal';
import type { Tx } from '../../../platform/database/tx.js';

/**
 * Whoever imports; of an operator's import a facilitator of the community, or its founder.
 * @throws NOT_FOUND for a community that is not here, or closed
 */
export async function authorOf(tx: Tx, communityId: string): Promise<string> {
  const row = await tx.one<{ by: string }>(
    `select coalesce($3::uuid, (
              select m.person_id from community_members m
               where m.organization_id = c.organization_id and m.community_id = c.id and m.facilitator
               order by m.person_id limit 1), c.founded_by) as by
       from communities c where c.organization_id = $1 and c.id = $2 and c.closed_at is null`,
    [tx.organizationId, communityId, tx.scope.actorId ?? null],
  );
  if (row === undefined) throw refusePlatform('NOT_FOUND', {});
  return row.by;
}

/** Who founds a community that an import needs: whoever imports, else an administrator. @returns null where nobody is */
export async function founderOf(tx: Tx): Promise<string | null> {
  const row = await tx.one<{ by: string | null }>(
    `select coalesce($2::uuid, (
              select r.person_id from role_assignments r
                join people p on p.organization_id = r.organization_id and p.id = r.person_id and p.deactivated_at is null
               where r.organization_id = $1 and r.role = 'ADMINISTRATOR' and r.ends_before is null
               order by r.starts_on nulls first, r.person_id limit 1)) as by`,
    [tx.organizationId, tx.scope.actorId ?? null],
  );
  return row?.by ?? null;
}
