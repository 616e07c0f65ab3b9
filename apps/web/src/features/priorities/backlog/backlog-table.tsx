import { classNames } from '@chapterhouse/ui/class-names';
import { ArrowDown, ArrowUp } from 'lucide-react';
import type { KeyboardEvent, ReactNode } from 'react';
import type { ItemSort } from '../../../generated/graphql';
import { itemSelection } from '../selection/item-selection';
import { type BacklogView, SORT_TITLES } from './backlog-filter';
import { focusedItem, focusItem, shownItemIds, shownItemKeys } from './shown-items';
import './backlog-table.css';

type Column = { title: string; sort?: ItemSort; number?: boolean; className?: string };

const COLUMNS: readonly Column[] = [
  { title: 'Item', sort: 'TITLE', className: 'item-row__title' },
  { title: 'State', sort: 'STATE', className: 'backlog__state' },
  { title: 'Kind', className: 'backlog__kind' },
  { title: 'Team or area', className: 'backlog__place' },
  { title: 'Assignee', className: 'backlog__assignee' },
  { title: SORT_TITLES.POINTS, sort: 'POINTS', number: true, className: 'backlog__number' },
  { title: SORT_TITLES.WSJF, sort: 'WSJF', number: true, className: 'backlog__number' },
  { title: 'Goal', className: 'backlog__goal' },
  { title: SORT_TITLES.ORDER, sort: 'ORDER', number: true, className: 'backlog__number' },
];
export const COLUMN_COUNT = COLUMNS.length + 1;

export type BacklogTableProps = {
  view: BacklogView;
  tree: boolean;
  stale: boolean;
  onSort: (sort: ItemSort) => void;
  /** Right and left arrow on a line of the tree. */
  onExpand: (key: string, expand: boolean) => void;
  children: ReactNode;
};

/** Items below each other, as a tree or flat. Arrows walk, with Shift they select; in a tree left and right close and open. */
export function BacklogTable({ view, tree, stale, onSort, onExpand, children }: BacklogTableProps) {
  const onKeyDown = (event: KeyboardEvent) => walk(event, tree, onExpand);
  return (
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- the keys of the links inside
    <div className={classNames('backlog', stale && 'backlog--stale')} onKeyDown={onKeyDown}>
      <table className="backlog__table" {...(tree && { role: 'treegrid' })} aria-busy={stale || undefined}>
        <caption className="ch-visually-hidden">{tree ? 'Backlog, as a tree' : 'Backlog'}</caption>
        <thead>
          <tr>
            <th scope="col" className="item-row__select">
              <SelectShown />
            </th>
            {COLUMNS.map((column) => (
              <Head key={column.title} column={column} view={view} onSort={onSort} />
            ))}
          </tr>
        </thead>
        <tbody>{children}</tbody>
      </table>
    </div>
  );
}

function Head({ column, view, onSort }: { column: Column; view: BacklogView; onSort: (sort: ItemSort) => void }) {
  const { title, sort, number, className } = column;
  const sorted = sort !== undefined && view.sort === sort;
  const Arrow = view.descending ? ArrowDown : ArrowUp;
  return (
    <th
      scope="col"
      className={classNames(className, number && 'ch-number')}
      aria-sort={sorted ? (view.descending ? 'descending' : 'ascending') : undefined}
    >
      {sort === undefined ? (
        title
      ) : (
        <button type="button" className="backlog__sort" onClick={() => onSort(sort)}>
          {title}
          {sorted && <Arrow aria-hidden />}
        </button>
      )}
    </th>
  );
}

/** Selects what is on the screen, no more; more than that is offered once something is selected. */
function SelectShown() {
  const any = itemSelection.useAny();
  return (
    <label>
      <input
        type="checkbox"
        aria-label="Select all that are shown"
        checked={any}
        onChange={() => (any ? itemSelection.clear() : itemSelection.set(shownItemIds()))}
      />
    </label>
  );
}

function walk(event: KeyboardEvent, tree: boolean, onExpand: BacklogTableProps['onExpand']): void {
  const { key, target, shiftKey, ctrlKey, metaKey, altKey } = event;
  if (!(target instanceof HTMLElement) || target.matches('input:not([type="checkbox"])')) return;
  if ((ctrlKey || metaKey) && !shiftKey && !altKey && key.toLowerCase() === 'a') {
    event.preventDefault();
    return itemSelection.set(shownItemIds());
  }
  const here = target.dataset['itemKey'];
  if (here === undefined || ctrlKey || metaKey || altKey) return;
  if (tree && (key === 'ArrowRight' || key === 'ArrowLeft')) {
    event.preventDefault();
    return sideways(target, here, key === 'ArrowRight', onExpand);
  }
  const keys = shownItemKeys();
  const at = keys.indexOf(here);
  const to = { ArrowUp: at - 1, ArrowDown: at + 1, Home: 0, End: keys.length - 1 }[key];
  const next = to === undefined ? undefined : keys[to];
  if (to !== undefined) event.preventDefault();
  if (next === undefined || to === undefined) return;
  if (shiftKey) extendSelection(at, to);
  focusItem(next);
}

function extendSelection(from: number, to: number): void {
  const ids = shownItemIds();
  const [here, next] = [ids[from], ids[to]];
  if (here === undefined || next === undefined) return;
  if (!itemSelection.ids().has(here)) itemSelection.toggle(here);
  itemSelection.extendTo(next, ids);
}

/** Right opens, then goes to the first part; left closes, then goes to what it is part of. */
function sideways(link: HTMLElement, key: string, right: boolean, onExpand: BacklogTableProps['onExpand']): void {
  const row = link.closest('tr');
  const expanded = row?.getAttribute('aria-expanded') ?? null;
  if (expanded !== null && (expanded === 'true') !== right) return onExpand(key, right);
  if (right) {
    if (expanded === 'true') focusItem(shownItemKeys()[shownItemKeys().indexOf(focusedItem() ?? '') + 1] ?? key);
    return;
  }
  const level = Number(row?.getAttribute('aria-level'));
  for (let above = row?.previousElementSibling; above; above = above.previousElementSibling) {
    if (Number(above.getAttribute('aria-level')) >= level) continue;
    const parent = above.querySelector<HTMLElement>('[data-item-key]')?.dataset['itemKey'];
    if (parent !== undefined) focusItem(parent);
    return;
  }
}
