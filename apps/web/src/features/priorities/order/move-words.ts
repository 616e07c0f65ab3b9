import type { OrderMoveLineFragment } from '../../../generated/graphql';

type Told = Pick<OrderMoveLineFragment, 'scope' | 'from' | 'to' | 'count'> & {
  item: { key: string; area: { name: string } | null };
  scenario: { name: string } | null;
};

const place = (position: number): string => position.toLocaleString('en');

/** What happened, after the item's name: "moved from 12 to 3, within Payments". Who did it stands apart. */
export function moveWords({ scope, from, to, count, item, scenario }: Told): string {
  if (scope === 'SCENARIO' && scenario) return `and all else were put in the order of “${scenario.name}”`;
  const others = count > 1 ? ` with ${count === 2 ? 'another one' : `${count - 1} others`}` : '';
  if (from === null && to === null) return `changed its area${others}`;
  if (from === null) return `came in at ${place(to ?? 0)}${others}`;
  if (to === null) return `left the order, from ${place(from)}${others}`;
  if (from === to) return scope === 'RULE' ? `kept ${place(to)} in another area` : `stays at ${place(to)}`;
  const way = `moved ${to < from ? 'up' : 'down'} from ${place(from)} to ${place(to)}${others}`;
  return scope === 'AREA' && item.area ? `${way}, within ${item.area.name}` : way;
}

/** The same as a sentence of its own, heard or read right after: "B-4 moved up from 12 to 3." */
export const movedWords = (told: Told): string => `${told.item.key} ${moveWords(told)}.`;
