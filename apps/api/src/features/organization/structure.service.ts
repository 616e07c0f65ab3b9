import type { FieldChange } from '@chapterhouse/domain/event-payload';
import type { OrganizationEvent } from '@chapterhouse/domain/organization/organization-events';
import { refuseOrganization } from '@chapterhouse/domain/organization/organization-refusals';
import { Inject, Injectable } from '@nestjs/common';
import { scopeOf, type Viewer } from '../../platform/auth/viewer.js';
import { Database } from '../../platform/database/database.js';
import type { Tx } from '../../platform/database/tx.js';
import { EventLog } from '../../platform/events/event-log.js';
import { idempotently } from '../../platform/graphql/idempotency.js';
import { areaObject, type Area } from './area.graphql.js';
import { changesOf, checkInput, demand, demandVersion, found } from './organization-checks.js';
import { OrganizationStructure } from './organization-structure.js';
import { productObject, type Product } from './product.graphql.js';
import { RolesRepository } from './roles.repository.js';
import type {
  CreateAreaArgs,
  CreateProductArgs,
  CreateTeamArgs,
  EditAreaArgs,
  EditProductArgs,
  EditTeamArgs,
  MoveTeamArgs,
} from './structure.args.js';
import { StructureRepository } from './structure.repository.js';
import { teamObject, type Team } from './team.graphql.js';

/** Products, areas and teams. Ids are the database's. Every method throws NOT_FOUND, FORBIDDEN, INVALID_INPUT; edits also CONFLICT. */
@Injectable()
export class StructureService {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(StructureRepository) private readonly repository: StructureRepository,
    @Inject(RolesRepository) private readonly roles: RolesRepository,
    @Inject(OrganizationStructure) private readonly structure: OrganizationStructure,
    @Inject(EventLog) private readonly events: EventLog,
  ) {}

  createProduct(viewer: Viewer, input: CreateProductArgs): Promise<Product> {
    return this.once(viewer, 'createProduct', input, async (tx) => {
      demand(viewer, 'product:create');
      checkInput({ name: input.name });
      const [id = ''] = await this.structure.createProducts(tx, [{ name: input.name.trim() }]);
      return productObject(found(await this.repository.product(tx, id)));
    });
  }

  editProduct(viewer: Viewer, input: EditProductArgs): Promise<Product> {
    return this.once(viewer, 'editProduct', input, async (tx) => {
      const before = found(await this.repository.product(tx, input.id));
      demand(viewer, 'product:edit', { productId: before.id });
      checkInput({ name: input.name });
      demandVersion(input.version, before, () => productObject(before));
      const after = { ...before, name: input.name.trim() };
      const changes = changesOf({ name: [before.name, after.name] });
      if (changes.length === 0) return productObject(before);
      await this.repository.updateProduct(tx, after);
      return productObject(await this.edited(tx, 'product.edited', 'Product', after, changes));
    });
  }

  createArea(viewer: Viewer, input: CreateAreaArgs): Promise<Area> {
    return this.once(viewer, 'createArea', input, async (tx) => {
      const product = found(await this.repository.product(tx, input.productId));
      demand(viewer, 'area:create', { productId: product.id });
      checkInput({ name: input.name, purpose: input.purpose });
      const [id = ''] = await this.structure.createAreas(tx, [
        { productId: product.id, name: input.name.trim(), purpose: input.purpose?.trim() },
      ]);
      return areaObject(found(await this.repository.area(tx, id)));
    });
  }

  /** @throws STILL_IN_USE when teams of the area work on after `archivedOn` */
  editArea(viewer: Viewer, input: EditAreaArgs): Promise<Area> {
    return this.once(viewer, 'editArea', input, async (tx) => {
      const before = found(await this.repository.area(tx, input.id));
      demand(viewer, 'area:edit', { areaId: before.id, productId: before.product_id });
      checkInput({ name: input.name, purpose: input.purpose, archivedOn: input.archivedOn });
      demandVersion(input.version, before, () => areaObject(before));
      const after = { ...before, ...shapeAfter(before, input) };
      const changes = changesOf(shapeChanges(before, after));
      if (changes.length === 0) return areaObject(before);
      if (after.archived_on !== null) inUse(await this.repository.liveTeams(tx, after.id, after.archived_on));
      await this.repository.updateArea(tx, after);
      return areaObject(await this.edited(tx, 'area.edited', 'Area', after, changes));
    });
  }

  createTeam(viewer: Viewer, input: CreateTeamArgs): Promise<Team> {
    return this.once(viewer, 'createTeam', input, async (tx) => {
      const area = found(await this.repository.area(tx, input.areaId, 'share'));
      demand(viewer, 'team:create', { areaId: area.id, productId: area.product_id });
      checkInput({ name: input.name, purpose: input.purpose }, ...closedArea(area));
      const [id = ''] = await this.structure.createTeams(tx, [
        { areaId: area.id, name: input.name.trim(), purpose: input.purpose?.trim() },
      ]);
      return teamObject(found(await this.repository.team(tx, id)));
    });
  }

  /** @throws STILL_IN_USE when people have roles in the team after `archivedOn` */
  editTeam(viewer: Viewer, input: EditTeamArgs): Promise<Team> {
    return this.once(viewer, 'editTeam', input, async (tx) => {
      const before = found(await this.repository.team(tx, input.id));
      demand(viewer, 'team:edit', { teamId: before.id, areaId: before.area_id, productId: before.product_id });
      checkInput({ name: input.name, purpose: input.purpose, archivedOn: input.archivedOn });
      demandVersion(input.version, before, () => teamObject(before));
      const after = { ...before, ...shapeAfter(before, input) };
      const changes = changesOf(shapeChanges(before, after));
      if (changes.length === 0) return teamObject(before);
      const { archived_on: day } = after;
      if (day !== null) {
        const held = await this.roles.ofScopes(tx, [after.id]);
        const still = held.filter((role) => role.ends_before === null || role.ends_before > day);
        inUse([...new Set(still.map((role) => role.person_name))]);
      } else if (before.archived_on !== null) {
        checkInput({}, ...closedArea(found(await this.repository.area(tx, after.area_id, 'share'))));
      }
      await this.repository.updateTeam(tx, after);
      return teamObject(await this.edited(tx, 'team.edited', 'Team', after, changes));
    });
  }

  moveTeam(viewer: Viewer, input: MoveTeamArgs): Promise<Team> {
    return this.once(viewer, 'moveTeam', input, async (tx) => {
      const before = found(await this.repository.team(tx, input.id));
      const target = found(await this.repository.area(tx, input.areaId, 'share'));
      demand(viewer, 'team:move', {
        teamId: before.id,
        areaId: before.area_id,
        productId: before.product_id,
        targetAreaId: target.id,
        targetProductId: target.product_id,
      });
      demandVersion(input.version, before, () => teamObject(before));
      if (target.id === before.area_id) return teamObject(before);
      checkInput({}, ...closedArea(target));
      const after = { ...before, area_id: target.id };
      await this.repository.updateTeam(tx, after);
      const changes = changesOf({ area: [before.area_name, target.name] });
      return teamObject(await this.edited(tx, 'team.moved', 'Team', after, changes));
    });
  }

  private once<T extends object>(
    viewer: Viewer,
    operation: string,
    input: { idempotencyKey?: string | null },
    work: (tx: Tx) => Promise<T>,
  ): Promise<T> {
    return this.database.transaction(scopeOf(viewer), (tx) =>
      idempotently(tx, input.idempotencyKey, operation, input, () => work(tx)),
    );
  }

  private async edited<T extends { id: string; version: number }>(
    tx: Tx,
    name: OrganizationEvent,
    subjectType: string,
    row: T,
    changes: FieldChange[],
  ): Promise<T> {
    const after = { ...row, version: row.version + 1 };
    await this.events.append(tx, {
      name,
      subjectType,
      subjectId: row.id,
      subjectVersion: after.version,
      payload: { changes },
    });
    return after;
  }
}

interface Shape {
  name: string;
  purpose: string;
  archived_on: string | null;
}

function shapeAfter(before: Shape, input: EditAreaArgs): Shape {
  return {
    name: input.name?.trim() ?? before.name,
    purpose: input.purpose?.trim() ?? before.purpose,
    archived_on: input.archivedOn === undefined ? before.archived_on : input.archivedOn,
  };
}

function shapeChanges(before: Shape, after: Shape): Parameters<typeof changesOf>[0] {
  return {
    name: [before.name, after.name],
    purpose: [before.purpose, after.purpose],
    archivedOn: [before.archived_on, after.archived_on],
  };
}

function inUse(by: string[]): void {
  if (by.length > 0) throw refuseOrganization('STILL_IN_USE', { by });
}

function closedArea(area: { archived_on: string | null }): { field: string; problem: string }[] {
  return area.archived_on === null
    ? []
    : [{ field: 'areaId', problem: 'This area is archived; choose another one or open it again.' }];
}
