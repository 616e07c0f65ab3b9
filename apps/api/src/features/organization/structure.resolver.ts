import { Inject, type OnModuleInit } from '@nestjs/common';
import { Args, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import { Action } from '../../platform/auth/action.js';
import { CurrentContext, CurrentViewer } from '../../platform/auth/current-viewer.js';
import { scopeOf, type Viewer } from '../../platform/auth/viewer.js';
import { Database } from '../../platform/database/database.js';
import { readId } from '../../platform/graphql/global-id.js';
import type { GraphqlContext } from '../../platform/graphql/graphql-context.js';
import type { Node } from '../../platform/graphql/node.js';
import { Nodes } from '../../platform/graphql/nodes.js';
import { ThingNames } from '../../platform/graphql/thing-names.js';
import { Area, areaObject } from './area.graphql.js';
import { found } from './organization-checks.js';
import { OrganizationSettingsService } from './organization-settings.service.js';
import { Organization, organizationObject, WorkingCalendarEdited } from './organization.graphql.js';
import { Product, productObject } from './product.graphql.js';
import {
  CreateAreaArgs,
  CreateProductArgs,
  CreateTeamArgs,
  EditAreaArgs,
  EditOrganizationArgs,
  EditProductArgs,
  EditTeamArgs,
  EditWorkingCalendarArgs,
  MoveTeamArgs,
} from './structure.args.js';
import { StructureRead } from './structure.read.js';
import { StructureRepository } from './structure.repository.js';
import { StructureService } from './structure.service.js';
import type { Structure } from './structure.js';
import { Team, teamObject } from './team.graphql.js';

@Resolver()
export class StructureResolver implements OnModuleInit {
  constructor(
    @Inject(StructureService) private readonly service: StructureService,
    @Inject(OrganizationSettingsService) private readonly settings: OrganizationSettingsService,
    @Inject(StructureRead) private readonly structures: StructureRead,
    @Inject(StructureRepository) private readonly repository: StructureRepository,
    @Inject(Database) private readonly database: Database,
    @Inject(Nodes) private readonly nodes: Nodes,
    @Inject(ThingNames) private readonly names: ThingNames,
  ) {}

  onModuleInit(): void {
    this.names.register('Team_', (tx, _viewer, ids) => this.repository.teamNames(tx, ids));
    const register = (type: string, pick: (structure: Structure, id: string) => Node | undefined): void =>
      this.nodes.register(type, async (viewer, id) =>
        pick(await this.database.transaction(scopeOf(viewer), (tx) => this.repository.load(tx)), id),
      );
    register('Organization', ({ organization }, id) =>
      organization.organization_id === id ? organizationObject(organization) : undefined,
    );
    register('Product', ({ products }, id) => optional(products.get(id), productObject));
    register('Area', ({ areas }, id) => optional(areas.get(id), areaObject));
    register('Team', ({ teams }, id) => optional(teams.get(id), teamObject));
  }

  @Query(() => Organization)
  @Action('organization:view')
  async organization(@CurrentContext() context: GraphqlContext): Promise<Organization> {
    return organizationObject((await this.structures.of(context)).organization);
  }

  @Query(() => Area)
  @Action('organization:view')
  async area(@CurrentContext() context: GraphqlContext, @Args('id', { type: () => ID }) id: string): Promise<Area> {
    const { areas } = await this.structures.of(context);
    return areaObject(found(areas.get(readId('Area', id))));
  }

  @Query(() => Team)
  @Action('organization:view')
  async team(@CurrentContext() context: GraphqlContext, @Args('id', { type: () => ID }) id: string): Promise<Team> {
    const { teams } = await this.structures.of(context);
    return teamObject(found(teams.get(readId('Team', id))));
  }

  @Mutation(() => Organization)
  @Action('organization:edit')
  editOrganization(@CurrentViewer() viewer: Viewer, @Args() args: EditOrganizationArgs): Promise<Organization> {
    return this.settings.edit(viewer, args);
  }

  @Mutation(() => WorkingCalendarEdited, {
    description:
      'Working time and holidays from now on: running clocks keep what has passed and run the rest by the new calendar.',
  })
  @Action('organization:edit')
  editWorkingCalendar(
    @CurrentViewer() viewer: Viewer,
    @Args() args: EditWorkingCalendarArgs,
  ): Promise<WorkingCalendarEdited> {
    return this.settings.editCalendar(viewer, args);
  }

  @Mutation(() => Product)
  @Action('product:create')
  createProduct(@CurrentViewer() viewer: Viewer, @Args() args: CreateProductArgs): Promise<Product> {
    return this.service.createProduct(viewer, args);
  }

  @Mutation(() => Product)
  @Action('product:edit')
  async editProduct(@CurrentViewer() viewer: Viewer, @Args() args: EditProductArgs): Promise<Product> {
    return this.service.editProduct(viewer, { ...args, id: readId('Product', args.id) });
  }

  @Mutation(() => Area)
  @Action('area:create')
  async createArea(@CurrentViewer() viewer: Viewer, @Args() args: CreateAreaArgs): Promise<Area> {
    return this.service.createArea(viewer, { ...args, productId: readId('Product', args.productId) });
  }

  @Mutation(() => Area)
  @Action('area:edit')
  async editArea(@CurrentViewer() viewer: Viewer, @Args() args: EditAreaArgs): Promise<Area> {
    return this.service.editArea(viewer, { ...args, id: readId('Area', args.id) });
  }

  @Mutation(() => Team)
  @Action('team:create')
  async createTeam(@CurrentViewer() viewer: Viewer, @Args() args: CreateTeamArgs): Promise<Team> {
    return this.service.createTeam(viewer, { ...args, areaId: readId('Area', args.areaId) });
  }

  @Mutation(() => Team)
  @Action('team:edit')
  async editTeam(@CurrentViewer() viewer: Viewer, @Args() args: EditTeamArgs): Promise<Team> {
    return this.service.editTeam(viewer, { ...args, id: readId('Team', args.id) });
  }

  @Mutation(() => Team, { description: 'Needs rights in the area that the team leaves and in the one it joins.' })
  @Action('team:move')
  async moveTeam(@CurrentViewer() viewer: Viewer, @Args() args: MoveTeamArgs): Promise<Team> {
    const ids = { id: readId('Team', args.id), areaId: readId('Area', args.areaId) };
    return this.service.moveTeam(viewer, { ...args, ...ids });
  }
}

function optional<Row>(row: Row | undefined, object: (row: Row) => Node): Node | undefined {
  return row === undefined ? undefined : object(row);
}
