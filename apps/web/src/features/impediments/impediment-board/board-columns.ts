import {
  IMPEDIMENT_STATE_TITLES,
  type ImpedimentState,
  OPEN_STATES,
} from '@chapterhouse/domain/impediments/impediment-state';
import type { ImpedimentCardFragment } from '../../../generated/graphql';
import { moveTo, whyNot } from '../impediment-moves/offered-moves';
import type { ColumnKind } from './board-view';

/** A state or a level. */
export type BoardColumn = { id: string; title: string } & (
  { state: ImpedimentState; level?: undefined } | { level: number; state?: undefined }
);

export function columnsOf(kind: ColumnKind, levels: readonly { level: number; name: string }[]): BoardColumn[] {
  if (kind === 'state')
    return OPEN_STATES.map((state) => ({ id: state, title: IMPEDIMENT_STATE_TITLES[state], state }));
  return levels.map(({ level, name }) => ({ id: String(level), title: name, level }));
}

export function isIn({ state, level }: ImpedimentCardFragment, column: BoardColumn): boolean {
  return column.state === undefined ? level === column.level : state === column.state;
}

/** Why a column does not accept a card; null where it does, and where it is already. */
export function whyNotInto(impediment: ImpedimentCardFragment, column: BoardColumn): string | null {
  if (isIn(impediment, column)) return null;
  if (column.state !== undefined) return whyNot(impediment, column.state);
  return impediment.viewerCan.includes('impediment:set-level') ? null : 'You may not change the level of this one.';
}

export type Drop = 'home' | 'yes' | 'no';

export function dropOf(dragged: ImpedimentCardFragment, column: BoardColumn): Drop {
  if (isIn(dragged, column)) return 'home';
  if (column.state !== undefined) return moveTo(dragged, column.state) ? 'yes' : 'no';
  return whyNotInto(dragged, column) === null ? 'yes' : 'no';
}
