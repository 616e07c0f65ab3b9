import { DECISION_LINK_KIND_TITLES, DECISION_LINK_LIMIT } from '@chapterhouse/domain/decisions/decision-links';
import { refuseDecision } from '@chapterhouse/domain/decisions/decision-refusals';
import { refusePlatform } from '@chapterhouse/domain/refusal';
import { Inject, Injectable } from '@nestjs/common';
import type { DecisionLinkRow, DecisionRow } from '../decision-row.js';
import { type DecisionCall, type DecisionStep, DecisionTransaction } from '../decision-transaction.js';
import { DecisionWrites } from '../decision-writes.js';
import type { Decision } from '../decisions.graphql.js';
import { DecisionsRepository } from '../decisions.repository.js';
import { refuseField } from '../refuse-decision.js';
import { DecisionLinkTargets, type GivenLink } from './decision-link-targets.js';
import { DecisionLinksRepository, insertLinks } from './decision-links.repository.js';

/** What a decision touches; in every state: later work is linked to earlier decisions. */
@Injectable()
export class LinkDecision {
  constructor(
    @Inject(DecisionTransaction) private readonly transaction: DecisionTransaction,
    @Inject(DecisionsRepository) private readonly decisions: DecisionsRepository,
    @Inject(DecisionLinkTargets) private readonly targets: DecisionLinkTargets,
    @Inject(DecisionLinksRepository) private readonly links: DecisionLinksRepository,
    @Inject(DecisionWrites) private readonly writes: DecisionWrites,
  ) {}

  /** @throws FORBIDDEN, INVALID_INPUT, DECISION_LINKED_ALREADY; NOT_FOUND for a thing of nobody here */
  link(call: DecisionCall, given: GivenLink): Promise<Decision> {
    return this.transaction.change(call, 'decision:link', async ({ tx, row, viewer, at }) => {
      const links = await this.targets.known(tx, [given]);
      if ((await this.links.count(tx, row.id)) >= DECISION_LINK_LIMIT)
        refuseField('link', `A decision has at most ${DECISION_LINK_LIMIT} links; take one away first.`);
      const added = await insertLinks(tx, [{ decisionId: row.id, links }], viewer.personId, at);
      if (added === 0) throw refuseDecision('DECISION_LINKED_ALREADY', {});
      await this.writes.touch(tx, row.id, at);
      const after = await this.decisions.byId(tx, row.id);
      const known = new Set(row.links.map(({ id }) => id));
      const fresh = after?.links.find(({ id }) => !known.has(id));
      const changes = [{ field: 'links', from: null, to: fresh ? told(fresh) : null }];
      return { event: 'decision.linked', version: row.version, changes };
    });
  }

  /** @throws FORBIDDEN; NOT_FOUND for a link of another decision; DECISION_LINK_STAYS */
  unlink(call: DecisionCall, linkId: string): Promise<Decision> {
    const linkOf = ({ links }: DecisionRow): DecisionLinkRow | undefined => links.find(({ id }) => id === linkId);
    const step: DecisionStep = async ({ tx, row, at }) => {
      const link = linkOf(row);
      if (link?.stays) throw refuseDecision('DECISION_LINK_STAYS', {});
      if (!link || !(await this.links.remove(tx, row.id, linkId))) throw refusePlatform('NOT_FOUND', {});
      await this.writes.touch(tx, row.id, at);
      const changes = [{ field: 'links', from: told(link), to: null }];
      return { event: 'decision.unlinked', version: row.version, changes };
    };
    return this.transaction.change(call, 'decision:unlink', step, (row) => ({
      linkedById: linkOf(row)?.added_by ?? null,
    }));
  }
}

/** In words: `Impediment IMP-4 Test cards are refused`. */
function told({ kind, key, title }: DecisionLinkRow): string {
  return [DECISION_LINK_KIND_TITLES[kind], key, title].filter(Boolean).join(' ');
}
