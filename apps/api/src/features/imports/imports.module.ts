import { Module } from '@nestjs/common';
import { ImpedimentsModule } from '../impediments/public.js';
import { OrganizationModule } from '../organization/public.js';
import { BacklogItemsRepository } from '../priorities/public.js';
import { SprintsRepository } from '../sprints/public.js';
import { ApplyImpediments } from './apply/apply-impediments.js';
import { ApplyOrganization } from './apply/apply-organization.js';
import { ApplyRecords } from './apply/apply-records.js';
import { ExternalIdentitiesRepository } from './apply/external-identities.repository.js';
import { ImpedimentUpdates } from './apply/impediment-updates.js';
import { OrganizationUpdates } from './apply/organization-updates.js';
import { PresentOrganizationRead } from './apply/present-organization.read.js';
import { ImportRunner } from './import-runner.js';
import { JiraImport } from './jira-import.js';
import { OrganizationImport } from './organization-import.js';

@Module({
  imports: [OrganizationModule, ImpedimentsModule],
  providers: [
    BacklogItemsRepository,
    SprintsRepository,
    ExternalIdentitiesRepository,
    PresentOrganizationRead,
    OrganizationUpdates,
    ImpedimentUpdates,
    ApplyOrganization,
    ApplyRecords,
    ApplyImpediments,
    OrganizationImport,
    JiraImport,
    ImportRunner,
  ],
  exports: [ImportRunner],
})
export class ImportsModule {}
