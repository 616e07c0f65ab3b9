import { rotaProblems } from '@chapterhouse/domain/cadences/rota-fields';
import { dayOf } from '@chapterhouse/domain/cadences/wall-clock';
import { refusePlatform } from '@chapterhouse/domain/refusal';
import { Inject, Injectable } from '@nestjs/common';
import type { Viewer } from '../../../platform/auth/viewer.js';
import { newId } from '../../../platform/database/new-id.js';
import type { Tx } from '../../../platform/database/tx.js';
import { CadenceReferences } from '../cadence-references.js';
import type { CadenceRow } from '../cadence-row.js';
import { KeepTurns } from './keep-turns.js';
import { RotaTransaction } from './rota-transaction.js';
import { RotaWrites } from './rota-writes.js';
import { RotasRepository } from './rotas.repository.js';

/** The rota of a meeting follows what the meeting says; who may is the meeting's to ask. Its line of series has one. */
@Injectable()
export class FacilitationRotas {
  constructor(
    @Inject(RotasRepository) private readonly rotas: RotasRepository,
    @Inject(RotaWrites) private readonly writes: RotaWrites,
    @Inject(RotaTransaction) private readonly frame: RotaTransaction,
    @Inject(KeepTurns) private readonly keep: KeepTurns,
    @Inject(CadenceReferences) private readonly references: CadenceReferences,
  ) {}

  /**
   * Its people take turns from now on, in this order at first; one that was ended goes on, and knows who had turns.
   * @throws NOT_FOUND for people of nobody here, INVALID_INPUT for too few or too many
   */
  async set(tx: Tx, viewer: Viewer, cadence: CadenceRow, personIds: readonly string[]): Promise<void> {
    const fields = rotaProblems({ purpose: 'FACILITATION', personIds });
    if (fields.length > 0)
      throw refusePlatform('INVALID_INPUT', {
        fields: fields.map(({ problem }) => ({ field: 'rotaPersonIds', problem })),
      });
    const names = await this.references.people(tx, viewer, personIds, 'rotaPersonIds');
    const members = personIds.map((id) => names.get(id) ?? '').join(', ');
    const [found] = await this.rotas.ofRoots(tx, [cadence.root_id]);
    if (!found) return this.begin(tx, viewer, cadence, personIds, members);
    const row = await this.rotas.forUpdate(tx, found.id);
    if (!row) throw refusePlatform('NOT_FOUND', {});
    const restarts = row.ended_at !== null;
    const before = (await this.rotas.members(tx, [row.id])).map(({ personId }) => personId);
    if (!restarts && before.join() === personIds.join()) return;
    const former = await this.references.names(tx, viewer, before);
    await this.frame.apply(tx, viewer, row, async () => {
      await this.writes.setMembers(tx, row.id, personIds, later(viewer.today, row.starts_on));
      const from = before.map((id) => former.get(id) ?? '').join(', ');
      return {
        event: restarts ? 'rota.created' : 'rota.edited',
        changes: [{ field: 'members', from, to: members }],
        // After an end: turns of the time in between are nobody's.
        columns: { ended_at: null, ...(restarts && { starts_on: viewer.today }) },
      };
    });
  }

  /** Nobody takes turns any more; those of the past stay. Nothing where there is none. */
  async end(tx: Tx, viewer: Viewer, cadence: CadenceRow): Promise<void> {
    const [found] = await this.rotas.ofRoots(tx, [cadence.root_id]);
    const row = found && (await this.rotas.forUpdate(tx, found.id));
    if (!row || row.ended_at !== null) return;
    await this.frame.apply(tx, viewer, row, async ({ at }) => ({
      event: 'rota.ended',
      changes: [],
      columns: { ended_at: at },
    }));
  }

  /** Before the dates of its series change: turns whose day is over stay as they were. */
  async keepPast(tx: Tx, viewer: Viewer, cadence: CadenceRow): Promise<void> {
    const rows = await this.rotas.ofRoots(tx, [cadence.root_id]);
    await this.keep.of(tx, rows, viewer.today, viewer.now.toISOString());
  }

  private async begin(
    tx: Tx,
    viewer: Viewer,
    cadence: CadenceRow,
    personIds: readonly string[],
    members: string,
  ): Promise<void> {
    const id = newId();
    const startsOn = dayOf(cadence.starts_at) > viewer.today ? dayOf(cadence.starts_at) : viewer.today;
    await this.writes.insert(tx, {
      id,
      purpose: 'FACILITATION',
      name: cadence.name,
      teamId: cadence.team_id,
      rootId: cadence.root_id,
      rule: null,
      startsOn,
      size: 1,
      createdBy: viewer.personId,
      at: viewer.now.toISOString(),
    });
    await this.writes.setMembers(tx, id, personIds, startsOn);
    const changes = [{ field: 'members', from: null, to: members }];
    await this.frame.tell(tx, id, 1, { event: 'rota.created', changes });
  }
}

const later = (one: string, other: string): string => (one > other ? one : other);
