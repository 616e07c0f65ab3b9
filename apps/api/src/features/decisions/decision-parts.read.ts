import { type DecisionAction, viewerCanOnDecision } from '@chapterhouse/domain/decisions/decision-policy';
import { Inject, Injectable } from '@nestjs/common';
import { scopeOf, type Viewer } from '../../platform/auth/viewer.js';
import { Database } from '../../platform/database/database.js';
import type { Tx } from '../../platform/database/tx.js';
import { OrganizationReferences } from '../organization/public.js';
import { DecisionObjects } from './decision-objects.js';
import { decisionMakersOf, subjectOf } from './decision-row.js';
import type { Decision, DecisionAmendment } from './decisions.graphql.js';
import { DecisionsRepository } from './decisions.repository.js';
import { DecisionFlows } from './delegation/decision-flows.js';

interface AmendmentRow {
  decision_id: string;
  number: number;
  text: string;
  by: string | null;
  at: string;
}

interface Pair {
  decision_id: string;
  other_id: string;
}

/** What hangs on decisions and is looked at with one rather than with many, each in a few statements for any number of them. */
@Injectable()
export class DecisionPartsRead {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(DecisionsRepository) private readonly decisions: DecisionsRepository,
    @Inject(DecisionObjects) private readonly objects: DecisionObjects,
    @Inject(DecisionFlows) private readonly flows: DecisionFlows,
    @Inject(OrganizationReferences) private readonly organization: OrganizationReferences,
  ) {}

  /** The oldest first. */
  amendments(viewer: Viewer, ids: readonly string[]): Promise<Map<string, DecisionAmendment[]>> {
    return this.database.transaction(scopeOf(viewer), async (tx) => {
      const rows = await tx.query<AmendmentRow & Record<string, unknown>>(
        `select decision_id, number, text, by, at from decision_amendments
          where organization_id = $1 and decision_id = any($2::uuid[]) order by decision_id, number`,
        [tx.organizationId, ids],
      );
      const people = await this.organization.peopleIn(
        tx,
        [...new Set(rows.flatMap(({ by }) => by ?? []))],
        viewer.today,
      );
      return grouped(ids, rows, ({ number, text, by, at }) => ({
        number,
        text,
        by: by === null ? null : (people.get(by) ?? null),
        at,
      }));
    });
  }

  /** What each replaced; of a proposal what it is to replace, of one that was taken back what is in force again. */
  supersedes(viewer: Viewer, ids: readonly string[]): Promise<Map<string, Decision[]>> {
    return this.related(viewer, ids, SUPERSEDES);
  }

  /**
   * Back through all that it replaced and forward to the one in force, itself included, the oldest first. What was vetoed, or
   * reverted while it could be, stands behind what it did not replace for good.
   */
  history(viewer: Viewer, ids: readonly string[]): Promise<Map<string, Decision[]>> {
    return this.related(viewer, ids, HISTORY);
  }

  /** In hexadecimal, of the record of what was decided; those of which nothing is decided are missing. */
  contentHashes(viewer: Viewer, ids: readonly string[]): Promise<Map<string, string>> {
    return this.database.transaction(scopeOf(viewer), async (tx) => {
      const rows = await tx.query<{ decision_id: string; hash: string }>(
        `select distinct on (decision_id) decision_id, encode(hash, 'hex') as hash from decision_records
          where organization_id = $1 and decision_id = any($2::uuid[]) order by decision_id, position`,
        [tx.organizationId, ids],
      );
      return new Map(rows.map(({ decision_id: id, hash }) => [id, hash]));
    });
  }

  /** What the viewer may do to each now. */
  viewerCan(viewer: Viewer, ids: readonly string[]): Promise<Map<string, DecisionAction[]>> {
    return this.database.transaction(scopeOf(viewer), async (tx) => {
      const rows = await this.decisions.byIds(tx, ids);
      const flows = await this.flows.flowsOf(tx, viewer, rows.map(subjectOf));
      return new Map(
        rows.map((row) => {
          const flow = flows.get(row.id);
          const facts = {
            state: row.state,
            proposedById: row.proposed_by,
            decisionMakerIds: decisionMakersOf(row),
            decidedById: row.decided_by,
            mayAcceptIds: flow?.mayAccept.personIds ?? [],
            mayVetoIds: flow?.mayVetoIds ?? [],
            vetoEndsAt: row.veto_ends_at,
          };
          return [row.id, viewerCanOnDecision(viewer.actor, facts, viewer.now.getTime())];
        }),
      );
    });
  }

  private related(viewer: Viewer, ids: readonly string[], sql: string): Promise<Map<string, Decision[]>> {
    return this.database.transaction(scopeOf(viewer), async (tx: Tx) => {
      const rows = await tx.query<Pair & Record<string, unknown>>(sql, [tx.organizationId, ids]);
      const others = [...new Set(rows.map((row) => row.other_id))];
      const found = await this.objects.byIds(tx, viewer, others);
      const byId = new Map(found.map((decision, index) => [others[index] ?? '', decision]));
      return grouped(ids, rows, (row) => byId.get(row.other_id) ?? []);
    });
  }
}

function grouped<Row extends { decision_id: string }, T>(
  ids: readonly string[],
  rows: readonly Row[],
  valueOf: (row: Row) => T | readonly T[],
): Map<string, T[]> {
  const groups = new Map<string, T[]>(ids.map((id) => [id, []]));
  for (const row of rows) groups.set(row.decision_id, (groups.get(row.decision_id) ?? []).concat(valueOf(row)));
  return groups;
}

/** Of these what they had replaced may be in force again. */
const TAKEN_BACK = "'VETOED', 'REVERTED'";

const SUPERSEDES = `
  select decision_id, other_id from (
    select p.superseded_by as decision_id, p.id as other_id, p.number from decisions p
     where p.organization_id = $1 and p.superseded_by = any($2::uuid[])
    union
    select s.decision_id, s.superseded_id, p.number from decision_supersedes s
      join decisions d on d.organization_id = s.organization_id and d.id = s.decision_id and d.state in ('PROPOSED', ${TAKEN_BACK})
      join decisions p on p.organization_id = s.organization_id and p.id = s.superseded_id
     where s.organization_id = $1 and s.decision_id = any($2::uuid[])) as replaced
   order by decision_id, number`;

/** Files may tell of a circle: nobody walks longer than this. */
const LONGEST = 200;

/** By each decision that was taken back, what it had replaced and does not any more. */
const ATTEMPTS = `
  select t.id, s.superseded_id from decisions t
    join decision_supersedes s on s.organization_id = t.organization_id and s.decision_id = t.id
    join decisions p on p.organization_id = t.organization_id and p.id = s.superseded_id and p.superseded_by is distinct from t.id
   where t.organization_id = $1 and t.state in (${TAKEN_BACK})`;

/** Two steps from one that replaced another to the next; one to what was taken back. */
const HISTORY = `
  with recursive given(decision_id, other_id, step) as (
    select id, id, 0 from unnest($2::uuid[]) as asked(id)
    union all
    select asked.id, a.superseded_id, -1 from unnest($2::uuid[]) as asked(id) join (${ATTEMPTS}) as a on a.id = asked.id
  ), earlier(decision_id, other_id, step) as (
    select * from given
    union all
    select e.decision_id, p.id, e.step - 2 from earlier e
      join decisions p on p.organization_id = $1 and p.superseded_by = e.other_id
     where e.step > -2 * ${LONGEST}
  ), later(decision_id, other_id, step) as (
    select * from given
    union all
    select l.decision_id, d.superseded_by, l.step + 2 from later l
      join decisions d on d.organization_id = $1 and d.id = l.other_id and d.superseded_by is not null
     where l.step < 2 * ${LONGEST}
  ), lasting(decision_id, other_id, step) as (
    select h.decision_id, h.other_id, min(h.step) from (select * from earlier union all select * from later) as h
     group by h.decision_id, h.other_id
  )
  select decision_id, other_id from (
    select h.decision_id, h.other_id, min(h.step) as step from (
        select * from lasting
        union all
        select l.decision_id, a.id, l.step + 1 from lasting l join (${ATTEMPTS}) as a on a.superseded_id = l.other_id) as h
     group by h.decision_id, h.other_id) as line
    join decisions d on d.organization_id = $1 and d.id = line.other_id
   order by decision_id, step, d.number`;
