import { isLocalDateTime } from '@chapterhouse/domain/cadences/wall-clock';
import { Inject, Injectable } from '@nestjs/common';
import type { Viewer } from '../../platform/auth/viewer.js';
import { writeCursor } from '../../platform/events/event-cursor.js';
import type { StoredEvent } from '../../platform/events/event-reader.js';
import { globalId } from '../../platform/graphql/global-id.js';
import { LiveEvents } from '../../platform/realtime/live-events.js';
import { subjectChangeAfterGap } from '../../platform/realtime/subject-change.js';
import type { CadenceChange } from './cadence-changes.resolver.js';
import { occurrenceIdOf } from './occurrence-id.js';

/** Whose events are told: series, their dates, whose turn it is and what was promised. */
const TOLD = new Set(['Cadence', 'Occurrence', 'Rota', 'ActionItem']);

/** What happens to meetings, from a cursor on: first what was missed, then live, without gap or double. */
@Injectable()
export class CadenceChanges {
  constructor(@Inject(LiveEvents) private readonly live: LiveEvents) {}

  /** @param after a cursor of an earlier change; without one only what is new is told */
  follow({ organizationId }: Viewer, after: string | null | undefined): Promise<AsyncIterableIterator<CadenceChange>> {
    return this.live.follow<CadenceChange>(organizationId, after, {
      wanted: ({ subjectType }) => TOLD.has(subjectType),
      tell: ({ events }) => events.map(changeOf),
      resync: subjectChangeAfterGap,
    });
  }
}

function changeOf(event: StoredEvent): CadenceChange {
  const { cursor, name, subjectVersion } = event;
  return { cursor: writeCursor(cursor), resync: false, event: name, id: idOf(event), version: subjectVersion };
}

/** Dates are known by their series and original start, not by their row. */
function idOf({ subjectType, subjectId, payload }: StoredEvent): string {
  if (subjectType !== 'Occurrence') return globalId(subjectType, subjectId);
  const cadenceId = 'cadenceId' in payload ? String(payload.cadenceId) : '';
  const originalStart = 'originalStart' in payload ? String(payload.originalStart) : '';
  return isLocalDateTime(originalStart) ? occurrenceIdOf({ cadenceId, originalStart }) : globalId('Cadence', cadenceId);
}
