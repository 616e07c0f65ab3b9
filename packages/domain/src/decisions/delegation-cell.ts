import type { Role, ScopeKind } from '../organization/role.js';
import type { DelegationLevel } from './delegation-levels.js';

/** Whom a cell trusts: everybody in the teams of the scope, the holder of a role, one person. */
export const DELEGATE_KINDS = ['TEAM', 'ROLE', 'PERSON'] as const;
export type DelegateKind = (typeof DELEGATE_KINDS)[number];

export type Delegate =
  | { kind: 'TEAM'; role: null; personId: null }
  | { kind: 'ROLE'; role: Role; personId: null }
  | { kind: 'PERSON'; role: null; personId: string };

/** A place where decisions are made; ids as in the database. */
export interface DecisionScope {
  kind: ScopeKind;
  id: string;
}

/** What a cell agrees on, whatever the decision area. */
export interface DelegationTerms {
  level: DelegationLevel;
  delegate: Delegate;
  /** Working hours of the veto; 0: none. */
  vetoHours: number;
  /** Working hours in which advice and consent are due. */
  answerHours: number;
}

/** One cell of a board as it is kept. */
export interface DelegationCell extends DelegationTerms {
  decisionAreaId: string;
}

/** As it was when the decision was proposed; kept with the decision, the people are looked up when somebody acts. */
export interface FrozenDelegation extends DelegationTerms {
  /** The scope whose board said so: the decision's own or one above. */
  scope: DecisionScope;
}
