import { Inject, type OnModuleInit } from '@nestjs/common';
import { ResolveField, Resolver } from '@nestjs/graphql';
import { CurrentViewer } from '../../platform/auth/current-viewer.js';
import type { Viewer } from '../../platform/auth/viewer.js';
import { NewOrganization, Organization } from '../organization/public.js';
import { ImpedimentLevels } from './impediment-levels.js';
import { ImpedimentLevel } from './impediments.graphql.js';
import { ImpedimentsService } from './impediments.service.js';

/** What this feature adds to an organization: its escalation ladder, from the first moment on. */
@Resolver(() => Organization)
export class ImpedimentLevelsResolver implements OnModuleInit {
  constructor(
    @Inject(ImpedimentsService) private readonly service: ImpedimentsService,
    @Inject(ImpedimentLevels) private readonly levels: ImpedimentLevels,
    @Inject(NewOrganization) private readonly newOrganizations: NewOrganization,
  ) {}

  onModuleInit(): void {
    this.newOrganizations.equip((tx) => this.levels.equip(tx));
  }

  @ResolveField(() => [ImpedimentLevel])
  impedimentLevels(@CurrentViewer() viewer: Viewer): Promise<ImpedimentLevel[]> {
    return this.service.levels(viewer);
  }
}
