import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { useShortcut } from '../../../platform/shortcuts/use-shortcut';
import { CsvLink } from '../csv-file/csv-link';
import { focusCard } from '../focus-card';
import { useCardSurroundings } from '../impediment-board/card-surroundings';
import { askForMoveMenu } from '../impediment-board/open-move-menu';
import { activeCard, openMoveMenu } from '../impediment-board/single-choice';
import { writeFilter } from '../impediment-filter/board-filter';
import { useTake } from '../impediment-moves/use-take';
import { selection } from '../impediment-selection/selection';
import { ImpedimentsScreen } from '../impediments-screen/impediments-screen';
import type { ScreenContent } from '../impediments-screen/shown-impediments';
import { setShown } from '../shown-order';
import { ColumnsMenu } from './columns-menu';
import { inOrder } from './list-order';
import { ListTable } from './list-table';
import { ordered, useListView } from './list-view';
import { focusedRow, focusRow } from './row-focus';
import { useSteadyRows } from './use-steady-rows';

/** `/impediments/list`: the same as the board, as a table. */
export function ListPage() {
  useEffect(() => forgetRows, []);
  return <ImpedimentsScreen screen="LIST">{(content) => <ShownList {...content} />}</ImpedimentsScreen>;
}

function forgetRows(): void {
  activeCard.choose(null);
  openMoveMenu.choose(null);
}

function ShownList({ passing, filter, openKey, frame }: ScreenContent) {
  const around = useCardSurroundings();
  const [view, changeView] = useListView();
  const [held, setHeld] = useState(false);
  const asked = JSON.stringify([filter, view.order, view.descending]);
  const sorted = useMemo(() => inOrder(passing, view, around), [passing, view, around]);
  const rows = useSteadyRows(sorted, held, asked);
  useEffect(() => setShown(rows.map(({ id, key }) => ({ id, key }))), [rows]);
  useFocusAfterPanel(openKey);
  useRowShortcuts(rows, openKey);
  const onOrder = useCallback<(by: typeof view.order) => void>(
    (by) => changeView(ordered(view, by)),
    [view, changeView],
  );
  return frame(
    <>
      <ColumnsMenu columns={view.columns} onChange={(columns) => changeView({ ...view, columns })} />
      <CsvLink screen="list" params={writeFilter(new URLSearchParams(), filter)} small />
    </>,
    <ListTable rows={rows} view={view} asked={asked} openKey={openKey} onOrder={onOrder} onHold={setHeld} />,
  );
}

/** The row has the focus when its panel is gone. */
function useFocusAfterPanel(key: string | undefined): void {
  const before = useRef(key);
  useEffect(() => {
    if (key === undefined && before.current !== undefined) focusCard(before.current);
    before.current = key;
  }, [key]);
}

/** Keys that act on the row under the keyboard; an open panel has its own. */
function useRowShortcuts(rows: ScreenContent['passing'], openKey: string | undefined): void {
  const take = useTake();
  const here = () => {
    const key = focusedRow() ?? activeCard.chosen();
    return rows.find((row) => row.key === key);
  };
  const step = (by: number) => {
    const at = rows.findIndex(({ key }) => key === here()?.key);
    const next = at < 0 ? rows[0] : rows[at + by];
    if (next) focusRow(next.key);
  };
  const alone = rows.length > 0 && openKey === undefined;
  useShortcut({ key: 'k', label: 'Previous row (arrows work as well)', when: alone, run: () => step(-1) });
  useShortcut({ key: 'j', label: 'Next row', when: alone, run: () => step(1) });
  useShortcut({
    key: 'm',
    label: 'Move the impediment to …',
    when: alone,
    run: () => askForMoveMenu(here()),
  });
  useShortcut({
    key: 'x',
    label: 'Select the row (with Shift and arrows: more)',
    when: alone,
    run: () => {
      const row = here();
      if (row) selection.toggle(row.id);
    },
  });
  useShortcut({
    key: 'i',
    label: 'Take the impediment myself',
    when: alone,
    run: () => {
      const row = here();
      if (row) take(row)?.();
    },
  });
}
