import type { Role, RoleKind } from '../organization/role.js';
import type { PlaceKind } from './organization-file.js';

/** The organization as it is, loaded in the import's own transaction. */
export interface PresentOrganization {
  places: PresentPlace[];
  people: PresentPerson[];
  assignments: PresentAssignment[];
  absences: PresentAbsence[];
  identities: IdentityBook;
}

export interface PresentPlace {
  kind: PlaceKind;
  id: string;
  name: string;
  purpose: string;
  parentId: string | null;
  archivedOn: string | null;
  version: number;
}

export interface PresentPerson {
  id: string;
  name: string;
  email: string | null;
  /** Has left: gets no more roles. */
  isDeactivated: boolean;
  version: number;
}

export interface PresentAssignment {
  id: string;
  personId: string;
  role: Role;
  kind: RoleKind;
  /** A place's id, or the organization's own. */
  scopeId: string;
  startsOn: string | null;
  endsBefore: string | null;
  sharePercent: number | null;
  version: number;
}

export interface PresentAbsence {
  id: string;
  personId: string;
  startsOn: string;
  endsBefore: string;
  version: number;
}

/** Who a thing of a file is here, and the fingerprint of what the file said of it last time. */
export interface Identity {
  source: string;
  kind: string;
  key: string;
  entityId: string;
  contentHash: string;
}

/** Looks up and collects identities; what is put is what the import has to store. */
export class IdentityBook {
  private readonly known = new Map<string, Identity>();
  private readonly entities = new Set<string>();
  readonly changed: Identity[] = [];

  constructor(stored: Iterable<Identity> = []) {
    for (const identity of stored) this.remember(identity);
  }

  find(source: string, kind: string, key: string): Identity | undefined {
    return this.known.get(nameOf(source, kind, key));
  }

  put(identity: Identity): void {
    const old = this.find(identity.source, identity.kind, identity.key);
    if (old?.entityId === identity.entityId && old.contentHash === identity.contentHash) return;
    this.remember(identity);
    this.changed.push(identity);
  }

  /** Whether some file knows the thing. */
  hasEntity(entityId: string): boolean {
    return this.entities.has(entityId);
  }

  of(source: string, kind: string): Identity[] {
    return [...this.known.values()].filter((identity) => identity.source === source && identity.kind === kind);
  }

  private remember(identity: Identity): void {
    this.known.set(nameOf(identity.source, identity.kind, identity.key), identity);
    this.entities.add(identity.entityId);
  }
}

function nameOf(source: string, kind: string, key: string): string {
  return JSON.stringify([source, kind, key]);
}
