import { refuseOrganization } from '@chapterhouse/domain/organization/organization-refusals';
import { passwordProblems } from '@chapterhouse/domain/organization/password-rules';
import { Inject, Injectable } from '@nestjs/common';
import { Doorways } from '../../platform/auth/doorways.js';
import { hashPassword, verifyPassword } from '../../platform/auth/passwords.js';
import { RateLimiter } from '../../platform/auth/rate-limiter.js';
import { SessionStore } from '../../platform/auth/session-store.js';
import { scopeOf, type Viewer } from '../../platform/auth/viewer.js';
import { Database } from '../../platform/database/database.js';
import { AccountRepository } from './account.repository.js';

const QUARTER_HOUR = 900;
const TRIES_PER_EMAIL = 10;
const TRIES_PER_ADDRESS = 100;

/** Signing in and out, and passwords. */
@Injectable()
export class AccountsService {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(Doorways) private readonly doorways: Doorways,
    @Inject(SessionStore) private readonly sessions: SessionStore,
    @Inject(RateLimiter) private readonly limits: RateLimiter,
    @Inject(AccountRepository) private readonly accounts: AccountRepository,
  ) {}

  /**
   * Checks the password and starts a session; returns its secret.
   * @throws WRONG_CREDENTIALS, the same and after the same work for an unknown e-mail and a wrong password
   * @throws RATE_LIMITED after 10 tries with one e-mail in 15 minutes, from wherever
   */
  async signIn(
    input: { email: string; password: string; organization?: string | null | undefined },
    address: string,
  ): Promise<string> {
    await this.limits.count(`sign-in:email:${input.email.trim().toLowerCase()}`, TRIES_PER_EMAIL, QUARTER_HOUR);
    await this.limits.count(`sign-in:address:${address}`, TRIES_PER_ADDRESS, QUARTER_HOUR);
    const named = input.organization ? await this.doorways.find('slug', input.organization) : undefined;
    const candidates = (await this.doorways.find('email', input.email)).filter((id) => named?.includes(id) ?? true);
    // One check at least, so that nobody hears by the clock whether the account exists.
    for (const organizationId of candidates.length > 0 ? candidates : [undefined]) {
      const secret = await this.tryOrganization(organizationId, input.email, input.password);
      if (secret) return secret;
    }
    throw refuseOrganization('WRONG_CREDENTIALS', {});
  }

  async signOut(viewer: Viewer): Promise<void> {
    await this.database.transaction(scopeOf(viewer), (tx) =>
      this.sessions.revoke(tx, viewer.personId, { only: viewer.sessionId }),
    );
  }

  async endOtherSessions(viewer: Viewer): Promise<void> {
    await this.database.transaction(scopeOf(viewer), (tx) =>
      this.sessions.revoke(tx, viewer.personId, { except: viewer.sessionId }),
    );
  }

  /** The other sessions end with the old password. @throws WRONG_CREDENTIALS, WEAK_PASSWORD, RATE_LIMITED */
  async changePassword(viewer: Viewer, current: string, next: string): Promise<void> {
    await this.limits.count(`password:${viewer.personId}`, TRIES_PER_EMAIL, QUARTER_HOUR);
    const account = await this.database.transaction(scopeOf(viewer), (tx) =>
      this.accounts.ofPerson(tx, viewer.personId),
    );
    if (!(await verifyPassword(account?.password_hash, current)) || !account)
      throw refuseOrganization('WRONG_CREDENTIALS', {});
    const problems = passwordProblems(next, account);
    if (problems.length > 0) throw refuseOrganization('WEAK_PASSWORD', { problems });
    const passwordHash = await hashPassword(next);
    await this.database.transaction(scopeOf(viewer), async (tx) => {
      await this.accounts.setPassword(tx, viewer.personId, passwordHash);
      await this.sessions.revoke(tx, viewer.personId, { except: viewer.sessionId });
    });
  }

  private async tryOrganization(
    organizationId: string | undefined,
    email: string,
    password: string,
  ): Promise<string | undefined> {
    const account =
      organizationId && (await this.database.transaction({ organizationId }, (tx) => this.accounts.byEmail(tx, email)));
    const matches = await verifyPassword(account ? account.password_hash : undefined, password);
    if (!organizationId || !account || !matches) return undefined;
    return this.database.transaction({ organizationId, actorId: account.person_id }, (tx) =>
      this.sessions.start(tx, account.person_id),
    );
  }
}
