import type { FieldChange } from '@chapterhouse/domain/event-payload';
import type { ImpedimentEvent } from '@chapterhouse/domain/impediments/impediment-events';
import type { SourceEvent } from '@chapterhouse/domain/impediments/source-events';
import { contactAfterMerge, type MergedSource, refuseMerge } from '@chapterhouse/domain/impediments/source-merge';
import { refusePlatform } from '@chapterhouse/domain/refusal';
import { Inject, Injectable } from '@nestjs/common';
import { scopeOf } from '../../../platform/auth/viewer.js';
import { Database } from '../../../platform/database/database.js';
import type { Tx } from '../../../platform/database/tx.js';
import { EventLog } from '../../../platform/events/event-log.js';
import { idempotently } from '../../../platform/graphql/idempotency.js';
import { changesOf } from '../impediment-transaction.js';
import { excerpt } from '../../../platform/graphql/typed-text.js';
import type { SourceCall } from './edit-source.js';
import { permitOnSource, sourceConflict } from './refuse-source.js';
import { type MergedSources, sourceOf } from './sources.graphql.js';
import { type SourceDetails, SourcesRepository } from './sources.repository.js';

/** Impediments of one statement: each stays far below its time limit. */
const BATCH = 1_000;

/** Two sources that are the same become one. */
@Injectable()
export class MergeSources {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(EventLog) private readonly events: EventLog,
    @Inject(SourcesRepository) private readonly sources: SourcesRepository,
  ) {}

  /**
   * All impediments of the source of the call wait for the other one from now on, ended ones too; its name leads there.
   * It is not taken back. Whoever names either source meanwhile waits until the commit, so none is left behind.
   * @throws NOT_FOUND, FORBIDDEN, MERGED_INTO_ITSELF, MERGED_ALREADY; CONFLICT of the version of the one that goes up
   */
  merge(call: SourceCall, intoId: string): Promise<MergedSources> {
    const { viewer, id, version } = call;
    return this.database.transaction(scopeOf(viewer), (tx) =>
      idempotently(tx, call.idempotencyKey, 'source:merge', { id, version, intoId }, async () => {
        const rows = await this.sources.opened(tx, [id, intoId]);
        const [merged, kept] = [rows.get(id), rows.get(intoId)];
        if (!merged || !kept) throw refusePlatform('NOT_FOUND', {});
        permitOnSource(viewer, 'source:merge');
        const refusal = refuseMerge(factsOf(kept), factsOf(merged));
        if (refusal) throw refusal;
        if (merged.version !== version) throw sourceConflict(merged);
        const moved = await this.moveImpediments(tx, kept, merged);
        await this.sources.merge(tx, kept.id, merged.id, viewer.now.toISOString());
        const after = { ...kept, ...takenOver(kept, merged) };
        await this.sources.update(tx, after);
        await this.record(tx, kept, merged, after);
        return { source: sourceOf({ ...after, version: kept.version + 1 }), movedImpediments: moved };
      }),
    );
  }

  private async moveImpediments(tx: Tx, kept: SourceDetails, merged: SourceDetails): Promise<number> {
    const changes = [{ field: 'source', from: merged.name, to: kept.name }];
    for (let moved = 0; ;) {
      const some = await this.sources.moveImpediments(tx, kept.id, merged.id, BATCH);
      await this.events.append(
        tx,
        ...some.map(({ id, version }) => ({
          name: 'impediment.source-merged' satisfies ImpedimentEvent,
          subjectType: 'Impediment',
          subjectId: id,
          subjectVersion: version,
          payload: { changes },
        })),
      );
      moved += some.length;
      if (some.length < BATCH) return moved;
    }
  }

  private async record(tx: Tx, kept: SourceDetails, merged: SourceDetails, after: SourceDetails): Promise<void> {
    const aliases: FieldChange[] = [merged.name, ...merged.aliases].map((to) => ({ field: 'aliases', from: null, to }));
    const contact = { field: 'contact', from: excerpt(kept.contact), to: excerpt(after.contact) };
    await this.events.append(tx, {
      name: 'source.merged' satisfies SourceEvent,
      subjectType: 'Source',
      subjectId: kept.id,
      subjectVersion: kept.version + 1,
      payload: { changes: [...aliases, ...changesOf(contact)], note: merged.name },
    });
  }
}

/** What the kept one lacks, it gets: whom to talk to, where nobody is named at all, and the team that it is. */
function takenOver(kept: SourceDetails, merged: SourceDetails): Partial<SourceDetails> {
  const knowsNobody = kept.contact.trim() === '' && kept.contact_person_id === null;
  return {
    contact: knowsNobody ? contactAfterMerge(kept, merged) : kept.contact,
    contact_person_id: knowsNobody ? merged.contact_person_id : kept.contact_person_id,
    team_id: kept.kind === 'TEAM' ? (kept.team_id ?? merged.team_id) : null,
  };
}

function factsOf({ id, name, contact, merged_into_id, merged_into_name }: SourceDetails): MergedSource {
  const mergedInto = merged_into_id === null ? null : { id: merged_into_id, name: merged_into_name ?? '' };
  return { id, name, contact, mergedInto };
}
