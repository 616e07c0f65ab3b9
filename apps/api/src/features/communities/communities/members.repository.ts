import { Injectable } from '@nestjs/common';
import type { Tx } from '../../../platform/database/tx.js';
import type { Page } from '../../../platform/graphql/connection.js';

export interface MemberRow extends Record<string, unknown> {
  community_id: string;
  person_id: string;
  name: string;
  facilitator: boolean;
  /** YYYY-MM-DD */
  since: string;
}

/** Who belongs to communities; those who are not in the organization any more are passed over. */
@Injectable()
export class MembersRepository {
  /** Who facilitates first, then by name. */
  page(tx: Tx, communityId: string, page: Page): Promise<MemberRow[]> {
    const [facilitator = null, name = null, id = null] = page.after ?? [];
    return tx.query<MemberRow>(
      `${MEMBERS} and m.community_id = $2
          and ($3::text is null or (${PLACE}, lower(p.name), p.id) > ($3, $4, $5::uuid))
        order by ${PLACE}, lower(p.name), p.id limit $6`,
      [tx.organizationId, communityId, facilitator, name, id, page.limit],
    );
  }

  /** Everybody, for messages. */
  async idsOf(tx: Tx, communityId: string): Promise<string[]> {
    const rows = await tx.query<MemberRow>(`${MEMBERS} and m.community_id = $2`, [tx.organizationId, communityId]);
    return rows.map((row) => row.person_id);
  }

  one(tx: Tx, communityId: string, personId: string): Promise<MemberRow | undefined> {
    return tx.one<MemberRow>(`${MEMBERS} and m.community_id = $2 and m.person_id = $3`, [
      tx.organizationId,
      communityId,
      personId,
    ]);
  }

  /** The ids of the communities that people belong to, closed ones too. */
  async ofPeople(tx: Tx, personIds: readonly string[]): Promise<{ person_id: string; community_id: string }[]> {
    return tx.query(
      `select person_id, community_id from community_members where organization_id = $1 and person_id = any($2::uuid[])`,
      [tx.organizationId, personIds],
    );
  }

  /** Whether that was a change. @param since YYYY-MM-DD */
  async join(
    tx: Tx,
    communityId: string,
    member: { personId: string; facilitator: boolean; since: string },
  ): Promise<boolean> {
    const { personId, facilitator, since } = member;
    const joined = await tx.run(
      `insert into community_members (organization_id, community_id, person_id, facilitator, since)
       values ($1, $2, $3, $4, $5) on conflict do nothing`,
      [tx.organizationId, communityId, personId, facilitator, since],
    );
    return joined > 0;
  }

  async leave(tx: Tx, communityId: string, personId: string): Promise<void> {
    const sql = 'delete from community_members where organization_id = $1 and community_id = $2 and person_id = $3';
    await tx.run(sql, [tx.organizationId, communityId, personId]);
  }

  async setFacilitator(tx: Tx, communityId: string, personId: string, facilitator: boolean): Promise<void> {
    await tx.run(
      'update community_members set facilitator = $4 where organization_id = $1 and community_id = $2 and person_id = $3',
      [tx.organizationId, communityId, personId, facilitator],
    );
  }
}

/** Who facilitates comes first. */
const PLACE = `case when m.facilitator then '0' else '1' end`;

const MEMBERS = `
  select m.community_id, m.person_id, lower(p.name) as name, m.facilitator, m.since
    from community_members m
    join people p on p.organization_id = m.organization_id and p.id = m.person_id and p.deactivated_at is null
   where m.organization_id = $1`;
