import { Module } from '@nestjs/common';
import { HttpModule } from '../../platform/http/http.module.js';
import { ImpedimentsModule } from '../impediments/public.js';
import { OrganizationModule } from '../organization/public.js';
import { ADR } from './adr/adr-providers.js';
import { ANSWERED_BRIEFS } from './answered-briefs/answered-brief-providers.js';
import { BriefDecisions } from './answered-briefs/brief-decisions.js';
import { DecideAtOnce } from './decide-at-once.js';
import { DecisionExport } from './adr/decision-export.js';
import { DecisionImportUpdates } from './adr/decision-import-updates.js';
import { DecisionHistory } from './decision-history.js';
import { DECISION_LOG } from './decision-providers.js';
import { DecisionsService } from './decisions.service.js';
import { DecisionAudienceRead } from './delegation/decision-audience.read.js';
import { DelegationHistory } from './delegation/delegation-history.js';
import { DELEGATION } from './delegation/delegation-providers.js';
import { DecisionsAboutRead } from './search/decisions-about.read.js';
import { DECISION_SEARCH } from './search/search-providers.js';

@Module({
  imports: [HttpModule, OrganizationModule, ImpedimentsModule],
  providers: [...DECISION_LOG, ...DELEGATION, ...DECISION_SEARCH, ...ADR, ...ANSWERED_BRIEFS],
  exports: [
    BriefDecisions,
    DecideAtOnce,
    DecisionAudienceRead,
    DecisionExport,
    DecisionImportUpdates,
    DecisionHistory,
    DecisionsAboutRead,
    DecisionsService,
    DelegationHistory,
  ],
})
export class DecisionsModule {}
