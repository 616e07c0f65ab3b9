import { Inject, Injectable } from '@nestjs/common';
import { excerpt } from '../../platform/graphql/typed-text.js';
import { CadenceReferences } from './cadence-references.js';
import { type OccurrenceCall, OccurrenceTransaction } from './occurrence-transaction.js';
import type { Occurrence } from './occurrences.graphql.js';
import { refuseCadenceProblems } from './refuse-cadence.js';

/** What is said of one date: its notes, and who facilitates it. */
@Injectable()
export class RecordOccurrence {
  constructor(
    @Inject(OccurrenceTransaction) private readonly frame: OccurrenceTransaction,
    @Inject(CadenceReferences) private readonly references: CadenceReferences,
  ) {}

  /** @throws as the frame, INVALID_INPUT */
  writeNotes(call: OccurrenceCall, notes: string): Promise<Occurrence> {
    return this.frame.change(call, { action: 'occurrence:write-notes' }, async ({ row, save }) => {
      refuseCadenceProblems({ notes });
      if (notes === row.notes) return;
      const changes = [{ field: 'notes', from: excerpt(row.notes), to: excerpt(notes) }];
      await save({ notes }, 'occurrence.notes-written', { changes });
    });
  }

  /** @param personId null: as the series says again @throws as the frame, INVALID_INPUT, NOT_FOUND for nobody here */
  setFacilitator(call: OccurrenceCall, personId: string | null): Promise<Occurrence> {
    return this.frame.change(call, { action: 'occurrence:set-facilitator' }, async (opened) => {
      const { tx, viewer, row, standing, save } = opened;
      if (row.facilitator_id === personId) return;
      if (personId !== null) await this.references.people(tx, viewer, [personId], 'personId');
      const ids = [standing.facilitatorId, personId].filter((id) => id !== null);
      const names = await this.references.names(tx, viewer, ids);
      const nameOf = (id: string | null): string | null => (id === null ? null : (names.get(id) ?? null));
      await save({ facilitator_id: personId }, 'occurrence.edited', {
        changes: [{ field: 'facilitator', from: nameOf(standing.facilitatorId), to: nameOf(personId) }],
      });
    });
  }
}
