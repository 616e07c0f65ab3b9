import { refuseCadence } from '@chapterhouse/domain/cadences/cadence-refusals';
import { lastDayOf } from '@chapterhouse/domain/cadences/recurrence';
import { startOfDay } from '@chapterhouse/domain/cadences/wall-clock';
import { Inject, Injectable } from '@nestjs/common';
import { globalId } from '../../platform/graphql/global-id.js';
import { seriesOf } from './cadence-row.js';
import { type CadenceCall, CadenceTransaction } from './cadence-transaction.js';
import type { Cadence } from './cadences.graphql.js';
import { DatesAfter } from './dates-after.js';
import { refuseField } from './refuse-cadence.js';
import { FacilitationRotas } from './rotas/facilitation-rotas.js';
import { SeriesTold } from './series-told.js';

@Injectable()
export class EndCadence {
  constructor(
    @Inject(CadenceTransaction) private readonly frame: CadenceTransaction,
    @Inject(DatesAfter) private readonly dates: DatesAfter,
    @Inject(FacilitationRotas) private readonly rotas: FacilitationRotas,
    @Inject(SeriesTold) private readonly told: SeriesTold,
  ) {}

  /** @throws NOT_FOUND, FORBIDDEN, CONFLICT, INVALID_INPUT for a day that is over, CADENCE_OVER */
  end(call: CadenceCall, endsBefore: string): Promise<Cadence> {
    return this.frame.change(call, 'cadence:end', async (opened) => {
      const { tx, viewer, row } = opened;
      if (row.followed_by_id !== null)
        throw refuseCadence('CADENCE_OVER', { followedById: globalId('Cadence', row.followed_by_id) });
      if (row.last_on !== null && row.last_on < viewer.today)
        throw refuseCadence('CADENCE_OVER', { followedById: null });
      if (endsBefore < viewer.today)
        refuseField('endsBefore', 'Choose today or a later day: what took place stays as it was.');
      await this.rotas.keepPast(tx, viewer, row);
      const people = await this.told.before(tx, row, endsBefore, viewer.now);
      const ended = { ...seriesOf(row), endsBefore };
      const version = await opened.save({ ends_before: endsBefore, last_on: lastDayOf(ended) });
      await this.dates.settle(tx, row, startOfDay(endsBefore), null);
      const told = await this.told.ended(tx, { ...row, ends_before: endsBefore }, people, viewer.now);
      await opened.tell(
        'cadence.ended',
        version,
        [{ field: 'endsBefore', from: row.ends_before, to: endsBefore }],
        told,
      );
      return row.id;
    });
  }
}
