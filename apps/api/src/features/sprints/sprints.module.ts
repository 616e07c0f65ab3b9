import { Module } from '@nestjs/common';
import { OrganizationModule } from '../organization/public.js';
import { ChangeSprint } from './change-sprint.js';
import { ImportSprints } from './import-sprints.js';
import { ImportedSprintsRepository } from './imported-sprints.repository.js';
import { SprintChangesResolver } from './sprint-changes.resolver.js';
import { SprintHistory } from './sprint-history.js';
import { PlannedSprintsRead } from './planned-sprints.read.js';
import { SprintPacesRead } from './sprint-paces.read.js';
import { SprintVerification } from './sprint-verification.js';
import { SprintsRepository } from './sprints.repository.js';
import { SprintsResolver } from './sprints.resolver.js';
import { SprintsService } from './sprints.service.js';
import { TeamThroughputResolver } from './team-throughput.resolver.js';

@Module({
  imports: [OrganizationModule],
  providers: [
    ChangeSprint,
    ImportSprints,
    ImportedSprintsRepository,
    SprintChangesResolver,
    PlannedSprintsRead,
    SprintHistory,
    SprintPacesRead,
    SprintVerification,
    SprintsRepository,
    SprintsResolver,
    SprintsService,
    TeamThroughputResolver,
  ],
  exports: [ImportSprints, PlannedSprintsRead, SprintHistory, SprintPacesRead, SprintsRepository],
})
export class SprintsModule {}
