import type { DecisionKind, DecisionWords } from '@chapterhouse/domain/decisions/decision-fields';
import type { DecisionState } from '@chapterhouse/domain/decisions/decision-state';
import type { DelegationLevel, DecisionSide, AskKind } from '@chapterhouse/domain/decisions/delegation-levels';
import type { Role, ScopeKind } from '@chapterhouse/domain/organization/role';

/** Positions in the story's own lists; moments as ISO text, days as `YYYY-MM-DD`. */
export interface DemoPlace {
  kind: ScopeKind;
  at: number;
}

/** A cell of a board; the decision area by its name. */
export interface DemoCell {
  decisionArea: string;
  level: DelegationLevel;
  /** Null: the teams. */
  role: Role | null;
  vetoHours: number;
  answerHours: number;
}

/** A board as it was saved once. */
export interface DemoBoard {
  scope: DemoPlace;
  number: number;
  cells: readonly DemoCell[];
  savedBy: number;
  savedAt: string;
  note: string;
}

export interface DemoAsk {
  kind: AskKind;
  side: DecisionSide;
  answer: { kind: 'CONSENTED' | 'OBJECTED' | 'ADVISED'; words: string; by: number; at: string } | null;
}

export interface DemoDecision {
  title: string;
  kind: DecisionKind;
  state: DecisionState;
  scope: DemoPlace;
  decisionArea: string | null;
  words: DecisionWords;
  /** By which it is made, with the scope whose board said so. */
  delegation: { cell: DemoCell; scope: DemoPlace } | null;
  proposedBy: number;
  proposedAt: string;
  decidedBy: number | null;
  decidedAt: string | null;
  veto: { by: number; at: string; reason: string } | null;
  /** Position of the one that replaced it. */
  supersededBy: number | null;
  supersedes: number[];
  endedAt: string | null;
  endedBy: number | null;
  revertReason: string;
  closeReason: string;
  revisitOn: string | null;
  amendment: { text: string; by: number; at: string } | null;
  consulted: number[];
  asks: DemoAsk[];
  impediments: number[];
  teams: number[];
}
