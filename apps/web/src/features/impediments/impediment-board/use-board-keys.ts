import type { KeyboardEvent } from 'react';
import { selection } from '../impediment-selection/selection';
import type { Step } from './board-layout';
import { walkFrom } from './board-walk';
import { shownIds } from '../shown-order';

const STEPS: Record<string, Step> = {
  ArrowUp: 'up',
  ArrowDown: 'down',
  ArrowLeft: 'left',
  ArrowRight: 'right',
  Home: 'first',
  End: 'last',
};

/** Arrows, Home and End walk between cards while one of them has the focus, with Shift they select; elsewhere they scroll. */
export function useBoardKeys(dragging: boolean): (event: KeyboardEvent) => void {
  return (event) => {
    const { target, key, shiftKey, ctrlKey, metaKey, altKey } = event;
    const link = target instanceof HTMLElement ? target : null;
    const from = link?.dataset['cardKey'];
    if (dragging || from === undefined || ctrlKey || metaKey || altKey) return;
    const step = STEPS[key];
    if (!step) return;
    event.preventDefault();
    const id = link?.dataset['cardId'];
    if (shiftKey && id !== undefined && !selection.ids().has(id)) selection.toggle(id);
    const next = walkFrom(from, step);
    if (!shiftKey || next === null) return;
    // It is in the page by the next frame at the latest.
    requestAnimationFrame(() => {
      const there = document.activeElement;
      const nextId = there instanceof HTMLElement ? there.dataset['cardId'] : undefined;
      if (nextId !== undefined) selection.extendTo(nextId, shownIds());
    });
  };
}
