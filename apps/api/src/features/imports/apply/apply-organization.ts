import type { OrganizationWrites, PlaceWrite, RoleWrite } from '@chapterhouse/domain/imports/organization-writes';
import type { IdentityBook } from '@chapterhouse/domain/imports/present-organization';
import { MATCHED } from '@chapterhouse/domain/imports/people-plan';
import type { ScopeKind } from '@chapterhouse/domain/organization/role';
import { Inject, Injectable } from '@nestjs/common';
import type { Tx } from '../../../platform/database/tx.js';
import { OrganizationStructure, OrganizationUpdates } from '../../organization/public.js';
import { withFreshPlans } from '../../../platform/database/fresh-plans.js';
import { inBatches } from '../../../platform/database/in-batches.js';
import type { ImportSteps } from '../import-steps.js';
import { ExternalIdentitiesRepository } from './external-identities.repository.js';

const SCOPES: Record<RoleWrite['scope']['kind'], ScopeKind> = {
  organization: 'ORGANIZATION',
  product: 'PRODUCT',
  area: 'AREA',
  team: 'TEAM',
};

const PLACES = ['product', 'area', 'team'];
/** To a step. */
const PEOPLE = 400;

/** Writes what a plan says, with the events of each thing, in the import's transaction. */
@Injectable()
export class ApplyOrganization {
  constructor(
    @Inject(ExternalIdentitiesRepository) private readonly identities: ExternalIdentitiesRepository,
    @Inject(OrganizationStructure) private readonly structure: OrganizationStructure,
    @Inject(OrganizationUpdates) private readonly updates: OrganizationUpdates,
  ) {}

  /** In steps, with the identities of what each writes: products, areas, teams and people, which is all that Jira tells of. */
  async inSteps(
    steps: ImportSteps,
    { places, people }: OrganizationWrites,
    book: IdentityBook,
    asOf: string,
  ): Promise<void> {
    const nobody: OrganizationWrites = { places: [], people: [], roles: [], absences: [] };
    const ofPlaces = book.changed.filter(({ kind }) => PLACES.includes(kind));
    if (places.length + ofPlaces.length > 0)
      await steps.take(async (tx) => {
        await this.apply(tx, { ...nobody, places }, asOf);
        await this.identities.save(tx, ofPlaces);
      });
    const writes = new Map(people.map((person) => [person.id, person]));
    // Who was matched first: a run that ends between the two would know them without that.
    const ofPeople = [MATCHED, 'person'].flatMap((kind) => book.changed.filter((one) => one.kind === kind));
    await steps.inSteps(ofPeople, PEOPLE, async (tx, batch) => {
      const named = batch.filter(({ kind }) => kind === 'person').map(({ entityId }) => entityId);
      const own = [...new Set(named)].flatMap((id) => writes.get(id) ?? []);
      await this.apply(tx, { ...nobody, people: own }, asOf);
      await this.identities.save(tx, batch);
    });
  }

  /** @param asOf YYYY-MM-DD: the day on which roles end */
  async apply(tx: Tx, writes: OrganizationWrites, asOf: string): Promise<void> {
    const created = (kind: PlaceWrite['kind']): (PlaceWrite & { parentId: string })[] =>
      writes.places
        .filter((place) => place.effect === 'create' && place.kind === kind)
        .map((place) => ({ ...place, parentId: place.parentId ?? '' }));
    await this.structure.createProducts(tx, created('product'));
    await inBatches(created('area'), async (areas) => {
      await this.structure.createAreas(
        tx,
        areas.map((area) => ({ ...area, productId: area.parentId })),
      );
    });
    await inBatches(created('team'), async (teams) => {
      await this.structure.createTeams(
        tx,
        teams.map((team) => ({ ...team, areaId: team.parentId })),
      );
    });
    await this.updates.places(
      tx,
      writes.places.filter(({ effect }) => effect === 'update'),
    );
    await inBatches(
      writes.people.filter(({ effect }) => effect === 'create'),
      async (people) => {
        await this.structure.addPeople(tx, people);
      },
    );
    await this.updates.people(
      tx,
      writes.people.filter(({ effect }) => effect === 'update'),
    );
    // What they name has come only now.
    if (writes.roles.length + writes.absences.length > 0) await withFreshPlans(tx);
    await this.roles(tx, writes.roles, asOf);
    await inBatches(
      writes.absences.filter(({ effect }) => effect === 'record'),
      async (absences) => {
        await this.structure.recordAbsences(tx, absences);
      },
    );
    await this.updates.absences(
      tx,
      writes.absences.filter(({ effect }) => effect === 'change'),
    );
  }

  /** Ends come first and assignments last, so that no two primaries overlap on the way. */
  private async roles(tx: Tx, roles: RoleWrite[], asOf: string): Promise<void> {
    const ended = roles.filter(({ effect }) => effect === 'end' || effect === 'withdraw').map(({ id }) => id);
    await inBatches(ended, (ids) => this.structure.endRoles(tx, ids, asOf));
    await this.updates.roles(
      tx,
      roles.filter(({ effect }) => effect === 'change'),
    );
    await inBatches(
      roles.filter(({ effect }) => effect === 'assign'),
      async (assigned) => {
        await this.structure.assignRoles(
          tx,
          assigned.map((role) => ({ ...role, scopeKind: SCOPES[role.scope.kind], scopeId: role.scope.id })),
        );
      },
    );
  }
}
