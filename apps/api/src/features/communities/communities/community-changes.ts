import { refusePlatform } from '@chapterhouse/domain/refusal';
import { Inject, Injectable } from '@nestjs/common';
import type { Viewer } from '../../../platform/auth/viewer.js';
import { Database } from '../../../platform/database/database.js';
import type { StoredEvent } from '../../../platform/events/event-reader.js';
import { LiveEvents } from '../../../platform/realtime/live-events.js';
import { eachSubjectChange } from '../../../platform/realtime/subject-change.js';
import type { CommunityChange } from './community-changes.resolver.js';

/** What to listen to; nothing: everything of all communities. Ids are the database's. */
export interface Listened {
  communityId: string | null;
  artifactId: string | null;
}

/** What happens in communities, from a cursor on: first what was missed, then live, without gap or double. */
@Injectable()
export class CommunityEvents {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(LiveEvents) private readonly live: LiveEvents,
  ) {}

  /**
   * @param after a cursor of an earlier change; without one only what is new is told
   * @throws NOT_FOUND for a community or artifact of nobody here
   */
  async follow(
    { organizationId }: Viewer,
    listened: Listened,
    after: string | null | undefined,
  ): Promise<AsyncIterableIterator<CommunityChange>> {
    if (!(await this.isHere(organizationId, listened))) throw refusePlatform('NOT_FOUND', {});
    return this.live.follow(
      organizationId,
      after,
      eachSubjectChange((event) => isWanted(event, listened)),
    );
  }

  private isHere(organizationId: string, { communityId, artifactId }: Listened): Promise<boolean> {
    return this.database.transaction({ organizationId }, async (tx) => {
      const found = await tx.one<{ here: boolean }>(HERE, [organizationId, communityId, artifactId]);
      return found?.here === true;
    });
  }
}

const HERE = `
  select ($2::uuid is null or exists (select from communities where organization_id = $1 and id = $2))
     and ($3::uuid is null or exists (select from artifacts where organization_id = $1 and id = $3)) as here`;

/** Every event of communities says in which one it happened, and of which artifact. */
function isWanted({ payload }: StoredEvent, { communityId, artifactId }: Listened): boolean {
  if (!('communityId' in payload)) return false;
  if (communityId !== null && payload.communityId !== communityId) return false;
  return artifactId === null || ('artifactId' in payload && payload.artifactId === artifactId);
}
