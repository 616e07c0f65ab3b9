import { Global, Module, type DynamicModule } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { Clock } from './clock.js';
import { appDataSource } from './database/data-source.js';
import { Database } from './database/database.js';
import { EventLog } from './events/event-log.js';
import { EventReader } from './events/event-reader.js';
import { EventTail } from './events/event-tail.js';
import { EventWakeups } from './events/event-wakeups.js';
import { FreshReads } from './events/fresh-reads.js';
import { ReactionStep } from './events/reaction-step.js';
import { Reactions } from './events/reactions.js';
import { Verifications } from './events/verifications.js';
import { KeptAnswers } from './graphql/kept/kept-answers.js';
import { Nodes } from './graphql/nodes.js';
import { SharedFieldsRegistry } from './graphql/sharing/shared-fields.js';
import { ThingNames } from './graphql/thing-names.js';
import { SearchResolver } from './search/search.resolver.js';
import { Searches } from './search/searches.js';
import type { Settings } from './settings/settings.js';
import { SETTINGS } from './settings/settings-token.js';

/** The address of the database that this process works with, embedded or not. */
export const DATABASE_ADDRESS = 'DATABASE_ADDRESS';

/** Of one process; PostgreSQL does well with few. */
const CONNECTIONS = 12;

/** What every feature may use: the database, the event log, the clock, the settings. */
@Global()
@Module({})
export class PlatformModule {
  static forRoot(settings: Settings, databaseUrl: string): DynamicModule {
    return {
      module: PlatformModule,
      imports: [
        TypeOrmModule.forRootAsync({
          useFactory: () => ({ type: 'postgres', retryAttempts: 0 }),
          dataSourceFactory: () => appDataSource(databaseUrl, CONNECTIONS, settings.databasePatience).initialize(),
        }),
      ],
      providers: [
        { provide: SETTINGS, useValue: settings },
        { provide: DATABASE_ADDRESS, useValue: databaseUrl },
        Clock,
        Database,
        EventLog,
        EventReader,
        EventTail,
        EventWakeups,
        FreshReads,
        KeptAnswers,
        Nodes,
        ReactionStep,
        Reactions,
        SearchResolver,
        Searches,
        SharedFieldsRegistry,
        ThingNames,
        Verifications,
      ],
      exports: [
        SETTINGS,
        DATABASE_ADDRESS,
        Clock,
        Database,
        EventLog,
        EventReader,
        EventTail,
        FreshReads,
        KeptAnswers,
        Nodes,
        ReactionStep,
        Reactions,
        Searches,
        SharedFieldsRegistry,
        ThingNames,
        Verifications,
      ],
    };
  }
}
