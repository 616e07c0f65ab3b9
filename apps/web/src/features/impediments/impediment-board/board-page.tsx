import { useCallback, useEffect, useMemo, useRef } from 'react';
import type { ImpedimentCardFragment } from '../../../generated/graphql';
import { useShortcut } from '../../../platform/shortcuts/use-shortcut';
import { CsvLink } from '../csv-file/csv-link';
import { focusCard } from '../focus-card';
import { writeFilter } from '../impediment-filter/board-filter';
import { useTake } from '../impediment-moves/use-take';
import { selection } from '../impediment-selection/selection';
import { ImpedimentsScreen } from '../impediments-screen/impediments-screen';
import type { ScreenContent } from '../impediments-screen/shown-impediments';
import { useImpedimentLevels } from '../use-impediment-levels';
import { Board } from './board';
import { columnsOf } from './board-columns';
import { lanesOf } from './board-lanes';
import { sorted } from './board-sort';
import { useBoardView } from './board-view';
import { focusedCard, revealCard, walkFrom } from './board-walk';
import { useCardSurroundings } from './card-surroundings';
import { askForMoveMenu } from './open-move-menu';
import { activeCard, openMoveMenu } from './single-choice';
import { useStoredChoice } from './use-stored-choice';
import { ViewMenu } from './view-menu';

/** `/impediments`: everything that stands in the way of any team; `/impediments/:key` opens one beside it. */
export function BoardPage() {
  useEffect(() => forgetCards, []);
  return <ImpedimentsScreen screen="BOARD">{(content) => <ShownBoard {...content} />}</ImpedimentsScreen>;
}

/** Another visit of the board begins at its first card. */
function forgetCards(): void {
  activeCard.choose(null);
  openMoveMenu.choose(null);
}

const texts = (stored: unknown): string[] =>
  Array.isArray(stored) ? stored.filter((one) => typeof one === 'string') : [];

function ShownBoard({ passing, filter, openKey, onHold, frame }: ScreenContent) {
  const { now, today, levelName } = useCardSurroundings();
  const { levels } = useImpedimentLevels();
  const [view, changeView] = useBoardView();
  const [collapsed, setCollapsed] = useStoredChoice('board.collapsed', texts);
  const columns = useMemo(() => columnsOf(view.columns, levels), [view.columns, levels]);
  const lanes = useMemo(
    () => lanesOf(sorted(passing, view.sort, today, now), view.lanes, columns, { levelName, today, now }),
    [passing, view.sort, view.lanes, columns, levelName, today, now],
  );
  const toggle = useCallback(
    (laneId: string) =>
      setCollapsed(collapsed.includes(laneId) ? collapsed.filter((id) => id !== laneId) : [...collapsed, laneId]),
    [collapsed, setCollapsed],
  );
  useFocusAfterPanel(openKey);
  const here = () => {
    const key = focusedCard() ?? activeCard.chosen();
    return passing.find((one) => one.key === key);
  };
  useCardShortcuts(openKey, passing.length > 0, here);
  const take = useTake();
  useShortcut({
    key: 'i',
    label: 'Take the card myself',
    when: passing.length > 0 && openKey === undefined,
    run: () => {
      const impediment = here();
      if (impediment) take(impediment)?.();
    },
  });
  const laned = view.lanes !== 'none';
  return frame(
    <>
      <ViewMenu
        view={view}
        onChange={changeView}
        onCollapseAll={laned ? () => setCollapsed(lanes.map(({ id }) => id)) : undefined}
        onExpandAll={laned ? () => setCollapsed([]) : undefined}
      />
      <CsvLink screen="board" params={writeFilter(new URLSearchParams(), filter)} small onPhones={false} />
    </>,
    columns.length > 0 && (
      <Board
        columns={columns}
        lanes={lanes}
        view={view}
        asked={JSON.stringify([filter, view])}
        collapsed={collapsed}
        onToggle={toggle}
        onHold={onHold}
        openKey={openKey}
      />
    ),
  );
}

/** The card stays in sight beside its panel, and has the focus when that is gone. */
function useFocusAfterPanel(key: string | undefined): void {
  const before = useRef(key);
  useEffect(() => {
    if (key !== undefined) revealCard(key);
    else if (before.current !== undefined) focusCard(before.current);
    before.current = key;
  }, [key]);
}

/** Keys that act on the card under the keyboard; an open panel has its own. */
function useCardShortcuts(
  openKey: string | undefined,
  when: boolean,
  here: () => ImpedimentCardFragment | undefined,
): void {
  const step = (direction: 'up' | 'down') => walkFrom(focusedCard() ?? activeCard.chosen(), direction);
  const alone = when && openKey === undefined;
  useShortcut({ key: 'k', label: 'Previous card (arrows work as well)', when: alone, run: () => step('up') });
  useShortcut({ key: 'j', label: 'Next card', when: alone, run: () => step('down') });
  useShortcut({
    key: 'm',
    label: 'Move the card to …',
    when: alone,
    run: () => askForMoveMenu(here()),
  });
  useShortcut({
    key: 'x',
    label: 'Select the card (with Shift and arrows: more)',
    when: alone,
    run: () => {
      const impediment = here();
      if (impediment) selection.toggle(impediment.id);
    },
  });
}
