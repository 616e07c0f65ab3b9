import type { FieldChange } from '@chapterhouse/domain/event-payload';
import { organizationProblems, type OrganizationInput } from '@chapterhouse/domain/organization/organization-fields';
import {
  can,
  type OrganizationAction,
  type OrganizationFacts,
} from '@chapterhouse/domain/organization/organization-policy';
import { refusePlatform, type FieldProblem } from '@chapterhouse/domain/refusal';
import type { Viewer } from '../../platform/auth/viewer.js';

/** @throws FORBIDDEN with who could */
export function demand(viewer: Viewer, action: OrganizationAction, facts: OrganizationFacts = {}): void {
  const verdict = can(viewer.actor, action, facts);
  if (!verdict.allowed) throw refusePlatform('FORBIDDEN', { action, reason: verdict.reason });
}

/** @throws NOT_FOUND, the same for what another organization has as for what nobody has */
export function found<T>(row: T | undefined): T {
  if (row === undefined) throw refusePlatform('NOT_FOUND', {});
  return row;
}

/** @throws CONFLICT with the thing as it is now, when somebody saved since the viewer looked */
export function demandVersion(version: number, row: { version: number }, current: () => object): void {
  if (row.version !== version) {
    throw refusePlatform('CONFLICT', { currentVersion: row.version, current: current() });
  }
}

/** Years that PostgreSQL, calendars and people agree upon. */
const FIRST_DAY = '1900-01-01';
const LAST_DAY = '2199-12-31';

/** @throws INVALID_INPUT that names each field and its remedy */
export function checkInput(input: OrganizationInput, ...others: FieldProblem[]): void {
  const fields = [
    ...organizationProblems(input),
    ...dayProblems('archivedOn', input.archivedOn),
    ...dayProblems('startsOn', input.startsOn),
    ...dayProblems('endsBefore', input.endsBefore),
    ...(input.holidays ?? []).flatMap((day) => dayProblems('holidays', day)).slice(0, 1),
    ...others,
  ];
  if (fields.length > 0) throw refusePlatform('INVALID_INPUT', { fields });
}

export function dayProblems(field: string, day: string | null | undefined): FieldProblem[] {
  if (!day || (day >= FIRST_DAY && day <= LAST_DAY)) return [];
  return [{ field, problem: 'Give a day between 1900 and 2199.' }];
}

/** What an edit changes, for the event log; each field as [before, after]. */
export function changesOf(fields: Record<string, readonly [Shown, Shown]>): FieldChange[] {
  return Object.entries(fields)
    .map(([field, [before, after]]) => ({ field, from: shown(before), to: shown(after) }))
    .filter(({ from, to }) => from !== to);
}

type Shown = string | number | readonly (string | number)[] | null;

function shown(value: Shown): string | null {
  if (value === null || value === '') return null;
  return typeof value === 'object' ? value.join(', ') : String(value);
}
