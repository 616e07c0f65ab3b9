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
