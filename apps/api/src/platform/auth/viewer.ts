import type { Actor } from '@chapterhouse/domain/actor';
import type { TxScope } from '../database/tx.js';

/** The signed-in person behind a request, with today's roles, as loaded from the database for this request. */
export interface Viewer {
  actor: Actor;
  personId: string;
  organizationId: string;
  sessionId: string;
  requestId: string;
  now: Date;
  /** Today in the organization's time zone, `YYYY-MM-DD`. */
  today: string;
  timeZone: string;
}

/** The scope of a transaction in which this viewer acts. */
export function scopeOf(viewer: Viewer, cause?: string): TxScope {
  return { organizationId: viewer.organizationId, actorId: viewer.personId, requestId: viewer.requestId, cause };
}
