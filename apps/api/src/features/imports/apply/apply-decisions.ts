import { contentOf, type PlannedDecision, type PresentDecision } from '@chapterhouse/domain/imports/decision-plan';
import { Inject, Injectable } from '@nestjs/common';
import type { Tx } from '../../../platform/database/tx.js';
import { DecisionHistory, DecisionImportUpdates } from '../../decisions/public.js';
import { fingerprint } from './fingerprint.js';
import { type DecisionSurroundings, type HereFacts, historicDecision } from './historic-decision.js';

/** Writes decisions with their history, and what their files changed since. */
@Injectable()
export class ApplyDecisions {
  constructor(
    @Inject(DecisionHistory) private readonly history: DecisionHistory,
    @Inject(DecisionImportUpdates) private readonly updates: DecisionImportUpdates,
  ) {}

  /** Those of the ids that are here. */
  async present(tx: Tx, ids: readonly string[]): Promise<Map<string, PresentDecision>> {
    const rows = await tx.query<{ id: string; state: PresentDecision['state']; title: string; words: object }>(
      'select id, state, title, words from decisions where organization_id = $1 and id = any($2::uuid[])',
      [tx.organizationId, ids],
    );
    return new Map(
      rows.map(({ id, state, title, words }) => [id, { id, state, contentHash: fingerprint(contentOf(title, words)) }]),
    );
  }

  /** @param step hears how many are written */
  async apply(
    tx: Tx,
    writes: readonly PlannedDecision[],
    around: DecisionSurroundings,
    step: (done: number) => void,
  ): Promise<void> {
    const facts = await this.factsOf(tx, writes, around);
    const creates = writes.filter(({ effect }) => effect === 'create');
    // All at once: decisions point to one another.
    await this.history.record(
      tx,
      creates.map((write) => historicDecision(write, around, facts)),
    );
    let done = creates.length;
    step(done);
    for (const write of writes)
      if (write.effect === 'update') {
        await this.updates.follow(tx, historicDecision(write, around, facts));
        step((done += 1));
      }
  }

  /** What the words of files are here: days as moments, areas and impediments as ids. */
  private async factsOf(
    tx: Tx,
    writes: readonly PlannedDecision[],
    { today }: DecisionSurroundings,
  ): Promise<HereFacts> {
    const documents = writes.map(({ document }) => document);
    const days = documents.flatMap(({ proposedAt, decidedAt }) => [proposedAt ?? today, decidedAt ?? today]);
    const links = documents.flatMap(({ kept }) => kept?.links ?? []);
    const impediments = links.filter(({ kind }) => kind === 'IMPEDIMENT');
    return {
      moments: new Map(
        await pairs(
          tx,
          `select day as one, (day::date::timestamp at time zone o.time_zone) as other
             from unnest($2::text[]) as day cross join organizations o where o.organization_id = $1`,
          [...new Set(days.filter((day) => day.length === 10))],
        ),
      ),
      areaIds: await this.areas(tx, [...new Set(documents.flatMap(({ kept }) => kept?.decisionArea ?? []))]),
      // The same key of another organization is another impediment: its title tells.
      impedimentIds: new Map(
        await pairs(
          tx,
          `select 'IMP-' || number || ' ' || title as one, id as other from impediments
            where organization_id = $1 and 'IMP-' || number || ' ' || title = any($2::text[])`,
          impediments.map(({ key, title }) => `${key} ${title}`),
        ),
      ),
    };
  }

  /** Decision areas by their names, made where there is none. */
  private async areas(tx: Tx, names: string[]): Promise<Map<string, string>> {
    const sql = `select name as one, id as other from decision_areas
                  where organization_id = $1 and not archived and lower(name) = any(select lower(unnest($2::text[])))`;
    const known = new Map((await pairs(tx, sql, names)).map(([name, id]) => [name.toLowerCase(), id]));
    const found = new Map<string, string>();
    for (const name of names) {
      const id = known.get(name.toLowerCase()) ?? (await this.updates.createArea(tx, name));
      known.set(name.toLowerCase(), id);
      found.set(name, id);
    }
    return found;
  }
}

async function pairs(tx: Tx, sql: string, values: string[]): Promise<[string, string][]> {
  if (values.length === 0) return [];
  const rows = await tx.query<{ one: string; other: string }>(sql, [tx.organizationId, values]);
  return rows.map(({ one, other }) => [one, other]);
}
