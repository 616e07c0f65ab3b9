import {
  type ReplacedDecision,
  type ReplacingRefused,
  replacingRefused,
} from '@chapterhouse/domain/decisions/delegation-replacing';
import { refusePlatform } from '@chapterhouse/domain/refusal';
import { Inject, Injectable } from '@nestjs/common';
import type { Viewer } from '../../../platform/auth/viewer.js';
import type { Tx } from '../../../platform/database/tx.js';
import { WorkingCalendarRead } from '../../organization/public.js';
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
    return new Map(
      [...replaced].map(([id, others]) => [
        id,
        replacingRefused(others, viewer.personId, timeZone).map(({ words }) => words),
      ]),
    );
  }

  /** What is in force and each proposal is to replace, by its id; those that replace nothing are missing. */
  async byProposal(tx: Tx, moment: FlowMoment, ids: readonly string[]): Promise<Map<string, ReplacedDecision[]>> {
    const pairs = await tx.query<{ decision_id: string; superseded_id: string }>(
      `select s.decision_id, s.superseded_id from decision_supersedes s
         join decisions d on d.organization_id = s.organization_id and d.id = s.decision_id and d.state = 'PROPOSED'
         join decisions o on o.organization_id = s.organization_id and o.id = s.superseded_id and o.state = 'ACCEPTED'
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
          key: `D-${subject.number}`,
          facts,
          vetoEndsAt: subject.vetoEndsAt === null ? null : Date.parse(subject.vetoEndsAt),
        },
      ]),
    );
  }
}
