import { Injectable } from '@nestjs/common';
import type { Tx } from '../../platform/database/tx.js';

/** Whom a message reaches: people who are here and can sign in. The database's ids. */
@Injectable()
export class ReachablePeopleRead {
  /** Those of the people who are active and have an open account; in the demo one click is everybody's account. */
  async among(tx: Tx, personIds: readonly string[]): Promise<Set<string>> {
    if (personIds.length === 0) return new Set();
    const rows = await tx.query<{ id: string }>(REACHABLE, [tx.organizationId, personIds]);
    return new Set(rows.map((row) => row.id));
  }

  /** Everybody who has a role in one of the teams today. */
  async membersOf(tx: Tx, teamIds: readonly string[]): Promise<string[]> {
    if (teamIds.length === 0) return [];
    const rows = await tx.query<{ person_id: string }>(MEMBERS, [tx.organizationId, teamIds]);
    return rows.map((row) => row.person_id);
  }
}

const REACHABLE = `
  select p.id from people p join organizations o on o.organization_id = p.organization_id
   where p.organization_id = $1 and p.id = any($2::uuid[]) and p.deactivated_at is null
     and (o.demo or exists (select from accounts a where a.organization_id = p.organization_id
                             and a.person_id = p.id and a.disabled_at is null))`;

const MEMBERS = `
  select distinct r.person_id from role_assignments r join organizations o on o.organization_id = r.organization_id
   where r.organization_id = $1 and r.team_id = any($2::uuid[]) and r.during @> (now() at time zone o.time_zone)::date`;
