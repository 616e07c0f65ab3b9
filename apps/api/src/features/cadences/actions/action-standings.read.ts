import type { ActionItemFacts } from '@chapterhouse/domain/cadences/action-policy';
import { Inject, Injectable } from '@nestjs/common';
import type { Viewer } from '../../../platform/auth/viewer.js';
import type { Tx } from '../../../platform/database/tx.js';
import { StandInsRead } from '../../organization/public.js';
import { CadencesRepository } from '../cadences.repository.js';
import { keyOfRef } from '../occurrence-id.js';
import { type OccurrenceFacts, OccurrencesRead } from '../occurrences.read.js';
import { FacilitatorsRead } from '../rotas/facilitators.read.js';
import { type ActionRow, refOf } from './action-row.js';

/** The next date is looked for so far. */
const FOLLOW_UP = 35 * 24 * 3_600_000;
/** Half a day: a meeting that has just begun still is the one that follows up. */
const JUST_BEGUN = 12 * 3_600_000;

/** What the policy of actions looks at, of many at once. */
@Injectable()
export class ActionStandingsRead {
  constructor(
    @Inject(StandInsRead) private readonly standIns: StandInsRead,
    @Inject(CadencesRepository) private readonly cadences: CadencesRepository,
    @Inject(OccurrencesRead) private readonly occurrences: OccurrencesRead,
    @Inject(FacilitatorsRead) private readonly facilitators: FacilitatorsRead,
  ) {}

  /** By action. */
  async of(tx: Tx, viewer: Viewer, rows: readonly ActionRow[]): Promise<Map<string, ActionItemFacts>> {
    const owners = [...new Set(rows.map(({ owner_id: ownerId }) => ownerId))];
    const standIns = await this.standIns.of(tx, owners, viewer.today);
    const facilitators = await this.facilitatorsOf(tx, viewer, rows);
    return new Map(
      rows.map((row) => [
        row.id,
        {
          ownerIds: [row.owner_id, ...(standIns.get(row.owner_id) ?? [])],
          createdById: row.created_by,
          facilitatorIds: facilitators(row),
        },
      ]),
    );
  }

  /** Who facilitates where it was promised, and where it is followed up. */
  private async facilitatorsOf(
    tx: Tx,
    viewer: Viewer,
    rows: readonly ActionRow[],
  ): Promise<(row: ActionRow) => string[]> {
    const refs = rows.flatMap((row) => refOf(row) ?? []);
    if (refs.length === 0) return () => [];
    const promised = await this.occurrences.byRefs(tx, refs);
    const roots = new Set([...promised.values()].map(({ cadence }) => cadence.root_id));
    const lines = new Map((await this.cadences.ofLines(tx, [...roots])).map((row) => [row.root_id, row]));
    const now = viewer.now.getTime();
    const near = { from: now - JUST_BEGUN, before: now + FOLLOW_UP };
    const ids = [...lines.values()].map(({ id }) => id);
    const followUps = new Map<string, OccurrenceFacts>();
    for (const date of await this.occurrences.between(tx, near, ids)) {
      const rootId = date.cadence.root_id;
      if (date.state === 'PLANNED' && !followUps.has(rootId)) followUps.set(rootId, date);
    }
    const dates = [...promised.values(), ...followUps.values()];
    const people = await this.facilitators.of(tx, dates);
    return (row) => {
      const ref = refOf(row);
      const date = ref && promised.get(keyOfRef(ref));
      if (!date) return [];
      const followUp = followUps.get(date.cadence.root_id);
      return [people.get(keyOfRef(date)), followUp && people.get(keyOfRef(followUp))].flatMap((id) => id ?? []);
    };
  }
}
