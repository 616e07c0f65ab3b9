import { labelProblems, labelNames } from '@chapterhouse/domain/impediments/label-fields';
import { refuseUnlessLegal } from '@chapterhouse/domain/impediments/impediment-state';
import { refusePlatform } from '@chapterhouse/domain/refusal';
import { Inject, Injectable } from '@nestjs/common';
import type { Tx } from '../../platform/database/tx.js';
import {
  ImpedimentTransaction,
  type ImpedimentCall,
  type ImpedimentStep,
  unlessRefused,
} from './impediment-transaction.js';
import { ImpedimentWrites } from './impediment-writes.js';
import type { Impediment } from './impediments.graphql.js';
import type { LabelRow } from './labels.graphql.js';
import { LabelsRepository } from './labels.repository.js';

export interface LabelChange {
  add: readonly string[];
  remove: readonly string[];
}

/** Labels by name, on one impediment or, as a step, on many. */
@Injectable()
export class LabelImpediment {
  constructor(
    @Inject(ImpedimentTransaction) private readonly transaction: ImpedimentTransaction,
    @Inject(LabelsRepository) private readonly labels: LabelsRepository,
    @Inject(ImpedimentWrites) private readonly writes: ImpedimentWrites,
  ) {}

  /** @throws INVALID_INPUT for no names, or names that are no labels; ILLEGAL_TRANSITION once it has ended */
  label(call: ImpedimentCall, given: LabelChange): Promise<Impediment> {
    return this.transaction.change(call, 'impediment:label', this.step(given));
  }

  /** The version stays: it counts changes of the impediment's own fields. */
  step(given: LabelChange): ImpedimentStep {
    const change = { add: labelNames(given.add), remove: labelNames(given.remove) };
    const fields = labelProblems(change);
    let rows: Promise<{ add: LabelRow[]; remove: LabelRow[] }> | undefined;
    return async ({ tx, row, at }) => {
      if (fields.length > 0) throw refusePlatform('INVALID_INPUT', { fields });
      unlessRefused(refuseUnlessLegal(row.state, 'impediment:label'));
      const { add, remove } = await (rows ??= this.load(tx, change));
      const ids = (list: readonly LabelRow[]): string[] => list.map(({ id }) => id);
      const changed = await this.labels.change(tx, row.id, ids(add), ids(remove));
      if (changed.added.length + changed.removed.length === 0) return undefined;
      await this.writes.touch(tx, row.id, at);
      const names = new Map([...add, ...remove].map(({ id, name }) => [id, name]));
      const changes = [
        ...changed.added.map((id) => ({ field: 'labels', from: null, to: names.get(id) ?? null })),
        ...changed.removed.map((id) => ({ field: 'labels', from: names.get(id) ?? null, to: null })),
      ];
      return { event: 'impediment.labelled', changes, version: row.version, alsoUndo: { labels: changed } };
    };
  }

  private async load(tx: Tx, { add, remove }: LabelChange): Promise<{ add: LabelRow[]; remove: LabelRow[] }> {
    return { add: await this.labels.named(tx, add, true), remove: await this.labels.named(tx, remove, false) };
  }
}
