import type { DecisionPayload } from '@chapterhouse/domain/decisions/decision-events';
import type { DecisionScope, DelegationCell } from '@chapterhouse/domain/decisions/delegation-cell';
import type { DelegationBoardEvents } from '@chapterhouse/domain/decisions/delegation-events';
import { ASK_ANSWER_TITLES, type AskAnswer } from '@chapterhouse/domain/decisions/delegation-flow';
import type { AskKind, DecisionSide } from '@chapterhouse/domain/decisions/delegation-levels';
import { addWorkingHours } from '@chapterhouse/domain/organization/working-calendar';
import { Inject, Injectable } from '@nestjs/common';
import { newId } from '../../../platform/database/new-id.js';
import type { Tx } from '../../../platform/database/tx.js';
import { EventLog } from '../../../platform/events/event-log.js';
import { WorkingCalendarRead } from '../../organization/public.js';
import { AsksRepository } from './asks.repository.js';
import { changesBetween } from './board-changes.js';
import { BoardsRepository } from './boards.repository.js';
import { DecisionAreasService } from './decision-areas.service.js';

/** A board as it was saved once, the earlier version of a scope first. Ids are the database's, moments ISO text. */
export interface HistoricBoard {
  scope: DecisionScope;
  number: number;
  cells: DelegationCell[];
  savedBy: string;
  savedAt: string;
  note: string;
}

export interface HistoricAsk {
  kind: AskKind;
  side: DecisionSide;
  askedAt: string;
  /** Working hours until it is due. */
  answerHours: number;
  answer: { kind: AskAnswer; words: string; by: string; at: string } | null;
}

/** Whom people trusted with what, and what they asked one another, with the dates of then: for the demo. */
@Injectable()
export class DelegationHistory {
  constructor(
    @Inject(DecisionAreasService) private readonly areas: DecisionAreasService,
    @Inject(BoardsRepository) private readonly boards: BoardsRepository,
    @Inject(AsksRepository) private readonly asks: AsksRepository,
    @Inject(WorkingCalendarRead) private readonly calendars: WorkingCalendarRead,
    @Inject(EventLog) private readonly events: EventLog,
  ) {}

  /** @returns the id of each by its name */
  async nameAreas(tx: Tx, areas: readonly { name: string; description: string }[]): Promise<Map<string, string>> {
    const named = areas.map((area) => ({ id: newId(), ...area }));
    await this.areas.add(tx, named);
    return new Map(named.map(({ id, name }) => [name, id]));
  }

  async saveBoards(tx: Tx, boards: readonly HistoricBoard[]): Promise<void> {
    const before = new Map<string, readonly DelegationCell[]>();
    for (const { scope, savedBy, savedAt, ...board } of boards) {
      await this.boards.insert(tx, scope, { ...board, saved_by: savedBy, saved_at: savedAt });
      await this.events.append(tx, {
        name: 'delegation-board.saved' satisfies keyof DelegationBoardEvents,
        subjectType: 'DelegationBoard',
        subjectId: scope.id,
        subjectVersion: board.number,
        at: savedAt,
        actorId: savedBy,
        payload: { changes: await changesBetween(tx, before.get(scope.id) ?? [], board.cells), note: board.note },
      });
      before.set(scope.id, board.cells);
    }
  }

  /** When a veto ends of what was accepted then; null where there is none. */
  async vetoEndsAt(tx: Tx, decidedAt: string, vetoHours: number): Promise<string | null> {
    if (vetoHours === 0) return null;
    return addWorkingHours(new Date(decidedAt), vetoHours, await this.calendars.of(tx)).toISOString();
  }

  /**
   * What was asked about a recorded decision.
   * @param isOpen it is still proposed: then what was answered is told in the log, where it comes last
   */
  async ask(tx: Tx, decisionId: string, asks: readonly HistoricAsk[], isOpen: boolean): Promise<void> {
    const [first] = asks;
    if (!first) return;
    const calendar = await this.calendars.of(tx);
    const made = asks.map((ask) => ({ ...ask, id: newId() }));
    await this.asks.replace(
      tx,
      decisionId,
      made.map(({ id, kind, side, askedAt, answerHours, answer }) => ({
        id,
        kind,
        side,
        asked_at: askedAt,
        due_at: addWorkingHours(new Date(askedAt), answerHours, calendar).toISOString(),
        answer: answer?.kind ?? null,
        words: answer?.words ?? '',
        answered_by: answer?.by ?? null,
        answered_at: answer?.at ?? null,
      })),
      first.askedAt,
    );
    for (const { askedAt, answer } of made) {
      if (answer === null) continue;
      const { kind, words, by, at } = answer;
      // The own side consents by proposing: that is no answer to anybody.
      if (isOpen && at !== askedAt)
        await this.events.append(tx, {
          name: 'decision.answered',
          subjectType: 'Decision',
          subjectId: decisionId,
          subjectVersion: 1,
          at,
          actorId: by,
          payload: {
            changes: [{ field: 'answer', from: null, to: ASK_ANSWER_TITLES[kind] }],
            note: words,
          } satisfies DecisionPayload,
        });
    }
  }
}
