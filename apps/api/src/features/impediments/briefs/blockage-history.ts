import type { FieldChange } from '@chapterhouse/domain/event-payload';
import type { Blockage } from '@chapterhouse/domain/impediments/impediment-cost';
import { endOf, type CostRow } from '../impediment-cost.js';

/** An impediment as its row says it. Ids are the database's. */
export interface BlockedRow extends CostRow {
  id: string;
  raised_at: string;
  /** In the order of `teams_since`. */
  team_ids: string[];
}

/** An event that changed whom it blocks, or whether it does. */
export interface BlockageEvent {
  subject_id: string;
  name: string;
  at: string;
  changes: FieldChange[];
  /** Where the event says it. */
  team_id: string | null;
}

export const BLOCKAGE_EVENTS = [
  'impediment.resolved',
  'impediment.declined',
  'impediment.marked-duplicate',
  'impediment.reopened',
  'impediment.edited',
  'impediment.team-added',
  'impediment.team-removed',
] as const;

const ENDS: ReadonlySet<string> = new Set<(typeof BLOCKAGE_EVENTS)[number]>([
  'impediment.resolved',
  'impediment.declined',
  'impediment.marked-duplicate',
]);

/**
 * What an impediment went through, from its row and its events in their order. The row has the last word: how it stands
 * now, and since when the teams are affected that still are.
 * @param teamNamed the one team of a name, for events that do not say its id
 */
export function blockageOf(
  row: BlockedRow,
  events: readonly BlockageEvent[],
  teamNamed: (name: string) => string | undefined,
): Blockage {
  return { teams: staysOf(row, events, teamNamed), spans: spansOf(row, events) };
}

function spansOf(row: BlockedRow, events: readonly BlockageEvent[]): Blockage['spans'] {
  const spans: { from: number; to: number | null }[] = [{ from: Date.parse(row.raised_at), to: null }];
  for (const { name, at } of events) {
    const last = spans.at(-1);
    const moment = Date.parse(at);
    if (ENDS.has(name) && last?.to === null) last.to = Math.max(last.from, moment);
    if (name === 'impediment.reopened' && last && last.to !== null)
      spans.push({ from: Math.max(last.to, moment), to: null });
  }
  const last = spans.at(-1);
  const ended = endOf(row);
  if (last && (ended === null || last.to === null))
    last.to = ended === null ? null : Math.max(last.from, Date.parse(ended));
  return spans;
}

function staysOf(
  row: BlockedRow,
  events: readonly BlockageEvent[],
  teamNamed: (name: string) => string | undefined,
): Blockage['teams'] {
  const raisedAt = Date.parse(row.raised_at);
  const added = new Map<string, number>();
  const over: { teamId: string; since: number; until: number }[] = [];
  for (const event of events) {
    const moment = Date.parse(event.at);
    for (const { field, from, to } of event.changes) {
      if (field !== 'affectedTeams') continue;
      const teamId = event.team_id ?? teamNamed(from ?? to ?? '');
      if (teamId === undefined) continue;
      if (to !== null) added.set(teamId, moment);
      else over.push({ teamId, since: added.get(teamId) ?? raisedAt, until: moment });
    }
  }
  const still = row.team_ids.map((teamId, index) => ({
    teamId,
    since: (row.teams_since[index] ?? 0) * 1000,
    until: null,
  }));
  return [...over, ...still];
}
