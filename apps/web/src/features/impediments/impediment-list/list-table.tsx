import { defaultRangeExtractor, useVirtualizer } from '@tanstack/react-virtual';
import { VisuallyHidden } from '@chapterhouse/ui/visually-hidden';
import { type CSSProperties, Fragment, useEffect, useMemo, useRef } from 'react';
import type { ImpedimentCardFragment } from '../../../generated/graphql';
import { setReveal } from '../focus-card';
import { activeCard } from '../impediment-board/single-choice';
import { useNarrow } from '../impediment-board/use-narrow';
import { observeWindow } from '../impediment-board/use-board-window';
import { type ColumnName, LIST_COLUMNS } from './list-columns';
import { Head, SelectAll } from './list-heads';
import { ListRow } from './list-row';
import type { ListView } from './list-view';
import { setRowReveal } from './row-focus';
import { useRowKeys } from './use-row-keys';
import { useKeptRow } from './use-steady-rows';
import './list.css';

/** Height of a row in rem; a finger needs more room. */
const ROW = 2.5;
const FINGER_ROW = 2.75;
/** Leaves room for a fact beside it. */
const TITLE_ON_PHONE = 13;
/** Rows beyond the edges of the window that are in the page already. */
const BEYOND = 10;

const unit = () => Number.parseFloat(getComputedStyle(document.documentElement).fontSize) || 16;

export type ListTableProps = {
  rows: readonly ImpedimentCardFragment[];
  view: ListView;
  /** Changes when the person asks for something else; not when others change what is shown. */
  asked: string;
  openKey: string | undefined;
  onOrder: (column: ColumnName) => void;
  /** Somebody is on the list: what is shown is to keep its place. */
  onHold: (held: boolean) => void;
};

/** A table of which only the rows near the window are in the page, and the one that has the keyboard. */
export function ListTable({ rows, view, asked, openKey, onOrder, onHold }: ListTableProps) {
  const scroller = useRef<HTMLDivElement>(null);
  const coarse = window.matchMedia?.('(pointer: coarse)').matches ?? false;
  const row = coarse ? FINGER_ROW : ROW;
  const height = row * unit();
  const active = activeCard.useChosen();
  const places = useMemo(() => new Map(rows.map(({ key }, at) => [key, at])), [rows]);
  const reachable = active !== null && places.has(active) ? active : rows[0]?.key;
  const pinned = active === null ? undefined : places.get(active);
  // oxlint-disable-next-line react/incompatible-library -- only this component uses its functions
  const virtualizer = useVirtualizer<HTMLDivElement, Element>({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => height,
    observeElementRect: observeWindow,
    overscan: BEYOND,
    // Under the heads.
    scrollPaddingStart: height,
    rangeExtractor: (range) => {
      const near = defaultRangeExtractor(range);
      return pinned === undefined ? near : [...new Set([...near, pinned])].sort((a, b) => a - b);
    },
  });
  useKeptRow(scroller, rows, height, asked);
  useEffect(() => {
    const show = (key: string) => {
      const at = places.get(key);
      if (at !== undefined) virtualizer.scrollToIndex(at);
    };
    setReveal(show);
    setRowReveal(show);
    return () => {
      setReveal(null);
      setRowReveal(null);
    };
  }, [places, virtualizer]);
  const hold = useHolding(onHold);
  const onKeyDown = useRowKeys(rows);

  const items = virtualizer.getVirtualItems();
  const end = items.at(-1)?.end ?? 0;
  const narrow = useNarrow();
  const widthOf = (name: ColumnName) => (narrow && name === 'title' ? TITLE_ON_PHONE : LIST_COLUMNS[name].width);
  const width = view.columns.reduce((sum, name) => sum + widthOf(name), 2 * row);
  const style: CSSProperties & Record<`--${string}`, string> = {
    '--list-row': `${row}rem`,
    '--list-width': `${width}rem`,
  };
  return (
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- the keys of the links inside
    <div ref={scroller} className="list" style={style} onKeyDown={onKeyDown} {...hold}>
      <table className="list__table" aria-rowcount={rows.length + 1}>
        <caption className="list__caption">Open impediments</caption>
        <colgroup>
          <col style={{ width: `${row}rem` }} />
          {view.columns.map((name) => (
            // The title has what is left.
            <col key={name} style={name === 'title' ? undefined : { width: `${widthOf(name)}rem` }} />
          ))}
          <col style={{ width: `${row}rem` }} />
        </colgroup>
        <thead>
          <tr aria-rowindex={1}>
            <th scope="col" className="list__select">
              <SelectAll rows={rows} />
            </th>
            {view.columns.map((name) => (
              <Head key={name} name={name} view={view} onOrder={onOrder} />
            ))}
            <th scope="col" className="list__menu">
              <VisuallyHidden>Moves</VisuallyHidden>
            </th>
          </tr>
        </thead>
        <tbody>
          {items.map(({ index, start }, at) => {
            const one = rows[index];
            const gap = start - (items[at - 1]?.end ?? 0);
            return (
              one && (
                <Fragment key={one.id}>
                  {gap > 0 && <Gap height={gap} />}
                  <ListRow
                    impediment={one}
                    index={index}
                    columns={view.columns}
                    open={one.key === openKey}
                    reachable={one.key === reachable}
                  />
                </Fragment>
              )
            );
          })}
          {virtualizer.getTotalSize() > end && <Gap height={virtualizer.getTotalSize() - end} />}
        </tbody>
      </table>
    </div>
  );
}

/** Somebody is on the list while the pointer is over it or the focus is in it. */
function useHolding(onHold: (held: boolean) => void) {
  const on = useRef({ pointer: false, focus: false });
  const set = (part: Partial<typeof on.current>) => {
    on.current = { ...on.current, ...part };
    onHold(on.current.pointer || on.current.focus);
  };
  return {
    onPointerEnter: () => set({ pointer: true }),
    onPointerLeave: () => set({ pointer: false }),
    onFocus: () => set({ focus: true }),
    onBlur: () => set({ focus: false }),
  };
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
