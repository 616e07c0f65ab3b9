import { Inject } from '@nestjs/common';
import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import { Action, Public } from '../../platform/auth/action.js';
import { CurrentContext, CurrentViewer } from '../../platform/auth/current-viewer.js';
import { SignIns } from '../../platform/auth/sign-ins.js';
import type { Viewer as ViewerFacts } from '../../platform/auth/viewer.js';
import { SessionCookie } from '../../platform/auth/session-cookie.js';
import type { GraphqlContext } from '../../platform/graphql/graphql-context.js';
import { Done, DONE, SetUpOrganizationInput, SignedIn, SignInInput, Viewer } from './accounts.graphql.js';
import { AccountsService } from './accounts.service.js';
import { FirstRunService } from './first-run.service.js';
import { ViewerRead } from './viewer.read.js';

@Resolver(() => Viewer)
export class AccountsResolver {
  constructor(
    @Inject(AccountsService) private readonly accounts: AccountsService,
    @Inject(FirstRunService) private readonly firstRun: FirstRunService,
    @Inject(ViewerRead) private readonly viewers: ViewerRead,
    @Inject(SignIns) private readonly signIns: SignIns,
    @Inject(SessionCookie) private readonly cookie: SessionCookie,
  ) {}

  @Query(() => Viewer, { nullable: true, description: 'Null when nobody is signed in.' })
  @Public()
  async viewer(@CurrentContext() { viewer }: GraphqlContext): Promise<Viewer | null> {
    return viewer ? this.viewers.load(viewer) : null;
  }

  @Mutation(() => SignedIn)
  @Public()
  async setUpOrganization(
    @CurrentContext() context: GraphqlContext,
    @Args('input') input: SetUpOrganizationInput,
  ): Promise<SignedIn> {
    return this.signedIn(context, await this.firstRun.setUp(input));
  }

  @Mutation(() => SignedIn)
  @Public()
  async signIn(@CurrentContext() context: GraphqlContext, @Args('input') input: SignInInput): Promise<SignedIn> {
    return this.signedIn(context, await this.accounts.signIn(input, context.address));
  }

  @Mutation(() => Done)
  @Action('session:own')
  async signOut(@CurrentContext() context: GraphqlContext, @CurrentViewer() viewer: ViewerFacts): Promise<Done> {
    await this.accounts.signOut(viewer);
    this.cookie.clear(context.reply);
    return DONE;
  }

  @Mutation(() => Done)
  @Action('session:own')
  async endOtherSessions(@CurrentViewer() viewer: ViewerFacts): Promise<Done> {
    await this.accounts.endOtherSessions(viewer);
    return DONE;
  }

  @Mutation(() => Done)
  @Action('session:own')
  async changePassword(
    @CurrentViewer() viewer: ViewerFacts,
    @Args('current') current: string,
    @Args('next') next: string,
  ): Promise<Done> {
    await this.accounts.changePassword(viewer, current, next);
    return DONE;
  }

  private async signedIn(context: GraphqlContext, secret: string): Promise<SignedIn> {
    return { viewer: await this.viewers.load(await this.signIns.enter(context, secret)) };
  }
}
