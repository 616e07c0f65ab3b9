import type { ImpedimentCategory } from '@chapterhouse/domain/impediments/impediment-fields';
import { can } from '@chapterhouse/domain/impediments/impediment-policy';
import { earlierOfSameKind, isRecurring, recurrences } from '@chapterhouse/domain/impediments/recurrence';
import { refusePlatform } from '@chapterhouse/domain/refusal';
import { Inject, Injectable } from '@nestjs/common';
import { scopeOf, type Viewer } from '../../../platform/auth/viewer.js';
import { Database } from '../../../platform/database/database.js';
import type { Tx } from '../../../platform/database/tx.js';
import { toConnection } from '../../../platform/graphql/connection.js';
import { ImpedimentObjects } from '../impediment-objects.js';
import { allHere } from '../numbers/numbers.service.js';
import { type PageArgs, pageByRank } from '../../../platform/graphql/page-key.js';
import { SourcesRepository } from '../sources/sources.repository.js';
import { type BottleneckFacts, BottleneckFactsRead, type BottleneckScope } from './bottleneck-facts.read.js';
import { mapOf, type MapFacts, sumOf } from './bottlenecks.js';
import type { CountedBottleneck, EarlierOfSameKind } from './bottlenecks.graphql.js';

/** What of the map is looked into; ids as in the database. */
export interface BottleneckAsked extends BottleneckScope {
  areaId?: string | undefined;
  /** Instead those that were raised in it, whatever they cost. */
  category?: ImpedimentCategory | undefined;
}

interface Listed {
  id: string;
  blockedTeamDays: number;
}

const LATEST = 3;

/** Where teams wait for what, what that cost them, and what recurs. */
@Injectable()
export class BottlenecksService {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(BottleneckFactsRead) private readonly read: BottleneckFactsRead,
    @Inject(ImpedimentObjects) private readonly objects: ImpedimentObjects,
    @Inject(SourcesRepository) private readonly sources: SourcesRepository,
  ) {}

  /** @param quarter the second of the two; the present one when null. @throws INVALID_INPUT for one that is none */
  map(viewer: Viewer, quarter: string | null): Promise<MapFacts & Pick<BottleneckFacts, 'quarters'>> {
    mayView(viewer);
    return this.database.transaction(scopeOf(viewer), async (tx) => {
      const facts = await this.read.facts(tx, viewer.now.getTime(), quarter);
      return { ...mapOf(facts), quarters: facts.quarters };
    });
  }

  /** What the map counts, the costliest first. @throws as `map`; NOT_FOUND for a source or area of nobody here */
  counted(viewer: Viewer, quarter: string | null, asked: BottleneckAsked, args: PageArgs): Promise<CountedBottleneck> {
    mayView(viewer);
    const page = pageByRank(args);
    return this.database.transaction(scopeOf(viewer), async (tx) => {
      if (!(await allHere(tx, asked))) throw refusePlatform('NOT_FOUND', {});
      const facts = await this.read.facts(tx, viewer.now.getTime(), quarter, asked);
      const listed = listedOf(facts, asked).toSorted(before);
      const last = page.after && { blockedTeamDays: Number(page.after[0]), id: page.after[1] ?? '' };
      const rows = listed.filter((one) => last === null || before(last, one) < 0).slice(0, page.limit);
      const cameBack = cameBackIn(facts, asked.areaId === undefined ? null : new Set(listed.map(({ id }) => id)));
      const ids = rows.slice(0, page.size).map(({ id }) => id);
      const impediments = await this.objects.byIds(tx, viewer, ids);
      const byId = new Map(ids.map((id, index) => [id, impediments[index]]));
      const keyOf = ({ blockedTeamDays, id }: Listed): string[] => [String(blockedTeamDays), id];
      return {
        blockedTeamDays: listed.reduce((sum, { blockedTeamDays }) => sum + blockedTeamDays, 0),
        impediments: toConnection(page, rows, listed.length, keyOf, ({ id, blockedTeamDays }) => {
          const impediment = byId.get(id);
          if (!impediment) throw new Error('Every row of the page is an object.');
          return { impediment, blockedTeamDays, recurring: cameBack.has(id) };
        }),
      };
    });
  }

  /** Asked by whoever is about to raise one of this kind. @throws NOT_FOUND for a source of nobody here */
  earlier(viewer: Viewer, sourceId: string, category: ImpedimentCategory): Promise<EarlierOfSameKind> {
    mayView(viewer);
    return this.database.transaction(scopeOf(viewer), async (tx) => {
      const source = await this.sources.standing(tx, sourceId);
      if (!source) throw refusePlatform('NOT_FOUND', {});
      const facts = await this.read.facts(tx, viewer.now.getTime(), null, { sourceId: source.id });
      const kind = { id: null, sourceId: source.id, category, raisedAt: null };
      const came = earlierOfSameKind(facts.impediments, kind, facts.seenAt, facts.calendar.timeZone);
      const latest = came.slice(-LATEST).toReversed();
      return {
        times: came.length,
        blockedTeamDays: came.reduce((sum, one) => sum + sumOf(facts.blocked(one)), 0),
        recurring: isRecurring(came),
        latest: await this.shown(tx, viewer, latest),
      };
    });
  }

  private shown(tx: Tx, viewer: Viewer, of: readonly { id: string }[]): ReturnType<ImpedimentObjects['byIds']> {
    return this.objects.byIds(
      tx,
      viewer,
      of.map(({ id }) => id),
    );
  }
}

/** What a mark of the map, or a recurrence, is the sum of. */
function listedOf(facts: BottleneckFacts, { areaId, category }: BottleneckAsked): Listed[] {
  const [{ from }] = facts.quarters;
  return facts.impediments.flatMap((one) => {
    const byArea = facts.blocked(one);
    const blockedTeamDays = areaId === undefined ? sumOf(byArea) : (byArea.get(areaId) ?? 0);
    const counts =
      category === undefined
        ? blockedTeamDays > 0
        : one.category === category && from <= one.raisedAt && one.raisedAt <= facts.seenAt;
    return counts ? [{ id: one.id, blockedTeamDays }] : [];
  });
}

/** @param among only these; all when null */
function cameBackIn(facts: BottleneckFacts, among: ReadonlySet<string> | null): ReadonlySet<string> {
  const looked = facts.impediments.filter(({ id }) => among === null || among.has(id));
  const again = recurrences(looked, facts.seenAt, facts.calendar.timeZone);
  return new Set(again.flatMap(({ impedimentIds }) => impedimentIds));
}

function before(one: Listed, other: Listed): number {
  return other.blockedTeamDays - one.blockedTeamDays || (one.id < other.id ? -1 : one.id === other.id ? 0 : 1);
}

function mayView(viewer: Viewer): void {
  const verdict = can(viewer.actor, 'impediment:view');
  if (!verdict.allowed) throw refusePlatform('FORBIDDEN', { action: 'impediment:view', reason: verdict.reason });
}
