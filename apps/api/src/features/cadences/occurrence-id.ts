import type { LocalDateTime } from '@chapterhouse/domain/cadences/wall-clock';
import { isLocalDateTime } from '@chapterhouse/domain/cadences/wall-clock';
import { refusePlatform } from '@chapterhouse/domain/refusal';
import { datedId, splitDatedId } from '../../platform/graphql/global-id.js';

/** One date of a series: it stays the same when the date is moved. */
export interface OccurrenceRef {
  /** The database's. */
  cadenceId: string;
  originalStart: LocalDateTime;
}

/** What maps of dates are keyed by. */
export function keyOfRef({ cadenceId, originalStart }: OccurrenceRef): string {
  return `${cadenceId} ${originalStart}`;
}

/** The id that clients see. */
export function occurrenceIdOf({ cadenceId, originalStart }: OccurrenceRef): string {
  return datedId('Occurrence', cadenceId, originalStart);
}

/** @throws NOT_FOUND for anything that is no id of an occurrence */
export function readOccurrenceId(id: string): OccurrenceRef {
  const parts = splitDatedId(id);
  if (parts?.type !== 'Occurrence' || !isLocalDateTime(parts.at)) throw refusePlatform('NOT_FOUND', {});
  return { cadenceId: parts.id, originalStart: parts.at };
}

/** The reverse of `keyOfRef`. */
export function refOfKey(key: string): OccurrenceRef {
  const [cadenceId = '', originalStart = ''] = key.split(' ');
  return { cadenceId, originalStart };
}
