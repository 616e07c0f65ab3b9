import type { SourceKind } from '@chapterhouse/domain/impediments/impediment-fields';
import { can } from '@chapterhouse/domain/impediments/impediment-policy';
import { refusePlatform } from '@chapterhouse/domain/refusal';
import { Inject, Injectable } from '@nestjs/common';
import { scopeOf, type Viewer } from '../../../platform/auth/viewer.js';
import { Database } from '../../../platform/database/database.js';
import type { Tx } from '../../../platform/database/tx.js';
import { refuseField, refuseProblems } from '../refuse-problems.js';
import { keptName, NameSources } from './name-sources.js';
import { type OpenNumbers, type PastNumbers, SourceNumbersRead } from './source-numbers.read.js';
import { type Source, sourceOf, type SourceOrder, type SourceRow } from './sources.graphql.js';
import { type SourceDetails, SourcesRepository } from './sources.repository.js';

/** What a list of sources is narrowed to. */
export interface SourceSearch {
  text: string;
  kinds: readonly SourceKind[] | null;
  order: SourceOrder;
  first: number;
}

/** The most of one answer; and among so many the costliest are looked for. */
export const MOST_SOURCES = 500;
const MOST_TO_ORDER = 5_000;

@Injectable()
export class SourcesService {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(SourcesRepository) private readonly sources: SourcesRepository,
    @Inject(NameSources) private readonly names: NameSources,
    @Inject(SourceNumbersRead) private readonly numbers: SourceNumbersRead,
  ) {}

  /**
   * Those whose name, or one that was merged into theirs, is near the text; the nearest first, or those with the most
   * open impediments or the highest cost. @throws INVALID_INPUT
   */
  search(viewer: Viewer, { text, kinds, order, first }: SourceSearch): Promise<Source[]> {
    mayView(viewer);
    if (first < 1 || first > MOST_SOURCES) refuseField('first', `Ask for 1 to ${MOST_SOURCES} sources.`);
    return this.database.transaction(scopeOf(viewer), async (tx) => {
      const most = order === 'NAME' ? first : MOST_TO_ORDER;
      const rows = await this.sources.search(tx, text, kinds, most);
      if (order === 'NAME') return rows.map(sourceOf);
      const ids = rows.map(({ id }) => id);
      const open = await this.numbers.openIn(tx, viewer.now, ids);
      const weight = ({ id }: SourceRow): number =>
        (order === 'OPEN' ? open.get(id)?.openCount : open.get(id)?.blockedTeamDays) ?? 0;
      // Of equals, the order of the search stays.
      const ordered = rows.toSorted((one, other) => weight(other) - weight(one));
      return ordered.slice(0, first).map(sourceOf);
    });
  }

  /** The one of this id, or what it went up in. @throws NOT_FOUND */
  async standing(viewer: Viewer, id: string): Promise<Source> {
    mayView(viewer);
    const row = await this.database.transaction(scopeOf(viewer), (tx) => this.sources.standing(tx, id));
    if (!row) throw refusePlatform('NOT_FOUND', {});
    return sourceOf(row);
  }

  /** The one of this very id, as long as it stands for itself. */
  async find(viewer: Viewer, id: string): Promise<Source | undefined> {
    mayView(viewer);
    const row = await this.database.transaction(scopeOf(viewer), (tx) => this.sources.standing(tx, id));
    return row?.id === id ? sourceOf(row) : undefined;
  }

  /** By id, as they stand now: one that went up in another is answered as that one. */
  async byIds(viewer: Viewer, ids: readonly string[]): Promise<Map<string, Source>> {
    mayView(viewer);
    const rows = await this.database.transaction(scopeOf(viewer), (tx) => this.sources.standingOf(tx, ids));
    return new Map(rows.map(({ asked, ...row }) => [asked, sourceOf(row)]));
  }

  async details(viewer: Viewer, ids: readonly string[]): Promise<Map<string, SourceDetails>> {
    mayView(viewer);
    const rows = await this.database.transaction(scopeOf(viewer), (tx) => this.sources.details(tx, ids));
    return new Map(rows.map((row) => [row.id, row]));
  }

  openNumbers(viewer: Viewer, ids: readonly string[]): Promise<Map<string, OpenNumbers>> {
    mayView(viewer);
    return this.database.transaction(scopeOf(viewer), (tx) => this.numbers.openIn(tx, viewer.now, ids));
  }

  pastNumbers(viewer: Viewer, ids: readonly string[]): Promise<Map<string, PastNumbers>> {
    mayView(viewer);
    return this.database.transaction(scopeOf(viewer), (tx) => this.numbers.pastIn(tx, viewer, ids));
  }

  /** Before an impediment is locked: whoever wants to merge what `chosen` will answer waits until the transaction ends. */
  async hold(tx: Tx, sourceId: string | null, newSource: { name: string } | null): Promise<void> {
    if (sourceId !== null) await this.sources.held(tx, sourceId);
    if (newSource !== null) await this.sources.heldByName(tx, [keptName(newSource.name)]);
  }

  /**
   * The source that was chosen, or the one of that name, created when nobody has named it yet; one that was merged is
   * what it went up in.
   * @throws NOT_FOUND; INVALID_INPUT when both are given, or the new one lacks a name
   */
  async chosen(
    tx: Tx,
    sourceId: string | null,
    newSource: { name: string; kind: SourceKind } | null,
  ): Promise<SourceRow | null> {
    if (sourceId !== null && newSource !== null)
      refuseField('newSource', 'Choose a source or name a new one, not both.');
    if (newSource !== null) {
      const named = { name: keptName(newSource.name), kind: newSource.kind };
      refuseProblems({ newSource: named });
      const sources = await this.names.ensure(tx, [named]);
      return sources.get(named.name) ?? null;
    }
    if (sourceId === null) return null;
    const source = await this.sources.held(tx, sourceId);
    if (!source) throw refusePlatform('NOT_FOUND', {});
    return source;
  }
}

function mayView(viewer: Viewer): void {
  const verdict = can(viewer.actor, 'impediment:view');
  if (!verdict.allowed) throw refusePlatform('FORBIDDEN', { action: 'impediment:view', reason: verdict.reason });
}
