import type { ItemKind, ItemTier } from '@chapterhouse/domain/priorities/item-fields';
import { readId } from '../../../platform/graphql/global-id.js';
import { typedText } from '../../../platform/graphql/typed-text.js';
import type { BacklogItemChanges, BacklogItemInput } from './item-inputs.graphql.js';

/** What somebody gave, texts tidied, ids the database's. Undefined: it stays; null: there is to be none. */
export interface GivenItem {
  title?: string | undefined;
  description?: string | undefined;
  tier?: ItemTier | undefined;
  kind?: ItemKind | undefined;
  areaId?: string | null | undefined;
  teamId?: string | null | undefined;
  assigneeId?: string | null | undefined;
  parentId?: string | null | undefined;
  acceptanceCriteria?: string[] | undefined;
  points?: number | null | undefined;
  goalId?: string | null | undefined;
}

/** @throws NOT_FOUND for what is no id of its type */
export function readItem(input: BacklogItemInput | BacklogItemChanges): GivenItem {
  const { title, description, tier, kind, acceptanceCriteria, points } = input;
  return {
    title: title === undefined ? undefined : typedText(title ?? ''),
    description: description === undefined ? undefined : typedText(description ?? ''),
    tier: tier ?? undefined,
    kind: kind ?? undefined,
    areaId: idIn('Area', input.areaId),
    teamId: idIn('Team', input.teamId),
    assigneeId: idIn('Person', input.assigneeId),
    parentId: idIn('BacklogItem', input.parentId),
    acceptanceCriteria: acceptanceCriteria === undefined ? undefined : (acceptanceCriteria ?? []).map(typedText),
    points,
    goalId: idIn('ProductGoal', input.goalId),
  };
}

export function idIn(type: string, id: string | null | undefined): string | null | undefined {
  return typeof id === 'string' ? readId(type, id) : id;
}
