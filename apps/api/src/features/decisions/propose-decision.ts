import { NO_DECISION_WORDS } from '@chapterhouse/domain/decisions/decision-fields';
import { canOnDecision } from '@chapterhouse/domain/decisions/decision-policy';
import { refusePlatform } from '@chapterhouse/domain/refusal';
import { Inject, Injectable } from '@nestjs/common';
import { scopeOf, type Viewer } from '../../platform/auth/viewer.js';
import { Database } from '../../platform/database/database.js';
import { newId } from '../../platform/database/new-id.js';
import type { Tx } from '../../platform/database/tx.js';
import { EventLog } from '../../platform/events/event-log.js';
import { idempotently } from '../../platform/graphql/idempotency.js';
import { decisionKeyOf, type DecisionRow, subjectOf } from './decision-row.js';
import type { GivenDecision } from './decision-input.js';
import { DecisionObjects } from './decision-objects.js';
import { DecisionReferences } from './decision-references.js';
import { DecisionWrites } from './decision-writes.js';
import type { Decision } from './decisions.graphql.js';
import { DecisionsRepository } from './decisions.repository.js';
import { DecisionFlows } from './delegation/decision-flows.js';
import { DecisionLinkTargets, type GivenLink } from './links/decision-link-targets.js';
import { refuseDecisionProblems, refuseField, refusePastRevisit } from './refuse-decision.js';

/** What a proposal says beside what an edit may. */
export interface Proposal extends GivenDecision {
  links: GivenLink[];
}

@Injectable()
export class ProposeDecision {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(EventLog) private readonly events: EventLog,
    @Inject(DecisionWrites) private readonly writes: DecisionWrites,
    @Inject(DecisionsRepository) private readonly decisions: DecisionsRepository,
    @Inject(DecisionReferences) private readonly references: DecisionReferences,
    @Inject(DecisionLinkTargets) private readonly targets: DecisionLinkTargets,
    @Inject(DecisionFlows) private readonly flows: DecisionFlows,
    @Inject(DecisionObjects) private readonly objects: DecisionObjects,
  ) {}

  /** @throws INVALID_INPUT, NOTHING_TO_SUPERSEDE; NOT_FOUND for whatever is not of this organization */
  propose(viewer: Viewer, given: Proposal, idempotencyKey: string | null | undefined): Promise<Decision> {
    return this.database.transaction(scopeOf(viewer), (tx) =>
      idempotently(tx, idempotencyKey, 'decision:propose', given, async () => {
        return this.objects.one(tx, viewer, await this.proposeIn(tx, viewer, given));
      }),
    );
  }

  /** In a transaction that is open already: as part of something else that is at most once. @throws as `propose` */
  async proposeIn(tx: Tx, viewer: Viewer, given: Proposal): Promise<DecisionRow> {
    const verdict = canOnDecision(viewer.actor, 'decision:propose');
    if (!verdict.allowed) throw refusePlatform('FORBIDDEN', { action: 'decision:propose', reason: verdict.reason });
    const { title = '', kind, scope, decisionAreaId = null, revisitOn = null, supersedes = [] } = given;
    if (!kind || !scope) refuseField('scopeId', 'Say what kind of decision it is, and where it is made.');
    const words = { ...NO_DECISION_WORDS, ...given.words };
    const scopeName = await this.references.scope(tx, scope, viewer.today);
    await this.references.decisionArea(tx, decisionAreaId);
    const people = await this.references.people(tx, given.people ?? [], viewer.today);
    const replaced = await this.references.toSupersede(tx, supersedes);
    const links = await this.targets.known(tx, given.links);
    refuseDecisionProblems({ title, kind, ...words, people, supersedesIds: supersedes, revisitOn });
    refusePastRevisit({ from: null, to: revisitOn, today: viewer.today });
    const id = newId();
    const delegation = await this.flows.freeze(tx, scope, decisionAreaId);
    // Late on purpose: the number is taken here, and whoever proposes next waits until the commit.
    await this.writes.insert(tx, {
      id,
      kind,
      scope,
      decisionAreaId,
      title,
      words,
      delegation,
      revisitOn,
      proposedBy: viewer.personId,
      proposedAt: viewer.now.toISOString(),
      people,
      supersedes,
      links,
    });
    const row = await this.decisions.byId(tx, id);
    if (!row) throw new Error('A decision was proposed and is not there.');
    const { asked } = await this.flows.begin(tx, viewer, subjectOf(row));
    await this.events.append(tx, {
      name: 'decision.proposed',
      subjectType: 'Decision',
      subjectId: id,
      subjectVersion: row.version,
      payload: {
        changes: [
          { field: 'title', from: null, to: title },
          { field: 'scope', from: null, to: scopeName },
          ...replaced.map(({ number }) => ({ field: 'supersedes', from: null, to: decisionKeyOf(number) })),
        ],
        asked,
      },
    });
    return row;
  }
}
