import { refuseDecision } from '@chapterhouse/domain/decisions/decision-refusals';
import type { DecisionScope } from '@chapterhouse/domain/decisions/delegation-cell';
import { refusePlatform } from '@chapterhouse/domain/refusal';
import { Inject, Injectable } from '@nestjs/common';
import type { Tx } from '../../platform/database/tx.js';
import { OrganizationReferences } from '../organization/public.js';
import type { GivenPerson } from './decision-input.js';
import { decisionKeyOf, type DecisionRow } from './decision-row.js';
import type { NamedPerson } from './decision-writes.js';
import { DecisionsRepository } from './decisions.repository.js';
import { refuseField } from './refuse-decision.js';

/** What decisions point to: whether it is here, and what it is called. Ids are the database's. */
@Injectable()
export class DecisionReferences {
  constructor(
    @Inject(OrganizationReferences) private readonly organization: OrganizationReferences,
    @Inject(DecisionsRepository) private readonly decisions: DecisionsRepository,
  ) {}

  /** The name of a scope where decisions are made from now on. @throws NOT_FOUND; INVALID_INPUT for an archived one */
  async scope(tx: Tx, { kind, id }: DecisionScope, today: string): Promise<string> {
    const row = await tx.one<{ name: string; archived_on: string | null }>(SCOPES[kind], [tx.organizationId, id]);
    if (!row) throw refusePlatform('NOT_FOUND', {});
    if (row.archived_on !== null && row.archived_on <= today)
      refuseField('scopeId', `${row.name} is archived; choose where it is decided from now on.`);
    return row.name;
  }

  /** Its name; null for none. @throws NOT_FOUND; INVALID_INPUT for an archived one */
  async decisionArea(tx: Tx, id: string | null): Promise<string | null> {
    if (id === null) return null;
    const row = await tx.one<{ name: string; archived: boolean }>(
      'select name, archived from decision_areas where organization_id = $1 and id = $2',
      [tx.organizationId, id],
    );
    if (!row) throw refusePlatform('NOT_FOUND', {});
    if (row.archived) refuseField('decisionAreaId', `${row.name} is archived; choose another one.`);
    return row.name;
  }

  /** From one decision area to another, in words. @throws as `decisionArea`, of the other one */
  async areaChange(
    tx: Tx,
    fromId: string | null,
    toId: string | null,
  ): Promise<{ from: string | null; to: string | null }> {
    if (fromId === toId) return { from: null, to: null };
    const to = await this.decisionArea(tx, toId);
    const from = await tx.one<{ name: string }>(
      'select name from decision_areas where organization_id = $1 and id = $2',
      [tx.organizationId, fromId],
    );
    return { from: from?.name ?? null, to };
  }

  /** With their names, each once in each part. @throws NOT_FOUND for a person of nobody here */
  async people(tx: Tx, given: readonly GivenPerson[], today: string): Promise<NamedPerson[]> {
    const ids = [...new Set(given.flatMap(({ personId }) => personId ?? []))];
    const known = ids.length === 0 ? new Map<string, never>() : await this.organization.peopleIn(tx, ids, today);
    const named = given.map(({ part, personId, name }) => {
      if (personId === null) return { part, personId, name };
      const person = known.get(personId);
      if (!person) throw refusePlatform('NOT_FOUND', {});
      return { part, personId, name: person.name };
    });
    const keyOf = ({ part, personId, name }: NamedPerson): string => `${part} ${personId ?? name.toLowerCase()}`;
    return [...new Map(named.toReversed().map((person) => [keyOf(person), person])).values()].toReversed();
  }

  /**
   * What another one is to replace: each is in force.
   * @param lock holds them until the transaction ends
   * @throws NOT_FOUND, NOTHING_TO_SUPERSEDE
   */
  async toSupersede(tx: Tx, ids: readonly string[], lock = false): Promise<DecisionRow[]> {
    if (ids.length === 0) return [];
    const rows = lock ? await this.decisions.allForUpdate(tx, ids) : await this.decisions.byIds(tx, ids);
    if (rows.length < ids.length) throw refusePlatform('NOT_FOUND', {});
    const ended = rows.find(({ state }) => state !== 'ACCEPTED');
    if (!ended) return rows;
    const by = ended.superseded_by === null ? undefined : await this.decisions.byId(tx, ended.superseded_by);
    throw refuseDecision('NOTHING_TO_SUPERSEDE', {
      key: decisionKeyOf(ended.number),
      state: ended.state,
      by: by ? decisionKeyOf(by.number) : null,
    });
  }
}

const SCOPES: Record<DecisionScope['kind'], string> = {
  ORGANIZATION:
    'select name, null::date as archived_on from organizations where organization_id = $1 and organization_id = $2',
  PRODUCT: 'select name, null::date as archived_on from products where organization_id = $1 and id = $2',
  AREA: 'select name, archived_on from areas where organization_id = $1 and id = $2',
  TEAM: 'select name, archived_on from teams where organization_id = $1 and id = $2',
};
