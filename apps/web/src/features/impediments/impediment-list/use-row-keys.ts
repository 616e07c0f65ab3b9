import type { KeyboardEvent } from 'react';
import type { ImpedimentCardFragment } from '../../../generated/graphql';
import { selection } from '../impediment-selection/selection';
import { focusRow } from './row-focus';

/** Arrows, Home and End walk between rows while one of them has the focus, with Shift they select; Ctrl+A selects all. */
export function useRowKeys(rows: readonly ImpedimentCardFragment[]): (event: KeyboardEvent) => void {
  return (event) => {
    const { key, target, shiftKey, ctrlKey, metaKey, altKey } = event;
    if ((ctrlKey || metaKey) && !shiftKey && !altKey && key.toLowerCase() === 'a') {
      event.preventDefault();
      selection.set(rows.map(({ id }) => id));
      return;
    }
    const from = target instanceof HTMLElement ? target.dataset['cardKey'] : undefined;
    if (from === undefined || ctrlKey || metaKey || altKey) return;
    const at = rows.findIndex((row) => row.key === from);
    const to = { ArrowUp: at - 1, ArrowDown: at + 1, Home: 0, End: rows.length - 1 }[key];
    if (to === undefined) return;
    event.preventDefault();
    const here = rows[at];
    const next = rows[to];
    if (!here || !next) return;
    if (shiftKey) {
      if (!selection.ids().has(here.id)) selection.toggle(here.id);
      const ids = rows.map(({ id }) => id);
      selection.extendTo(next.id, ids);
    }
    focusRow(next.key);
  };
}
