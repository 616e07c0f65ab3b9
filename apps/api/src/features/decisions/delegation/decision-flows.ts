import type { DecisionScope, FrozenDelegation } from '@chapterhouse/domain/decisions/delegation-cell';
import type { DelegationLevel } from '@chapterhouse/domain/decisions/delegation-levels';
import type { Viewer } from '../../../platform/auth/viewer.js';
import type { Tx } from '../../../platform/database/tx.js';

/** A decision as far as its flow depends on it; ids and moments as in the database. */
export interface FlowSubject {
  id: string;
  scope: DecisionScope;
  /** As frozen when it was proposed; null: nobody delegated it. */
  delegation: FrozenDelegation | null;
  rationale: string;
  proposedBy: string | null;
  /** ISO text; null unless accepted with a veto. */
  vetoEndsAt: string | null;
}

/** How a decision is made, with the people as of now; ids as in the database. */
export interface Flow {
  level: DelegationLevel;
  /** Those who answer now, stand-ins included; `words` say who that is, also when it is nobody. */
  mayAccept: { personIds: string[]; words: string };
  /** Who may veto while `vetoEndsAt` lies ahead; empty where the level has none. */
  mayVetoIds: string[];
  /** Who is told once it is accepted. */
  tells: string[];
  vetoHours: number;
  /** What stands between it and being accepted, in sentences; empty: nothing. */
  waitsFor: string[];
}

/** Whom an event asks and tells, for its payload: `asked` and `told`. */
export interface Asked {
  asked: string[];
}

/** What follows from accepting. */
export interface Acceptance {
  /** ISO text; null where there is no veto. */
  vetoEndsAt: string | null;
  told: string[];
}

/**
 * What the delegation says about a decision. Everything runs in the transaction of the change, which holds the decision's
 * lock: answers of asks take the same one.
 */
export abstract class DecisionFlows {
  /** What counts for a decision that is proposed in this scope now, or moved there: the nearest cell; null: none. */
  abstract freeze(tx: Tx, scope: DecisionScope, decisionAreaId: string | null): Promise<FrozenDelegation | null>;

  /**
   * Asks for what the level needs, after the row is inserted, and again after scope or decision area were edited: earlier
   * asks are gone then. The proposer's own side has consented.
   */
  abstract begin(tx: Tx, viewer: Viewer, subject: FlowSubject): Promise<Asked>;

  /** After other words of a proposed one were edited: who consented to the words of before is asked again. */
  abstract edited(tx: Tx, viewer: Viewer, subject: FlowSubject): Promise<Asked>;

  abstract flowOf(tx: Tx, viewer: Viewer, subject: FlowSubject): Promise<Flow>;

  /** By the decision's id, the same number of statements for any number of them. */
  abstract flowsOf(tx: Tx, viewer: Viewer, subjects: readonly FlowSubject[]): Promise<Map<string, Flow>>;

  /**
   * Whether the viewer may accept it now; to be asked before its state changes.
   * @param subject with the rationale that it is accepted with
   * @param otherWords whether what is accepted differs in outcome or chosen option from what was proposed
   * @throws NOT_DELEGATED, DECISION_WAITS
   */
  abstract accept(tx: Tx, viewer: Viewer, subject: FlowSubject, otherWords: boolean): Promise<Acceptance>;

  /** Whoever may accept may reject. @throws NOT_DELEGATED */
  abstract reject(tx: Tx, viewer: Viewer, subject: FlowSubject): Promise<void>;
}
