import { lastDayOf } from '@chapterhouse/domain/cadences/recurrence';
import { startOfDay } from '@chapterhouse/domain/cadences/wall-clock';
import { Inject, Injectable } from '@nestjs/common';
import { newId } from '../../platform/database/new-id.js';
import { cadenceChangesTold, peopleTold } from './cadence-changes-told.js';
import { CadenceReferences } from './cadence-references.js';
import { type CadenceRow, seriesOf } from './cadence-row.js';
import type { OpenedCadence } from './cadence-transaction.js';
import { CadenceWrites } from './cadence-writes.js';
import { CadencesRepository } from './cadences.repository.js';
import { DatesAfter } from './dates-after.js';
import { FacilitationRotas } from './rotas/facilitation-rotas.js';
import { SeriesTold } from './series-told.js';

/** A series ends, and another one goes on from there: what took place keeps its facts. */
@Injectable()
export class SplitCadence {
  constructor(
    @Inject(CadencesRepository) private readonly cadences: CadencesRepository,
    @Inject(CadenceWrites) private readonly writes: CadenceWrites,
    @Inject(CadenceReferences) private readonly references: CadenceReferences,
    @Inject(DatesAfter) private readonly dates: DatesAfter,
    @Inject(FacilitationRotas) private readonly rotas: FacilitationRotas,
    @Inject(SeriesTold) private readonly told: SeriesTold,
  ) {}

  /**
   * @param after how it goes on
   * @param day YYYY-MM-DD, the first one on which the old series takes place no more
   * @param rotaPersonIds who takes turns from there on; left out: who does now
   * @returns the id of the series that goes on
   */
  async split(opened: OpenedCadence, after: CadenceRow, day: string, rotaPersonIds?: string[]): Promise<string> {
    const { tx, viewer, row, at } = opened;
    const id = newId();
    await this.rotas.keepPast(tx, viewer, row);
    const people = await this.told.before(tx, row, day, viewer.now);
    const lastOn = lastDayOf({ ...seriesOf(row), endsBefore: day });
    const version = await opened.save({ ends_before: day, last_on: lastOn });
    await this.writes.insert(tx, {
      ...after,
      id,
      follows_id: row.id,
      root_id: row.root_id,
      created_by: viewer.personId,
      created_at: at,
    });
    await this.dates.settle(tx, row, startOfDay(day), { ...seriesOf(after), id, timeZone: after.time_zone });
    const becomes = await this.cadences.byId(tx, id);
    if (!becomes) throw new Error('What was just written is there.');
    if (becomes.facilitation !== 'ROTA') {
      if (row.facilitation === 'ROTA') await this.rotas.end(tx, viewer, row);
    } else if (rotaPersonIds !== undefined) await this.rotas.set(tx, viewer, becomes, rotaPersonIds);
    const told = await this.told.changed(tx, [row, becomes], people, day, viewer.now);
    await opened.tell('cadence.split', version, [{ field: 'endsBefore', from: row.ends_before, to: day }], told);
    const names = await this.references.names(tx, viewer, peopleTold(row, becomes));
    await opened.tell(
      'cadence.created',
      1,
      cadenceChangesTold(row, becomes, (person) => names.get(person) ?? ''),
      { id },
    );
    return id;
  }
}
