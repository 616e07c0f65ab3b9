import type { DecisionScope, Delegate } from '@chapterhouse/domain/decisions/delegation-cell';
import type { DelegationPeopleFacts } from '@chapterhouse/domain/decisions/delegation-people';
import type { AbsenceFact, AssignmentFact } from '@chapterhouse/domain/organization/accountability';
import { Injectable } from '@nestjs/common';
import type { Tx } from '../../../platform/database/tx.js';
import { SCOPE_ROWS, type ScopeRow, ScopeTree } from './scope-tree.js';

/** Where somebody is looked for, and whom a cell trusts there; null: nobody delegated it. */
export interface PeopleQuestion {
  scope: DecisionScope;
  delegate: Delegate | null;
}

/** Who holds what around scopes: three statements, whatever the number of scopes. */
@Injectable()
export class DelegationPeopleRead {
  /** @param day YYYY-MM-DD where the organization is; null: what is archived does not matter */
  async tree(tx: Tx, day: string | null): Promise<ScopeTree> {
    return new ScopeTree(await tx.query<ScopeRow & Row>(SCOPE_ROWS, [tx.organizationId, day]));
  }

  /** In the order of the questions. @param day YYYY-MM-DD where the organization is */
  async around(
    tx: Tx,
    day: string,
    tree: ScopeTree,
    questions: readonly PeopleQuestion[],
  ): Promise<DelegationPeopleFacts[]> {
    if (questions.length === 0) return [];
    const places = questions.map(({ scope, delegate }) => {
      const chain = tree.chain(scope);
      // A role is answered for in the scope or above; a team, and a person with a role in one, below as well.
      const teamIds = delegate === null || delegate.kind === 'ROLE' ? [] : tree.teamIds(scope);
      return { chain, teamIds, scopeIds: new Set([...chain.map(({ id }) => id), ...teamIds]) };
    });
    const scopeIds = [...new Set(places.flatMap((place) => [...place.scopeIds]))];
    const assignments = await tx.query<AssignmentFact & Row>(ASSIGNMENTS, [tx.organizationId, scopeIds, day]);
    const named = questions.flatMap(({ delegate }) => delegate?.personId ?? []);
    const personIds = [...new Set([...assignments.map(({ personId }) => personId), ...named])];
    const absences = await tx.query<AbsenceFact & Row>(ABSENCES, [tx.organizationId, personIds, day]);
    const gone = await tx.query<{ id: string }>(GONE, [tx.organizationId, personIds]);
    const goneIds = new Set(gone.map(({ id }) => id));
    return places.map(({ chain, teamIds, scopeIds: here }) => ({
      chain,
      teamIds,
      assignments: assignments.filter(({ scopeId }) => here.has(scopeId)),
      absences,
      goneIds,
    }));
  }
}

type Row = Record<string, unknown>;

const ASSIGNMENTS = `
  select id, person_id as "personId", role, kind, scope_id as "scopeId", share_percent as "sharePercent",
         starts_on as "startsOn", ends_before as "endsBefore"
    from role_assignments where organization_id = $1 and scope_id = any($2::uuid[]) and during @> $3::date
   order by id`;

const ABSENCES = `
  select person_id as "personId", starts_on as "startsOn", ends_before as "endsBefore" from absences
   where organization_id = $1 and person_id = any($2::uuid[]) and ends_before > $3`;

const GONE = 'select id from people where organization_id = $1 and id = any($2::uuid[]) and deactivated_at is not null';
