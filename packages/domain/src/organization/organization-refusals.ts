import { refuserOf } from '../refusal.js';
import type { Role, ScopeKind } from './role.js';

/** Codes of this feature. Days are YYYY-MM-DD, `until` exclusive; null has no end on that side. */
export interface OrganizationRefusals {
  /** Somebody else is the primary holder in (part of) these days. */
  PRIMARY_TAKEN: { scopeId: string; role: Role; holderName: string; from: string | null; until: string | null };
  /** The same person has the same role there already in (part of) these days. */
  ROLE_HELD_ALREADY: { scopeId: string; role: Role; from: string | null; until: string | null };
  ROLE_NOT_FOR_SCOPE: { role: Role; scope: ScopeKind; allowed: readonly ScopeKind[] };
  LAST_ADMINISTRATOR: Record<never, never>;
  /** `field`: which input field names it, where that is not plain. */
  NAME_TAKEN: { name: string; field?: string };
  PERSON_DEACTIVATED: { name: string };
  ACCOUNT_EXISTS: { name: string };
  /** An area with teams, or a team with people, cannot be archived; `by` names what is still there. */
  STILL_IN_USE: { by: string[] };
  /** Unknown, expired, used, revoked or meant for another e-mail: indistinguishable on purpose. */
  INVITATION_UNUSABLE: Record<never, never>;
  /** Unknown e-mail or wrong password: indistinguishable on purpose. */
  WRONG_CREDENTIALS: Record<never, never>;
  WEAK_PASSWORD: { problems: string[] };
  NOT_FIRST_RUN: Record<never, never>;
  /** Demo personas exist only in the embedded trial on loopback. */
  DEMO_CLOSED: Record<never, never>;
}

export const refuseOrganization = refuserOf<OrganizationRefusals>();
