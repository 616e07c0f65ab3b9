import { memo } from 'react';
import type { ImpedimentCardFragment } from '../../../generated/graphql';
import { ImpedimentCard } from './impediment-card';

export type BoardCellProps = {
  label: string;
  column: number;
  impediments: readonly ImpedimentCardFragment[];
  /** Which of them are in the page, by index; the others are only counted. */
  from: number;
  to: number;
  /** Cards outside of that which stay in the page, by key, with a comma between. */
  pinned: string;
  openKey: string | undefined;
  firstKey: string | undefined;
};

/** The cards of one column in one lane that are near enough to be seen. */
export const BoardCell = memo(function BoardCell(props: BoardCellProps) {
  const { label, column, impediments, from, to, pinned, openKey, firstKey } = props;
  const keys = pinned === '' ? [] : pinned.split(',');
  return (
    <ul className="board__cell" aria-label={label}>
      {impediments.map((impediment, index) =>
        (index >= from && index <= to) || keys.includes(impediment.key) ? (
          <ImpedimentCard
            key={impediment.id}
            impediment={impediment}
            column={column}
            index={index}
            count={impediments.length}
            open={impediment.key === openKey}
            first={impediment.key === firstKey}
          />
        ) : null,
      )}
    </ul>
  );
});
