import type { Role, ScopeKind } from '@chapterhouse/domain/organization/role';
import type { HeldAssignmentFragment, PersonPageQuery } from '../../../generated/graphql';

export type Named = { id: string; name: string };
export type ScopeRef = Named & { kind: ScopeKind };
export type EditablePlace = Named & { purpose: string; archivedOn: string | null; version: number };
export type EditablePerson = Pick<PersonPageQuery['person'], 'id' | 'name' | 'email' | 'version'>;

/** Every question that the organization's screens ask above themselves. */
export type DialogRequest =
  | { ask: 'settings' }
  | { ask: 'create-product' }
  | { ask: 'create-area'; product: Named }
  | { ask: 'create-team'; area: Named }
  | { ask: 'edit-product'; product: Named & { version: number } }
  | { ask: 'edit-place'; kind: 'AREA' | 'TEAM'; place: EditablePlace }
  | { ask: 'archive'; kind: 'AREA' | 'TEAM'; place: EditablePlace }
  | { ask: 'move-team'; team: Named & { version: number }; area: Named }
  | { ask: 'scope-roles'; scope: ScopeRef; viewerCan: readonly string[] }
  | { ask: 'assign-role'; scope?: ScopeRef; person?: Named; role?: Role }
  | { ask: 'hand-over'; assignment: HeldAssignmentFragment; to?: Named; on?: string }
  | { ask: 'end-role'; assignment: HeldAssignmentFragment }
  | { ask: 'add-person' }
  | { ask: 'edit-person'; person: EditablePerson }
  | { ask: 'deactivate-person'; person: EditablePerson & { hasAccount: boolean }; roles: number }
  | { ask: 'invite'; person: EditablePerson }
  | { ask: 'absence'; person: Named };
