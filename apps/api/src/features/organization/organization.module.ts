import { Inject, Module } from '@nestjs/common';
import { SharedFieldsRegistry } from '../../platform/graphql/sharing/shared-fields.js';
import { AbsencesRepository } from './absences.repository.js';
import { AbsencesResolver, PersonAbsencesResolver } from './absences.resolver.js';
import { AbsencesService } from './absences.service.js';
import { AccountsModule } from './accounts.module.js';
import { AnswersForRead } from './answers-for.read.js';
import { AreaResolver } from './area.resolver.js';
import { HandOverRoleService } from './hand-over-role.service.js';
import { LastAdministrator } from './last-administrator.js';
import { OrganizationChangesResolver } from './organization-changes.resolver.js';
import { OrganizationOverviewRead } from './organization-overview.read.js';
import { OrganizationSearch } from './organization-search.js';
import { ORGANIZATION_SHARED_FIELDS } from './organization-shared-fields.js';
import { OrganizationSettingsService } from './organization-settings.service.js';
import { OrganizationStructure } from './organization-structure.js';
import { OrganizationUpdates } from './organization-updates.js';
import { PresentOrganizationRead } from './present-organization.read.js';
import { OrganizationVerification } from './organization-verification.js';
import { OrganizationResolver } from './organization.resolver.js';
import { PeopleRead } from './people.read.js';
import { PeopleRepository } from './people.repository.js';
import { PeopleResolver } from './people.resolver.js';
import { PeopleService } from './people.service.js';
import { PrimaryHoldersRead } from './primary-holders.read.js';
import { ProductResolver } from './product.resolver.js';
import { ReachablePeopleRead } from './reachable-people.read.js';
import { OrganizationReferences } from './references.read.js';
import { RolesRead } from './roles.read.js';
import { RolesRepository } from './roles.repository.js';
import { RolesResolver } from './roles.resolver.js';
import { RolesService } from './roles.service.js';
import { StandInsRead } from './stand-ins.read.js';
import { StructureRead } from './structure.read.js';
import { StructureRepository } from './structure.repository.js';
import { StructureResolver } from './structure.resolver.js';
import { StructureService } from './structure.service.js';
import { TeamResolver } from './team.resolver.js';
import { WorkingCalendarChanges } from './working-calendar-changes.js';
import { WorkingCalendarRead } from './working-calendar.read.js';

const STRUCTURE = [
  StructureRepository,
  StructureRead,
  StructureService,
  OrganizationSearch,
  OrganizationSettingsService,
  StructureResolver,
  OrganizationResolver,
  ProductResolver,
  AreaResolver,
  TeamResolver,
];
const PEOPLE = [PeopleRepository, PeopleRead, PeopleService, PeopleResolver];
const ROLES = [RolesRepository, RolesRead, RolesService, HandOverRoleService, LastAdministrator, RolesResolver];
const ABSENCES = [AbsencesRepository, AbsencesService, AbsencesResolver, PersonAbsencesResolver];

/** Products, areas, teams, people, dated roles, absences; accounts have a module of their own. */
@Module({
  imports: [AccountsModule],
  providers: [
    ...STRUCTURE,
    ...PEOPLE,
    ...ROLES,
    ...ABSENCES,
    AnswersForRead,
    OrganizationChangesResolver,
    OrganizationOverviewRead,
    OrganizationReferences,
    OrganizationStructure,
    OrganizationUpdates,
    OrganizationVerification,
    PresentOrganizationRead,
    PrimaryHoldersRead,
    ReachablePeopleRead,
    StandInsRead,
    WorkingCalendarChanges,
    WorkingCalendarRead,
  ],
  exports: [
    AccountsModule,
    AnswersForRead,
    OrganizationReferences,
    OrganizationStructure,
    OrganizationUpdates,
    PresentOrganizationRead,
    PrimaryHoldersRead,
    ReachablePeopleRead,
    StandInsRead,
    WorkingCalendarChanges,
    WorkingCalendarRead,
  ],
})
export class OrganizationModule {
  constructor(@Inject(SharedFieldsRegistry) sharing: SharedFieldsRegistry) {
    sharing.declare(ORGANIZATION_SHARED_FIELDS);
  }
}
