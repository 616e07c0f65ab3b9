import type { Role, RoleKind } from '../organization/role.js';

/** What a file says about an organization, whatever its format; `where` is `file:line`. */
export interface OrganizationFile {
  /** Whose names the keys of places and roles are: `sigs:kubernetes`, `organization-file`, `jira`. */
  source: string;
  /** YYYY-MM-DD: the day on which the file was true. */
  asOf: string;
  /** Parents before their children. */
  places: PlaceFact[];
  people: PersonFact[];
  roles: RoleFact[];
  absences: AbsenceEntry[];
  /** Keys of places and roles that begin so and are no longer listed have ended. */
  completeFor: string[];
}

export type PlaceKind = 'product' | 'area' | 'team';

export interface PlaceFact {
  kind: PlaceKind;
  key: string;
  name: string;
  /** Null: the file does not say; what is there stays. */
  purpose: string | null;
  /** The product of an area, the area of a team. */
  parentKey: string | null;
  where: string;
}

export interface PersonFact {
  /** Whose name the key is: `github`, `jira:user`. The identity is never the e-mail. */
  source: string;
  key: string;
  name: string;
  email: string | null;
  where: string;
}

export interface RoleFact {
  person: { source: string; key: string };
  /** Null: the organization itself. */
  place: { kind: PlaceKind; key: string } | null;
  role: Role;
  /**
   * OBSERVED: holds it on the file's day, since when is not known. PAST: held it once, before the file's day.
   * STATED: the file gives the dates.
   */
  certainty: 'OBSERVED' | 'PAST' | 'STATED';
  /** Null: the first listed is primary, the others backups, where the role has one primary holder. */
  kind: RoleKind | null;
  startsOn: string | null;
  endsBefore: string | null;
  sharePercent: number | null;
  where: string;
}

export interface AbsenceEntry {
  person: { source: string; key: string };
  startsOn: string;
  endsBefore: string;
  note: string;
  where: string;
}
