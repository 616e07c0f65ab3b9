import { askAnswerProblems } from '@chapterhouse/domain/decisions/delegation-fields';
import {
  ASK_ANSWER_TITLES,
  type AskAnswer,
  changesAnswer,
  type FlowFacts,
  type FlowSide,
  mayAccept,
  mayAnswer,
  waitsFor,
} from '@chapterhouse/domain/decisions/delegation-flow';
import { refuseDelegation } from '@chapterhouse/domain/decisions/delegation-refusals';
import type { DecisionEvent, DecisionPayload } from '@chapterhouse/domain/decisions/decision-events';
import { canOnDecision } from '@chapterhouse/domain/decisions/decision-policy';
import { refuseUnlessLegalForDecision } from '@chapterhouse/domain/decisions/decision-state';
import { refusePlatform } from '@chapterhouse/domain/refusal';
import { Inject, Injectable } from '@nestjs/common';
import { scopeOf, type Viewer } from '../../../platform/auth/viewer.js';
import { Database } from '../../../platform/database/database.js';
import type { Tx } from '../../../platform/database/tx.js';
import { EventLog } from '../../../platform/events/event-log.js';
import { idempotently } from '../../../platform/graphql/idempotency.js';
import { typedText } from '../../../platform/graphql/typed-text.js';
import { OrganizationReferences } from '../../organization/public.js';
import { DecisionObjects } from '../decision-objects.js';
import { decisionMakersOf, type DecisionRow, subjectOf } from '../decision-row.js';
import { DecisionTransaction } from '../decision-transaction.js';
import { DecisionWrites } from '../decision-writes.js';
import type { Decision } from '../decisions.graphql.js';
import { DecisionsRepository } from '../decisions.repository.js';
import { unlessRefused } from '../refuse-decision.js';
import { type AskRow, AsksRepository } from './asks.repository.js';
import { FlowsRead } from './flows.read.js';

/** Who answers what; the id as in the database. */
export interface AskCall {
  viewer: Viewer;
  id: string;
  /** Of the decision, as its words were read: nobody consents to other ones unseen. */
  version: number;
  answer: AskAnswer;
  words: string;
  idempotencyKey: string | null | undefined;
}

/** Consent, objection and advice. Whoever answers holds the decision: nobody accepts it in between. */
@Injectable()
export class AnswerAsk {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(EventLog) private readonly events: EventLog,
    @Inject(DecisionsRepository) private readonly decisions: DecisionsRepository,
    @Inject(DecisionWrites) private readonly writes: DecisionWrites,
    @Inject(DecisionTransaction) private readonly transaction: DecisionTransaction,
    @Inject(DecisionObjects) private readonly objects: DecisionObjects,
    @Inject(OrganizationReferences) private readonly organization: OrganizationReferences,
    @Inject(AsksRepository) private readonly asks: AsksRepository,
    @Inject(FlowsRead) private readonly flows: FlowsRead,
  ) {}

  /**
   * By whoever answers for the side that is asked.
   * @throws NOT_FOUND, FORBIDDEN, CONFLICT, DECISION_IN_OTHER_STATE, INVALID_INPUT, ASK_ANSWERED_ALREADY
   */
  answer(call: AskCall): Promise<Decision> {
    const { viewer, id, version, answer } = call;
    const words = typedText(call.words);
    return this.database.transaction(scopeOf(viewer), (tx) =>
      idempotently(tx, call.idempotencyKey, 'decision:answer', { id, version, answer, words }, async () => {
        const { row, ask } = await this.open(tx, id);
        const { facts, asks } = await this.flows.one(tx, viewer, subjectOf(row));
        const side = sideOf(facts, ask);
        permit(viewer, row, side);
        if (version !== row.version) throw await this.transaction.conflict(tx, viewer, row);
        unlessRefused(refuseUnlessLegalForDecision(row.state, 'decision:answer'));
        const fields = askAnswerProblems(ask.kind, answer, words);
        if (fields.length > 0) throw refusePlatform('INVALID_INPUT', { fields });
        await this.refuseAnswered(tx, viewer, ask, side, answer);
        const at = viewer.now.toISOString();
        await this.asks.answer(tx, id, {
          answer,
          words,
          answered_by: viewer.personId,
          answered_for: side.people.find(({ personId }) => personId === viewer.personId)?.insteadOf ?? null,
          answered_at: at,
        });
        await this.writes.touch(tx, row.id, at);
        await this.events.append(tx, {
          name: 'decision.answered' satisfies DecisionEvent,
          subjectType: 'Decision',
          subjectId: row.id,
          subjectVersion: row.version,
          payload: {
            changes: [{ field: 'answer', from: side.party.words, to: ASK_ANSWER_TITLES[answer] }],
            note: words,
            told: concerned(facts, row, asks, ask, answer),
          } satisfies DecisionPayload,
        });
        return this.objects.one(tx, viewer, await this.present(tx, row.id));
      }),
    );
  }

  /** Looked at again behind the lock: an edit may have asked anew. */
  private async open(tx: Tx, id: string): Promise<{ row: DecisionRow; ask: AskRow }> {
    const found = await this.asks.byId(tx, id);
    const row = found && (await this.decisions.forUpdate(tx, found.decision_id));
    const ask = row && (await this.asks.byId(tx, id));
    if (!ask) throw refusePlatform('NOT_FOUND', {});
    return { row, ask };
  }

  private async present(tx: Tx, id: string): Promise<DecisionRow> {
    const row = await this.decisions.byId(tx, id);
    if (!row) throw refusePlatform('NOT_FOUND', {});
    return row;
  }

  private async refuseAnswered(tx: Tx, viewer: Viewer, ask: AskRow, side: FlowSide, answer: AskAnswer): Promise<void> {
    const given = { answer: ask.answer, by: ask.answered_by };
    if (mayAnswer(given, side, viewer.personId) && changesAnswer(given, answer)) return;
    if (ask.answered_by === null || ask.answered_at === null) throw refusePlatform('NOT_FOUND', {});
    const people = await this.organization.peopleIn(tx, [ask.answered_by], viewer.today);
    throw refuseDelegation('ASK_ANSWERED_ALREADY', {
      by: people.get(ask.answered_by)?.name ?? '',
      at: ask.answered_at,
    });
  }
}

function sideOf({ accountable, delegate }: FlowFacts, { side }: AskRow): FlowSide {
  const found = side === 'ACCOUNTABLE' ? accountable : delegate;
  if (!found) throw new Error('Nobody is asked where nothing was delegated.');
  return found;
}

/** @throws FORBIDDEN */
function permit({ actor }: Viewer, row: DecisionRow, side: FlowSide): void {
  const verdict = canOnDecision(actor, 'decision:answer', {
    state: row.state,
    proposedById: row.proposed_by,
    decisionMakerIds: decisionMakersOf(row),
    decidedById: row.decided_by,
    mayAcceptIds: [],
    mayVetoIds: [],
    vetoEndsAt: row.veto_ends_at,
    askedIds: side.people.map(({ personId }) => personId),
  });
  if (!verdict.allowed) throw refusePlatform('FORBIDDEN', { action: 'decision:answer', reason: verdict.reason });
}

/**
 * Who goes on with an answer: who proposed it, its decision-makers, whoever answered for a side that now waits for this one;
 * and once nothing is missing who may decide, where none of them may.
 */
function concerned(
  facts: FlowFacts,
  row: DecisionRow,
  asks: readonly AskRow[],
  { side, kind }: AskRow,
  answer: AskAnswer,
): string[] {
  const told = [row.proposed_by, ...decisionMakersOf(row), ...asks.map((ask) => ask.answered_by)].filter(
    (id) => id !== null,
  );
  const after = facts.asks.map((ask) => (ask.side === side && ask.kind === kind ? { ...ask, answer } : ask));
  const deciding = waitsFor({ ...facts, asks: after }).length > 0 ? [] : mayAccept(facts).personIds;
  return [...new Set([...told, ...(deciding.some((id) => told.includes(id)) ? [] : deciding)])];
}
