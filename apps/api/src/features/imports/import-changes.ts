import { can } from '@chapterhouse/domain/organization/organization-policy';
import { Inject, Injectable } from '@nestjs/common';
import { scopeOf, type Viewer } from '../../platform/auth/viewer.js';
import { Database } from '../../platform/database/database.js';
import { globalId } from '../../platform/graphql/global-id.js';
import { eachEvent, LiveEvents } from '../../platform/realtime/live-events.js';
import { type Import, type ImportChangeNotice, importObject } from './imports.graphql.js';
import { ImportsRepository } from './imports.repository.js';

/** What happens to one import. Its steps are no events: a client asks for `progressDone` as often as it shows it. */
@Injectable()
export class ImportChanges {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(ImportsRepository) private readonly imports: ImportsRepository,
    @Inject(LiveEvents) private readonly live: LiveEvents,
  ) {}

  /** Undefined when there is none that the viewer may see. */
  async find(viewer: Viewer, id: string): Promise<Import | undefined> {
    if (!can(viewer.actor, 'import:view').allowed) return undefined;
    const row = await this.database.transaction(scopeOf(viewer), (tx) => this.imports.byId(tx, id));
    return row && importObject(row);
  }

  follow(
    viewer: Viewer,
    id: string,
    after: string | null | undefined,
  ): Promise<AsyncIterableIterator<ImportChangeNotice>> {
    return this.live.follow(
      viewer.organizationId,
      after,
      eachEvent<ImportChangeNotice>({
        wanted: (event) => event.subjectType === 'Import' && event.subjectId === id,
        tell: async ({ subjectVersion }, cursor) => {
          const found = (await this.find(viewer, id)) ?? null;
          const version = found?.version ?? subjectVersion;
          return { cursor, resync: false, id: globalId('Import', id), version, import: found };
        },
        resync: (cursor) => ({ cursor, resync: true, id: null, version: null, import: null }),
      }),
    );
  }
}
