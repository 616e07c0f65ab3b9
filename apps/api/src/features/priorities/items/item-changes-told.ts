import type { FieldChange } from '@chapterhouse/domain/event-payload';
import {
  ITEM_KIND_TITLES,
  ITEM_TIER_TITLES,
  type ItemKind,
  type ItemTier,
} from '@chapterhouse/domain/priorities/item-fields';
import { ITEM_STATE_TITLES, type ItemState } from '@chapterhouse/domain/priorities/item-state';
import { excerpt } from '../../../platform/graphql/typed-text.js';
import type { ItemNames } from './item-names.read.js';

/** All of an item that people and imports set, by the names of its columns. */
export interface ItemColumns {
  title: string;
  description: string;
  tier: ItemTier;
  kind: ItemKind;
  state: ItemState;
  product_id: string;
  area_id: string | null;
  team_id: string | null;
  assignee_id: string | null;
  parent_id: string | null;
  goal_id: string | null;
  acceptance_criteria: string[];
  points: number | null;
  value: number | null;
  time_criticality: number | null;
  risk_reduction: number | null;
  dropped_reason: string;
  resolved_at: string | null;
  task_rank: string | null;
}

/** Ids among the columns: what names are needed of. */
export function idsIn(columns: Partial<ItemColumns>): (string | null)[] {
  const { area_id: area, team_id: team, assignee_id: assignee, parent_id: parent, goal_id: goal } = columns;
  return [area, team, assignee, parent, goal].filter((id) => id !== undefined);
}

type Told = (columns: Partial<ItemColumns>, names: ItemNames) => string | null | undefined;

/** Fields of events, in the order in which they are told; a column that is not there is not told of. */
const FIELDS: Record<string, Told> = {
  title: ({ title }) => title,
  description: ({ description }) => (description === undefined ? undefined : excerpt(description)),
  tier: ({ tier }) => tier && ITEM_TIER_TITLES[tier],
  kind: ({ kind }) => kind && ITEM_KIND_TITLES[kind],
  state: ({ state }) => state && ITEM_STATE_TITLES[state],
  area: ({ area_id: id }, names) => (id === undefined ? undefined : names(id)),
  team: ({ team_id: id }, names) => (id === undefined ? undefined : names(id)),
  assignee: ({ assignee_id: id }, names) => (id === undefined ? undefined : names(id)),
  parent: ({ parent_id: id }, names) => (id === undefined ? undefined : names(id)),
  goal: ({ goal_id: id }, names) => (id === undefined ? undefined : names(id)),
  acceptanceCriteria: ({ acceptance_criteria: criteria }) => criteria && excerpt(criteria.join('; ')),
  points: ({ points }) => numberWords(points),
  value: ({ value }) => numberWords(value),
  timeCriticality: ({ time_criticality: score }) => numberWords(score),
  riskReduction: ({ risk_reduction: score }) => numberWords(score),
};

/** What an event tells of: every field among those of `after` that differs. */
export function itemChanges(
  before: Partial<ItemColumns> | null,
  after: Partial<ItemColumns>,
  names: ItemNames,
): FieldChange[] {
  return Object.entries(FIELDS).flatMap(([field, told]) => {
    const to = told(after, names);
    if (to === undefined) return [];
    const from = (before && told(before, names)) ?? null;
    return from === to ? [] : [{ field, from, to }];
  });
}

function numberWords(value: number | null | undefined): string | null | undefined {
  return typeof value === 'number' ? String(value) : value;
}
