import type { SourceEvent } from '@chapterhouse/domain/impediments/source-events';
import { sourceName } from '@chapterhouse/domain/impediments/source-fields';
import { Inject, Injectable } from '@nestjs/common';
import type { Tx } from '../../../platform/database/tx.js';
import { EventLog } from '../../../platform/events/event-log.js';
import { typedText } from '../../../platform/graphql/typed-text.js';
import type { NamedSource, SourceRow } from './sources.graphql.js';
import { SourcesRepository } from './sources.repository.js';

/** Sources by name, for whoever puts one on an impediment. */
@Injectable()
export class NameSources {
  constructor(
    @Inject(SourcesRepository) private readonly sources: SourcesRepository,
    @Inject(EventLog) private readonly events: EventLog,
  ) {}

  /**
   * The sources of these names, those that are new created with what is said of them: name as it was given to the source. One of the same name in
   * other capitals is the same, and one that was merged is what it went up in. Nobody merges them until the transaction ends.
   */
  async ensure(tx: Tx, given: readonly NamedSource[]): Promise<Map<string, SourceRow>> {
    const asked = given.map((source) => ({ given: source.name, source: { ...source, name: keptName(source.name) } }));
    const distinct = [...new Map(asked.map(({ source }) => [source.name.toLowerCase(), source])).values()];
    const created = await this.sources.insertNew(tx, distinct);
    await this.events.append(
      tx,
      ...created.map(({ id, name, version }) => ({
        name: 'source.named' satisfies SourceEvent,
        subjectType: 'Source',
        subjectId: id,
        subjectVersion: version,
        payload: { changes: [{ field: 'name', from: null, to: name }] },
      })),
    );
    const held = await this.sources.heldByName(
      tx,
      distinct.map(({ name }) => name),
    );
    const byName = new Map([...held].map(([name, row]) => [name.toLowerCase(), row]));
    return new Map(
      asked.flatMap(({ given: as, source }) => {
        const row = byName.get(source.name.toLowerCase());
        return row ? [[as, row] as const] : [];
      }),
    );
  }
}

/** A name in the one form that it is stored and looked for in. */
export function keptName(given: string): string {
  return sourceName(typedText(given)).normalize('NFC');
}
