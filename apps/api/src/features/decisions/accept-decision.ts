import { DECISION_STATE_TITLES, nextDecisionState } from '@chapterhouse/domain/decisions/decision-state';
import { Inject, Injectable } from '@nestjs/common';
import type { Viewer } from '../../platform/auth/viewer.js';
import type { Tx } from '../../platform/database/tx.js';
import { typedTextIfGiven } from '../../platform/graphql/typed-text.js';
import { DecisionRecordsRepository } from './chain/decision-records.repository.js';
import { wordChanges } from './decision-changes-told.js';
import { DecisionReferences } from './decision-references.js';
import { decisionKeyOf, type DecisionRow, frozenOf, subjectOf } from './decision-row.js';
import {
  type DecisionCall,
  type DecisionStep,
  DecisionTransaction,
  type OpenedDecision,
} from './decision-transaction.js';
import type { Decision } from './decisions.graphql.js';
import { DecisionsRepository } from './decisions.repository.js';
import { DecisionFlows } from './delegation/decision-flows.js';
import { refuseDecisionProblems, refuseWithoutOutcome, unlessRefused } from './refuse-decision.js';

/** Last words, said with the acceptance; undefined leaves what was proposed. */
export interface LastWords {
  outcome: string | null | undefined;
  rationale: string | null | undefined;
  chosenOption: number | null | undefined;
}

/** Accepting: from now on it is in force, its words never change, and what it replaces is superseded. */
@Injectable()
export class AcceptDecision {
  constructor(
    @Inject(DecisionTransaction) private readonly transaction: DecisionTransaction,
    @Inject(DecisionsRepository) private readonly decisions: DecisionsRepository,
    @Inject(DecisionReferences) private readonly references: DecisionReferences,
    @Inject(DecisionRecordsRepository) private readonly records: DecisionRecordsRepository,
    @Inject(DecisionFlows) private readonly flows: DecisionFlows,
  ) {}

  /** @throws NOT_DELEGATED, DECISION_IN_OTHER_STATE, DECISION_WAITS, INVALID_INPUT, NOTHING_TO_SUPERSEDE */
  accept(call: DecisionCall, given: LastWords): Promise<Decision> {
    return this.transaction.change(call, 'decision:accept', this.step(given));
  }

  /** As it was proposed, in a transaction that is open already. @throws as `accept` */
  acceptIn(tx: Tx, viewer: Viewer, id: string): Promise<DecisionRow> {
    const asProposed = { outcome: undefined, rationale: undefined, chosenOption: undefined };
    return this.transaction.changeIn(tx, { viewer, id }, 'decision:accept', this.step(asProposed));
  }

  private step(given: LastWords): DecisionStep {
    return async (opened) => {
      const { tx, row, viewer, at, save } = opened;
      const state = unlessRefused(nextDecisionState(row.state, 'decision:accept'));
      const words = {
        ...row.words,
        outcome: typedTextIfGiven(given.outcome) ?? row.words.outcome,
        rationale: typedTextIfGiven(given.rationale) ?? row.words.rationale,
        chosenOption: given.chosenOption === undefined ? row.words.chosenOption : given.chosenOption,
      };
      const { outcome, rationale, chosenOption, options } = words;
      refuseDecisionProblems({ outcome, rationale });
      if (chosenOption !== row.words.chosenOption) refuseDecisionProblems({ chosenOption, options });
      const before = row.words;
      const isOther =
        outcome !== before.outcome || rationale !== before.rationale || chosenOption !== before.chosenOption;
      const { vetoEndsAt, told } = await this.flows.accept(tx, viewer, { ...subjectOf(row), rationale }, isOther);
      refuseWithoutOutcome(words);
      const replaced = await this.references.toSupersede(tx, row.supersedes, true);
      await this.flows.replace(tx, viewer, row.supersedes);
      const version = await save({
        state,
        words,
        decided_by: viewer.personId,
        decided_at: at,
        veto_ends_at: vetoEndsAt,
      });
      const accepted = await this.decisions.byId(tx, row.id);
      if (!accepted) throw new Error('A decision was accepted and is not there.');
      const answers = await this.records.answersOf(tx, [row.id]);
      const links = await this.records.linksOf(tx, [row.id]);
      const recorded = {
        record: 'ACCEPTED',
        ...frozenOf(accepted, links.get(row.id) ?? [], answers.get(row.id)),
      } as const;
      await this.records.append(tx, { decisionId: row.id, recorded, at });
      for (const old of replaced) await this.supersede(opened, old);
      const titles = DECISION_STATE_TITLES;
      return {
        event: 'decision.accepted',
        version,
        changes: [
          { field: 'state', from: titles[row.state], to: titles[state] },
          ...wordChanges(row.words, words),
          ...replaced.map(({ number }) => ({ field: 'supersedes', from: null, to: decisionKeyOf(number) })),
        ],
        told,
      };
    };
  }

  /** What is replaced is held already, and in force. */
  private supersede({ tx, row: successor, viewer }: OpenedDecision, old: DecisionRow): Promise<void> {
    return this.transaction.apply(tx, viewer, old, async ({ at, save }) => {
      const state = unlessRefused(nextDecisionState(old.state, 'decision:supersede'));
      const { tells: told } = await this.flows.flowOf(tx, viewer, subjectOf(old));
      const version = await save({ state, superseded_by: successor.id });
      await this.records.append(tx, { decisionId: old.id, recorded: { record: 'SUPERSEDED', by: successor.id }, at });
      const titles = DECISION_STATE_TITLES;
      return {
        event: 'decision.superseded',
        version,
        changes: [
          { field: 'state', from: titles[old.state], to: titles[state] },
          { field: 'supersededBy', from: null, to: decisionKeyOf(successor.number) },
        ],
        told,
      };
    });
  }
}
