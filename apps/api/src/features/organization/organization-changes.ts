import { Inject, Injectable } from '@nestjs/common';
import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import type { Viewer } from '../../platform/auth/viewer.js';
import { globalId } from '../../platform/graphql/global-id.js';
import { LiveEvents } from '../../platform/realtime/live-events.js';

@ObjectType({ description: 'After a gap: `resync` true and nothing else of use; load afresh.' })
export class OrganizationChange {
  @Field(() => String) cursor: string;
  @Field(() => Boolean) resync: boolean;
  @Field(() => String, { nullable: true }) event: string | null;
  @Field(() => ID, { nullable: true }) id: string | null;
  @Field(() => Int, { nullable: true }) version: number | null;
}

/** Whose changes the organization's screens show. */
const SUBJECTS = new Set(['Organization', 'Product', 'Area', 'Team', 'Person', 'RoleAssignment', 'Absence']);

/** What happens to structure, people, roles and absences. Everybody of the organization may hear it. */
@Injectable()
export class OrganizationChanges {
  constructor(@Inject(LiveEvents) private readonly live: LiveEvents) {}

  /** @param after a cursor of an earlier change; without one only what is new is told */
  follow(viewer: Viewer, after: string | null | undefined): AsyncIterableIterator<OrganizationChange> {
    return this.live.follow(viewer.organizationId, after, {
      wanted: (event) => SUBJECTS.has(event.subjectType),
      tell: async (events) =>
        events.map(({ cursor, event }) => ({
          cursor,
          resync: false,
          event: event.name,
          id: globalId(event.subjectType, event.subjectId),
          version: event.subjectVersion,
        })),
      resync: (cursor) => ({ cursor, resync: true, event: null, id: null, version: null }),
    });
  }
}
