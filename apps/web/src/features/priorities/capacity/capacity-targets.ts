import type { CapacityFactsFragment, CapacityLineFragment, CapacityTargetInput } from '../../../generated/graphql';
import type { Facts } from '../../../platform/forms/use-edits';

export type Line = Pick<CapacityLineFragment, 'area' | 'kind' | 'target'>;

/** One target as the name of a field: of an area, of a kind, or of a kind within an area. */
export const fieldOf = ({ area, kind }: Pick<Line, 'area' | 'kind'>): string => `${area?.id ?? ''}|${kind ?? ''}`;

/** Those that can have one: all lines but that of the items without an area. */
const lines = ({ areas, kinds, cells }: CapacityFactsFragment): readonly CapacityLineFragment[] => [
  ...areas.filter(({ area }) => area !== null),
  ...kinds,
  ...cells.filter(({ area }) => area !== null),
];

export const factsOf = (capacity: CapacityFactsFragment): Facts =>
  Object.fromEntries(lines(capacity).map((line) => [fieldOf(line), line.target]));

/** All targets as they are to be: what is left out is gone. */
export function targetsOf(capacity: CapacityFactsFragment, read: (field: string) => unknown): CapacityTargetInput[] {
  return lines(capacity).flatMap((line) => {
    const share = read(fieldOf(line));
    return typeof share === 'number' ? { areaId: line.area?.id ?? null, kind: line.kind, share } : [];
  });
}

/** What is left of a hundred in each group of targets that belong together; only those that are given away too often. */
export function overfull(capacity: CapacityFactsFragment, read: (field: string) => unknown): string[] {
  const sum = (of: readonly Line[]) =>
    of.reduce((all, line) => {
      const share = read(fieldOf(line));
      return all + (typeof share === 'number' ? share : 0);
    }, 0);
  const groups: [string, readonly Line[]][] = [
    ['The areas', capacity.areas.filter(({ area }) => area !== null)],
    ['The kinds', capacity.kinds],
    ...capacity.areas.flatMap(({ area }): [string, readonly Line[]][] =>
      area ? [[`The kinds of ${area.name}`, capacity.cells.filter((cell) => cell.area?.id === area.id)]] : [],
    ),
  ];
  return groups.flatMap(([name, of]) => {
    const total = sum(of);
    return total > 100.000_001
      ? `${name} together have ${percentWords(total)}: take ${percentWords(total - 100)} away.`
      : [];
  });
}

const PERCENT = new Intl.NumberFormat('en', { maximumFractionDigits: 1 });

export const percentWords = (share: number): string => `${PERCENT.format(share)} %`;

/** How far what the order holds is from what it is to hold. Within a point it is as meant. */
export function differenceWords(held: number, target: number | null): string {
  if (target === null) return '';
  const by = Math.round(held - target);
  if (by === 0) return 'as meant';
  return `${Math.abs(by)} ${Math.abs(by) === 1 ? 'point' : 'points'} ${by > 0 ? 'over' : 'under'}`;
}
