import {
  IMPEDIMENT_STATE_TITLES,
  type ImpedimentState,
  OPEN_STATES,
} from '@chapterhouse/domain/impediments/impediment-state';
import { countIn, type Lane } from './board-lanes';

export type BoardTabsProps = {
  lanes: readonly Lane[];
  column: ImpedimentState;
  onChange: (column: ImpedimentState) => void;
};

/** A phone shows one column at a time. */
export function BoardTabs({ lanes, column, onChange }: BoardTabsProps) {
  return (
    <fieldset className="board-tabs" aria-label="Column">
      {OPEN_STATES.map((state) => (
        <button
          key={state}
          type="button"
          className="board-tabs__tab"
          aria-pressed={state === column}
          onClick={() => onChange(state)}
        >
          {IMPEDIMENT_STATE_TITLES[state]}
          <span className="board__count">{countIn(lanes, state)}</span>
        </button>
      ))}
    </fieldset>
  );
}
