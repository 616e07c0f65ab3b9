import type { BriefAnswerKind } from '@chapterhouse/domain/impediments/brief-fields';
import { Inject, Injectable } from '@nestjs/common';
import { newId } from '../../../platform/database/new-id.js';
import type { Tx } from '../../../platform/database/tx.js';
import { ImpedimentsRepository } from '../impediments.repository.js';
import { typedText } from '../../../platform/graphql/typed-text.js';
import { BriefFactsRead } from './brief-facts.read.js';
import { BriefsRepository } from './briefs.repository.js';

/** A brief that was sent in the past. Ids are the database's, moments ISO text. */
export interface HistoricBrief {
  sentById: string;
  sentAt: string;
  ask: string;
  proposal: string;
  /** YYYY-MM-DD. */
  answerBy: string;
  recipientIds: readonly string[];
  answer: { kind: BriefAnswerKind; words: string; byId: string; at: string } | null;
}

/** Records briefs of the past, with the data as it can be told of their day; what happened is in the impediment's events. */
@Injectable()
export class BriefHistory {
  constructor(
    @Inject(ImpedimentsRepository) private readonly impediments: ImpedimentsRepository,
    @Inject(BriefFactsRead) private readonly facts: BriefFactsRead,
    @Inject(BriefsRepository) private readonly briefs: BriefsRepository,
  ) {}

  /** Once everything around it is recorded: earlier impediments, sprints. */
  async insert(tx: Tx, impedimentId: string, brief: HistoricBrief): Promise<void> {
    const row = await this.impediments.byId(tx, impedimentId);
    if (!row) throw new Error('A brief is of a recorded impediment.');
    const { sentAt, sentById: sentBy, recipientIds, answerBy, answer } = brief;
    const words = { proposal: typedText(brief.proposal), ask: typedText(brief.ask), answerBy };
    const content = await this.facts.brief(tx, Date.parse(sentAt), row, words);
    const id = newId();
    await this.briefs.insert(tx, { id, impedimentId, content, sentBy, sentAt, recipientIds });
    if (answer === null) return;
    const { byId: by, kind, at } = answer;
    await this.briefs.insertAnswer(tx, { briefId: id, kind, words: typedText(answer.words), by, for: null, at });
  }
}
