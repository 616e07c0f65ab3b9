import { ITEM_KINDS, ITEM_TIERS } from '@chapterhouse/domain/priorities/item-fields';
import { ITEM_STATES } from '@chapterhouse/domain/priorities/item-state';
import { enumOf } from '../../../platform/graphql/enum-of.js';

export const ItemTierEnum = enumOf('ItemTier', ITEM_TIERS);
export const ItemKindEnum = enumOf('ItemKind', ITEM_KINDS);
export const ItemStateEnum = enumOf('ItemState', ITEM_STATES);

export const ITEM_SORTS = ['ORDER', 'KEY', 'TITLE', 'STATE', 'POINTS', 'WSJF', 'UPDATED'] as const;
export type ItemSort = (typeof ITEM_SORTS)[number];
export const ItemSortEnum = enumOf('ItemSort', ITEM_SORTS);
