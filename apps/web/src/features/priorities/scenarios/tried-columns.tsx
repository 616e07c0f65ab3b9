import { ItemStateBadge } from '../item/item-state-badge';
import { counted, type OrderColumn } from '../order/order-columns';
import { ShiftMark } from './shift-mark';

/**
 * Beside each item how far it went from where it stood.
 * @param was where items stood in the order that the scenario was copied from
 * @param positions where they stand in it now
 * @param aside places that what nobody moved is pushed aside at most: one for each move
 */
export function triedColumns(
  was: ReadonlyMap<string, number | null>,
  positions: ReadonlyMap<string | undefined, number | null>,
  aside: number,
): readonly OrderColumn[] {
  const shift = (id: string) => {
    const [from, to] = [was.get(id) ?? null, positions.get(id) ?? null];
    if (from === null || to === null || from === to) return null;
    return (
      <span className="scenario__shift">
        <ShiftMark from={from} to={to} aside={Math.abs(from - to) <= aside} />
      </span>
    );
  };
  return [
    {
      name: 'Change',
      meaning: 'From where it stood in the order',
      width: 4.5,
      number: true,
      show: ({ id }) => shift(id),
    },
    {
      name: 'Was',
      meaning: 'Where it stood in the order',
      width: 4,
      number: true,
      show: ({ id }) => (was.get(id) ?? null)?.toLocaleString('en') ?? 'new',
    },
    { name: 'Area', width: 8.5, show: ({ area }) => area?.name ?? '–' },
    { name: 'Team', width: 8.5, show: ({ team }) => team?.name ?? '–' },
    { name: 'State', width: 7, show: ({ state }) => <ItemStateBadge state={state} /> },
    { name: 'Size', width: 4, number: true, show: ({ points }) => counted(points) },
  ];
}
