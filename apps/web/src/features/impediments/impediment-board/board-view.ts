import { useCallback, useMemo } from 'react';
import { useSearchParams } from 'react-router';
import { useStoredChoice } from './use-stored-choice';

/** How the board shows what it shows. Each is a search parameter of its name, so that a link and a saved view carry it. */
export const VIEW_CHOICES = {
  columns: [
    { value: 'state', label: 'State' },
    { value: 'level', label: 'Level' },
  ],
  lanes: [
    { value: 'area', label: 'Area' },
    { value: 'team', label: 'Team' },
    { value: 'level', label: 'Level' },
    { value: 'source', label: 'Source' },
    { value: 'owner', label: 'Owner' },
    { value: 'none', label: 'None' },
  ],
  sort: [
    { value: 'age', label: 'Oldest first' },
    { value: 'cost', label: 'Most blocked team-days' },
    { value: 'due', label: 'Due first' },
    { value: 'severity', label: 'Most severe' },
    { value: 'votes', label: 'Most votes' },
  ],
  density: [
    { value: 'comfortable', label: 'Comfortable' },
    { value: 'compact', label: 'Compact' },
  ],
} as const;

export type BoardView = { [Key in keyof typeof VIEW_CHOICES]: (typeof VIEW_CHOICES)[Key][number]['value'] };
export type ColumnKind = BoardView['columns'];
export type LaneKind = BoardView['lanes'];
export type SortKind = BoardView['sort'];

export const USUAL_VIEW: BoardView = { columns: 'state', lanes: 'area', sort: 'age', density: 'comfortable' };

function chosen<Key extends keyof BoardView>(key: Key, value: unknown, fallback: BoardView[Key]): BoardView[Key] {
  const options: readonly { value: string }[] = VIEW_CHOICES[key];
  return isOne<BoardView[Key]>(options, value) ? value : fallback;
}

const isOne = <T extends string>(options: readonly { value: string }[], value: unknown): value is T =>
  options.some((option) => option.value === value);

function complete(part: Record<string, unknown>, fallback: BoardView): BoardView {
  return {
    columns: chosen('columns', part['columns'], fallback.columns),
    lanes: chosen('lanes', part['lanes'], fallback.lanes),
    sort: chosen('sort', part['sort'], fallback.sort),
    density: chosen('density', part['density'], fallback.density),
  };
}

/** What the address says; where it says nothing, or nonsense, what was chosen last. */
export function readView(params: URLSearchParams, last: BoardView): BoardView {
  return complete(Object.fromEntries(params), last);
}

const accept = (stored: unknown): BoardView =>
  complete(typeof stored === 'object' && stored !== null ? { ...stored } : {}, USUAL_VIEW);

/** A choice goes into the address and is remembered in this browser for the next visit. */
export function useBoardView(): [BoardView, (change: Partial<BoardView>) => void] {
  const [params, setParams] = useSearchParams();
  const [last, remember] = useStoredChoice('board.view', accept);
  const view = useMemo(() => readView(params, last), [params, last]);
  const change = useCallback(
    (part: Partial<BoardView>) => {
      const next = { ...view, ...part };
      remember(next);
      setParams(
        (before) => {
          const after = new URLSearchParams(before);
          for (const key of Object.keys(part)) after.set(key, next[key as keyof BoardView]);
          return after;
        },
        { replace: true, preventScrollReset: true },
      );
    },
    [view, remember, setParams],
  );
  return [view, change];
}
