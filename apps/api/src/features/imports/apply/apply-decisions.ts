import type { LinkedDecisions } from '@chapterhouse/domain/imports/decision-links';
import { contentOf, type PlannedDecision, type PresentDecision } from '@chapterhouse/domain/imports/decision-plan';
import { Inject, Injectable } from '@nestjs/common';
import type { Tx } from '../../../platform/database/tx.js';
import { DecisionHistory, DecisionImportUpdates, type HistoricDecision } from '../../decisions/public.js';
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
    const rows = await tx.query<Omit<PresentDecision, 'contentHash'> & { title: string; words: object }>(
      `select id, number, state, title, words, superseded_by as "supersededBy" from decisions
        where organization_id = $1 and id = any($2::uuid[])`,
      [tx.organizationId, ids],
    );
    return new Map(
      rows.map(({ title, words, ...row }) => [row.id, { ...row, contentHash: fingerprint(contentOf(title, words)) }]),
    );
  }

  /**
   * @param step hears how many are written
   * @returns a fingerprint of what each of them says here now, by its identity
   */
  async apply(
    tx: Tx,
    writes: readonly PlannedDecision[],
    around: DecisionSurroundings,
    step: (done: number) => void,
  ): Promise<Map<string, string>> {
    const creates = writes.filter(({ effect }) => effect === 'create');
    const numbers = await this.numbersOf(tx, creates, writes);
    const facts = { ...(await this.factsOf(tx, writes, around)), numbers };
    const decisions = new Map(writes.map((write) => [write.id, historicDecision(write, around, facts)]));
    const of = (chosen: readonly PlannedDecision[]): HistoricDecision[] =>
      chosen.flatMap(({ id }) => decisions.get(id) ?? []);
    // All at once: decisions point to one another.
    const given = await this.history.record(tx, of(creates));
    for (const [id, number] of given)
      if (numbers.get(id) !== number) throw new Error('A decision got another number than its links say.');
    let done = creates.length;
    step(done);
    for (const decision of of(writes.filter(({ effect }) => effect === 'update'))) {
      await this.updates.follow(tx, decision);
      step((done += 1));
    }
    return new Map(
      writes.flatMap(({ id, identity }) => {
        const decision = decisions.get(id);
        return decision === undefined ? [] : [[identity, fingerprint(contentOf(decision.title, decision.words))]];
      }),
    );
  }

  /** What is here and not among the files gets its other end, which came with them. */
  async join(tx: Tx, { succeeded, replacing }: LinkedDecisions): Promise<void> {
    for (const { id, supersededBy } of succeeded) await this.updates.succeed(tx, id, supersededBy);
    for (const { id, supersedes } of replacing) await this.updates.mean(tx, id, supersedes);
  }

  /** Of those that links lead to. New ones get the next ones: nobody else takes a number until the transaction ends. */
  private async numbersOf(
    tx: Tx,
    creates: readonly PlannedDecision[],
    writes: readonly PlannedDecision[],
  ): Promise<Map<string, number>> {
    await tx.run('insert into decision_counters (organization_id) values ($1) on conflict do nothing', [
      tx.organizationId,
    ]);
    const counter = await tx.one<{ last: number }>(
      'select last_number as last from decision_counters where organization_id = $1 for update',
      [tx.organizationId],
    );
    const rows = await tx.query<{ id: string; number: number }>(
      'select id, number from decisions where organization_id = $1 and id = any($2::uuid[])',
      [tx.organizationId, [...new Set(writes.flatMap(({ linked }) => [...linked.values()]))]],
    );
    const first = (counter?.last ?? 0) + 1;
    return new Map([
      ...rows.map(({ id, number }) => [id, number] as const),
      ...creates.map(({ id }, place) => [id, first + place] as const),
    ]);
  }

  /** What the words of files are here: days as moments, areas and impediments as ids. */
  private async factsOf(
    tx: Tx,
    writes: readonly PlannedDecision[],
    { today }: DecisionSurroundings,
  ): Promise<Omit<HereFacts, 'numbers'>> {
    const documents = writes.map(({ document }) => document);
    const days = documents.flatMap(({ proposedAt, decidedAt }) => [proposedAt ?? today, decidedAt ?? today]);
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
      impedimentIds: await this.impediments(tx, writes),
    };
  }

  /** What decisions touch: ids by key and title. The same key of another organization is another impediment: its title tells. */
  async impediments(tx: Tx, writes: readonly PlannedDecision[]): Promise<Map<string, string>> {
    const links = writes.flatMap(({ document }) => document.kept?.links ?? []);
    return new Map(
      await pairs(
        tx,
        `select 'IMP-' || number || ' ' || title as one, id as other from impediments
          where organization_id = $1 and 'IMP-' || number || ' ' || title = any($2::text[])`,
        links.filter(({ kind }) => kind === 'IMPEDIMENT').map(({ key, title }) => `${key} ${title}`),
      ),
    );
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
