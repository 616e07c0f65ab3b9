import { can } from '@chapterhouse/domain/organization/organization-policy';
import { viewerCanOnPerson } from '@chapterhouse/domain/organization/organization-viewer-can';
import { Inject, type OnModuleInit } from '@nestjs/common';
import { Args, ID, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { Action } from '../../platform/auth/action.js';
import { CurrentContext, CurrentViewer } from '../../platform/auth/current-viewer.js';
import { scopeOf, type Viewer } from '../../platform/auth/viewer.js';
import { Database } from '../../platform/database/database.js';
import type { Connection } from '../../platform/graphql/connection.js';
import { readId } from '../../platform/graphql/global-id.js';
import type { GraphqlContext } from '../../platform/graphql/graphql-context.js';
import { Nodes } from '../../platform/graphql/nodes.js';
import { ThingNames } from '../../platform/graphql/thing-names.js';
import { ActionScalar } from '../../platform/graphql/scalars.js';
import { found } from './organization-checks.js';
import { AddPersonArgs, DeactivatePersonArgs, EditPersonArgs, PeopleArgs } from './people.args.js';
import { PeopleRead, viewerOf } from './people.read.js';
import { PeopleRepository } from './people.repository.js';
import { PeopleService } from './people.service.js';
import { Person, PersonConnection, personObject } from './person.graphql.js';
import { RoleAssignment } from './role-assignment.graphql.js';
import { WhichAssignmentsArgs } from './roles.args.js';
import { RolesRead } from './roles.read.js';
import { heldRole } from './roles.repository.js';

@Resolver(() => Person)
export class PeopleResolver implements OnModuleInit {
  constructor(
    @Inject(PeopleService) private readonly service: PeopleService,
    @Inject(PeopleRead) private readonly people: PeopleRead,
    @Inject(RolesRead) private readonly roles: RolesRead,
    @Inject(PeopleRepository) private readonly repository: PeopleRepository,
    @Inject(Database) private readonly database: Database,
    @Inject(Nodes) private readonly nodes: Nodes,
    @Inject(ThingNames) private readonly names: ThingNames,
  ) {}

  onModuleInit(): void {
    this.names.register('Person_', (tx, _viewer, ids) => this.repository.names(tx, ids));
    this.nodes.register('Person', async (viewer, id) => {
      const [row] = await this.database.transaction(scopeOf(viewer), (tx) =>
        this.repository.byIds(tx, [id], viewer.today),
      );
      return row && personObject(row);
    });
  }

  @Query(() => Person)
  @Action('person:view')
  async person(@CurrentContext() context: GraphqlContext, @Args('id', { type: () => ID }) id: string): Promise<Person> {
    return found(await this.people.byId(context, readId('Person', id)));
  }

  @Query(() => PersonConnection, { name: 'people', description: 'By name; `search` is any part of it.' })
  @Action('person:view')
  page(@CurrentViewer() viewer: Viewer, @Args() { first, after, search }: PeopleArgs): Promise<Connection<Person>> {
    return this.people.page(viewer, first, after, search);
  }

  @Mutation(() => Person)
  @Action('person:add')
  addPerson(@CurrentViewer() viewer: Viewer, @Args() args: AddPersonArgs): Promise<Person> {
    return this.service.add(viewer, args);
  }

  @Mutation(() => Person)
  @Action('person:edit')
  async editPerson(@CurrentViewer() viewer: Viewer, @Args() args: EditPersonArgs): Promise<Person> {
    return this.service.edit(viewer, { ...args, id: readId('Person', args.id) });
  }

  @Mutation(() => Person, { description: 'Ends sessions, account, invitation and the roles of today and later.' })
  @Action('person:deactivate')
  async deactivatePerson(@CurrentViewer() viewer: Viewer, @Args() args: DeactivatePersonArgs): Promise<Person> {
    return this.service.deactivate(viewer, { ...args, id: readId('Person', args.id) });
  }

  @ResolveField(() => String, {
    nullable: true,
    description: 'For the person and for those who may edit them; null for others.',
  })
  email(@CurrentViewer() viewer: Viewer, @Parent() person: Person): string | null {
    const personId = readId('Person', person.id);
    const visible = personId === viewer.personId || can(viewer.actor, 'person:edit', { personId }).allowed;
    return visible ? person.email : null;
  }

  @ResolveField(() => [ActionScalar])
  async viewerCan(@CurrentContext() context: GraphqlContext, @Parent() person: Person): Promise<string[]> {
    const personId = readId('Person', person.id);
    const standing = await this.roles.standing(context, personId);
    return viewerCanOnPerson(viewerOf(context).actor, {
      personId,
      personAssignments: standing.roles.map(heldRole),
      deactivated: person.deactivatedAt !== null,
      hasAccount: person.hasAccount,
      hasOpenInvitation: standing.invited,
    });
  }

  @ResolveField(() => [RoleAssignment])
  assignments(
    @CurrentContext() context: GraphqlContext,
    @Parent() { id }: Person,
    @Args() which: WhichAssignmentsArgs,
  ): Promise<RoleAssignment[]> {
    return this.roles.ofPerson(context, readId('Person', id), which);
  }
}
