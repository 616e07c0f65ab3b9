import { canOnBrief, TOP_LEVEL_ROLE } from '@chapterhouse/domain/impediments/brief-policy';
import { can } from '@chapterhouse/domain/impediments/impediment-policy';
import { refusePlatform } from '@chapterhouse/domain/refusal';
import { Inject, Injectable } from '@nestjs/common';
import { scopeOf, type Viewer } from '../../../platform/auth/viewer.js';
import { Database } from '../../../platform/database/database.js';
import type { Tx } from '../../../platform/database/tx.js';
import { type Connection, toConnection } from '../../../platform/graphql/connection.js';
import { readId } from '../../../platform/graphql/global-id.js';
import { StandInsRead } from '../../organization/public.js';
import { ImpedimentReferences } from '../impediment-references.js';
import { factsOf } from '../impediment-row.js';
import { ImpedimentsRepository } from '../impediments.repository.js';
import { type PageArgs, pageByMoment } from '../../../platform/graphql/page-key.js';
import { pageByDay } from './asked-page.js';
import { briefDataOf } from './brief-data.graphql.js';
import { BriefFactsRead } from './brief-facts.read.js';
import { BriefObjects } from './brief-objects.js';
import type { BriefRow } from './brief-row.js';
import type { EscalationBriefObject, EscalationBriefPreview } from './briefs.graphql.js';
import { type AskedKey, BriefsRepository } from './briefs.repository.js';

/** A page of what somebody is asked, that knows whom it asks: the total is counted only for those who want it. */
export interface AskedPage extends Connection<EscalationBriefObject> {
  askedIds: readonly string[];
  open: boolean;
}

/** Looking at briefs. What leadership was told is no secret: everybody of the organization may. */
@Injectable()
export class BriefsService {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(ImpedimentsRepository) private readonly impediments: ImpedimentsRepository,
    @Inject(ImpedimentReferences) private readonly references: ImpedimentReferences,
    @Inject(StandInsRead) private readonly standIns: StandInsRead,
    @Inject(BriefFactsRead) private readonly facts: BriefFactsRead,
    @Inject(BriefsRepository) private readonly briefs: BriefsRepository,
    @Inject(BriefObjects) private readonly objects: BriefObjects,
  ) {}

  /** For those who may send one. @throws NOT_FOUND, FORBIDDEN */
  preview(viewer: Viewer, impedimentId: string): Promise<EscalationBriefPreview> {
    return this.database.transaction(scopeOf(viewer), async (tx) => {
      const row = await this.impediments.byId(tx, impedimentId);
      if (!row) throw refusePlatform('NOT_FOUND', {});
      const verdict = can(viewer.actor, 'impediment:send-brief', factsOf(row));
      if (!verdict.allowed)
        throw refusePlatform('FORBIDDEN', { action: 'impediment:send-brief', reason: verdict.reason });
      const brief = await this.facts.brief(tx, viewer.now.getTime(), row, { proposal: '', ask: '', answerBy: '' });
      const holders = await this.standIns.holders(tx, TOP_LEVEL_ROLE, viewer.today);
      const { person } = await this.references.people(tx, viewer.today, holders);
      return { data: briefDataOf(brief), offeredRecipients: holders.map(person) };
    });
  }

  /** @throws NOT_FOUND */
  async byId(viewer: Viewer, id: string): Promise<EscalationBriefObject> {
    const found = await this.find(viewer, id);
    if (!found) throw refusePlatform('NOT_FOUND', {});
    return found;
  }

  async find(viewer: Viewer, id: string): Promise<EscalationBriefObject | undefined> {
    return (await this.byIds(viewer, [id])).get(id);
  }

  /** By id; those of nobody here are missing. */
  async byIds(viewer: Viewer, ids: readonly string[]): Promise<Map<string, EscalationBriefObject>> {
    const briefs = await this.read(viewer, (tx) => this.briefs.byIds(tx, ids));
    return new Map(briefs.map((brief) => [readId('EscalationBrief', brief.id), brief]));
  }

  /** As kept, with the names around it. @throws NOT_FOUND */
  async asKept(viewer: Viewer, id: string): Promise<{ row: BriefRow; shown: EscalationBriefObject }> {
    this.mayView(viewer);
    return this.database.transaction(scopeOf(viewer), async (tx) => {
      const row = await this.briefs.byId(tx, id);
      if (!row) throw refusePlatform('NOT_FOUND', {});
      return { row, shown: await this.objects.one(tx, viewer, row) };
    });
  }

  /** By the impediment's id, the latest first; those without a brief are missing in the answer. */
  async ofImpediments(viewer: Viewer, ids: readonly string[]): Promise<Map<string, EscalationBriefObject[]>> {
    const briefs = await this.read(viewer, (tx) => this.briefs.ofImpediments(tx, ids));
    const grouped = new Map<string, EscalationBriefObject[]>();
    for (const brief of briefs) grouped.set(brief.impedimentId, [...(grouped.get(brief.impedimentId) ?? []), brief]);
    return grouped;
  }

  /** What waits for the viewer's answer, also in the place of somebody who is away; or what no longer does. @throws INVALID_INPUT */
  async askedOf(viewer: Viewer, args: PageArgs, open: boolean): Promise<AskedPage> {
    this.mayView(viewer);
    const page = open ? pageByDay(args) : pageByMoment(args);
    return this.database.transaction(scopeOf(viewer), async (tx) => {
      const askedIds = [viewer.personId, ...(await this.standIns.heldBy(tx, viewer.personId, viewer.today))];
      const [first = '', second = ''] = page.after ?? [];
      const after: AskedKey | null = page.after && [first, second];
      const rows = open
        ? await this.briefs.waitingFor(tx, askedIds, after, page.limit)
        : await this.briefs.pastOf(tx, askedIds, after, page.limit);
      const shown = await this.objects.many(tx, viewer, rows.slice(0, page.size));
      const nodes = new Map(shown.map((brief, index) => [rows[index], brief]));
      const nodeOf = (row: BriefRow): EscalationBriefObject => {
        const node = nodes.get(row);
        if (!node) throw new Error('Every row of the page is an object.');
        return node;
      };
      const keyOf = (row: BriefRow): string[] => [open ? row.answer_by : row.sent_at, row.id];
      return { ...toConnection(page, rows, 0, keyOf, nodeOf), askedIds, open };
    });
  }

  askedTotal(viewer: Viewer, { askedIds, open }: Pick<AskedPage, 'askedIds' | 'open'>): Promise<number> {
    return this.database.transaction(scopeOf(viewer), (tx) => this.briefs.count(tx, askedIds, open));
  }

  private read(viewer: Viewer, find: (tx: Tx) => Promise<BriefRow[]>): Promise<EscalationBriefObject[]> {
    this.mayView(viewer);
    return this.database.transaction(scopeOf(viewer), async (tx) => this.objects.many(tx, viewer, await find(tx)));
  }

  private mayView({ actor }: Viewer): void {
    const verdict = canOnBrief(actor, 'brief:view', { recipientIds: [] });
    if (!verdict.allowed) throw refusePlatform('FORBIDDEN', { action: 'brief:view', reason: verdict.reason });
  }
}
