import { viewerCanOnAbsence } from '@chapterhouse/domain/organization/organization-viewer-can';
import { Inject, type OnModuleInit } from '@nestjs/common';
import { Args, Mutation, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { Action } from '../../platform/auth/action.js';
import { CurrentContext, CurrentViewer } from '../../platform/auth/current-viewer.js';
import { scopeOf, type Viewer } from '../../platform/auth/viewer.js';
import { Database } from '../../platform/database/database.js';
import { readId } from '../../platform/graphql/global-id.js';
import type { GraphqlContext } from '../../platform/graphql/graphql-context.js';
import { loaderOf } from '../../platform/graphql/loader.js';
import { Nodes } from '../../platform/graphql/nodes.js';
import { ActionScalar } from '../../platform/graphql/scalars.js';
import { Absence, absenceObject } from './absence.graphql.js';
import { RecordAbsenceArgs, RemoveAbsenceArgs } from './absences.args.js';
import { AbsencesRepository } from './absences.repository.js';
import { AbsencesService } from './absences.service.js';
import { grouped } from './grouped.js';
import { viewerOf } from './people.read.js';
import { Person } from './person.graphql.js';
import { RolesRead } from './roles.read.js';
import { heldRole } from './roles.repository.js';

@Resolver(() => Absence)
export class AbsencesResolver implements OnModuleInit {
  constructor(
    @Inject(AbsencesService) private readonly service: AbsencesService,
    @Inject(AbsencesRepository) private readonly repository: AbsencesRepository,
    @Inject(RolesRead) private readonly roles: RolesRead,
    @Inject(Database) private readonly database: Database,
    @Inject(Nodes) private readonly nodes: Nodes,
  ) {}

  onModuleInit(): void {
    this.nodes.register('Absence', async (viewer, id) => {
      const row = await this.database.transaction(scopeOf(viewer), (tx) => this.repository.byId(tx, id));
      return row && absenceObject(row);
    });
  }

  @Mutation(() => Person)
  @Action('absence:record')
  async recordAbsence(@CurrentViewer() viewer: Viewer, @Args() args: RecordAbsenceArgs): Promise<Person> {
    return this.service.record(viewer, { ...args, personId: readId('Person', args.personId) });
  }

  @Mutation(() => Person)
  @Action('absence:remove')
  async removeAbsence(@CurrentViewer() viewer: Viewer, @Args() args: RemoveAbsenceArgs): Promise<Person> {
    return this.service.remove(viewer, { ...args, id: readId('Absence', args.id) });
  }

  @ResolveField(() => String, { description: 'Why; empty unless it is you or you may remove the absence.' })
  async note(@CurrentContext() context: GraphqlContext, @Parent() absence: Absence): Promise<string> {
    const actions = await this.viewerCan(context, absence);
    return actions.includes('absence:remove') ? absence.note : '';
  }

  @ResolveField(() => [ActionScalar])
  async viewerCan(@CurrentContext() context: GraphqlContext, @Parent() absence: Absence): Promise<string[]> {
    const personId = readId('Person', absence.personId);
    const { roles } = await this.roles.standing(context, personId);
    return viewerCanOnAbsence(viewerOf(context).actor, { personId, personAssignments: roles.map(heldRole) });
  }
}

@Resolver(() => Person)
export class PersonAbsencesResolver {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(AbsencesRepository) private readonly repository: AbsencesRepository,
  ) {}

  @ResolveField(() => [Absence], { description: 'Past and future too, the latest first.' })
  async absences(@CurrentContext() context: GraphqlContext, @Parent() person: Person): Promise<Absence[]> {
    const viewer = viewerOf(context);
    const rows = await loaderOf(context, PersonAbsencesResolver, (ids) =>
      this.database.transaction(scopeOf(viewer), async (tx) =>
        grouped(await this.repository.ofPeople(tx, ids), (row) => row.person_id),
      ),
    ).load(readId('Person', person.id));
    return (rows ?? []).map(absenceObject);
  }
}
