import type { LocalDateTime } from '@chapterhouse/domain/cadences/wall-clock';
import { refuseCadence } from '@chapterhouse/domain/cadences/cadence-refusals';
import { canOnOccurrence, legalOccurrenceActions } from '@chapterhouse/domain/cadences/cadence-policy';
import { refusePlatform } from '@chapterhouse/domain/refusal';
import { Inject, Injectable } from '@nestjs/common';
import { scopeOf } from '../../platform/auth/viewer.js';
import { Database } from '../../platform/database/database.js';
import type { Tx } from '../../platform/database/tx.js';
import { idempotently } from '../../platform/graphql/idempotency.js';
import { CadenceStandingsRead } from './cadence-standings.read.js';
import { type CadenceRow, type OccurrenceRow } from './cadence-row.js';
import { type Cadence, cadenceOf } from './cadences.graphql.js';
import { CadencesRepository } from './cadences.repository.js';
import {
  facilitatorTold,
  type OccurrenceCall,
  OccurrenceTransaction,
  type OpenedOccurrence,
  refusePast,
} from './occurrence-transaction.js';
import { type Occurrence, occurrenceOf } from './occurrences.graphql.js';
import { OccurrencesRead } from './occurrences.read.js';
import { OccurrencesRepository } from './occurrences.repository.js';
import { refuseCadenceProblems, refuseField } from './refuse-cadence.js';

/** Whether and when one date takes place: moved, cancelled, skipped, and put back. */
@Injectable()
export class ArrangeOccurrence {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(OccurrenceTransaction) private readonly frame: OccurrenceTransaction,
    @Inject(OccurrencesRead) private readonly occurrences: OccurrencesRead,
    @Inject(OccurrencesRepository) private readonly rows: OccurrencesRepository,
    @Inject(CadencesRepository) private readonly cadences: CadencesRepository,
    @Inject(CadenceStandingsRead) private readonly standings: CadenceStandingsRead,
  ) {}

  /** @param to wall-clock time in the zone of the series @throws as the frame, INVALID_INPUT */
  move(call: OccurrenceCall, to: LocalDateTime, reason: string | null): Promise<Occurrence> {
    return this.frame.change(call, { action: 'occurrence:move' }, async (opened) => {
      const { facts, standing, save } = opened;
      refuseCadenceProblems({ to, reason: reason === '' ? null : reason });
      if (to === facts.localStart) refuseField('to', 'It takes place then already; choose another time.');
      refusePast(opened, to, 'to');
      await this.refuseHeld(opened, 'to');
      await save({ moved_to: to === facts.originalStart ? null : to, reason: reason ?? '' }, 'occurrence.moved', {
        before: facts.localStart,
        to,
        ...facilitatorTold(standing),
        changes: [{ field: 'startsAt', from: facts.localStart, to }],
        ...(reason ? { note: reason } : {}),
      });
    });
  }

  cancel(call: OccurrenceCall, reason: string): Promise<Occurrence> {
    return this.frame.change(call, { action: 'occurrence:cancel' }, async (opened) => {
      const { facts, standing, save } = opened;
      refuseCadenceProblems({ reason });
      await this.refuseHeld(opened, 'reason');
      await save({ state: 'CANCELLED', reason }, 'occurrence.cancelled', {
        before: facts.localStart,
        ...facilitatorTold(standing),
        changes: [{ field: 'state', from: 'PLANNED', to: 'CANCELLED' }],
        note: reason,
      });
    });
  }

  /** Taken out without a trace; it is found again by its id only to be put back. */
  skip(call: OccurrenceCall): Promise<Cadence> {
    return this.frame.with(
      call,
      { action: 'occurrence:skip' },
      async (opened) => {
        const { facts, save } = opened;
        await this.refuseHeld(opened, 'id');
        await save({ state: 'SKIPPED' }, 'occurrence.skipped', {
          before: facts.localStart,
          changes: [{ field: 'state', from: 'PLANNED', to: 'SKIPPED' }],
        });
      },
      async ({ tx, facts }) => {
        const row = await this.cadences.byId(tx, facts.cadenceId);
        if (!row) throw refusePlatform('NOT_FOUND', {});
        return cadenceOf(row);
      },
    );
  }

  /** One step back: a cancelled or skipped one takes place again, where it was moved to; a moved one as the series says. */
  restore(call: OccurrenceCall): Promise<Occurrence> {
    const { viewer, ref, version, idempotencyKey } = call;
    return this.database.transaction(scopeOf(viewer), (tx) =>
      idempotently(tx, idempotencyKey, 'occurrence:restore', { ...ref, version }, async () => {
        const cadence = await this.cadences.forUpdate(tx, ref.cadenceId);
        const [row] = await this.rows.byRefs(tx, [ref]);
        if (!cadence) throw refusePlatform('NOT_FOUND', {});
        await this.permit(tx, call, cadence);
        if (!row) return this.refuseUntouched(tx, call);
        if (version !== row.version) throw refusePlatform('CONFLICT', { currentVersion: row.version, current: null });
        await this.putBack(tx, call, row);
        const facts = await this.occurrences.byRef(tx, ref);
        if (!facts) throw refusePlatform('NOT_FOUND', {});
        return occurrenceOf(facts);
      }),
    );
  }

  /** @throws INVALID_INPUT: what took place stays as it was */
  private async refuseHeld({ tx, viewer, facts }: OpenedOccurrence, field: string): Promise<void> {
    const { held, recorded } = await this.rows.tookPlace(tx, facts);
    const hasBegun = facts.startsAt <= viewer.now.getTime();
    if (held || (recorded && hasBegun))
      refuseField(field, 'It took place: what was written of it stays. Change another date, or the series.');
  }

  private async putBack(tx: Tx, { viewer, ref }: OccurrenceCall, row: OccurrenceRow): Promise<void> {
    const own = [row.moved_to, row.minutes, row.place, row.agenda, row.name];
    const isAsSeries = row.state === 'PLANNED' && own.every((value) => value === null);
    if (isAsSeries) throw refuseNothingToRestore();
    const changes =
      row.state === 'PLANNED'
        ? { moved_to: null, minutes: null, place: null, agenda: null, name: null, reason: '' }
        : { state: 'PLANNED' as const, reason: '' };
    const version = await this.rows.update(tx, row.id, changes, viewer.now.toISOString());
    await this.frame.tell(tx, { ...ref, rowId: row.id, version }, 'occurrence.restored', {
      ...(row.state === 'PLANNED' && row.moved_to !== null && { before: row.moved_to, to: row.original_start }),
      changes: [
        row.state === 'PLANNED'
          ? { field: 'startsAt', from: row.moved_to, to: row.moved_to && row.original_start }
          : { field: 'state', from: row.state, to: 'PLANNED' },
      ],
    });
  }

  /** A skipped one is no date of the series for anybody else: what the policy looks at is of the series alone then. */
  private async permit(tx: Tx, { viewer }: OccurrenceCall, cadence: CadenceRow): Promise<void> {
    const facts = (await this.standings.ofSeries(tx, viewer, [cadence])).get(cadence.id);
    if (!facts) throw refusePlatform('NOT_FOUND', {});
    const verdict = canOnOccurrence(viewer.actor, 'occurrence:restore', {
      ...facts,
      fixedFacilitatorId: cadence.facilitator_id,
      facilitatorId: null,
      isInvited: false,
    });
    if (!verdict.allowed) throw refusePlatform('FORBIDDEN', { action: 'occurrence:restore', reason: verdict.reason });
  }

  /** @throws NOT_FOUND for no date of the series, CONFLICT, OCCURRENCE_IN_OTHER_STATE for one as the series says */
  private async refuseUntouched(tx: Tx, { ref, version }: OccurrenceCall): Promise<never> {
    const facts = await this.occurrences.byRef(tx, ref);
    if (!facts) throw refusePlatform('NOT_FOUND', {});
    if (version !== 0) throw refusePlatform('CONFLICT', { currentVersion: 0, current: null });
    throw refuseNothingToRestore();
  }
}

function refuseNothingToRestore(): Error {
  return refuseCadence('OCCURRENCE_IN_OTHER_STATE', {
    state: 'PLANNED',
    action: 'occurrence:restore',
    legal: legalOccurrenceActions({ state: 'PLANNED', isChanged: false }),
  });
}
