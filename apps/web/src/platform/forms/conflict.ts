import type { ShownRefusal } from '../refusals/shown-refusal';

export type Conflict = {
  /** To send again with: saves over what is there now. */
  version: number;
  current: Record<string, unknown>;
};

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;

/** What somebody else saved first, when that is why the server said no. */
export function conflictOf(refusal: ShownRefusal | null): Conflict | null {
  if (refusal?.code !== 'CONFLICT') return null;
  const { currentVersion, current } = refusal.details;
  if (typeof currentVersion !== 'number') return null;
  return { version: currentVersion, current: isRecord(current) ? current : {} };
}

/** A field of the present state as text; empty when the server did not say. */
export function textOf(conflict: Conflict, field: string): string {
  const value = conflict.current[field];
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}
