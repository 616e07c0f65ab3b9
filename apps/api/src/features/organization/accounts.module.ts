import { Module } from '@nestjs/common';
import { AccountRepository } from './account.repository.js';
import { AccountsResolver } from './accounts.resolver.js';
import { AccountsService } from './accounts.service.js';
import { FirstRunService } from './first-run.service.js';
import { InvitationRepository } from './invitation.repository.js';
import { InvitationsResolver, OpenInvitationResolver } from './invitations.resolver.js';
import { InvitationsService } from './invitations.service.js';
import { NewOrganization } from './new-organization.js';
import { StructureRepository } from './structure.repository.js';
import { ViewerRead } from './viewer.read.js';

/** First run, signing in, passwords, invitations: how somebody becomes a viewer. */
@Module({
  providers: [
    AccountRepository,
    AccountsService,
    AccountsResolver,
    FirstRunService,
    InvitationRepository,
    InvitationsService,
    InvitationsResolver,
    OpenInvitationResolver,
    NewOrganization,
    StructureRepository,
    ViewerRead,
  ],
  exports: [FirstRunService, NewOrganization, ViewerRead],
})
export class AccountsModule {}
