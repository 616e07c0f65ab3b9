import { canOnCadence } from '@chapterhouse/domain/cadences/cadence-policy';
import type { RotaPolicyFacts } from '@chapterhouse/domain/cadences/rota-policy';
import { Inject, Injectable } from '@nestjs/common';
import type { Viewer } from '../../../platform/auth/viewer.js';
import type { Tx } from '../../../platform/database/tx.js';
import { placeOf } from '../cadence-row.js';
import { CadenceStandingsRead } from '../cadence-standings.read.js';
import { CadencesRepository } from '../cadences.repository.js';
import { type RotaRow, rotaPlaceOf } from './rota-row.js';

/** What the policy of rotas looks at, of many at once: of facilitation also who may change the meeting. */
@Injectable()
export class RotaPolicyFactsRead {
  constructor(
    @Inject(CadencesRepository) private readonly cadences: CadencesRepository,
    @Inject(CadenceStandingsRead) private readonly standings: CadenceStandingsRead,
  ) {}

  /** By rota; nobody's turn is concerned yet. */
  async of(tx: Tx, viewer: Viewer, rows: readonly RotaRow[]): Promise<Map<string, RotaPolicyFacts>> {
    const roots = rows.flatMap(({ root_id: rootId }) => (rootId === null ? [] : [rootId]));
    const series = roots.length === 0 ? [] : await this.cadences.ofLines(tx, roots);
    // The last one of each line is the one that goes on.
    const last = new Map(series.map((row) => [row.root_id, row]));
    const policies = await this.standings.ofSeries(tx, viewer, [...last.values()]);
    return new Map(
      rows.map((row) => {
        const cadence = row.root_id === null ? undefined : last.get(row.root_id);
        const policy = cadence && policies.get(cadence.id);
        const keepsMeeting = policy !== undefined && canOnCadence(viewer.actor, 'cadence:edit', policy).allowed;
        return [row.id, { place: cadence ? placeOf(cadence) : rotaPlaceOf(row), keepsMeeting, personIds: [] }];
      }),
    );
  }
}
