import { Inject } from '@nestjs/common';
import { Args, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import { Public } from '../../platform/auth/action.js';
import { CurrentContext } from '../../platform/auth/current-viewer.js';
import { SignIns } from '../../platform/auth/sign-ins.js';
import { readId } from '../../platform/graphql/global-id.js';
import type { GraphqlContext } from '../../platform/graphql/graphql-context.js';
import { Instance, SignedIn, ViewerRead } from '../organization/public.js';
import { Persona } from './demo.graphql.js';
import { DemoDoor } from './demo-door.js';

@Resolver()
export class DemoResolver {
  constructor(
    @Inject(DemoDoor) private readonly door: DemoDoor,
    @Inject(SignIns) private readonly signIns: SignIns,
    @Inject(ViewerRead) private readonly viewers: ViewerRead,
  ) {}

  @Query(() => Instance)
  @Public()
  instance(@CurrentContext() { address }: GraphqlContext): Promise<Instance> {
    return this.door.instance(address);
  }

  @Query(() => [Persona], { description: 'Empty unless this is the trial on this machine and the demo exists.' })
  @Public()
  demoPersonas(@CurrentContext() { address }: GraphqlContext): Promise<Persona[]> {
    return this.door.personas(address);
  }

  @Mutation(() => SignedIn, {
    description: 'Makes the demo organization, if it is not there, and signs in as its Scrum of Scrums Master.',
  })
  @Public()
  async createDemo(@CurrentContext() context: GraphqlContext): Promise<SignedIn> {
    return this.signedIn(context, await this.door.open(context.address));
  }

  @Mutation(() => SignedIn, {
    description:
      'The demo as on its first day; everybody in it is signed out, the caller is signed in anew. Only in the trial on this machine.',
  })
  @Public()
  async resetDemo(@CurrentContext() context: GraphqlContext): Promise<SignedIn> {
    return this.signedIn(context, await this.door.reset(context.address, context.viewer));
  }

  @Mutation(() => SignedIn)
  @Public()
  async signInAsPersona(
    @CurrentContext() context: GraphqlContext,
    @Args('personId', { type: () => ID }) personId: string,
  ): Promise<SignedIn> {
    return this.signedIn(context, await this.door.enter(context.address, readId('Person', personId)));
  }

  private async signedIn(context: GraphqlContext, secret: string): Promise<SignedIn> {
    return { viewer: await this.viewers.load(await this.signIns.enter(context, secret)) };
  }
}
