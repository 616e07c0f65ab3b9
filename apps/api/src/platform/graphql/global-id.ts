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
