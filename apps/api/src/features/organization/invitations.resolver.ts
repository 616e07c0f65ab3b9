import { Inject } from '@nestjs/common';
import { Args, ID, Int, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { Action, Public } from '../../platform/auth/action.js';
import { CurrentContext, CurrentViewer } from '../../platform/auth/current-viewer.js';
import { SignIns } from '../../platform/auth/sign-ins.js';
import type { Viewer } from '../../platform/auth/viewer.js';
import { globalId, readId } from '../../platform/graphql/global-id.js';
import type { GraphqlContext } from '../../platform/graphql/graphql-context.js';
import { loaderOf } from '../../platform/graphql/loader.js';
import { SignedIn } from './accounts.graphql.js';
import {
  AcceptInvitationInput,
  Invitation,
  invitationObject,
  InvitationPreview,
  InvitationSent,
  type InvitationObject,
} from './invitations.graphql.js';
import { InvitationsService } from './invitations.service.js';
import { Person } from './person.graphql.js';
import { ViewerRead } from './viewer.read.js';

@Resolver(() => Invitation)
export class InvitationsResolver {
  constructor(
    @Inject(InvitationsService) private readonly invitations: InvitationsService,
    @Inject(ViewerRead) private readonly viewers: ViewerRead,
    @Inject(SignIns) private readonly signIns: SignIns,
  ) {}

  @Query(() => InvitationPreview)
  @Public()
  invitationPreview(
    @CurrentContext() { address }: GraphqlContext,
    @Args('token') token: string,
  ): Promise<InvitationPreview> {
    return this.invitations.preview(token, address);
  }

  @Query(() => [Invitation], {
    description: 'Invitations that the viewer sent and that are open or expired, the oldest first.',
  })
  @Action('session:own')
  async sentInvitations(@CurrentViewer() viewer: Viewer): Promise<InvitationObject[]> {
    return (await this.invitations.sentBy(viewer)).map(invitationObject);
  }

  @Mutation(() => InvitationSent, { description: 'Makes a link; an earlier open one of the same person dies.' })
  @Action('person:invite')
  async invitePerson(
    @CurrentViewer() viewer: Viewer,
    @Args('personId', { type: () => ID }) personId: string,
    @Args('email') email: string,
  ): Promise<{ invitation: InvitationObject; link: string }> {
    const { invitation, link } = await this.invitations.invite(viewer, readId('Person', personId), email);
    return { invitation: invitationObject(invitation), link };
  }

  @Mutation(() => Invitation)
  @Action('invitation:revoke')
  async revokeInvitation(
    @CurrentViewer() viewer: Viewer,
    @Args('id', { type: () => ID }) id: string,
    @Args('version', { type: () => Int }) version: number,
  ): Promise<InvitationObject> {
    return invitationObject(await this.invitations.revoke(viewer, readId('Invitation', id), version));
  }

  @Mutation(() => SignedIn)
  @Public()
  async acceptInvitation(
    @CurrentContext() context: GraphqlContext,
    @Args('input') input: AcceptInvitationInput,
  ): Promise<SignedIn> {
    const secret = await this.invitations.accept(input, context.address);
    return { viewer: await this.viewers.load(await this.signIns.enter(context, secret)) };
  }

  @ResolveField(() => Person)
  async person(
    @CurrentContext() context: GraphqlContext,
    @CurrentViewer() viewer: Viewer,
    @Parent() invitation: InvitationObject,
  ): Promise<Person> {
    const loader = loaderOf(context, InvitationsResolver, (ids) => this.viewers.people(viewer, ids));
    const person = await loader.load(invitation.personId);
    if (!person) throw new Error('An invitation points to a person who is not there.');
    return person;
  }
}

/** A person's open invitation, for those who may invite them. */
@Resolver(() => Person)
export class OpenInvitationResolver {
  constructor(@Inject(InvitationsService) private readonly invitations: InvitationsService) {}

  @ResolveField(() => Invitation, { nullable: true })
  async openInvitation(
    @CurrentContext() context: GraphqlContext,
    @CurrentViewer() viewer: Viewer,
    @Parent() person: Person,
  ): Promise<InvitationObject | null> {
    const loader = loaderOf(context, OpenInvitationResolver, async (ids) => {
      const open = await this.invitations.openOf(
        viewer,
        ids.map((id) => readId('Person', id)),
      );
      return new Map([...open].map(([personId, row]) => [globalId('Person', personId), row]));
    });
    const row = await loader.load(person.id);
    return row ? invitationObject(row) : null;
  }
}
