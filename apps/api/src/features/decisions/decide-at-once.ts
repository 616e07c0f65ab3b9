import { Inject, Injectable } from '@nestjs/common';
import type { Viewer } from '../../platform/auth/viewer.js';
import type { Tx } from '../../platform/database/tx.js';
import { AcceptDecision } from './accept-decision.js';
import { DecisionObjects } from './decision-objects.js';
import type { Decision } from './decisions.graphql.js';
import { type Proposal, ProposeDecision } from './propose-decision.js';

/** Something is done and decided in the same moment: proposed and accepted by who does it, or neither. */
@Injectable()
export class DecideAtOnce {
  constructor(
    @Inject(ProposeDecision) private readonly proposals: ProposeDecision,
    @Inject(AcceptDecision) private readonly acceptances: AcceptDecision,
    @Inject(DecisionObjects) private readonly objects: DecisionObjects,
  ) {}

  /**
   * In the transaction of what is decided. Everybody else who proposes something in this organization waits from here until
   * the commit: call it late.
   * @throws NOT_DELEGATED where somebody else decides this, DECISION_WAITS, INVALID_INPUT
   */
  async decide(tx: Tx, viewer: Viewer, proposal: Proposal): Promise<Decision> {
    const { id } = await this.proposals.proposeIn(tx, viewer, proposal);
    return this.objects.one(tx, viewer, await this.acceptances.acceptIn(tx, viewer, id));
  }
}
