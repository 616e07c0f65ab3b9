import { filled, problemsOf } from '@chapterhouse/domain/field-checks';
import { DECISION_STATE_TITLES, isVetoOpen, nextDecisionState } from '@chapterhouse/domain/decisions/decision-state';
import { VETO_REASON_LIMIT } from '@chapterhouse/domain/decisions/delegation-fields';
import { refuseDelegation } from '@chapterhouse/domain/decisions/delegation-refusals';
import { refusePlatform } from '@chapterhouse/domain/refusal';
import { Inject, Injectable } from '@nestjs/common';
import { typedText } from '../../../platform/graphql/typed-text.js';
import { DecisionRecordsRepository } from '../chain/decision-records.repository.js';
import { decisionMakersOf, type DecisionRow, subjectOf } from '../decision-row.js';
import { type DecisionCall, DecisionTransaction } from '../decision-transaction.js';
import type { Decision } from '../decisions.graphql.js';
import { unlessRefused } from '../refuse-decision.js';
import { FlowsRead, type LoadedFlow } from './flows.read.js';
import { ReinstateReplaced } from './reinstate-replaced.js';

/**
 * Trust is taken back for one decision, within its time and with a reason; the decision keeps its words. What it had replaced is
 * in force again: a veto leaves things as they were.
 */
@Injectable()
export class VetoDecision {
  constructor(
    @Inject(DecisionTransaction) private readonly transaction: DecisionTransaction,
    @Inject(DecisionRecordsRepository) private readonly records: DecisionRecordsRepository,
    @Inject(ReinstateReplaced) private readonly replaced: ReinstateReplaced,
    @Inject(FlowsRead) private readonly flows: FlowsRead,
  ) {}

  /** By who is accountable, or stands in. @throws FORBIDDEN, DECISION_IN_OTHER_STATE, VETO_CLOSED, INVALID_INPUT */
  veto(call: DecisionCall, given: string): Promise<Decision> {
    const reason = typedText(given);
    return this.transaction.change(call, 'decision:veto', async (opened) => {
      const { tx, row, viewer, at, save } = opened;
      const state = unlessRefused(nextDecisionState(row.state, 'decision:veto'));
      const window = { state: row.state, vetoEndsAt: row.veto_ends_at };
      if (!isVetoOpen(window, viewer.now.getTime()))
        throw refuseDelegation('VETO_CLOSED', { endedAt: row.veto_ends_at });
      const fields = problemsOf('reason', reason, filled('Say why it is vetoed', VETO_REASON_LIMIT));
      if (fields.length > 0) throw refusePlatform('INVALID_INPUT', { fields });
      const flow = await this.flows.one(tx, viewer, subjectOf(row));
      const own = flow.facts.accountable.people.find(({ personId }) => personId === viewer.personId);
      const insteadOf = own?.insteadOf ?? null;
      const by = viewer.personId;
      const version = await save({ state, vetoed_by: by, vetoed_for: insteadOf, vetoed_at: at, veto_reason: reason });
      const recorded = { record: 'VETOED', by, for: insteadOf, at, reason } as const;
      await this.records.append(tx, { decisionId: row.id, recorded, at });
      await this.replaced.reinstate(opened);
      const titles = DECISION_STATE_TITLES;
      const changes = [{ field: 'state', from: titles[row.state], to: titles[state] }];
      return { event: 'decision.vetoed', version, changes, note: reason, told: concerned(row, flow) };
    });
  }
}

/** Whoever made it, or was trusted to. */
function concerned(row: DecisionRow, { facts }: LoadedFlow): string[] {
  const makers = [row.proposed_by, row.decided_by, ...decisionMakersOf(row)].filter((id) => id !== null);
  return [...new Set([...makers, ...(facts.delegate?.people ?? []).map(({ personId }) => personId)])];
}
