import { refuseUnlessLegal } from '@chapterhouse/domain/impediments/impediment-state';
import { Inject, Injectable } from '@nestjs/common';
import { ImpedimentLinks } from './impediment-links.js';
import { ImpedimentReferences } from './impediment-references.js';
import {
  type ImpedimentCall,
  type ImpedimentStep,
  ImpedimentTransaction,
  unlessRefused,
} from './impediment-transaction.js';
import type { Impediment } from './impediments.graphql.js';

/** Who has it from now on; what else triage decides stays. */
@Injectable()
export class AssignImpediment {
  constructor(
    @Inject(ImpedimentTransaction) private readonly transaction: ImpedimentTransaction,
    @Inject(ImpedimentLinks) private readonly links: ImpedimentLinks,
    @Inject(ImpedimentReferences) private readonly references: ImpedimentReferences,
  ) {}

  /** @throws ILLEGAL_TRANSITION, INVALID_INPUT for somebody who has left; NOT_FOUND for nobody of this organization */
  assign(call: ImpedimentCall & { newOwnerId: string }): Promise<Impediment> {
    return this.transaction.change(call, 'impediment:assign', this.step(call.newOwnerId));
  }

  /** Giving it to whoever has it already changes nothing. */
  step(ownerId: string): ImpedimentStep {
    return async ({ tx, row, viewer, save }) => {
      const owner = await this.references.personToCount(tx, viewer.today, ownerId, 'ownerId');
      unlessRefused(refuseUnlessLegal(row.state, 'impediment:assign'));
      if (row.owner_id === ownerId) return undefined;
      const before = row.owner_id === null ? undefined : await this.references.person(tx, viewer.today, row.owner_id);
      const version = await save({ owner_id: ownerId });
      const began = await this.links.watch(tx, row.id, ownerId, true);
      const changes = [{ field: 'owner', from: before?.name ?? null, to: owner.name }];
      return { event: 'impediment.assigned', changes, version, ...(began && { alsoUndo: { watcherId: ownerId } }) };
    };
  }
}
