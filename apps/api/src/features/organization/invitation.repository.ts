import { Injectable } from '@nestjs/common';
import { newId } from '../../platform/database/new-id.js';
import type { Tx } from '../../platform/database/tx.js';

export interface InvitationRow {
  id: string;
  person_id: string;
  person_name: string;
  email: string;
  expires_at: string;
  accepted_at: string | null;
  revoked_at: string | null;
  expired: boolean;
  version: number;
}

const VALID_DAYS = 7;
/** Of one list: nobody works through more. */
const MOST_SENT = 100;

@Injectable()
export class InvitationRepository {
  byId(tx: Tx, id: string): Promise<InvitationRow | undefined> {
    return tx.one<InvitationRow>(`${SELECT} and i.id = $2`, [tx.organizationId, id]);
  }

  /** Locks the invitation: two who accept at once come one after the other. */
  bySecret(tx: Tx, tokenHash: Buffer): Promise<InvitationRow | undefined> {
    return tx.one<InvitationRow>(`${SELECT} and i.token_hash = $2 for update of i`, [tx.organizationId, tokenHash]);
  }

  openOf(tx: Tx, personIds: string[]): Promise<InvitationRow[]> {
    return tx.query<InvitationRow>(
      `${SELECT} and i.person_id = any($2::uuid[]) and i.accepted_at is null and i.revoked_at is null`,
      [tx.organizationId, personIds],
    );
  }

  /** Neither accepted nor revoked, the oldest first; expired ones too, as long as their person is here. */
  sentBy(tx: Tx, senderId: string): Promise<InvitationRow[]> {
    return tx.query<InvitationRow>(
      `${SELECT} and i.invited_by = $2 and i.accepted_at is null and i.revoked_at is null and p.deactivated_at is null
        order by i.created_at, i.id limit ${MOST_SENT}`,
      [tx.organizationId, senderId],
    );
  }

  async create(
    tx: Tx,
    invitation: { personId: string; email: string; tokenHash: Buffer; invitedBy: string },
  ): Promise<string> {
    const id = newId();
    await tx.run(
      `insert into invitations (organization_id, id, person_id, email, token_hash, invited_by, expires_at)
       values ($1, $2, $3, $4, $5, $6, now() + make_interval(days => $7))`,
      [
        tx.organizationId,
        id,
        invitation.personId,
        invitation.email.trim(),
        invitation.tokenHash,
        invitation.invitedBy,
        VALID_DAYS,
      ],
    );
    return id;
  }

  async revokeOpen(tx: Tx, personId: string): Promise<void> {
    await tx.run(
      `update invitations set revoked_at = now(), version = version + 1
        where organization_id = $1 and person_id = $2 and accepted_at is null and revoked_at is null`,
      [tx.organizationId, personId],
    );
  }

  /** How many rows changed: 0 when the version is stale or the invitation no longer open. */
  revoke(tx: Tx, id: string, version: number): Promise<number> {
    return tx.run(
      `update invitations set revoked_at = now(), version = version + 1
        where organization_id = $1 and id = $2 and version = $3 and accepted_at is null and revoked_at is null`,
      [tx.organizationId, id, version],
    );
  }

  async accept(tx: Tx, id: string): Promise<void> {
    await tx.run(
      'update invitations set accepted_at = now(), version = version + 1 where organization_id = $1 and id = $2',
      [tx.organizationId, id],
    );
  }
}

const SELECT = `
  select i.id, i.person_id, p.name as person_name, i.email, i.expires_at, i.accepted_at, i.revoked_at,
         i.expires_at <= now() as expired, i.version
    from invitations i join people p on p.organization_id = i.organization_id and p.id = i.person_id
   where i.organization_id = $1`;
