import { Inject, Injectable } from '@nestjs/common';
import { inBatches } from '../../platform/database/in-batches.js';
import type { Tx } from '../../platform/database/tx.js';
import { EventLog } from '../../platform/events/event-log.js';
import { DecisionRecordsRepository } from './chain/decision-records.repository.js';
import { placeColumns } from './decision-writes.js';
import { DecisionsRepository } from './decisions.repository.js';
import { firstDecision, type Happening, happeningsOf, type HistoricDecision, versionOf } from './historic-decision.js';
import { insertLinks } from './links/decision-links.repository.js';

export type { HistoricDecision } from './historic-decision.js';

/** Rows of one statement: inserting one indexes all its words, a hundredth of a second for a page, and more where others work. */
const WORDED = 25;

/**
 * Decisions of the past, in bulk: rows, what hangs on them, the chain and the event log, with the dates and people of then.
 * Who may is not asked: imports, the demo and answers of briefs say so themselves.
 */
@Injectable()
export class DecisionHistory {
  constructor(
    @Inject(DecisionsRepository) private readonly decisions: DecisionsRepository,
    @Inject(DecisionRecordsRepository) private readonly records: DecisionRecordsRepository,
    @Inject(EventLog) private readonly events: EventLog,
  ) {}

  /**
   * Keys in the order given. A proposal among them has no asks yet: `DecisionFlows.begin` makes them.
   * @returns the number of each, by its id
   */
  async record(tx: Tx, decisions: readonly HistoricDecision[]): Promise<Map<string, number>> {
    const numbers = await this.numbers(tx, decisions);
    const rows = decisions.map((decision) => ({
      ...decision,
      ...placeColumns(decision.scope),
      number: numbers.get(decision.id),
      first: firstDecision(decision.state),
      version: versionOf(decision.state),
    }));
    // Each step for all before the next one: they point to one another. What hangs on them is frozen once they are decided.
    for (const sql of [INSERT, PEOPLE, SUPERSEDES, DECIDE, END, AMENDMENTS])
      await inBatches(
        rows,
        async (batch) => {
          await tx.run(sql, [tx.organizationId, JSON.stringify(batch)]);
        },
        WORDED,
      );
    await inBatches(decisions, async (batch) => {
      const links = batch.map(({ id, links: of, proposedBy: by, proposedAt: at }) => ({
        decisionId: id,
        links: of,
        by,
        at,
      }));
      await insertLinks(tx, links, null, new Date(0).toISOString());
    });
    await this.tell(tx, decisions);
    return numbers;
  }

  private async numbers(tx: Tx, decisions: readonly HistoricDecision[]): Promise<Map<string, number>> {
    const counted = await tx.one<{ last_number: number }>(
      `insert into decision_counters as c (organization_id, last_number) values ($1, $2)
       on conflict (organization_id) do update set last_number = c.last_number + $2 returning last_number`,
      [tx.organizationId, decisions.length],
    );
    const first = (counted?.last_number ?? 0) - decisions.length + 1;
    return new Map(decisions.map(({ id }, index) => [id, first + index]));
  }

  /** In the order in which it happened, over all of them: so the chain and the log read as a history. */
  private async tell(tx: Tx, decisions: readonly HistoricDecision[]): Promise<void> {
    const all: Happening[] = [];
    await inBatches(decisions, async (batch) => {
      const rows = new Map(
        (
          await this.decisions.byIds(
            tx,
            batch.map(({ id }) => id),
          )
        ).map((row) => [row.id, row]),
      );
      const links = await this.records.linksOf(tx, [...rows.keys()]);
      for (const decision of batch) {
        const row = rows.get(decision.id);
        if (!row) throw new Error('A decision was recorded and is not there.');
        all.push(...happeningsOf(decision, row, links.get(row.id) ?? []));
      }
    });
    // Stable: what happened at one moment stays in the order given.
    const inOrder = all.sort((a, b) => a.at - b.at);
    await inBatches(inOrder, async (batch) => {
      await this.records.append(tx, ...batch.flatMap(({ record }) => record ?? []));
      await this.events.append(tx, ...batch.map(({ event }) => event));
    });
  }
}

const INSERT = `
  insert into decisions (organization_id, id, number, kind, state, scope_kind, product_id, area_id, team_id, decision_area_id,
      title, words, delegation, revisit_on, proposed_by, proposed_at, brief_id, import_identity, imported_from, updated_at)
  select $1, g.id, g.number, g.kind, 'PROPOSED', g.scope_kind, g.product_id, g.area_id, g.team_id, g."decisionAreaId",
         g.title, g.words, nullif(g.delegation, 'null'::jsonb), g."revisitOn", g."proposedBy", g."proposedAt", g."briefId",
         g."importIdentity", g."importedFrom", g."proposedAt"
    from jsonb_to_recordset($2::jsonb) as g(id uuid, number int, kind text, scope_kind text, product_id uuid, area_id uuid,
      team_id uuid, "decisionAreaId" uuid, title text, words jsonb, delegation jsonb, "revisitOn" date, "proposedBy" uuid,
      "proposedAt" timestamptz, "briefId" uuid, "importIdentity" text, "importedFrom" text)`;

const PEOPLE = `
  insert into decision_people (organization_id, decision_id, part, position, person_id, name)
  select $1, g.id, p.person ->> 'part', p.place - 1, (p.person ->> 'personId')::uuid, p.person ->> 'name'
    from jsonb_to_recordset($2::jsonb) as g(id uuid, people jsonb)
   cross join lateral jsonb_array_elements(g.people) with ordinality as p(person, place)`;

const SUPERSEDES = `
  insert into decision_supersedes (organization_id, decision_id, superseded_id)
  select distinct $1::uuid, g.id, s.id::uuid
    from jsonb_to_recordset($2::jsonb) as g(id uuid, supersedes jsonb)
   cross join lateral jsonb_array_elements_text(g.supersedes) as s(id)`;

const DECIDE = `
  update decisions d
     set state = g.first, decided_by = g."decidedBy", decided_at = g."decidedAt", veto_ends_at = g."vetoEndsAt",
         close_reason = g."closeReason", version = 2, updated_at = greatest(d.updated_at, g."decidedAt")
    from jsonb_to_recordset($2::jsonb) as g(id uuid, first text, "decidedBy" uuid, "decidedAt" timestamptz,
      "vetoEndsAt" timestamptz, "closeReason" text)
   where d.organization_id = $1 and d.id = g.id and g.first is not null`;

const END = `
  update decisions d
     set state = g.state, version = 3,
         superseded_by = case g.state when 'SUPERSEDED' then g."supersededBy" end,
         revert_reason = case g.state when 'REVERTED' then g."revertReason" else '' end,
         veto_reason = case g.state when 'VETOED' then g.veto ->> 'reason' else '' end,
         vetoed_by = case g.state when 'VETOED' then (g.veto ->> 'by')::uuid end,
         vetoed_for = case g.state when 'VETOED' then (g.veto ->> 'for')::uuid end,
         vetoed_at = case g.state when 'VETOED' then (g.veto ->> 'at')::timestamptz end,
         updated_at = greatest(d.updated_at, g."endedAt", (g.veto ->> 'at')::timestamptz)
    from jsonb_to_recordset($2::jsonb) as g(id uuid, state text, "supersededBy" uuid, "revertReason" text, veto jsonb,
      "endedAt" timestamptz)
   where d.organization_id = $1 and d.id = g.id and g.state in ('SUPERSEDED', 'REVERTED', 'VETOED')`;

const AMENDMENTS = `
  insert into decision_amendments (organization_id, decision_id, number, text, by, at)
  select $1, g.id, a.number, a.amendment ->> 'text', (a.amendment ->> 'by')::uuid, (a.amendment ->> 'at')::timestamptz
    from jsonb_to_recordset($2::jsonb) as g(id uuid, amendments jsonb)
   cross join lateral jsonb_array_elements(g.amendments) with ordinality as a(amendment, number)`;
