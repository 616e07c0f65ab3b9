import { Inject, Injectable } from '@nestjs/common';
import type { Viewer } from '../../platform/auth/viewer.js';
import type { Tx } from '../../platform/database/tx.js';
import { OrganizationReferences, type Person } from '../organization/public.js';
import type { DecisionRow } from './decision-row.js';
import { type Decision, decisionOf } from './decisions.graphql.js';
import { DecisionsRepository } from './decisions.repository.js';

/** Rows to GraphQL objects: the people around them are one statement, whatever the number of rows. */
@Injectable()
export class DecisionObjects {
  constructor(
    @Inject(DecisionsRepository) private readonly decisions: DecisionsRepository,
    @Inject(OrganizationReferences) private readonly organization: OrganizationReferences,
  ) {}

  async one(tx: Tx, viewer: Viewer, row: DecisionRow): Promise<Decision> {
    const [decision] = await this.many(tx, viewer, [row]);
    if (!decision) throw new Error('One row makes one decision.');
    return decision;
  }

  async many(tx: Tx, viewer: Viewer, rows: readonly DecisionRow[]): Promise<Decision[]> {
    if (rows.length === 0) return [];
    const people = await this.organization.peopleIn(tx, [...new Set(rows.flatMap(peopleOf))], viewer.today);
    const person = (id: string): Person => {
      const found = people.get(id);
      if (!found) throw new Error('Whoever takes part in a decision is somebody here.');
      return found;
    };
    return rows.map((row) => decisionOf(row, person, viewer.personId));
  }

  /** Afresh, in the order of the ids. */
  async byIds(tx: Tx, viewer: Viewer, ids: readonly string[]): Promise<Decision[]> {
    return this.many(tx, viewer, await this.decisions.byIds(tx, ids));
  }
}

function peopleOf(row: DecisionRow): string[] {
  const { proposed_by: proposer, decided_by: decider, vetoed_by: vetoer, vetoed_for: accountable } = row;
  return [proposer, decider, vetoer, accountable, ...row.people.map(({ person_id: id }) => id)].filter(
    (id) => id !== null,
  );
}
