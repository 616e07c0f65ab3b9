import { Module } from '@nestjs/common';
import { AbsencesRepository } from './absences.repository.js';
import { AccountsModule } from './accounts.module.js';
import { OrganizationOverviewRead } from './organization-overview.read.js';
import { OrganizationSettingsService } from './organization-settings.service.js';
import { OrganizationStructure } from './organization-structure.js';
import { PeopleRead } from './people.read.js';
import { PeopleRepository } from './people.repository.js';
import { OrganizationReferences } from './references.read.js';
import { RolesRead } from './roles.read.js';
import { RolesRepository } from './roles.repository.js';
import { StructureRead } from './structure.read.js';
import { StructureRepository } from './structure.repository.js';
import { StructureService } from './structure.service.js';

/** Products, areas, teams, people, dated roles, absences; accounts have a module of their own. */
@Module({
  imports: [AccountsModule],
  providers: [
    AbsencesRepository,
    OrganizationOverviewRead,
    OrganizationReferences,
    OrganizationSettingsService,
    OrganizationStructure,
    PeopleRead,
    PeopleRepository,
    RolesRead,
    RolesRepository,
    StructureRead,
    StructureRepository,
    StructureService,
  ],
  exports: [AccountsModule, OrganizationReferences, OrganizationStructure],
})
export class OrganizationModule {}
