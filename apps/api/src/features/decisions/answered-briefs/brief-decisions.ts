import { decisionOfBrief } from '@chapterhouse/domain/decisions/brief-decision';
import { Inject, Injectable } from '@nestjs/common';
import { v5 } from 'uuid';
import type { Tx } from '../../../platform/database/tx.js';
import { type AnsweredBrief, AnsweredBriefsRead } from '../../impediments/public.js';
import { DecisionHistory, type HistoricDecision } from '../decision-history.js';
import type { NamedPerson } from '../decision-writes.js';

/** Any id of our own: of the names that ids of such decisions are made from. */
const ANSWERS = '6f1b5e0e-4c0b-5f0e-9a58-0d4f6c2b7a31';

/**
 * What the top level answers to a brief is a decision, with the brief attached. Each brief makes one at most: the id of the
 * decision follows from that of the brief, so the database itself refuses a second.
 */
@Injectable()
export class BriefDecisions {
  constructor(
    @Inject(AnsweredBriefsRead) private readonly briefs: AnsweredBriefsRead,
    @Inject(DecisionHistory) private readonly history: DecisionHistory,
  ) {}

  /** Records what the answered briefs of these impediments decided, as far as it is not yet. @returns how many */
  async record(tx: Tx, impedimentIds: readonly string[]): Promise<number> {
    const answered = await this.briefs.ofImpediments(tx, impedimentIds);
    const known = await tx.query<{ id: string; brief_id: string | null }>(
      'select id, brief_id from decisions where organization_id = $1 and (id = any($2::uuid[]) or brief_id = any($3::uuid[]))',
      [tx.organizationId, answered.map(decisionIdOf), answered.map(({ id }) => id)],
    );
    const recorded = new Set(known.flatMap(({ id, brief_id: briefId }) => [id, briefId]));
    const names = await this.names(tx, answered);
    const fresh = answered.filter((brief) => !recorded.has(decisionIdOf(brief)) && !recorded.has(brief.id));
    const decisions = fresh.flatMap((brief) => historic(tx.organizationId, brief, names));
    if (decisions.length > 0) await this.history.record(tx, decisions);
    return decisions.length;
  }

  private async names(tx: Tx, answered: readonly AnsweredBrief[]): Promise<Map<string, string>> {
    const people = answered.flatMap(({ sent_by: sender, answer, recipient_ids: asked }) => [
      sender,
      answer.by,
      ...asked,
    ]);
    const rows = await tx.query<{ id: string; name: string }>(
      'select id, name from people where organization_id = $1 and id = any($2::uuid[])',
      [tx.organizationId, [...new Set(people)]],
    );
    return new Map(rows.map(({ id, name }) => [id, name]));
  }
}

function decisionIdOf({ id }: Pick<AnsweredBrief, 'id'>): string {
  return v5(id, ANSWERS);
}

/** None where more was asked for. */
function historic(
  organizationId: string,
  brief: AnsweredBrief,
  names: ReadonlyMap<string, string>,
): HistoricDecision[] {
  const { content, answer, impedimentId } = brief;
  const decided = decisionOfBrief(content, answer.kind, answer.words);
  if (decided === null) return [];
  const named = (part: NamedPerson['part'], personId: string): NamedPerson => ({
    part,
    personId,
    name: names.get(personId) ?? '',
  });
  const others = brief.recipient_ids.filter((id) => id !== answer.by && id !== brief.sent_by);
  return [
    {
      ...decided,
      id: decisionIdOf(brief),
      kind: 'ORGANIZATION',
      scope: { kind: 'ORGANIZATION', id: organizationId },
      decisionAreaId: null,
      // Nobody delegated it: the Executive Action Team answers for the organization.
      delegation: null,
      revisitOn: null,
      proposedBy: brief.sent_by,
      proposedAt: brief.sent_at,
      decidedBy: answer.by,
      decidedAt: answer.at,
      vetoEndsAt: null,
      veto: null,
      supersededBy: null,
      endedAt: null,
      endedBy: null,
      revertReason: '',
      people: [
        named('DECISION_MAKER', answer.by),
        ...(brief.sent_by === answer.by ? [] : [named('CONSULTED', brief.sent_by)]),
        ...others.map((id) => named('INFORMED', id)),
      ],
      links: [
        { kind: 'IMPEDIMENT', thingId: impedimentId },
        ...content.teams.map(({ id }) => ({ kind: 'TEAM' as const, thingId: id })),
      ],
      supersedes: [],
      amendments: [],
      briefId: brief.id,
      importIdentity: null,
      importedFrom: '',
    },
  ];
}
