import { isBriefOverdue } from '@chapterhouse/domain/impediments/brief-answer';
import { viewerCanOnBrief } from '@chapterhouse/domain/impediments/brief-policy';
import { Inject, Injectable } from '@nestjs/common';
import type { Viewer } from '../../../platform/auth/viewer.js';
import type { Tx } from '../../../platform/database/tx.js';
import { globalId } from '../../../platform/graphql/global-id.js';
import { StandInsRead } from '../../organization/public.js';
import { ImpedimentReferences, type PeopleAndTeams } from '../impediment-references.js';
import { briefDataOf } from './brief-data.graphql.js';
import { type BriefRow, stateOf } from './brief-row.js';
import type { BriefAnswer, EscalationBriefObject } from './briefs.graphql.js';

/** Rows to GraphQL objects: people and stand-ins by a few statements, whatever the number of rows. */
@Injectable()
export class BriefObjects {
  constructor(
    @Inject(ImpedimentReferences) private readonly references: ImpedimentReferences,
    @Inject(StandInsRead) private readonly standIns: StandInsRead,
  ) {}

  async one(tx: Tx, viewer: Viewer, row: BriefRow): Promise<EscalationBriefObject> {
    const [brief] = await this.many(tx, viewer, [row]);
    if (!brief) throw new Error('One row makes one brief.');
    return brief;
  }

  async many(tx: Tx, viewer: Viewer, rows: readonly BriefRow[]): Promise<EscalationBriefObject[]> {
    if (rows.length === 0) return [];
    const asked = [...new Set(rows.flatMap((row) => row.recipient_ids))];
    const standIns = await this.standIns.of(tx, asked, viewer.today);
    const people = await this.references.people(tx, viewer.today, [
      ...asked,
      ...rows.flatMap(({ sent_by: sentBy, answer }) => [sentBy, ...(answer ? [answer.by] : [])]),
    ]);
    return rows.map((row) => briefOf(row, viewer, people, standIns));
  }
}

function briefOf(
  row: BriefRow,
  { actor, today }: Viewer,
  { person }: PeopleAndTeams,
  standIns: ReadonlyMap<string, readonly string[]>,
): EscalationBriefObject {
  const { recipient_ids: asked, answer } = row;
  const state = stateOf(row);
  const id = globalId('EscalationBrief', row.id);
  const replaced = row.replaced_by !== null;
  const recipientIds = [...asked, ...asked.flatMap((one) => standIns.get(one) ?? [])];
  const sent = { answer: answer && { kind: answer.kind, by: person(answer.by).name, at: answer.at }, replaced };
  return {
    id,
    state,
    overdue: isBriefOverdue(sent, row.answer_by, today),
    impedimentId: row.impediment_id,
    data: briefDataOf(row.content),
    fingerprint: row.hash,
    answerBy: row.answer_by,
    sentBy: person(row.sent_by),
    sentAt: row.sent_at,
    recipients: asked.map(person),
    answer: answer && answerOf(answer, person),
    replacedById: row.replaced_by === null ? null : globalId('EscalationBrief', row.replaced_by),
    markdownUrl: `/files/briefs/${id}.md`,
    pdfUrl: `/files/briefs/${id}.pdf`,
    viewerCan: viewerCanOnBrief(actor, { recipientIds }).filter(
      (action) => action !== 'brief:answer' || state === 'WAITING',
    ),
  };
}

function answerOf(
  { kind, words, by, for: insteadOf, at }: NonNullable<BriefRow['answer']>,
  person: PeopleAndTeams['person'],
): BriefAnswer {
  return { kind, words, by: person(by), insteadOf: insteadOf === null ? null : person(insteadOf), at };
}
