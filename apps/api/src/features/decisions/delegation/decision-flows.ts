import { frozen } from '@chapterhouse/domain/decisions/delegation-board';
import type { DecisionScope, FrozenDelegation } from '@chapterhouse/domain/decisions/delegation-cell';
import {
  type AskAnswer,
  asksToMake,
  consentsToOtherWords,
  type FlowFacts,
  levelOf,
  mayAccept,
  mayVeto,
  toldOnceAccepted,
  vetoHoursOf,
  waitsFor,
} from '@chapterhouse/domain/decisions/delegation-flow';
import { DELEGATION_LEVELS, type DelegationLevel } from '@chapterhouse/domain/decisions/delegation-levels';
import { askedBy } from '@chapterhouse/domain/decisions/delegation-waiting';
import { refuseDelegation } from '@chapterhouse/domain/decisions/delegation-refusals';
import { refusePlatform } from '@chapterhouse/domain/refusal';
import { addWorkingHours } from '@chapterhouse/domain/organization/working-calendar';
import { Inject, Injectable } from '@nestjs/common';
import type { Viewer } from '../../../platform/auth/viewer.js';
import { newId } from '../../../platform/database/new-id.js';
import type { Tx } from '../../../platform/database/tx.js';
import { WorkingCalendarRead } from '../../organization/public.js';
import { type AskRow, AsksRepository } from './asks.repository.js';
import { BoardsRepository } from './boards.repository.js';
import { DelegationPeopleRead } from './delegation-people.read.js';
import { type FlowSubject, FlowsRead, type LoadedFlow } from './flows.read.js';
import { ReplacedDecisionsRead } from './replaced-decisions.read.js';

export type { FlowSubject } from './flows.read.js';

/** How a decision is made, with the people as of now; ids as in the database. */
export interface Flow {
  level: DelegationLevel;
  /** Those who answer now, stand-ins included; `words` say who that is, also when it is nobody. */
  mayAccept: { personIds: string[]; words: string };
  /** Who may veto while `vetoEndsAt` lies ahead; empty where the level has none. */
  mayVetoIds: string[];
  /** Both sides: who is accountable, and to whom it is delegated. */
  sides: string[];
  /** Who is told once it is accepted. */
  tells: string[];
  vetoHours: number;
  /** What stands between it and being accepted, in sentences; empty: nothing. */
  waitsFor: string[];
}

/** Whom an event asks, for its payload: to consent, to advise, or to decide. */
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
@Injectable()
export class DecisionFlows {
  constructor(
    @Inject(FlowsRead) private readonly flows: FlowsRead,
    @Inject(DelegationPeopleRead) private readonly people: DelegationPeopleRead,
    @Inject(BoardsRepository) private readonly boards: BoardsRepository,
    @Inject(AsksRepository) private readonly asks: AsksRepository,
    @Inject(WorkingCalendarRead) private readonly calendars: WorkingCalendarRead,
    @Inject(ReplacedDecisionsRead) private readonly replaced: ReplacedDecisionsRead,
  ) {}

  /** What counts for a decision that is proposed in this scope now, or moved there: the nearest cell; null: none. */
  async freeze(tx: Tx, scope: DecisionScope, decisionAreaId: string | null): Promise<FrozenDelegation | null> {
    if (decisionAreaId === null) return null;
    const tree = await this.people.tree(tx, null);
    return frozen(await this.boards.now(tx, tree.chain(scope)), decisionAreaId);
  }

  /**
   * Asks for what the level needs, after the row is inserted, and again after scope or decision area were edited: earlier
   * asks end then. The own side of whoever does it has consented.
   */
  async begin(tx: Tx, viewer: Viewer, subject: FlowSubject): Promise<Asked> {
    const { facts } = await this.flows.one(tx, viewer, subject);
    const made = asksToMake(facts, viewer.personId);
    const at = viewer.now.toISOString();
    const dueAt = made.length === 0 ? at : await this.dueAt(tx, viewer, subject);
    await this.asks.replace(
      tx,
      subject.id,
      made.map(({ kind, side, answer }) => ({
        id: newId(),
        kind,
        side,
        asked_at: at,
        due_at: dueAt,
        answer,
        answered_by: answer && viewer.personId,
        answered_at: answer && at,
      })),
      at,
    );
    const open = made.filter(({ answer }) => answer === null);
    return { asked: askedBy(facts, open, viewer.personId) };
  }

  /**
   * After other words of a proposed one were edited: who consented to those of before, or objected to them, is asked again;
   * the own side of whoever edited has consented. Advice is asked for anew where something else is to be decided, with all of
   * its time from now on; else it stands: it is what one edits by.
   * @param somethingElse whether title, options, the chosen one or the outcome changed
   */
  async edited(tx: Tx, viewer: Viewer, subject: FlowSubject, somethingElse: boolean): Promise<Asked> {
    const { facts, asks } = await this.flows.one(tx, viewer, subject);
    const affected = asks.filter(({ kind }) => kind === 'CONSENT' || somethingElse);
    if (affected.length === 0) return { asked: [] };
    const at = viewer.now.toISOString();
    const given = new Map(asksToMake(facts, viewer.personId).map(({ kind, side, answer }) => [kind + side, answer]));
    const ownAnswer = ({ kind, side }: AskRow): AskAnswer | null => given.get(kind + side) ?? null;
    const own = affected.filter((ask) => ownAnswer(ask) !== null);
    const others = affected.filter((ask) => !own.includes(ask) && (ask.answer !== null || ask.kind === 'ADVICE'));
    for (const ask of own)
      // An objection of a colleague stays theirs to withdraw.
      if (ask.answer === null)
        await this.asks.answer(tx, ask.id, {
          answer: ownAnswer(ask),
          words: '',
          answered_by: viewer.personId,
          answered_for: null,
          answered_at: at,
        });
    const ids = others.map(({ id }) => id);
    if (ids.length > 0) await this.asks.reopen(tx, ids, at, await this.dueAt(tx, viewer, subject));
    return { asked: peopleOf(facts, others).filter((id) => id !== viewer.personId) };
  }

  /**
   * Whether the viewer may let another delegation count than the one of before: not around an objection or an open answer,
   * unless they decide anyway.
   * @throws FORBIDDEN
   */
  async leave(tx: Tx, viewer: Viewer, subject: FlowSubject): Promise<void> {
    const { facts } = await this.flows.one(tx, viewer, subject);
    if (isFree(facts, viewer.personId)) return;
    const { words } = mayAccept(facts);
    const reason = `Something is asked or objected to: until that is answered only ${words} may move it elsewhere.`;
    throw refusePlatform('FORBIDDEN', { action: 'decision:edit', reason });
  }

  /**
   * Whether other words of the viewer are decided by what the boards say now. Not around an objection or an open answer either,
   * unless less is delegated than before.
   */
  async mayFollow(tx: Tx, viewer: Viewer, subject: FlowSubject, now: FrozenDelegation | null): Promise<boolean> {
    const { facts } = await this.flows.one(tx, viewer, subject);
    const trust = (delegation: FrozenDelegation | null): number => DELEGATION_LEVELS.indexOf(levelOf(delegation));
    return isFree(facts, viewer.personId) || trust(now) < trust(subject.delegation);
  }

  async flowOf(tx: Tx, viewer: Viewer, subject: FlowSubject): Promise<Flow> {
    return flowOf(await this.flows.one(tx, viewer, subject));
  }

  /** By the decision's id, the same number of statements for any number of them. */
  async flowsOf(tx: Tx, viewer: Viewer, subjects: readonly FlowSubject[]): Promise<Map<string, Flow>> {
    const loaded = await this.flows.many(tx, viewer, subjects);
    return new Map(loaded.map((one) => [one.subject.id, flowOf(one)]));
  }

  /**
   * Whether the viewer may accept it now; to be asked before its state changes.
   * @param subject with the rationale that it is accepted with
   * @param otherWords whether what is accepted differs in outcome, rationale or chosen option from what was proposed
   * @throws NOT_DELEGATED, DECISION_WAITS
   */
  async accept(tx: Tx, viewer: Viewer, subject: FlowSubject, otherWords: boolean): Promise<Acceptance> {
    const { facts } = await this.flows.one(tx, viewer, subject);
    await this.refuseUntrusted(tx, viewer, facts);
    const waits = [...waitsFor(facts), ...(otherWords ? consentsToOtherWords(facts, viewer.personId) : [])];
    if (waits.length > 0) throw refuseDelegation('DECISION_WAITS', { waitsFor: waits });
    const hours = vetoHoursOf(subject.delegation);
    const calendar = hours === 0 ? null : await this.calendars.of(tx);
    return {
      vetoEndsAt: calendar && addWorkingHours(viewer.now, hours, calendar).toISOString(),
      told: toldOnceAccepted(facts),
    };
  }

  /**
   * Whether the viewer may put another decision in the place of these, which are held and in force: trusted with the new one
   * is not trusted with the old ones.
   * @throws NOT_DELEGATED, DECISION_WAITS while one can still be vetoed
   */
  async replace(tx: Tx, viewer: Viewer, ids: readonly string[]): Promise<void> {
    const refused = await this.replaced.refused(tx, viewer, ids);
    const untrusted = refused.find(({ until }) => until === null);
    if (untrusted) {
      const { key, mayReplace } = untrusted;
      const words = `whoever may replace ${key} (${mayReplace.words})`;
      throw refuseDelegation('NOT_DELEGATED', { mayAccept: await this.names(tx, mayReplace.personIds), words });
    }
    if (refused.length > 0) throw refuseDelegation('DECISION_WAITS', { waitsFor: refused.map(({ words }) => words) });
  }

  /** Whoever may accept may reject. @throws NOT_DELEGATED */
  async reject(tx: Tx, viewer: Viewer, subject: FlowSubject): Promise<void> {
    const { facts } = await this.flows.one(tx, viewer, subject);
    await this.refuseUntrusted(tx, viewer, facts);
  }

  private async refuseUntrusted(tx: Tx, { personId }: Viewer, facts: FlowFacts): Promise<void> {
    const { personIds, words } = mayAccept(facts);
    if (personIds.includes(personId)) return;
    throw refuseDelegation('NOT_DELEGATED', { mayAccept: await this.names(tx, personIds), words });
  }

  private async names(tx: Tx, personIds: readonly string[]): Promise<string[]> {
    const rows = await tx.query<{ name: string }>(
      'select name from people where organization_id = $1 and id = any($2::uuid[]) order by lower(name), id',
      [tx.organizationId, personIds],
    );
    return rows.map(({ name }) => name);
  }

  private async dueAt(tx: Tx, { now }: Viewer, { delegation }: FlowSubject): Promise<string> {
    return addWorkingHours(now, delegation?.answerHours ?? 0, await this.calendars.of(tx)).toISOString();
  }
}

/** Nothing is objected to or waits for an answer; or they decide anyway. */
function isFree(facts: FlowFacts, personId: string): boolean {
  const isOpen = facts.asks.some(({ answer }) => answer === null || answer === 'OBJECTED');
  return !isOpen || mayAccept(facts).personIds.includes(personId);
}

function flowOf({ facts, subject }: LoadedFlow): Flow {
  return {
    level: levelOf(subject.delegation),
    mayAccept: mayAccept(facts),
    mayVetoIds: mayVeto(facts),
    sides: peopleOf(facts, [{ side: 'ACCOUNTABLE' }, { side: 'DELEGATE' }]),
    tells: toldOnceAccepted(facts),
    vetoHours: vetoHoursOf(subject.delegation),
    waitsFor: waitsFor(facts),
  };
}

function peopleOf(
  { accountable, delegate }: FlowFacts,
  asks: readonly { side: 'ACCOUNTABLE' | 'DELEGATE' }[],
): string[] {
  const people = asks.flatMap(({ side }) => (side === 'ACCOUNTABLE' ? accountable : delegate)?.people ?? []);
  return [...new Set(people.map(({ personId }) => personId))];
}
