export { GoalsBar } from './goals-bar/goals-bar';
export { ItemBlockedMark } from './item/item-blocked-mark';
export { itemAddress, ItemLink } from './item/item-link';
export { ItemStateBadge } from './item/item-state-badge';
export { ItemTierMark } from './item/item-tier-mark';
export { ItemsOfTeam } from './items-of/items-of-team';
export { CreateItem } from './item-form/create-item';
