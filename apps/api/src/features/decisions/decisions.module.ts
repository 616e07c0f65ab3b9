import { Module } from '@nestjs/common';
import { ImpedimentsModule } from '../impediments/public.js';
import { OrganizationModule } from '../organization/public.js';
import { DECISION_LOG } from './decision-providers.js';
import { DELEGATION } from './delegation/delegation-providers.js';
import { DECISION_SEARCH } from './search/search-providers.js';

@Module({
  imports: [OrganizationModule, ImpedimentsModule],
  providers: [...DECISION_LOG, ...DELEGATION, ...DECISION_SEARCH],
  exports: [],
})
export class DecisionsModule {}
