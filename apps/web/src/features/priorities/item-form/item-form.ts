import { ITEM_KINDS, ITEM_TIERS, itemProblems } from '@chapterhouse/domain/priorities/item-fields';
import type {
  BacklogItemChanges,
  BacklogItemInput,
  ItemKind,
  ItemRecordFragment,
  ItemTier,
} from '../../../generated/graphql';
import { criteriaOf, criteriaText } from '../item-fields/criteria-text';
import { readSize } from '../item-fields/size-field';
import type { ItemBegun } from './create-state';

type Named = { id: string; name: string };
type NamedItem = { id: string; key: string; title: string; tier: ItemTier };

/** An item as it is being written; all of it survives as one draft. */
export type ItemForm = {
  title: string;
  tier: ItemTier;
  kind: ItemKind;
  area: Named | null;
  team: Named | null;
  assignee: Named | null;
  parent: NamedItem | null;
  goalId: string;
  points: string;
  description: string;
  /** One a line. */
  criteria: string;
};

export const EMPTY_ITEM: ItemForm = {
  title: '',
  tier: 'FEATURE',
  kind: 'VALUE',
  area: null,
  team: null,
  assignee: null,
  parent: null,
  goalId: '',
  points: '',
  description: '',
  criteria: '',
};
// oxlint-disable-next-line typescript/no-unsafe-type-assertion -- a record of exactly these keys
export const ITEM_FORM_FIELDS = Object.keys(EMPTY_ITEM) as (keyof ItemForm)[];

export function begunItem({ tier, parent, area, team, goalId }: ItemBegun, anyTier: boolean): ItemForm {
  return {
    ...EMPTY_ITEM,
    tier: tier ?? (anyTier ? 'FEATURE' : 'TASK'),
    parent: parent ?? null,
    area: area ?? null,
    team: team ?? null,
    goalId: goalId ?? '',
  };
}

export function formOfItem(item: ItemRecordFragment): ItemForm {
  const { title, tier, kind, area, team, assignee, parent, goal, points, description, acceptanceCriteria } = item;
  const named = (thing: Named | null): Named | null => thing && { id: thing.id, name: thing.name };
  return {
    title,
    tier,
    kind,
    area: named(area),
    team: named(team),
    assignee: named(assignee),
    parent: parent && { id: parent.id, key: parent.key, title: parent.title, tier: parent.tier },
    goalId: goal?.id ?? '',
    points: points === null ? '' : String(points),
    description,
    criteria: criteriaText(acceptanceCriteria),
  };
}

/** As the api takes a new one. */
export function itemInput(form: ItemForm): BacklogItemInput {
  return {
    title: form.title.trim(),
    tier: form.tier,
    kind: form.kind,
    description: form.description,
    areaId: form.area?.id ?? null,
    teamId: form.team?.id ?? null,
    assigneeId: form.assignee?.id ?? null,
    // What was chosen for another tier does not come along.
    parentId: form.tier === 'EPIC' ? null : (form.parent?.id ?? null),
    acceptanceCriteria: criteriaOf(form.criteria),
    points: readSize(form.points),
    goalId: form.goalId || null,
  };
}

const SENT: Record<keyof ItemForm, keyof BacklogItemChanges> = {
  title: 'title',
  tier: 'tier',
  kind: 'kind',
  area: 'areaId',
  team: 'teamId',
  assignee: 'assigneeId',
  parent: 'parentId',
  goalId: 'goalId',
  points: 'points',
  description: 'description',
  criteria: 'acceptanceCriteria',
};

/** Only what is other than saved: what others change meanwhile in other fields stays theirs. */
export function itemChanges(form: ItemForm, changed: readonly (keyof ItemForm)[]): BacklogItemChanges {
  const whole: BacklogItemChanges = itemInput(form);
  const fields = changed.includes('tier') && form.tier === 'EPIC' ? [...changed, 'parent' as const] : changed;
  return Object.fromEntries(fields.map((field) => [SENT[field], whole[SENT[field]]]));
}

export type ItemFormProblems = Partial<Record<string, string>>;

/** By field of the input; the server says the same again, should somebody come around this. */
export function itemFormProblems(form: ItemForm): ItemFormProblems {
  const { title, tier, kind, description, acceptanceCriteria, points } = itemInput(form);
  const found = itemProblems({ title, tier, kind, description, acceptanceCriteria, points });
  return Object.fromEntries(found.map(({ field, problem }) => [field, problem]));
}

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;
const isNamed = (value: unknown): boolean => value === null || (isRecord(value) && typeof value['id'] === 'string');

/** A draft; fields that another release does not know are empty. */
export function readItemForm(text: string): ItemForm {
  let stored: unknown;
  try {
    stored = JSON.parse(text);
  } catch {
    return EMPTY_ITEM;
  }
  if (!isRecord(stored)) return EMPTY_ITEM;
  const known = ITEM_FORM_FIELDS.filter((field) => fits(field, stored[field]));
  return { ...EMPTY_ITEM, ...Object.fromEntries(known.map((field) => [field, stored[field]])) };
}

function fits(field: keyof ItemForm, value: unknown): boolean {
  if (field === 'tier') return ITEM_TIERS.some((tier) => tier === value);
  if (field === 'kind') return ITEM_KINDS.some((kind) => kind === value);
  return EMPTY_ITEM[field] === null ? isNamed(value) : typeof value === 'string';
}

const same = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);

export function changedItemFields(from: ItemForm, to: ItemForm): (keyof ItemForm)[] {
  return ITEM_FORM_FIELDS.filter((field) => !same(from[field], to[field]));
}

/** What somebody began when the item was as in `from`, over what it says now: fields that they left alone follow it. */
export function rebasedItem(mine: ItemForm, from: ItemForm, now: ItemForm): ItemForm {
  const own = changedItemFields(from, mine).map((field) => [field, mine[field]] as const);
  return { ...now, ...Object.fromEntries(own) };
}

/** Fields that somebody else gave another value meanwhile, and that were changed here as well. */
export function changedByBoth(mine: ItemForm, from: ItemForm, now: ItemForm): (keyof ItemForm)[] {
  const theirs = changedItemFields(from, now);
  return changedItemFields(from, mine).filter((field) => theirs.includes(field) && !same(mine[field], now[field]));
}
