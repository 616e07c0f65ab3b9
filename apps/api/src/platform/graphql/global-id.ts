import { refusePlatform } from '@chapterhouse/domain/refusal';

const FORM = /^([A-Z][A-Za-z]{1,40})_([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})$/;

/** The id that clients see: opaque to them, unique over all types. */
export function globalId(type: string, id: string): string {
  return `${type}_${id}`;
}

/** The id inside. @throws NOT_FOUND for anything that is not an id of this type, the same as for an id that nobody has. */
export function readId(type: string, id: string): string {
  const parts = splitId(id);
  if (parts?.type !== type) throw refusePlatform('NOT_FOUND', {});
  return parts.id;
}

export function readIds(type: string, ids: readonly string[]): string[] {
  return ids.map((id) => readId(type, id));
}

export function splitId(id: string): { type: string; id: string } | undefined {
  const match = FORM.exec(id);
  return match?.[1] && match[2] ? { type: match[1], id: match[2] } : undefined;
}

const DATED =
  /^([A-Z][A-Za-z]{1,40})_([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})_(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)$/;

/** The id of one date of something that has many: no row need exist. @param at wall-clock time, 2026-03-01T09:30 */
export function datedId(type: string, id: string, at: string): string {
  return `${globalId(type, id)}_${at.replace(/[-:]/g, '')}`;
}

/** Whether there is such a time is the caller's to look at. */
export function splitDatedId(id: string): { type: string; id: string; at: string } | undefined {
  const [, type, inner, year, month, day, hour, minute] = DATED.exec(id) ?? [];
  if (type === undefined || inner === undefined) return undefined;
  return { type, id: inner, at: `${year}-${month}-${day}T${hour}:${minute}` };
}
