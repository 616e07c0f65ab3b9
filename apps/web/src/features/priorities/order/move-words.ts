import type { OrderMoveLineFragment } from '../../../generated/graphql';

type Told = Pick<OrderMoveLineFragment, 'scope' | 'from' | 'to' | 'count'> & {
  item: { key: string; area: { name: string } | null };
  scenario: { name: string } | null;
  /** Whose slots; of a change of area: the new one. */
  area?: { name: string } | null;
  /** Of a change of area: the one before. */
  formerArea?: { name: string } | null;
};

const place = (position: number): string => position.toLocaleString('en');

/** What happened, after the item's name: "moved from 12 to 3, within Payments". Who did it stands apart. */
export function moveWords(told: Told): string {
  const { scope, from, to, count, item, scenario } = told;
  if (scope === 'SCENARIO' && scenario) return `and all else were put in the order of “${scenario.name}”`;
  const others = count > 1 ? ` with ${count === 2 ? 'another one' : `${count - 1} others`}` : '';
  if (from === null && to === null) return `changed its area${others}`;
  if (from === null) return `came in at ${place(to ?? 0)}${others}`;
  if (to === null) return `left the order, from ${place(from)}${others}`;
  if (from === to)
    return scope === 'RULE' ? `${areaWords(told)}${others} and kept ${place(to)}` : `stays at ${place(to)}`;
  const way = `moved ${to < from ? 'up' : 'down'} from ${place(from)} to ${place(to)}${others}`;
  return scope === 'AREA' && item.area ? `${way}, within ${item.area.name}` : way;
}

function areaWords({ area, formerArea }: Told): string {
  if (!area) return formerArea ? `left ${formerArea.name} for no area` : 'changed its area';
  return formerArea ? `went from ${formerArea.name} to ${area.name}` : `came to ${area.name} from no area`;
}

/** The same as a sentence of its own, heard or read right after: "B-4 moved up from 12 to 3." */
export const movedWords = (told: Told): string => `${told.item.key} ${moveWords(told)}.`;
