import { viewerCanOnRoleAssignment } from '@chapterhouse/domain/organization/organization-viewer-can';
import type { ScopeKind } from '@chapterhouse/domain/organization/role';
import { refusePlatform } from '@chapterhouse/domain/refusal';
import { Inject, type OnModuleInit } from '@nestjs/common';
import { Args, Mutation, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { Action } from '../../platform/auth/action.js';
import { CurrentContext, CurrentViewer } from '../../platform/auth/current-viewer.js';
import { scopeOf, type Viewer } from '../../platform/auth/viewer.js';
import { Database } from '../../platform/database/database.js';
import { readId, splitId } from '../../platform/graphql/global-id.js';
import type { GraphqlContext } from '../../platform/graphql/graphql-context.js';
import { Nodes } from '../../platform/graphql/nodes.js';
import { ActionScalar } from '../../platform/graphql/scalars.js';
import { HandOverRoleService } from './hand-over-role.service.js';
import { found } from './organization-checks.js';
import { PeopleRead, viewerOf } from './people.read.js';
import { Person } from './person.graphql.js';
import { RoleAssignment, roleAssignmentObject } from './role-assignment.graphql.js';
import { AssignRoleArgs, EndRoleArgs, HandOverRoleArgs } from './roles.args.js';
import { RolesRepository } from './roles.repository.js';
import { RolesService } from './roles.service.js';
import { StructureRead } from './structure.read.js';

const KIND_OF_TYPE = new Map<string, ScopeKind>([
  ['Organization', 'ORGANIZATION'],
  ['Product', 'PRODUCT'],
  ['Area', 'AREA'],
  ['Team', 'TEAM'],
]);

@Resolver(() => RoleAssignment)
export class RolesResolver implements OnModuleInit {
  constructor(
    @Inject(RolesService) private readonly service: RolesService,
    @Inject(HandOverRoleService) private readonly handOvers: HandOverRoleService,
    @Inject(RolesRepository) private readonly repository: RolesRepository,
    @Inject(StructureRead) private readonly structures: StructureRead,
    @Inject(PeopleRead) private readonly people: PeopleRead,
    @Inject(Database) private readonly database: Database,
    @Inject(Nodes) private readonly nodes: Nodes,
  ) {}

  onModuleInit(): void {
    this.nodes.register('RoleAssignment', async (viewer, id) => {
      const row = await this.database.transaction(scopeOf(viewer), (tx) => this.repository.byId(tx, id));
      return row && roleAssignmentObject(row);
    });
  }

  @Mutation(() => RoleAssignment)
  @Action('role:assign')
  async assignRole(@CurrentViewer() viewer: Viewer, @Args() args: AssignRoleArgs): Promise<RoleAssignment> {
    const scope = splitId(args.input.scopeId);
    const kind = scope && KIND_OF_TYPE.get(scope.type);
    if (!scope || !kind) throw refusePlatform('NOT_FOUND', {});
    const input = { ...args.input, personId: readId('Person', args.input.personId), scopeId: scope.id };
    return this.service.assign(viewer, { ...args, input }, kind);
  }

  @Mutation(() => RoleAssignment, { description: 'Ended on the day it starts, a role is taken back.' })
  @Action('role:end')
  async endRole(@CurrentViewer() viewer: Viewer, @Args() args: EndRoleArgs): Promise<RoleAssignment> {
    return this.service.end(viewer, { ...args, id: readId('RoleAssignment', args.id) });
  }

  @Mutation(() => RoleAssignment, {
    description: 'The new holder’s role: it starts on the day on which the old one ends.',
  })
  @Action('role:hand-over')
  async handOverRole(@CurrentViewer() viewer: Viewer, @Args() args: HandOverRoleArgs): Promise<RoleAssignment> {
    const ids = { id: readId('RoleAssignment', args.id), toPersonId: readId('Person', args.toPersonId) };
    return this.handOvers.handOver(viewer, { ...args, ...ids });
  }

  @ResolveField(() => Person)
  async person(@CurrentContext() context: GraphqlContext, @Parent() { personId }: RoleAssignment): Promise<Person> {
    return found(await this.people.byId(context, readId('Person', personId)));
  }

  @ResolveField(() => [ActionScalar])
  async viewerCan(@CurrentContext() context: GraphqlContext, @Parent() held: RoleAssignment): Promise<string[]> {
    const viewer = viewerOf(context);
    const scopeId = splitId(held.scope.id)?.id ?? '';
    return viewerCanOnRoleAssignment(viewer.actor, {
      ...(await this.structures.of(context)).placeOf(held.scope.kind, scopeId),
      role: held.role,
      personId: readId('Person', held.personId),
      ended: held.endsBefore !== null && held.endsBefore <= viewer.today,
    });
  }
}
