import type { DecisionEvent } from '@chapterhouse/domain/decisions/decision-events';
import type { Recorded } from '@chapterhouse/domain/decisions/decision-record';
import { DECISION_STATE_TITLES, type DecisionState } from '@chapterhouse/domain/decisions/decision-state';
import type { FieldChange } from '@chapterhouse/domain/event-payload';
import { Inject, Injectable } from '@nestjs/common';
import { Clock } from '../../../platform/clock.js';
import { newId } from '../../../platform/database/new-id.js';
import type { Tx } from '../../../platform/database/tx.js';
import { EventLog } from '../../../platform/events/event-log.js';
import { DecisionRecordsRepository } from '../chain/decision-records.repository.js';
import { keysOf, wordChanges } from '../decision-changes-told.js';
import type { HistoricDecision } from '../decision-history.js';
import { decisionKeyOf, type DecisionRow, frozenOf } from '../decision-row.js';
import { type DecisionColumns, DecisionWrites, placeColumns } from '../decision-writes.js';
import { DecisionsRepository } from '../decisions.repository.js';
import { DecisionAreasService } from '../delegation/decision-areas.service.js';

const EVENTS: Record<Exclude<DecisionState, 'PROPOSED'>, DecisionEvent> = {
  ACCEPTED: 'decision.accepted',
  REJECTED: 'decision.rejected',
  WITHDRAWN: 'decision.withdrawn',
  VETOED: 'decision.vetoed',
  SUPERSEDED: 'decision.superseded',
  REVERTED: 'decision.reverted',
};

/** Decisions that were imported follow their files: proposals in everything, what was decided in how it ended. */
@Injectable()
export class DecisionImportUpdates {
  constructor(
    @Inject(DecisionsRepository) private readonly decisions: DecisionsRepository,
    @Inject(DecisionWrites) private readonly writes: DecisionWrites,
    @Inject(DecisionRecordsRepository) private readonly records: DecisionRecordsRepository,
    @Inject(DecisionAreasService) private readonly areas: DecisionAreasService,
    @Inject(EventLog) private readonly events: EventLog,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  /** In the import's transaction, which planned it: nothing is asked again but the state. */
  async follow(tx: Tx, next: HistoricDecision): Promise<void> {
    const row = await this.held(tx, next.id);
    if (row.state === 'PROPOSED') await this.edit(tx, row, next);
    if (row.state === 'PROPOSED' && next.state !== 'PROPOSED') await this.decide(tx, next);
    if (['SUPERSEDED', 'REVERTED', 'VETOED'].includes(next.state)) await this.end(tx, next);
  }

  /** It ended without saying by what; that has come now. */
  async succeed(tx: Tx, id: string, successorId: string): Promise<void> {
    const row = await this.held(tx, id);
    const version = await this.save(tx, row, { state: 'SUPERSEDED', superseded_by: successorId });
    const [successor] = await this.decisions.byIds(tx, [successorId]);
    const key = successor ? decisionKeyOf(successor.number) : null;
    const by = [{ field: 'supersededBy', from: null, to: key }];
    await this.step(tx, row, 'SUPERSEDED', version, { record: 'SUPERSEDED', by: successorId }, by);
  }

  /** A proposal of here is to replace this one, too: its file said so before there was such a decision. */
  async mean(tx: Tx, id: string, replacedId: string): Promise<void> {
    const row = await this.held(tx, id);
    const wanted = [...row.supersedes, replacedId];
    const [before, after] = [await this.decisions.byIds(tx, row.supersedes), await this.decisions.byIds(tx, wanted)];
    const version = await this.save(tx, row, {});
    await this.writes.replaceSupersedes(tx, id, wanted);
    const change = { field: 'supersedes', from: keysOf(before), to: keysOf(after) };
    await this.tell(tx, id, 'decision.edited', version, [change]);
  }

  async createArea(tx: Tx, name: string): Promise<string> {
    const id = newId();
    await this.areas.add(tx, [{ id, name, description: '' }]);
    return id;
  }

  private async edit(tx: Tx, row: DecisionRow, next: HistoricDecision): Promise<void> {
    const { title, words, kind, people, supersedes } = next;
    const changes = [
      ...(row.title === title ? [] : [{ field: 'title', from: row.title, to: title }]),
      ...wordChanges(row.words, words),
    ];
    const columns = { title, words, kind, revisit_on: next.revisitOn, decision_area_id: next.decisionAreaId };
    const version = await this.save(tx, row, { ...columns, ...placeColumns(next.scope) });
    await this.writes.replacePeople(tx, row.id, people);
    await this.writes.replaceSupersedes(tx, row.id, supersedes);
    await this.tell(tx, row.id, 'decision.edited', version, changes);
  }

  private async decide(tx: Tx, { id, state, decidedAt, closeReason }: HistoricDecision): Promise<void> {
    const row = await this.held(tx, id);
    const first = state === 'REJECTED' || state === 'WITHDRAWN' ? state : 'ACCEPTED';
    const version = await this.save(tx, row, { state: first, decided_at: decidedAt, close_reason: closeReason });
    const decided = await this.held(tx, id);
    const links = await this.records.linksOf(tx, [id]);
    await this.step(tx, row, first, version, { record: first, ...frozenOf(decided, links.get(id) ?? []) });
  }

  private async end(tx: Tx, { id, state, supersededBy, revertReason, veto }: HistoricDecision): Promise<void> {
    const row = await this.held(tx, id);
    if (state === 'SUPERSEDED') {
      if (supersededBy !== null) return this.succeed(tx, id, supersededBy);
      const version = await this.save(tx, row, { state });
      await this.step(tx, row, state, version, { record: state, by: null });
    } else if (state === 'REVERTED') {
      const version = await this.save(tx, row, { state, revert_reason: revertReason });
      await this.step(tx, row, state, version, { record: state, reason: revertReason });
    } else if (state === 'VETOED' && veto !== null) {
      const { by, for: instead, at, reason } = veto;
      const columns = { vetoed_by: by, vetoed_for: instead, vetoed_at: at, veto_reason: reason };
      const version = await this.save(tx, row, { state, ...columns });
      await this.step(tx, row, state, version, { record: state, by, for: instead, at, reason });
    }
  }

  private async step(
    tx: Tx,
    { id, state }: DecisionRow,
    to: Exclude<DecisionState, 'PROPOSED'>,
    version: number,
    recorded: Recorded,
    more: FieldChange[] = [],
  ): Promise<void> {
    await this.records.append(tx, { decisionId: id, recorded, at: this.now() });
    const titles = DECISION_STATE_TITLES;
    const moved = state === to ? [] : [{ field: 'state', from: titles[state], to: titles[to] }];
    await this.tell(tx, id, EVENTS[to], version, [...moved, ...more]);
  }

  private async held(tx: Tx, id: string): Promise<DecisionRow> {
    const row = await this.decisions.forUpdate(tx, id);
    if (row === undefined) throw new Error(`The plan names the decision ${id}, which is not there.`);
    return row;
  }

  private async save(tx: Tx, row: DecisionRow, changes: Partial<DecisionColumns>): Promise<number> {
    const version = await this.writes.update(tx, row, changes, this.now());
    if (version === undefined) throw new Error('A decision was changed while it was imported.');
    return version;
  }

  private async tell(tx: Tx, id: string, name: DecisionEvent, version: number, changes: FieldChange[]): Promise<void> {
    await this.events.append(tx, {
      name,
      subjectType: 'Decision',
      subjectId: id,
      subjectVersion: version,
      // The file says it; whoever imports it did not do it.
      actorId: null,
      payload: { changes },
    });
  }

  private now(): string {
    return this.clock.now().toISOString();
  }
}
