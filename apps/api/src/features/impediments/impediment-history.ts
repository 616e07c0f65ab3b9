import { Inject, Injectable } from '@nestjs/common';
import type { Tx } from '../../platform/database/tx.js';
import { newId } from '../../platform/database/new-id.js';
import { EventLog } from '../../platform/events/event-log.js';
import { Clock } from '../../platform/clock.js';
import { ClocksRepository } from './clocks/clocks.repository.js';
import { historicStays } from './clocks/historic-stays.js';
import { clockEndsAt } from './clocks/stay.js';
import { endOfHistory, type HistoricImpediment, historicEvents, identified, recordOf } from './historic-impediment.js';
import { BriefHistory } from './briefs/brief-history.js';
import { ImpedimentLevels } from './impediment-levels.js';
import { keyOf } from './impediment-row.js';
import { LabelsRepository } from './labels.repository.js';
import { LinksRepository, type NewLink } from './links/links.repository.js';
import { NameSources } from './sources/name-sources.js';
import type { NamedSource } from './sources/sources.graphql.js';

export type { HistoricImpediment } from './historic-impediment.js';

/** An impediment as it was recorded. */
export interface RecordedImpediment {
  /** The database's. */
  id: string;
  key: string;
}

/** Rows of one statement: each stays far below its time limit. */
const BATCH = 500;

/** Many impediments at once with the dates at which things really happened: imports and the demo. */
@Injectable()
export class ImpedimentHistory {
  constructor(
    @Inject(EventLog) private readonly events: EventLog,
    @Inject(ImpedimentLevels) private readonly levels: ImpedimentLevels,
    @Inject(ClocksRepository) private readonly clocks: ClocksRepository,
    @Inject(Clock) private readonly clock: Clock,
    @Inject(NameSources) private readonly sources: NameSources,
    @Inject(LabelsRepository) private readonly labels: LabelsRepository,
    @Inject(LinksRepository) private readonly links: LinksRepository,
    @Inject(BriefHistory) private readonly briefs: BriefHistory,
  ) {}

  /** The sources of these names, those that are new created with what is said of them. Id by name in lower case. */
  async ensureSources(tx: Tx, sources: readonly NamedSource[]): Promise<Map<string, string>> {
    const rows = await this.sources.ensure(tx, sources);
    return new Map([...rows].map(([name, row]) => [name.toLowerCase(), row.id]));
  }

  /**
   * Inserts them with teams, items, clocks, comments, votes, watchers and events, numbered in the given order without a gap.
   * A duplicate comes after what it duplicates. Whoever raises one meanwhile waits from here until the commit.
   * @returns id and key of each, in the given order
   * @throws what the database refuses: an id of another organization, a state without what it needs
   */
  async insert(tx: Tx, impediments: readonly HistoricImpediment[]): Promise<RecordedImpediment[]> {
    if (impediments.length === 0) return [];
    const ladder = await this.levels.held(tx);
    const now = this.clock.now().getTime();
    const first = await this.takeNumbers(tx, impediments.length);
    const recorded = impediments.map((facts, index) => ({
      facts: identified(facts),
      id: facts.id ?? newId(),
      number: first + index,
      stays: historicStays(facts, endOfHistory(facts), ladder, now),
    }));
    for (let from = 0; from < recorded.length; from += BATCH) {
      const batch = recorded.slice(from, from + BATCH);
      const rows = batch.map(({ facts, id, number, stays }) => {
        const last = stays.at(-1);
        return recordOf(facts, id, number, last ? clockEndsAt(last, ladder.calendar) : null);
      });
      await tx.run(INSERT, [tx.organizationId, JSON.stringify(rows)]);
      const stays = batch.flatMap(({ id, stays: own }) => own.map((stay) => ({ impedimentId: id, stay })));
      await this.clocks.save(tx, stays, ladder.calendar);
      await this.label(tx, batch);
      await this.events.append(tx, ...batch.flatMap(({ facts, id }) => historicEvents(facts, id)));
    }
    for (const { facts, id } of recorded) if (facts.brief) await this.briefs.insert(tx, id, facts.brief);
    return recorded.map(({ id, number }) => ({ id, key: keyOf(number) }));
  }

  /** Connects recorded impediments with one another and with pages of the web; ids are the database's. */
  async link(
    tx: Tx,
    links: readonly { impedimentId: string; link: NewLink; byId: string; at: string }[],
  ): Promise<void> {
    for (const { impedimentId, link, byId, at } of links) await this.links.insert(tx, impedimentId, link, byId, at);
  }

  private async label(tx: Tx, batch: readonly { facts: HistoricImpediment; id: string }[]): Promise<void> {
    const names = [...new Set(batch.flatMap(({ facts }) => facts.labels ?? []))];
    if (names.length === 0) return;
    const known = await this.labels.named(tx, names, true);
    const idOf = new Map(known.map(({ id, name }) => [name.toLowerCase(), id]));
    const pairs = batch.flatMap(({ facts, id }) =>
      (facts.labels ?? []).map((name) => ({ id, label: idOf.get(name.toLowerCase()) })),
    );
    await tx.run(
      `insert into impediment_labels (organization_id, impediment_id, label_id)
       select $1, impediment_id, label_id from unnest($2::uuid[], $3::uuid[]) as given(impediment_id, label_id)
       on conflict do nothing`,
      [tx.organizationId, pairs.map(({ id }) => id), pairs.map(({ label }) => label)],
    );
  }

  private async takeNumbers(tx: Tx, count: number): Promise<number> {
    const row = await tx.one<{ last_number: number }>(
      `insert into impediment_counters as c (organization_id, last_number) values ($1, $2)
       on conflict (organization_id) do update set last_number = c.last_number + $2 returning last_number`,
      [tx.organizationId, count],
    );
    if (!row) throw new Error('The counter answers with its last number.');
    return row.last_number - count + 1;
  }
}

const INSERT = `
  with given as materialized (
    select * from jsonb_to_recordset($2::jsonb) as g(id uuid, number int, title text, description text, category text,
      severity text, state text, level smallint, level_since timestamptz, clock_ends_at timestamptz, raised_by uuid,
      raised_at timestamptz, raising_team_id uuid, source_id uuid, owner_id uuid, due_on date, next_step text,
      resolution text, decline_reason text, duplicate_of_id uuid, triaged_at timestamptz, started_at timestamptz,
      resolved_at timestamptz, closed_at timestamptz, reopened_count int, updated_at timestamptz, version int,
      teams jsonb, items jsonb, comments jsonb, voters jsonb, watchers jsonb)
  ), raised as (
    insert into impediments (organization_id, id, number, title, description, category, severity, state, level, level_since,
        clock_ends_at, raised_by, raised_at, raising_team_id, source_id, owner_id, due_on, next_step, resolution,
        decline_reason, duplicate_of_id, triaged_at, started_at, resolved_at, closed_at, reopened_count, updated_at, version)
    select $1, id, number, title, description, category, severity, state, level, level_since, clock_ends_at, raised_by,
        raised_at, raising_team_id, source_id, owner_id, due_on, next_step, resolution, decline_reason, duplicate_of_id,
        triaged_at, started_at, resolved_at, closed_at, reopened_count, updated_at, version
      from given
  ), teams as (
    insert into impediment_teams (organization_id, impediment_id, team_id, added_by, added_at)
    select $1, g.id, t.value::uuid, g.raised_by, g.raised_at from given g, jsonb_array_elements_text(g.teams) as t
  ), items as (
    insert into impediment_items (organization_id, impediment_id, external_key, item_id)
    select $1, g.id, x.value, (select b.id from backlog_items b where b.organization_id = $1 and b.external_key = x.value)
      from given g, jsonb_array_elements_text(g.items) as x
  ), comments as (
    insert into impediment_comments (organization_id, impediment_id, id, author_id, body, at)
    select $1, g.id, c.id, c.author_id, c.body, c.at
      from given g, jsonb_to_recordset(g.comments) as c(id uuid, author_id uuid, body text, at timestamptz)
  ), votes as (
    insert into impediment_votes (organization_id, impediment_id, person_id)
    select $1, g.id, v.value::uuid from given g, jsonb_array_elements_text(g.voters) as v
  )
  insert into impediment_watchers (organization_id, impediment_id, person_id)
  select $1, g.id, w.value::uuid from given g, jsonb_array_elements_text(g.watchers) as w`;
