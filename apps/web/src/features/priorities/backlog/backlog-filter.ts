import type { ItemFilter, ItemKind, ItemSort, ItemState, ItemTier } from '../../../generated/graphql';
import { ITEM_KINDS, ITEM_TIERS } from '@chapterhouse/domain/priorities/item-fields';
import { ITEM_STATES } from '@chapterhouse/domain/priorities/item-state';

export type BacklogScreen = 'tree' | 'list' | 'board';
export const BACKLOG_SCREENS: readonly BacklogScreen[] = ['tree', 'list', 'board'];

/** Those that have none: no area, no team, no goal, nobody. */
export const NONE = 'none';

/** What the backlog is narrowed to. Each is a search parameter of its name. */
export type BacklogFilter = {
  text: string;
  tiers: readonly ItemTier[];
  kinds: readonly ItemKind[];
  /** None: the open ones. */
  states: readonly ItemState[];
  areas: readonly string[];
  teams: readonly string[];
  goals: readonly string[];
  people: readonly string[];
  ready: boolean | null;
  blocked: boolean | null;
  estimated: boolean | null;
};

export type BacklogView = { screen: BacklogScreen; filter: BacklogFilter; sort: ItemSort; descending: boolean };

export const WHOLE_BACKLOG: BacklogFilter = {
  text: '',
  tiers: [],
  kinds: [],
  states: [],
  areas: [],
  teams: [],
  goals: [],
  people: [],
  ready: null,
  blocked: null,
  estimated: null,
};

export const SORT_TITLES: Record<ItemSort, string> = {
  ORDER: 'Order',
  KEY: 'Key',
  TITLE: 'Title',
  STATE: 'State',
  POINTS: 'Size',
  WSJF: 'WSJF',
  UPDATED: 'Changed',
};
// oxlint-disable-next-line typescript/no-unsafe-type-assertion -- a record of exactly these keys
export const ITEM_SORTS = Object.keys(SORT_TITLES) as ItemSort[];
/** Asked for with the most of it first. */
const MOST_FIRST: readonly ItemSort[] = ['POINTS', 'WSJF', 'UPDATED'];

export function readBacklog(params: URLSearchParams): BacklogView {
  const words = (name: string) => (params.get(name) ?? '').split(',').filter(Boolean);
  const yesNo = (name: string) => ({ 1: true, 0: false })[params.get(name) ?? ''] ?? null;
  const [tiers, kinds, states] = [words('tiers'), words('kinds'), words('states')];
  return {
    screen: BACKLOG_SCREENS.find((screen) => screen === params.get('view')) ?? 'tree',
    filter: {
      text: params.get('text') ?? '',
      tiers: ITEM_TIERS.filter((tier) => tiers.includes(tier)),
      kinds: ITEM_KINDS.filter((kind) => kinds.includes(kind)),
      states: ITEM_STATES.filter((state) => states.includes(state)),
      areas: words('areas'),
      teams: words('teams'),
      goals: words('goals'),
      people: words('people'),
      ready: yesNo('ready'),
      blocked: yesNo('blocked'),
      estimated: yesNo('estimated'),
    },
    sort: ITEM_SORTS.find((sort) => sort === params.get('sort')) ?? 'ORDER',
    descending: params.get('desc') === '1',
  };
}

function writeFilter(filter: BacklogFilter): URLSearchParams {
  const params = new URLSearchParams();
  for (const [name, value] of Object.entries(filter)) {
    if (typeof value === 'boolean') params.set(name, value ? '1' : '0');
    else if (Array.isArray(value)) {
      if (value.length > 0) params.set(name, value.join(','));
    } else if (typeof value === 'string' && value !== '') params.set(name, value);
  }
  return params;
}

/** @param product kept as it is: the id of another than the usual one */
export function writeBacklog(
  { screen, filter, sort, descending }: BacklogView,
  product: string | null,
): URLSearchParams {
  const params = new URLSearchParams();
  if (product !== null) params.set('product', product);
  if (screen !== 'tree') params.set('view', screen);
  for (const [name, value] of writeFilter(filter)) params.set(name, value);
  if (sort !== 'ORDER') params.set('sort', sort);
  if (descending) params.set('desc', '1');
  return params;
}

/** As the api takes it. */
export function filterInput(filter: BacklogFilter): ItemFilter {
  const { text, tiers, kinds, states, areas, teams, goals, people, ready, blocked, estimated } = filter;
  return {
    ...(text.trim() !== '' && { text: text.trim() }),
    ...(tiers.length > 0 && { tiers: [...tiers] }),
    ...(kinds.length > 0 && { kinds: [...kinds] }),
    ...(states.length > 0 && { states: [...states] }),
    ...(areas.length > 0 && { areaIds: [...areas] }),
    ...(teams.length > 0 && { teamIds: [...teams] }),
    ...(goals.length > 0 && { goalIds: [...goals] }),
    ...(people.length > 0 && { assigneeIds: [...people] }),
    ...(ready !== null && { ready }),
    ...(blocked !== null && { blocked }),
    ...(estimated !== null && { estimated }),
  };
}

export const isNarrowed = (filter: BacklogFilter): boolean => writeFilter(filter).size > 0;

/**
 * A tree has room for every item under its parent. Where something is looked for, what is found may be at any depth: it
 * is shown flat, each with where it belongs.
 */
export const isTree = ({ screen, filter, sort }: BacklogView): boolean =>
  screen === 'tree' && sort === 'ORDER' && !isNarrowed({ ...filter, states: [] });

/** The order after its column was pressed: another press turns it round. */
export function sortedBy(view: BacklogView, sort: ItemSort): Pick<BacklogView, 'sort' | 'descending'> {
  if (view.sort === sort) return { sort, descending: !view.descending };
  return { sort, descending: MOST_FIRST.includes(sort) };
}
