import { mayVeto } from '@chapterhouse/domain/decisions/delegation-flow';
import { waitsForUntil } from '@chapterhouse/domain/decisions/delegation-waiting';
import { Inject, Injectable } from '@nestjs/common';
import type { Viewer } from '../../../platform/auth/viewer.js';
import type { Tx } from '../../../platform/database/tx.js';
import { flowSubjects } from './flow-subjects.js';
import { FlowsRead } from './flows.read.js';
import { ReplacedDecisionsRead } from './replaced-decisions.read.js';

/** A decision that waits for somebody, or could be vetoed by them. */
export interface WaitingDecision {
  id: string;
  /** ISO text. Of a veto: its end. */
  dueAt: string;
}

/**
 * What waits for the viewer: a consent, an advice, or to be decided, by who may replace what it replaces, too; also in the
 * place of somebody who is away.
 */
@Injectable()
export class WaitingDecisions {
  constructor(
    @Inject(FlowsRead) private readonly flows: FlowsRead,
    @Inject(ReplacedDecisionsRead) private readonly replaced: ReplacedDecisionsRead,
  ) {}

  /** What is due first comes first. Proposals that files brought wait for nobody. */
  async ofViewer(tx: Tx, viewer: Viewer): Promise<WaitingDecision[]> {
    const open = await flowSubjects(tx, "d.state = 'PROPOSED' and d.proposed_by is not null");
    const flows = await this.flows.many(tx, viewer, open);
    const replaced = await this.replaced.byProposal(
      tx,
      viewer,
      open.map(({ id }) => id),
    );
    return flows
      .flatMap(({ subject: { id, proposedBy, proposedAt }, facts }) => {
        const others = replaced.get(id) ?? [];
        const until = waitsForUntil(facts, viewer.personId, proposedBy, Date.parse(proposedAt), others);
        return until === null ? [] : [{ id, dueAt: new Date(until).toISOString() }];
      })
      .toSorted(dueFirst);
  }

  /** What stands unless the viewer vetoes it in time; what ends first comes first. */
  async openToVetoOf(tx: Tx, viewer: Viewer): Promise<WaitingDecision[]> {
    const condition = "d.state = 'ACCEPTED' and d.veto_ends_at > $2";
    const open = await flowSubjects(tx, condition, viewer.now.toISOString());
    return (await this.flows.many(tx, viewer, open))
      .flatMap(({ subject: { id, vetoEndsAt }, facts }) =>
        vetoEndsAt !== null && mayVeto(facts).includes(viewer.personId)
          ? [{ id, dueAt: new Date(vetoEndsAt).toISOString() }]
          : [],
      )
      .toSorted(dueFirst);
  }
}

function dueFirst(one: WaitingDecision, other: WaitingDecision): number {
  return compare(one.dueAt, other.dueAt) || compare(one.id, other.id);
}

function compare(one: string, other: string): number {
  return one < other ? -1 : Number(one > other);
}
