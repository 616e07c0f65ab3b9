import { briefProblems } from '@chapterhouse/domain/impediments/brief-fields';
import { TOP_LEVEL } from '@chapterhouse/domain/impediments/impediment-ladder';
import { refuseUnlessLegal } from '@chapterhouse/domain/impediments/impediment-state';
import { refusePlatform } from '@chapterhouse/domain/refusal';
import { Inject, Injectable } from '@nestjs/common';
import type { Viewer } from '../../../platform/auth/viewer.js';
import { newId } from '../../../platform/database/new-id.js';
import type { Tx } from '../../../platform/database/tx.js';
import { ReachablePeopleRead } from '../../organization/public.js';
import { ImpedimentReferences } from '../impediment-references.js';
import {
  type ImpedimentCall,
  type ImpedimentOutcome,
  type ImpedimentStep,
  ImpedimentTransaction,
  type OpenedImpediment,
  unlessRefused,
} from '../impediment-transaction.js';
import { ImpedimentWrites } from '../impediment-writes.js';
import type { Impediment } from '../impediments.graphql.js';
import { refuseField } from '../refuse-problems.js';
import { TriageImpediment } from '../triage-impediment.js';
import { typedText } from '../../../platform/graphql/typed-text.js';
import { BriefFactsRead, type BriefWords } from './brief-facts.read.js';
import { BriefsRepository } from './briefs.repository.js';

/** What somebody writes to the data, and whom they ask; ids as in the database. */
export interface BriefToSend extends BriefWords {
  recipientIds: readonly string[];
}

/** The only way for people to take an impediment to the top level: with the data, frozen, in the same transaction. */
@Injectable()
export class SendBrief {
  constructor(
    @Inject(ImpedimentTransaction) private readonly transaction: ImpedimentTransaction,
    @Inject(ImpedimentWrites) private readonly writes: ImpedimentWrites,
    @Inject(ImpedimentReferences) private readonly references: ImpedimentReferences,
    @Inject(ReachablePeopleRead) private readonly reachable: ReachablePeopleRead,
    @Inject(TriageImpediment) private readonly levels: TriageImpediment,
    @Inject(BriefFactsRead) private readonly facts: BriefFactsRead,
    @Inject(BriefsRepository) private readonly briefs: BriefsRepository,
  ) {}

  /**
   * One that is at the top already stays there: it came by time alone, or the answer was that more is needed.
   * @throws ILLEGAL_TRANSITION, INVALID_INPUT; NOT_FOUND for a recipient of nobody here
   */
  send(call: ImpedimentCall, given: BriefToSend): Promise<Impediment> {
    return this.transaction.change(call, 'impediment:send-brief', this.sendStep(given));
  }

  sendStep(given: BriefToSend): ImpedimentStep {
    const { recipientIds } = given;
    const words = { ...given, proposal: typedText(given.proposal), ask: typedText(given.ask) };
    return async (opened) => {
      const { tx, row, viewer, at } = opened;
      const fields = briefProblems(words, viewer.today);
      if (fields.length > 0) throw refusePlatform('INVALID_INPUT', { fields });
      unlessRefused(refuseUnlessLegal(row.state, 'impediment:send-brief'));
      await this.refuseUnreachable(tx, viewer, recipientIds);
      const content = await this.facts.brief(tx, viewer.now.getTime(), row, {
        proposal: words.proposal,
        ask: words.ask,
        answerBy: words.answerBy,
      });
      await this.briefs.insert(tx, {
        id: newId(),
        impedimentId: row.id,
        content,
        sentBy: viewer.personId,
        sentAt: at,
        recipientIds,
      });
      const raised = await this.raise(opened, words.ask);
      return { ...raised, event: 'impediment.brief-sent', note: words.ask, mentions: [...recipientIds] };
    };
  }

  private async raise(
    opened: OpenedImpediment,
    reason: string,
  ): Promise<Pick<ImpedimentOutcome, 'changes' | 'version'>> {
    const { tx, row, at } = opened;
    if (row.level === TOP_LEVEL) {
      await this.writes.touch(tx, row.id, at);
      return { changes: [], version: row.version };
    }
    const outcome = await this.levels.levelStep(TOP_LEVEL, reason, true)(opened);
    if (!outcome) throw new Error('A step to another level changes something.');
    return { changes: outcome.changes, version: outcome.version };
  }

  private async refuseUnreachable(tx: Tx, { today }: Viewer, ids: readonly string[]): Promise<void> {
    const known = await this.references.knownPeople(tx, today, ids);
    if (known.size < ids.length) throw refusePlatform('NOT_FOUND', {});
    const reachable = await this.reachable.among(tx, ids);
    const absent = ids.find((id) => !reachable.has(id));
    const name = absent === undefined ? undefined : known.get(absent)?.name;
    if (name !== undefined)
      refuseField('recipientIds', `${name} cannot sign in and would not see it; choose somebody else or invite them.`);
  }
}
