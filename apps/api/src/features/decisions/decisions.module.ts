import { Module } from '@nestjs/common';
import { ImpedimentsModule } from '../impediments/public.js';
import { OrganizationModule } from '../organization/public.js';
import { DECISION_LOG } from './decision-providers.js';
import { DELEGATION } from './delegation/delegation-providers.js';

@Module({
  imports: [OrganizationModule, ImpedimentsModule],
  providers: [...DECISION_LOG, ...DELEGATION],
  exports: [],
})
export class DecisionsModule {}
