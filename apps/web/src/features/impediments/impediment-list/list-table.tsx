import { useVirtualizer } from '@tanstack/react-virtual';
import { classNames } from '@chapterhouse/ui/class-names';
import { ArrowDown, ArrowUp } from 'lucide-react';
import { type KeyboardEvent, useEffect, useRef } from 'react';
import type { ImpedimentCardFragment } from '../../../generated/graphql';
import { setReveal } from '../focus-card';
import { observeWindow } from '../impediment-board/use-board-window';
import { selection } from '../impediment-selection/selection';
import { type ColumnName, LIST_COLUMNS, type ListColumn, type ListView } from './list-columns';
import { ListRow } from './list-row';
import { focusRow, setRowReveal } from './row-focus';
import './list.css';

/** Height of a row in rem; the same as in list.css. */
const ROW = 2.5;
/** Rows beyond the edges of the window that are in the page already. */
const BEYOND = 10;

export type ListTableProps = {
  rows: readonly ImpedimentCardFragment[];
  view: ListView;
  openKey: string | undefined;
  onOrder: (column: ColumnName) => void;
};

/** A table of which only the rows near the window are in the page. */
export function ListTable({ rows, view, openKey, onOrder }: ListTableProps) {
  const scroller = useRef<HTMLDivElement>(null);
  const unit = Number.parseFloat(getComputedStyle(document.documentElement).fontSize) || 16;
  // oxlint-disable-next-line react/incompatible-library -- only this component uses its functions
  const virtualizer = useVirtualizer<HTMLDivElement, Element>({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW * unit,
    observeElementRect: observeWindow,
    overscan: BEYOND,
    scrollPaddingStart: ROW * unit,
  });
  const items = virtualizer.getVirtualItems();
  const above = items[0]?.start ?? 0;
  const below = virtualizer.getTotalSize() - (items.at(-1)?.end ?? 0);
  useEffect(() => {
    const show = (key: string) => {
      const at = rows.findIndex((row) => row.key === key);
      if (at >= 0) virtualizer.scrollToIndex(at);
    };
    setReveal(show);
    setRowReveal(show);
    return () => {
      setReveal(null);
      setRowReveal(null);
    };
  }, [rows, virtualizer]);

  const ids = selection.useIds();
  const all = rows.length > 0 && rows.every(({ id }) => ids.has(id));
  const onKeyDown = (event: KeyboardEvent) => {
    if ((event.ctrlKey || event.metaKey) && event.key === 'a') {
      event.preventDefault();
      selection.set(rows.map(({ id }) => id));
      return;
    }
    const by = { ArrowUp: -1, ArrowDown: 1 }[event.key];
    const from = event.target instanceof HTMLElement ? event.target.dataset['cardKey'] : undefined;
    if (by === undefined || from === undefined || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    const at = rows.findIndex(({ key }) => key === from);
    const next = rows[at + by];
    if (!next) return;
    const here = rows[at];
    if (event.shiftKey && here) {
      if (!selection.ids().has(here.id)) selection.toggle(here.id);
      selection.extendTo(
        next.id,
        rows.map(({ id }) => id),
      );
    }
    focusRow(next.key);
  };
  return (
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- the keys of the links inside
    <div ref={scroller} className="list" onKeyDown={onKeyDown}>
      <table className="list__table" aria-rowcount={rows.length + 1}>
        <caption className="list__caption">Open impediments</caption>
        <thead>
          <tr>
            <th scope="col" className="list__select">
              <input
                type="checkbox"
                aria-label="Select all that are shown"
                checked={all}
                onChange={() => selection.set(all ? [] : rows.map(({ id }) => id))}
              />
            </th>
            {view.columns.map((name) => (
              <Head key={name} name={name} view={view} onOrder={onOrder} />
            ))}
          </tr>
        </thead>
        <tbody>
          {above > 0 && <Gap height={above} />}
          {items.map(({ index }) => {
            const row = rows[index];
            return (
              row && (
                <ListRow
                  key={row.id}
                  impediment={row}
                  index={index}
                  columns={view.columns}
                  open={row.key === openKey}
                  first={index === 0}
                />
              )
            );
          })}
          {below > 0 && <Gap height={below} />}
        </tbody>
      </table>
    </div>
  );
}

/** Rows that are not in the page. */
function Gap({ height }: { height: number }) {
  return (
    <tr aria-hidden style={{ height: `${height}px` }}>
      {/* oxlint-disable-next-line jsx-a11y/control-has-associated-label -- there is nothing to read */}
      <td />
    </tr>
  );
}

function Head({ name, view, onOrder }: { name: ColumnName; view: ListView; onOrder: (name: ColumnName) => void }) {
  const { title, number, wide }: ListColumn = LIST_COLUMNS[name];
  const ordered = view.order === name;
  const Arrow = view.descending ? ArrowDown : ArrowUp;
  return (
    <th
      scope="col"
      className={classNames(number && 'ch-number', wide && 'list__wide', name === 'title' && 'list__title')}
      aria-sort={ordered ? (view.descending ? 'descending' : 'ascending') : 'none'}
    >
      <button type="button" className="list__order" onClick={() => onOrder(name)}>
        {title}
        {ordered && <Arrow aria-hidden />}
      </button>
    </th>
  );
}
