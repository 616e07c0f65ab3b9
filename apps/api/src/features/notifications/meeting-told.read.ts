import { tellsInvited, toldOfMeeting } from '@chapterhouse/domain/notifications/meeting-inbox-rules';
import type { Told } from '@chapterhouse/domain/notifications/inbox-rules';
import { isLocalDateTime } from '@chapterhouse/domain/cadences/wall-clock';
import { Inject, Injectable } from '@nestjs/common';
import type { Tx } from '../../platform/database/tx.js';
import type { StoredEvent } from '../../platform/events/event-reader.js';
import { ConcernedRead, keyOfRef, type OccurrenceRef, OccurrencesRead } from '../cadences/public.js';

/** Of the last two, what is told names a date. */
const SUBJECTS: readonly string[] = ['ActionItem', 'TriageSession', 'Cadence', 'Occurrence'];

/** Whether an event is about a meeting, what was promised there, or a triage session. */
export function isOfMeetings({ subjectType }: Pick<StoredEvent, 'subjectType'>): boolean {
  return SUBJECTS.includes(subjectType);
}

/** Who is told of what happens to meetings. */
@Injectable()
export class MeetingToldRead {
  constructor(
    @Inject(OccurrencesRead) private readonly occurrences: OccurrencesRead,
    @Inject(ConcernedRead) private readonly concerned: ConcernedRead,
  ) {}

  /** Whether a message would reach them or not. */
  async of(tx: Tx, event: StoredEvent, named: { asked: string[]; told: string[] }): Promise<Told[]> {
    const { name, actorId } = event;
    const invited = tellsInvited(name) ? await this.invited(tx, event) : [];
    return toldOfMeeting({ name, actorId, ...named, invited });
  }

  /** To the date of the event, or to facilitate it; nobody cares for changes of what is over. */
  private async invited(tx: Tx, event: StoredEvent): Promise<string[]> {
    const ref = dateOf(event);
    const date = ref && (await this.occurrences.byRef(tx, ref));
    if (!ref || !date || date.startsAt < Date.parse(event.at)) return [];
    return (await this.concerned.of(tx, [date])).get(keyOfRef(ref)) ?? [];
  }
}

/** The date that an event is about; null for others. */
export function dateOf({ subjectType, payload }: StoredEvent): OccurrenceRef | null {
  if (subjectType !== 'Occurrence' && subjectType !== 'Cadence') return null;
  const cadenceId = 'cadenceId' in payload ? payload.cadenceId : null;
  const originalStart = 'originalStart' in payload ? payload.originalStart : null;
  const isDate = typeof cadenceId === 'string' && typeof originalStart === 'string' && isLocalDateTime(originalStart);
  return isDate ? { cadenceId, originalStart } : null;
}
