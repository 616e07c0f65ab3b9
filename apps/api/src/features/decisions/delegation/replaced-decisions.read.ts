import {
  type ReplacedDecision,
  replacingInVain,
  type ReplacingRefused,
  replacingRefused,
} from '@chapterhouse/domain/decisions/delegation-replacing';
import { refusePlatform } from '@chapterhouse/domain/refusal';
import { Inject, Injectable } from '@nestjs/common';
import type { Viewer } from '../../../platform/auth/viewer.js';
import type { Tx } from '../../../platform/database/tx.js';
import { WorkingCalendarRead } from '../../organization/public.js';
import { decisionKeyOf } from '../decision-row.js';
import { flowSubjects } from './flow-subjects.js';
import { type FlowMoment, FlowsRead } from './flows.read.js';

/** What proposals are to replace, and whether somebody may: by the delegation of what is replaced, not of the proposal. */
@Injectable()
export class ReplacedDecisionsRead {
  constructor(
    @Inject(FlowsRead) private readonly flows: FlowsRead,
    @Inject(WorkingCalendarRead) private readonly calendars: WorkingCalendarRead,
  ) {}

  /** Which of these, in force, the viewer may not replace now. @throws NOT_FOUND for what is no decision here */
  async refused(tx: Tx, viewer: Viewer, ids: readonly string[]): Promise<ReplacingRefused[]> {
    if (ids.length === 0) return [];
    const found = await this.byIds(tx, viewer, ids);
    const { timeZone } = await this.calendars.of(tx);
    return replacingRefused([...found.values()], viewer.personId, timeZone);
  }

  /** The sentences about what each proposal is to replace, by its id: the same number of statements for any number. */
  async ofProposals(tx: Tx, viewer: Viewer, ids: readonly string[]): Promise<Map<string, string[]>> {
    const replaced = await this.byProposal(tx, viewer, ids);
    if (replaced.size === 0) return new Map();
    const { timeZone } = await this.calendars.of(tx);
    return new Map([...replaced].map(([id, others]) => [id, sentences(others, viewer, timeZone)]));
  }

  /** The sentences about these, before anybody proposes to replace them. @throws NOT_FOUND for what is no decision here */
  async ofThese(tx: Tx, viewer: Viewer, ids: readonly string[]): Promise<string[]> {
    if (ids.length === 0) return [];
    const found = await this.byIds(tx, viewer, ids);
    const { timeZone } = await this.calendars.of(tx);
    return sentences([...found.values()], viewer, timeZone);
  }

  /** What each proposal is to replace, in force or not any more, by its id; those that replace nothing are missing. */
  async byProposal(tx: Tx, moment: FlowMoment, ids: readonly string[]): Promise<Map<string, ReplacedDecision[]>> {
    const pairs = await tx.query<{ decision_id: string; superseded_id: string }>(
      `select s.decision_id, s.superseded_id from decision_supersedes s
         join decisions d on d.organization_id = s.organization_id and d.id = s.decision_id and d.state = 'PROPOSED'
        where s.organization_id = $1 and s.decision_id = any($2::uuid[]) order by s.decision_id, s.superseded_id`,
      [tx.organizationId, ids],
    );
    if (pairs.length === 0) return new Map();
    const found = await this.byIds(tx, moment, [...new Set(pairs.map((pair) => pair.superseded_id))]);
    const replaced = new Map<string, ReplacedDecision[]>();
    for (const { decision_id: id, superseded_id: other } of pairs)
      replaced.set(id, [...(replaced.get(id) ?? []), ...[found.get(other) ?? []].flat()]);
    return replaced;
  }

  private async byIds(tx: Tx, moment: FlowMoment, ids: readonly string[]): Promise<Map<string, ReplacedDecision>> {
    const subjects = await flowSubjects(tx, 'd.id = any($2::uuid[])', ids);
    if (subjects.length < ids.length) throw refusePlatform('NOT_FOUND', {});
    const loaded = await this.flows.many(tx, moment, subjects);
    return new Map(
      loaded.map(({ subject, facts }) => [
        subject.id,
        {
          key: decisionKeyOf(subject.number),
          state: subject.state,
          replacedBy: subject.replacedBy && {
            key: decisionKeyOf(subject.replacedBy.number),
            inForce: subject.replacedBy.state === 'ACCEPTED',
          },
          facts,
          vetoEndsAt: subject.vetoEndsAt === null ? null : Date.parse(subject.vetoEndsAt),
        },
      ]),
    );
  }
}

function sentences(others: readonly ReplacedDecision[], { personId }: Viewer, timeZone: string): string[] {
  return [...replacingInVain(others), ...replacingRefused(others, personId, timeZone).map(({ words }) => words)];
}
