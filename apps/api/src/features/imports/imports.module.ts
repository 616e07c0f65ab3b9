import { Module } from '@nestjs/common';
import { CadencesModule } from '../cadences/public.js';
import { CommunitiesModule } from '../communities/public.js';
import { DecisionsModule } from '../decisions/public.js';
import { ImpedimentsModule } from '../impediments/public.js';
import { OrganizationModule } from '../organization/public.js';
import { PrioritiesModule } from '../priorities/public.js';
import { SprintsModule } from '../sprints/public.js';
import { ApplyDecisions } from './apply/apply-decisions.js';
import { ApplyImpediments } from './apply/apply-impediments.js';
import { ApplyOrganization } from './apply/apply-organization.js';
import { ApplyRecords } from './apply/apply-records.js';
import { DecisionMappingsRepository } from './apply/decision-mappings.repository.js';
import { EarlierDecisionsRepository } from './apply/earlier-decisions.repository.js';
import { ExternalIdentitiesRepository } from './apply/external-identities.repository.js';
import { PresentRecordsRead } from './apply/present-records.read.js';
import { ApplyImportJob } from './apply-import.job.js';
import { CalendarImport } from './calendar-import.js';
import { DecisionImport } from './decision-import.js';
import { ImportChanges } from './import-changes.js';
import { ImportFilesRepository } from './import-files.repository.js';
import { ImportFilesRoutes } from './import-files.routes.js';
import { ImportRunner } from './import-runner.js';
import { ImportsRepository } from './imports.repository.js';
import { ImportsResolver } from './imports.resolver.js';
import { ImportsService } from './imports.service.js';
import { JiraImport } from './jira-import.js';
import { ImportMappingsRepository } from './mappings/import-mappings.repository.js';
import { ImportMappingsResolver } from './mappings/import-mappings.resolver.js';
import { ImportMappingsService } from './mappings/import-mappings.service.js';
import { OrganizationImport } from './organization-import.js';
import { PlaybookImport } from './playbook-import.js';
import { ReceiveImport } from './receive-import.js';
import { SigsMeetingsImport } from './sigs-meetings-import.js';

@Module({
  imports: [
    OrganizationModule,
    ImpedimentsModule,
    SprintsModule,
    DecisionsModule,
    PrioritiesModule,
    CadencesModule,
    CommunitiesModule,
  ],
  providers: [
    ExternalIdentitiesRepository,
    EarlierDecisionsRepository,
    DecisionMappingsRepository,
    ApplyOrganization,
    ApplyRecords,
    ApplyImpediments,
    ApplyDecisions,
    PresentRecordsRead,
    OrganizationImport,
    JiraImport,
    DecisionImport,
    CalendarImport,
    PlaybookImport,
    SigsMeetingsImport,
    ImportRunner,
    ImportsRepository,
    ImportFilesRepository,
    ImportsService,
    ImportsResolver,
    ImportChanges,
    ImportFilesRoutes,
    ReceiveImport,
    ApplyImportJob,
    ImportMappingsRepository,
    ImportMappingsService,
    ImportMappingsResolver,
  ],
  exports: [ImportRunner, ImportMappingsService],
})
export class ImportsModule {}
