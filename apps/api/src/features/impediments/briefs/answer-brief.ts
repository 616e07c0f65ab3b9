import { refuseAnswer, type SentBrief } from '@chapterhouse/domain/impediments/brief-answer';
import {
  BRIEF_ANSWER_TITLES,
  briefAnswerProblems,
  type BriefAnswerKind,
} from '@chapterhouse/domain/impediments/brief-fields';
import { canOnBrief } from '@chapterhouse/domain/impediments/brief-policy';
import { refusePlatform } from '@chapterhouse/domain/refusal';
import { Inject, Injectable } from '@nestjs/common';
import { scopeOf, type Viewer } from '../../../platform/auth/viewer.js';
import { Database } from '../../../platform/database/database.js';
import type { Tx } from '../../../platform/database/tx.js';
import { idempotently } from '../../../platform/graphql/idempotency.js';
import { StandInsRead } from '../../organization/public.js';
import { ImpedimentReferences } from '../impediment-references.js';
import { ImpedimentTransaction, unlessRefused } from '../impediment-transaction.js';
import { ImpedimentWrites } from '../impediment-writes.js';
import { ImpedimentsRepository } from '../impediments.repository.js';
import { typedText } from '../../../platform/graphql/typed-text.js';
import { BriefObjects } from './brief-objects.js';
import type { BriefRow } from './brief-row.js';
import type { EscalationBriefObject } from './briefs.graphql.js';
import { BriefsRepository } from './briefs.repository.js';

/** Who answers what; the id as in the database. */
export interface AnswerCall {
  viewer: Viewer;
  id: string;
  kind: BriefAnswerKind;
  words: string;
  idempotencyKey: string | null | undefined;
}

@Injectable()
export class AnswerBrief {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(ImpedimentTransaction) private readonly transaction: ImpedimentTransaction,
    @Inject(ImpedimentsRepository) private readonly impediments: ImpedimentsRepository,
    @Inject(ImpedimentWrites) private readonly writes: ImpedimentWrites,
    @Inject(ImpedimentReferences) private readonly references: ImpedimentReferences,
    @Inject(StandInsRead) private readonly standIns: StandInsRead,
    @Inject(BriefsRepository) private readonly briefs: BriefsRepository,
    @Inject(BriefObjects) private readonly objects: BriefObjects,
  ) {}

  /**
   * Once for each brief, by whom it asks, or by who stands in for one of them who is away.
   * @throws NOT_FOUND, FORBIDDEN, BRIEF_ANSWERED_ALREADY, BRIEF_REPLACED, INVALID_INPUT
   */
  answer(call: AnswerCall): Promise<EscalationBriefObject> {
    const { viewer, id, kind } = call;
    const words = typedText(call.words);
    return this.database.transaction(scopeOf(viewer), (tx) =>
      idempotently(tx, call.idempotencyKey, 'brief:answer', { id, kind, words }, async () => {
        const { brief, version } = await this.open(tx, id);
        const standsInFor = await this.permit(tx, viewer, brief);
        unlessRefused(refuseAnswer(await this.sent(tx, viewer, brief)));
        const fields = briefAnswerProblems({ kind, words });
        if (fields.length > 0) throw refusePlatform('INVALID_INPUT', { fields });
        const at = viewer.now.toISOString();
        const by = viewer.personId;
        await this.briefs.insertAnswer(tx, { briefId: id, kind, words, by, for: standsInFor, at });
        await this.writes.touch(tx, brief.impediment_id, at);
        await this.transaction.record(tx, brief.impediment_id, {
          event: 'impediment.brief-answered',
          version,
          changes: [{ field: 'answer', from: null, to: BRIEF_ANSWER_TITLES[kind] }],
          note: words,
          mentions: [brief.sent_by],
        });
        return this.objects.one(tx, viewer, await this.present(tx, id));
      }),
    );
  }

  /** As it is once nobody else can answer it or send another one: both need the impediment. */
  private async open(tx: Tx, id: string): Promise<{ brief: BriefRow; version: number }> {
    const { impediment_id: impedimentId } = await this.present(tx, id);
    const row = await this.impediments.forUpdate(tx, impedimentId);
    if (!row) throw refusePlatform('NOT_FOUND', {});
    return { brief: await this.present(tx, id), version: row.version };
  }

  private async present(tx: Tx, id: string): Promise<BriefRow> {
    const brief = await this.briefs.byId(tx, id);
    if (!brief) throw refusePlatform('NOT_FOUND', {});
    return brief;
  }

  /** Whom the viewer stands in for; null when they are asked themselves. @throws FORBIDDEN */
  private async permit(tx: Tx, { actor, personId, today }: Viewer, brief: BriefRow): Promise<string | null> {
    const { recipient_ids: asked } = brief;
    const standIns = await this.standIns.of(tx, asked, today);
    const recipientIds = [...asked, ...[...standIns.values()].flat()];
    const verdict = canOnBrief(actor, 'brief:answer', { recipientIds });
    if (!verdict.allowed) throw refusePlatform('FORBIDDEN', { action: 'brief:answer', reason: verdict.reason });
    if (asked.includes(personId)) return null;
    return [...standIns].find(([, ids]) => ids.includes(personId))?.[0] ?? null;
  }

  private async sent(tx: Tx, viewer: Viewer, { answer, replaced_by: replacedBy }: BriefRow): Promise<SentBrief> {
    const replaced = replacedBy !== null;
    if (answer === null) return { answer, replaced };
    const { name } = await this.references.person(tx, viewer.today, answer.by);
    return { answer: { kind: answer.kind, by: name, at: answer.at }, replaced };
  }
}
