import type { Role } from '@chapterhouse/domain/organization/role';
import { can, type OrganizationAction } from '@chapterhouse/domain/organization/organization-policy';
import { refuseOrganization } from '@chapterhouse/domain/organization/organization-refusals';
import { passwordProblems } from '@chapterhouse/domain/organization/password-rules';
import { refusePlatform } from '@chapterhouse/domain/refusal';
import { Inject, Injectable } from '@nestjs/common';
import { Doorways } from '../../platform/auth/doorways.js';
import { hashPassword } from '../../platform/auth/passwords.js';
import { RateLimiter } from '../../platform/auth/rate-limiter.js';
import { Secrets } from '../../platform/auth/secrets.js';
import { SessionStore } from '../../platform/auth/session-store.js';
import { scopeOf, type Viewer } from '../../platform/auth/viewer.js';
import { violatedConstraint } from '../../platform/database/constraint.js';
import { Database } from '../../platform/database/database.js';
import type { Tx } from '../../platform/database/tx.js';
import { EventLog } from '../../platform/events/event-log.js';
import type { Settings } from '../../platform/settings/settings.js';
import { SETTINGS } from '../../platform/settings/settings-token.js';
import { AccountRepository } from './account.repository.js';
import { InvitationRepository, type InvitationRow } from './invitation.repository.js';

const EMAIL = /^[^@\s]+@[^@\s]+$/u;

/** Inviting a person by a link, once, for one e-mail. */
@Injectable()
export class InvitationsService {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(InvitationRepository) private readonly invitations: InvitationRepository,
    @Inject(AccountRepository) private readonly accounts: AccountRepository,
    @Inject(SessionStore) private readonly sessions: SessionStore,
    @Inject(Doorways) private readonly doorways: Doorways,
    @Inject(Secrets) private readonly secrets: Secrets,
    @Inject(RateLimiter) private readonly limits: RateLimiter,
    @Inject(EventLog) private readonly events: EventLog,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  /**
   * Makes a link for the person; an earlier open one dies.
   * @throws FORBIDDEN when the viewer may not assign every role that the person holds; NOT_FOUND, ACCOUNT_EXISTS, PERSON_DEACTIVATED, INVALID_INPUT
   */
  async invite(viewer: Viewer, personId: string, email: string): Promise<{ invitation: InvitationRow; link: string }> {
    if (!EMAIL.test(email.trim()) || email.length > 320) {
      throw refusePlatform('INVALID_INPUT', {
        fields: [{ field: 'email', problem: 'Give an e-mail address such as ana@example.org.' }],
      });
    }
    return this.database.transaction(scopeOf(viewer), async (tx) => {
      const person = await this.personFor(tx, viewer, 'person:invite', personId);
      if (person.deactivated_at) throw refuseOrganization('PERSON_DEACTIVATED', { name: person.name });
      if (await this.accounts.ofPerson(tx, personId)) throw refuseOrganization('ACCOUNT_EXISTS', { name: person.name });
      await this.invitations.revokeOpen(tx, personId);
      const secret = this.secrets.create(tx.organizationId);
      const id = await this.invitations.create(tx, {
        personId,
        email,
        tokenHash: secret.hash,
        invitedBy: viewer.personId,
      });
      await this.record(tx, 'person.invited', person, { changes: [{ field: 'invitation', from: null, to: 'open' }] });
      const invitation = await this.invitations.byId(tx, id);
      if (!invitation) throw new Error('The invitation that was just made is not there.');
      // In the fragment: it never reaches a server's log or a Referer.
      return { invitation, link: `${this.settings.publicUrl}/invitations#${secret.text}` };
    });
  }

  /** @throws NOT_FOUND, FORBIDDEN, CONFLICT when it was accepted or revoked meanwhile */
  async revoke(viewer: Viewer, id: string, version: number): Promise<InvitationRow> {
    return this.database.transaction(scopeOf(viewer), async (tx) => {
      const before = await this.invitations.byId(tx, id);
      if (!before) throw refusePlatform('NOT_FOUND', {});
      const person = await this.personFor(tx, viewer, 'invitation:revoke', before.person_id);
      const changed = await this.invitations.revoke(tx, id, version);
      const after = (await this.invitations.byId(tx, id)) ?? before;
      if (changed === 0)
        throw refusePlatform('CONFLICT', {
          currentVersion: after.version,
          current: { accepted: after.accepted_at !== null, revoked: after.revoked_at !== null },
        });
      await this.record(tx, 'invitation.revoked', person, {
        changes: [{ field: 'invitation', from: 'open', to: 'revoked' }],
      });
      return after;
    });
  }

  /** What the holder of the link sees before they accept. @throws INVITATION_UNUSABLE */
  async preview(
    token: string,
    address: string,
  ): Promise<{ organizationName: string; personName: string; email: string }> {
    await this.limits.count(`invitation:address:${address}`, 60, 900);
    const secret = this.secrets.read(token);
    if (!secret) throw refuseOrganization('INVITATION_UNUSABLE', {});
    return this.database.transaction({ organizationId: secret.organizationId }, async (tx) => {
      const invitation = usable(await this.invitations.bySecret(tx, secret.hash));
      const row = await tx.one<{ name: string }>('select name from organizations where organization_id = $1', [
        tx.organizationId,
      ]);
      return { organizationName: row?.name ?? '', personName: invitation.person_name, email: invitation.email };
    });
  }

  /**
   * Turns the invitation into an account, once, and signs in; returns the session's secret.
   * @throws INVITATION_UNUSABLE for a guessed, used, revoked, expired link or another e-mail; WEAK_PASSWORD, RATE_LIMITED
   */
  async accept(input: { token: string; email: string; password: string }, address: string): Promise<string> {
    await this.limits.count(`invitation:address:${address}`, 60, 900);
    const secret = this.secrets.read(input.token);
    if (!secret) throw refuseOrganization('INVITATION_UNUSABLE', {});
    const passwordHash = await hashPassword(input.password.slice(0, 200));
    try {
      return await this.database.transaction({ organizationId: secret.organizationId }, async (tx) => {
        const invitation = usable(await this.invitations.bySecret(tx, secret.hash));
        if (invitation.email.toLowerCase() !== input.email.trim().toLowerCase())
          throw refuseOrganization('INVITATION_UNUSABLE', {});
        const problems = passwordProblems(input.password, { email: invitation.email, name: invitation.person_name });
        if (problems.length > 0) throw refuseOrganization('WEAK_PASSWORD', { problems });
        await this.invitations.accept(tx, invitation.id);
        await this.accounts.create(tx, { personId: invitation.person_id, email: invitation.email, passwordHash });
        await this.doorways.open(tx, 'email', invitation.email);
        const person = await tx.one<{ version: number }>(
          `update people set email = coalesce(email, $3), version = version + 1
            where organization_id = $1 and id = $2 returning version`,
          [tx.organizationId, invitation.person_id, invitation.email],
        );
        await this.record(
          tx,
          'invitation.accepted',
          { id: invitation.person_id, version: person?.version ?? 1 },
          { changes: [{ field: 'account', from: null, to: 'active' }] },
          invitation.person_id,
        );
        return this.sessions.start(tx, invitation.person_id);
      });
    } catch (error) {
      const constraint = violatedConstraint(error);
      if (constraint === 'accounts_one_email' || constraint === 'accounts_pkey')
        throw refuseOrganization('INVITATION_UNUSABLE', {});
      throw error;
    }
  }

  /** Open invitations of people, by person. Shown to those who may invite; the secret is not in it. */
  async openOf(viewer: Viewer, personIds: string[]): Promise<Map<string, InvitationRow>> {
    return this.database.transaction(scopeOf(viewer), async (tx) => {
      const open = new Map<string, InvitationRow>();
      for (const row of await this.invitations.openOf(tx, personIds)) {
        if (await this.mayInvite(tx, viewer, row.person_id)) open.set(row.person_id, row);
      }
      return open;
    });
  }

  /** What the viewer has sent and nobody has accepted yet, the oldest first. */
  sentBy(viewer: Viewer): Promise<InvitationRow[]> {
    return this.database.transaction(scopeOf(viewer), (tx) => this.invitations.sentBy(tx, viewer.personId));
  }

  private async personFor(tx: Tx, viewer: Viewer, action: OrganizationAction, personId: string): Promise<PersonFacts> {
    const person = await tx.one<PersonFacts>(PERSON, [tx.organizationId, personId]);
    if (!person) throw refusePlatform('NOT_FOUND', {});
    const verdict = can(viewer.actor, action, { personId, personAssignments: person.roles });
    if (!verdict.allowed) throw refusePlatform('FORBIDDEN', { action, reason: verdict.reason });
    return person;
  }

  private async mayInvite(tx: Tx, viewer: Viewer, personId: string): Promise<boolean> {
    const person = await tx.one<PersonFacts>(PERSON, [tx.organizationId, personId]);
    return can(viewer.actor, 'person:invite', { personId, personAssignments: person?.roles ?? [] }).allowed;
  }

  private async record(
    tx: Tx,
    name: string,
    person: { id: string; version: number },
    payload: object,
    actorId?: string,
  ): Promise<void> {
    await this.events.append(tx, {
      name,
      subjectType: 'Person',
      subjectId: person.id,
      subjectVersion: person.version,
      payload,
      actorId,
    });
  }
}

interface PersonFacts extends Record<string, unknown> {
  id: string;
  name: string;
  version: number;
  deactivated_at: string | null;
  roles: { role: Role; productId: string | null; areaId: string | null; teamId: string | null }[];
}

function usable(invitation: InvitationRow | undefined): InvitationRow {
  if (!invitation || invitation.accepted_at || invitation.revoked_at || invitation.expired)
    throw refuseOrganization('INVITATION_UNUSABLE', {});
  return invitation;
}

/** A person with the roles of today and later, each with what contains its scope. */
const PERSON = `
  select p.id, p.name, p.version, p.deactivated_at,
         coalesce((select jsonb_agg(jsonb_build_object('role', r.role, 'teamId', r.team_id,
             'areaId', coalesce(r.area_id, t.area_id), 'productId', coalesce(r.product_id, a.product_id, ta.product_id)))
           from role_assignments r
           left join teams t on t.organization_id = r.organization_id and t.id = r.team_id
           left join areas ta on ta.organization_id = r.organization_id and ta.id = t.area_id
           left join areas a on a.organization_id = r.organization_id and a.id = r.area_id
          where r.organization_id = p.organization_id and r.person_id = p.id and (r.ends_before is null or r.ends_before > (now() at time zone o.time_zone)::date)), '[]'::jsonb) as roles
    from people p join organizations o on o.organization_id = p.organization_id
   where p.organization_id = $1 and p.id = $2`;
