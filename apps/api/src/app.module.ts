import { Module, type DynamicModule } from '@nestjs/common';
import { CadencesModule } from './features/cadences/public.js';
import { ChaptersModule } from './features/chapters/public.js';
import { CommunitiesModule } from './features/communities/public.js';
import { DecisionsModule } from './features/decisions/public.js';
import { DemoModule } from './features/demo/public.js';
import { FilesModule } from './features/files/public.js';
import { ImpedimentsModule } from './features/impediments/public.js';
import { ImportsModule } from './features/imports/public.js';
import { NotificationsModule } from './features/notifications/public.js';
import { OrganizationModule } from './features/organization/public.js';
import { PrioritiesModule } from './features/priorities/public.js';
import { SprintsModule } from './features/sprints/public.js';
import { AuthModule } from './platform/auth/auth.module.js';
import { PlatformGraphqlModule } from './platform/graphql/platform-graphql.module.js';
import { JobsModule } from './platform/jobs/jobs.module.js';
import { PlatformModule } from './platform/platform.module.js';
import { RealtimeModule } from './platform/realtime/realtime.module.js';
import type { Settings } from './platform/settings/settings.js';
import { TelemetryModule } from './platform/telemetry/telemetry.module.js';

/** The only list of features. */
export const FEATURES: NonNullable<DynamicModule['imports']> = [
  OrganizationModule,
  FilesModule,
  SprintsModule,
  ImpedimentsModule,
  DecisionsModule,
  PrioritiesModule,
  CadencesModule,
  ChaptersModule,
  CommunitiesModule,
  NotificationsModule,
  DemoModule,
  ImportsModule,
];

@Module({})
export class AppModule {
  static forRoot(settings: Settings, databaseUrl: string, options: { introspection: boolean }): DynamicModule {
    return {
      module: AppModule,
      imports: [
        PlatformModule.forRoot(settings, databaseUrl),
        AuthModule,
        TelemetryModule,
        PlatformGraphqlModule.forRoot(options.introspection),
        RealtimeModule,
        JobsModule,
        ...FEATURES,
      ],
    };
  }
}
