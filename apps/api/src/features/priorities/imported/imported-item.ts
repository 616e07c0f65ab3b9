import type { FieldChange } from '@chapterhouse/domain/event-payload';
import {
  ITEM_KIND_TITLES,
  ITEM_TIER_TITLES,
  type ItemKind,
  type ItemTier,
} from '@chapterhouse/domain/priorities/item-fields';
import { ITEM_STATE_TITLES, type ItemState } from '@chapterhouse/domain/priorities/item-state';

/** An item as a file tells it; ids are the database's, moments ISO text. */
export interface ImportedItem {
  /** Of a new one; of one that is here it is its own. */
  id: string;
  key: string;
  title: string;
  description: string;
  type: string;
  tier: ItemTier;
  kind: ItemKind;
  state: ItemState;
  teamId: string;
  assigneeId: string | null;
  points: number | null;
  /** Key of what it is part of: joined as soon as both are here. */
  parentKey: string | null;
  /** Null: the file does not say. */
  createdAt: string | null;
  resolvedAt: string | null;
  droppedReason: string;
  links: ImportedLink[];
  /** Sorts those that come new into the order: earlier first. */
  rank: string | null;
}

export interface ImportedLink {
  type: string;
  outward: boolean;
  phrase: string;
  otherKey: string;
}

/** One that is here already. */
export interface HeldItem {
  id: string;
  key: string;
  title: string;
  description: string;
  type: string;
  tier: ItemTier;
  kind: ItemKind;
  state: ItemState;
  productId: string;
  areaId: string | null;
  teamId: string | null;
  assigneeId: string | null;
  points: number | null;
  parentKey: string | null;
  createdAt: string;
  resolvedAt: string | null;
  droppedReason: string;
  version: number;
  handEdited: string[];
}

/** What an item is as soon as a file was taken: written as it stands here. */
export interface PlacedItem extends Omit<HeldItem, 'version' | 'handEdited' | 'createdAt'> {
  /** What it is part of, where that is here already; joined later else. */
  parentId?: string | null;
  /** Null: when it comes. */
  createdAt: string | null;
}

/** Where a team stands: an item of a team is in the team's area. */
export interface TeamHome {
  areaId: string;
  productId: string;
}

/** Columns that files tell, as `hand_edited` names them, in words for people. */
const HAND_WORDS: Record<string, string> = {
  title: 'title',
  description: 'description',
  tier: 'tier',
  kind: 'kind',
  state: 'state',
  team_id: 'team',
  area_id: 'area',
  assignee_id: 'assignee',
  points: 'points',
  parent_id: 'what it is part of',
};

/** Of the fields that somebody changed here, those that files tell. */
export function keptWords(handEdited: readonly string[]): string[] {
  return handEdited.flatMap((field) => HAND_WORDS[field] ?? []);
}

export function newItem(given: ImportedItem, home: TeamHome): PlacedItem {
  const { rank: _sortedBy, links: _beside, ...item } = given;
  return { ...item, ...home };
}

/** The file's word, but for what somebody changed here. */
export function afterImport(given: ImportedItem, here: HeldItem, home: TeamHome): PlacedItem {
  const own = (field: string): boolean => here.handEdited.includes(field);
  const staysInTeam = own('team_id') || (own('area_id') && here.areaId !== home.areaId);
  return {
    id: here.id,
    key: here.key,
    title: own('title') ? here.title : given.title,
    description: own('description') ? here.description : given.description,
    type: given.type,
    tier: own('tier') ? here.tier : given.tier,
    kind: own('kind') ? here.kind : given.kind,
    ...(own('state')
      ? { state: here.state, resolvedAt: here.resolvedAt, droppedReason: here.droppedReason }
      : { state: given.state, resolvedAt: given.resolvedAt, droppedReason: given.droppedReason }),
    ...(staysInTeam
      ? { teamId: here.teamId, areaId: here.areaId, productId: here.productId }
      : { teamId: given.teamId, ...home }),
    assigneeId: own('assignee_id') ? here.assigneeId : given.assigneeId,
    points: own('points') ? here.points : given.points,
    parentKey: given.parentKey,
    createdAt: given.createdAt ?? here.createdAt,
  };
}

/** What an event says of it; words that people know, no ids. */
export function changesOf(before: HeldItem | null, after: PlacedItem): FieldChange[] {
  const fields: [field: string, from: string | null, to: string | null][] = [
    ['title', before?.title ?? null, after.title],
    ['description', before && shortOf(before.description), shortOf(after.description)],
    ['type', before?.type ?? null, after.type],
    ['tier', before && ITEM_TIER_TITLES[before.tier], ITEM_TIER_TITLES[after.tier]],
    ['kind', before && ITEM_KIND_TITLES[before.kind], ITEM_KIND_TITLES[after.kind]],
    ['state', before && ITEM_STATE_TITLES[before.state], ITEM_STATE_TITLES[after.state]],
    ['points', textOf(before?.points), textOf(after.points)],
    ['part of', before?.parentKey ?? null, after.parentKey],
  ];
  return fields.flatMap(([field, from, to]) =>
    (from || null) === (to || null) ? [] : [{ field, from: from || null, to: to || null }],
  );
}

export function isSame(after: PlacedItem, here: HeldItem): boolean {
  return (
    changesOf(here, after).length === 0 &&
    after.description === here.description &&
    after.teamId === here.teamId &&
    after.areaId === here.areaId &&
    after.productId === here.productId &&
    after.assigneeId === here.assigneeId &&
    after.createdAt === here.createdAt &&
    after.resolvedAt === here.resolvedAt &&
    after.droppedReason === here.droppedReason
  );
}

function textOf(points: number | null | undefined): string | null {
  return points === null || points === undefined ? null : String(points);
}

function shortOf(text: string): string {
  return text.length > 200 ? `${text.slice(0, 200)}…` : text;
}
