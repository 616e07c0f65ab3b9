import { Global, Module } from '@nestjs/common';
import { APP_GUARD, DiscoveryModule } from '@nestjs/core';
import { ActionGuard } from './action-guard.js';
import { DeclaredActions } from './declared-actions.js';
import { Doorways } from './doorways.js';
import { RateLimiter } from './rate-limiter.js';
import { RequestIdentity } from './request-identity.js';
import { Secrets } from './secrets.js';
import { SessionCookie } from './session-cookie.js';
import { SignIns } from './sign-ins.js';
import { SessionStore } from './session-store.js';

/** Sessions, the deny-by-default guard, shared limits. Accounts and passwords are used by the organization feature. */
@Global()
@Module({
  imports: [DiscoveryModule],
  providers: [
    Secrets,
    Doorways,
    SessionStore,
    SessionCookie,
    SignIns,
    RequestIdentity,
    RateLimiter,
    DeclaredActions,
    { provide: APP_GUARD, useClass: ActionGuard },
  ],
  exports: [Secrets, Doorways, SignIns, SessionStore, SessionCookie, RequestIdentity, RateLimiter, DeclaredActions],
})
export class AuthModule {}
