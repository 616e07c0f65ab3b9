import { refuseDuplicate } from '@chapterhouse/domain/impediments/impediment-links';
import { refusePlatform } from '@chapterhouse/domain/refusal';
import { Inject, Injectable } from '@nestjs/common';
import type { Tx } from '../../platform/database/tx.js';
import { ImpedimentClocks } from './clocks/impediment-clocks.js';
import { type HandedOver, ImpedimentLinks } from './impediment-links.js';
import { ImpedimentReferences } from './impediment-references.js';
import { type ImpedimentRow, keyOf, numberOf } from './impediment-row.js';
import {
  ImpedimentTransaction,
  type ImpedimentCall,
  type ImpedimentStep,
  type OpenedImpediment,
} from './impediment-transaction.js';
import { ImpedimentWrites } from './impediment-writes.js';
import { ImpedimentsRepository } from './impediments.repository.js';
import { stateAfter, stateChange } from './move-impediment.js';
import type { Impediment } from './impediments.graphql.js';

@Injectable()
export class MarkDuplicate {
  constructor(
    @Inject(ImpedimentTransaction) private readonly transaction: ImpedimentTransaction,
    @Inject(ImpedimentsRepository) private readonly impediments: ImpedimentsRepository,
    @Inject(ImpedimentWrites) private readonly writes: ImpedimentWrites,
    @Inject(ImpedimentClocks) private readonly clocks: ImpedimentClocks,
    @Inject(ImpedimentLinks) private readonly links: ImpedimentLinks,
    @Inject(ImpedimentReferences) private readonly references: ImpedimentReferences,
  ) {}

  /**
   * Ends it as a duplicate and hands over its teams, items, votes and watchers. When the other one is a duplicate
   * itself, the one at the end of that chain gets them.
   * @throws NOT_FOUND for a key that nobody has, DUPLICATE_OF_ITSELF, DUPLICATE_CYCLE, ILLEGAL_TRANSITION
   */
  mark(call: ImpedimentCall, duplicateOfKey: string): Promise<Impediment> {
    return this.transaction.change(call, 'impediment:mark-duplicate', this.markStep(duplicateOfKey), lockChains);
  }

  /** Taken only where `lockChains` was called before. */
  markStep(duplicateOfKey: string): ImpedimentStep {
    return async (opened) => {
      const { tx, row, save } = opened;
      const original = await this.original(tx, row, duplicateOfKey);
      const state = stateAfter(row, 'impediment:mark-duplicate');
      const { columns, former } = await this.clocks.ends(opened);
      const version = await save({ state, duplicate_of_id: original.id, ...columns });
      const handed = await this.handOver(opened, original);
      const changes = [stateChange(row, state), { field: 'duplicateOf', from: null, to: keyOf(original.number) }];
      const alsoUndo = { stay: former, handedOver: { ...handed, toId: original.id } };
      return { event: 'impediment.marked-duplicate', changes, version, alsoUndo };
    };
  }

  private async original(tx: Tx, row: ImpedimentRow, key: string): Promise<ImpedimentRow> {
    const number = numberOf(key);
    const named = number === undefined ? undefined : await this.impediments.byNumber(tx, number);
    if (!named) throw refusePlatform('NOT_FOUND', {});
    const chain = await this.links.duplicateChain(tx, named.id);
    const refusal = refuseDuplicate(row.id, chain);
    if (refusal) throw refusal;
    const last = chain.at(-1) ?? named.id;
    const original = last === named.id ? named : await this.impediments.byId(tx, last);
    if (!original) throw refusePlatform('NOT_FOUND', {});
    return original;
  }

  private async handOver({ tx, row, viewer, at }: OpenedImpediment, original: ImpedimentRow): Promise<HandedOver> {
    const handed = await this.links.handOver(tx, row.id, original.id, at);
    await this.writes.touch(tx, original.id, at);
    const teams = await this.references.teams(tx, viewer.today, handed.teamIds);
    await this.transaction.record(tx, original.id, {
      event: 'impediment.edited',
      version: original.version,
      note: `${keyOf(row.number)} is a duplicate of this.`,
      changes: [
        ...[...teams.values()].map((team) => ({ field: 'affectedTeams', from: null, to: team.name })),
        ...handed.itemKeys.map((key) => ({ field: 'blockedItems', from: null, to: key })),
        ...counted(handed, original),
      ],
    });
    return handed;
  }
}

function counted(handed: HandedOver, original: ImpedimentRow): { field: string; from: string; to: string }[] {
  const more = handed.voterIds.length;
  if (more === 0) return [];
  return [{ field: 'voteCount', from: String(original.vote_count), to: String(original.vote_count + more) }];
}

/** One at a time in an organization: two that make each other a duplicate would close a circle that neither sees. */
export async function lockChains(tx: Tx): Promise<void> {
  await tx.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [`duplicates:${tx.organizationId}`]);
}
