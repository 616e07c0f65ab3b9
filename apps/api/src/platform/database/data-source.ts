import pg, { type ClientBase, type Pool } from 'pg';
import { DataSource } from 'typeorm';
import type { PostgresDriver } from 'typeorm/driver/postgres/PostgresDriver.js';
import { Platform1763700000001 } from '../../../migrations/1763700000001-platform.js';
import { Organization1763700000002 } from '../../../migrations/1763700000002-organization.js';
import { Impediments1763700000003 } from '../../../migrations/1763700000003-impediments.js';
import { Imports1763700000004 } from '../../../migrations/1763700000004-imports.js';
import { Jobs1763700000005 } from '../../../migrations/1763700000005-jobs.js';
import { ImpedimentUndoAndLabels1763700000006 } from '../../../migrations/1763700000006-impediment-undo-and-labels.js';
import { ImpedimentConversation1763700000007 } from '../../../migrations/1763700000007-impediment-conversation.js';
import { Images1763700000009 } from '../../../migrations/1763700000009-images.js';
import { Presence1763700000010 } from '../../../migrations/1763700000010-presence.js';
import { SourcesAndHolidays1763700000011 } from '../../../migrations/1763700000011-sources-and-holidays.js';
import { Sprints1763700000012 } from '../../../migrations/1763700000012-sprints.js';
import { ImpedimentTexts1763700000013 } from '../../../migrations/1763700000013-impediment-texts.js';
import { Clocks1763700000014 } from '../../../migrations/1763700000014-clocks.js';
import { Briefs1763700000015 } from '../../../migrations/1763700000015-briefs.js';
import { Decisions1763700000016 } from '../../../migrations/1763700000016-decisions.js';
import { DecisionNews1763700000017 } from '../../../migrations/1763700000017-decision-news.js';
import { DecisionImports1763700000018 } from '../../../migrations/1763700000018-decision-imports.js';
import { DecisionSearch1763700000019 } from '../../../migrations/1763700000019-decision-search.js';
import { Priorities1763700000020 } from '../../../migrations/1763700000020-priorities.js';
import { DependencyNews1763700000022 } from '../../../migrations/1763700000022-dependency-news.js';
import { OrderMoveAreas1763700000024 } from '../../../migrations/1763700000024-order-move-areas.js';
import { Cadences1763700000025 } from '../../../migrations/1763700000025-cadences.js';
import { RotasAndActions1763700000026 } from '../../../migrations/1763700000026-rotas-and-actions.js';
import { Chapters1763700000027 } from '../../../migrations/1763700000027-chapters.js';
import { CalendarFeeds1763700000028 } from '../../../migrations/1763700000028-calendar-feeds.js';
import { Communities1763700000030 } from '../../../migrations/1763700000030-communities.js';
import { Artifacts1763700000031 } from '../../../migrations/1763700000031-artifacts.js';
import { UseOfArtifacts1763700000032 } from '../../../migrations/1763700000032-use-of-artifacts.js';
import { PlaybookImports1763700000033 } from '../../../migrations/1763700000033-playbook-imports.js';
import { CommunityTexts1763700000034 } from '../../../migrations/1763700000034-community-texts.js';
import { ForgottenWalks1763700000035 } from '../../../migrations/1763700000035-forgotten-walks.js';
import { TextsOfUse1763700000036 } from '../../../migrations/1763700000036-texts-of-use.js';
import { MendedReviews1763700000037 } from '../../../migrations/1763700000037-mended-reviews.js';
import { FoldersOfCommunities1763700000046 } from '../../../migrations/1763700000046-folders-of-communities.js';
import { IdeaVotes1763700000048 } from '../../../migrations/1763700000048-idea-votes.js';
import { Inbox1763700000008 } from '../../../migrations/1763700000008-inbox.js';

export const MIGRATIONS = [
  Platform1763700000001,
  Organization1763700000002,
  Impediments1763700000003,
  Imports1763700000004,
  Jobs1763700000005,
  ImpedimentUndoAndLabels1763700000006,
  ImpedimentConversation1763700000007,
  Inbox1763700000008,
  Images1763700000009,
  Presence1763700000010,
  SourcesAndHolidays1763700000011,
  Sprints1763700000012,
  ImpedimentTexts1763700000013,
  Clocks1763700000014,
  Briefs1763700000015,
  Decisions1763700000016,
  DecisionNews1763700000017,
  DecisionImports1763700000018,
  DecisionSearch1763700000019,
  Priorities1763700000020,
  DependencyNews1763700000022,
  OrderMoveAreas1763700000024,
  Cadences1763700000025,
  RotasAndActions1763700000026,
  Chapters1763700000027,
  CalendarFeeds1763700000028,
  Communities1763700000030,
  Artifacts1763700000031,
  UseOfArtifacts1763700000032,
  PlaybookImports1763700000033,
  CommunityTexts1763700000034,
  ForgottenWalks1763700000035,
  TextsOfUse1763700000036,
  MendedReviews1763700000037,
  FoldersOfCommunities1763700000046,
  IdeaVotes1763700000048,
];

const DATE = 1082;
const TIMESTAMP = 1114;
const TIMESTAMPTZ = 1184;
const INT8 = 20;
// Rows are plain JSON values from the start: no Date objects that serialise differently the second time.
pg.types.setTypeParser(DATE, (text) => text);
pg.types.setTypeParser(TIMESTAMPTZ, isoOf);
// Wall-clock times, to the minute: 2026-03-01T09:30.
pg.types.setTypeParser(TIMESTAMP, (text) => text.slice(0, 16).replace(' ', 'T'));
pg.types.setTypeParser(INT8, (text) => Number(text));

/** PostgreSQL's `2026-03-01 08:00:00.5+00` as `2026-03-01T08:00:00.500Z`. Boards carry thousands: no Date is built. */
export function isoOf(text: string): string {
  const match = /^(\d{4}-\d\d-\d\d) (\d\d:\d\d:\d\d)(?:\.(\d+))?\+00$/u.exec(text);
  if (!match) return new Date(text).toISOString();
  return `${match[1]}T${match[2]}.${(match[3] ?? '').slice(0, 3).padEnd(3, '0')}Z`;
}

/** Limits of every connection of the app, in milliseconds; `role` gives up ownership and superuser rights. */
const appOptions = (patience: number): string =>
  [
    '-c role=chapterhouse_app',
    `-c statement_timeout=${patience}`,
    `-c lock_timeout=${(patience * 2) / 5}`,
    `-c idle_in_transaction_session_timeout=${2 * patience}`,
    '-c timezone=UTC',
  ].join(' ');

/**
 * The connection that the app works with: never owner nor superuser, whatever the address says.
 * @param patience how long a statement may take, in milliseconds
 */
export function appDataSource(url: string, poolSize: number, patience: number): DataSource {
  return new DataSource({
    type: 'postgres',
    url,
    entities: [],
    poolSize,
    applicationName: 'chapterhouse',
    connectTimeoutMS: (patience * 2) / 5,
    extra: {
      options: appOptions(patience),
      connectionTimeoutMillis: (patience * 2) / 5,
      idleTimeoutMillis: 30_000,
      query_timeout: (patience * 8) / 5,
      // Without a listener a connection that ends between two statements would end this process; the next statement fails
      // by itself. Here, for TypeORM opens the first connection before anybody can listen to the pool.
      onConnect: (client: ClientBase) => {
        client.on('error', () => undefined);
      },
    },
  });
}

/** The connection that migrates: the owner of the tables. */
export function ownerDataSource(url: string): DataSource {
  return new DataSource({
    type: 'postgres',
    url,
    entities: [],
    migrations: MIGRATIONS,
    migrationsTableName: 'migrations',
    poolSize: 2,
    applicationName: 'chapterhouse-migrate',
  });
}

/** TypeORM's own pool: one pool per process, whoever asks. */
export function poolOf(dataSource: DataSource): Pool {
  const driver = dataSource.driver as PostgresDriver;
  return driver.master as Pool;
}
