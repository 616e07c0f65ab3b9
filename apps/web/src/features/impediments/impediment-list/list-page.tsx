import { useEffect, useMemo } from 'react';
import { useLocation, useNavigate, useSearchParams } from 'react-router';
import { useShortcut } from '../../../platform/shortcuts/use-shortcut';
import { useCardSurroundings } from '../impediment-board/card-surroundings';
import { setShownIds } from '../impediment-board/shown-impediments';
import { useStoredChoice } from '../impediment-board/use-stored-choice';
import { ImpedimentsScreen } from '../impediments-screen/impediments-screen';
import type { ScreenContent } from '../impediments-screen/shown-impediments';
import { ColumnsMenu } from './columns-menu';
import { type ColumnName, inOrder, readListView } from './list-columns';
import { ListTable } from './list-table';
import { focusRow, focusedRow } from './row-focus';

/** `/impediments/list`: the same as the board, as a table. */
export function ListPage() {
  return <ImpedimentsScreen screen="LIST">{(content) => <ShownList {...content} />}</ImpedimentsScreen>;
}

const names = (stored: unknown): string[] =>
  Array.isArray(stored) ? stored.filter((one) => typeof one === 'string') : [];

function ShownList({ passing, openKey, frame }: ScreenContent) {
  const around = useCardSurroundings();
  const navigate = useNavigate();
  const { search } = useLocation();
  const [params, setParams] = useSearchParams();
  const [last, remember] = useStoredChoice('list.columns', names);
  const view = useMemo(() => readListView(params, last), [params, last]);
  const rows = useMemo(() => inOrder(passing, view, around), [passing, view, around]);
  useEffect(() => setShownIds(rows.map(({ id }) => id)), [rows]);

  const put = (name: string, value: string) =>
    setParams(
      (before) => {
        const after = new URLSearchParams(before);
        after.set(name, value);
        return after;
      },
      { replace: true, preventScrollReset: true },
    );
  const choose = (columns: readonly ColumnName[]) => {
    remember([...columns]);
    put('show', columns.join(','));
  };
  const step = (by: number) => {
    const from = openKey ?? focusedRow();
    const at = rows.findIndex(({ key }) => key === from);
    const next = rows[at + by] ?? (at < 0 ? rows[0] : undefined);
    if (!next) return;
    if (openKey !== undefined) void navigate({ pathname: `/impediments/list/${next.key}`, search }, { replace: true });
    else focusRow(next.key);
  };
  useShortcut({ key: 'k', label: 'Previous row (arrows work as well)', when: rows.length > 0, run: () => step(-1) });
  useShortcut({ key: 'j', label: 'Next row', when: rows.length > 0, run: () => step(1) });

  return frame(
    <ColumnsMenu columns={view.columns} onChange={choose} />,
    <ListTable
      rows={rows}
      view={view}
      openKey={openKey}
      onOrder={(name) => put('order', view.order === name && !view.descending ? `-${name}` : name)}
    />,
  );
}
