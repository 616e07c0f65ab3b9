import { Button } from '@chapterhouse/ui/button';
import type { BoardColumn } from './board-columns';
import { countIn, type Lane } from './board-lanes';

export type BoardTabsProps = {
  columns: readonly BoardColumn[];
  lanes: readonly Lane[];
  /** Index of the column that is shown. */
  column: number;
  onChange: (column: number) => void;
};

/** A phone shows one column at a time. */
export function BoardTabs({ columns, lanes, column, onChange }: BoardTabsProps) {
  return (
    <fieldset className="board-tabs" aria-label="Column">
      {columns.map(({ id, title }, at) => (
        <button
          key={id}
          type="button"
          className="board-tabs__tab"
          aria-pressed={at === column}
          onClick={() => onChange(at)}
        >
          {title}
          <span className="board__count">{countIn(lanes, at)}</span>
        </button>
      ))}
    </fieldset>
  );
}

/** What a phone says where its one column is empty: the nearest that is not. */
export function ElsewhereOnPhone({ columns, lanes, column, onChange }: BoardTabsProps) {
  const counted = columns.map((one, at) => ({ ...one, at, count: countIn(lanes, at) }));
  const others = counted.filter(({ count }) => count > 0);
  const nearest = others.toSorted((a, b) => Math.abs(a.at - column) - Math.abs(b.at - column))[0];
  return (
    <p className="board-tabs__empty">
      Nothing is in {columns[column]?.title ?? 'this column'}.
      {nearest && (
        <Button size="sm" onClick={() => onChange(nearest.at)}>
          {nearest.title} has {nearest.count}
        </Button>
      )}
    </p>
  );
}
