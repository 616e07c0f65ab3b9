import type { FieldChange } from '../event-payload.js';
import type { Role, RoleKind } from '../organization/role.js';
import type { PlaceKind } from './organization-file.js';

/** What has to be written so that the organization is as the plan says; ids of new things are chosen already. */
export interface OrganizationWrites {
  places: PlaceWrite[];
  people: PersonWrite[];
  roles: RoleWrite[];
  absences: AbsenceWrite[];
}

export interface PlaceWrite {
  effect: 'create' | 'update';
  kind: PlaceKind;
  id: string;
  name: string;
  purpose: string;
  parentId: string | null;
  archivedOn: string | null;
  /** As it was read; a newer one in the database refuses the write. 0 for what is created. */
  version: number;
  changes: FieldChange[];
}

export interface PersonWrite {
  effect: 'create' | 'update';
  id: string;
  name: string;
  email: string | null;
  version: number;
  changes: FieldChange[];
}

/** Written in this order: withdraw, end, change, assign; so no two primaries ever overlap on the way. */
export interface RoleWrite {
  effect: 'withdraw' | 'end' | 'change' | 'assign';
  id: string;
  personId: string;
  role: Role;
  kind: RoleKind;
  scope: { kind: PlaceKind | 'organization'; id: string };
  startsOn: string | null;
  endsBefore: string | null;
  sharePercent: number | null;
  version: number;
  changes: FieldChange[];
}

export interface AbsenceWrite {
  effect: 'record' | 'change';
  id: string;
  personId: string;
  startsOn: string;
  endsBefore: string;
  note: string;
  version: number;
}

/** What a planner needs and must not make up itself. */
export interface PlanTools {
  newId(): string;
  /** The same text for the same content, whatever the order of its fields. */
  fingerprint(content: unknown): string;
}
