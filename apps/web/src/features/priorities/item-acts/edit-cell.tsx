import { classNames } from '@chapterhouse/ui/class-names';
import { Popover } from '@chapterhouse/ui/popover';
import type { ReactNode } from 'react';
import type { ItemLineFragment } from '../../../generated/graphql';
import { can } from '../../../platform/session/can';
import { type EditedField, openCell } from './open-cell';
import { CELL_NAMES, CellEditor } from './cell-editor';
import { StateCell } from './state-cell';
import './edit-cell.css';

export type EditCellProps = {
  item: ItemLineFragment;
  field: Exclude<EditedField, 'title'>;
  /** Whether Tab reaches it: in a list only those of one row. */
  reachable?: boolean;
  /** What it says; nothing is drawn as a dash that can be pressed. */
  children: ReactNode;
};

/** One fact of an item that is changed where it stands. Its editor is there only while it is open. */
export function EditCell({ item, field, reachable = true, children }: EditCellProps) {
  const { key } = item;
  const open = openCell.useIsOpen(key, field);
  const allowed =
    field === 'points'
      ? can(item, 'item:size')
      : field === 'state'
        ? can(item, 'item:change-state') || can(item, 'item:drop')
        : can(item, 'item:edit');
  const empty = children === null || children === undefined || children === '';
  if (!allowed) return empty ? null : <span className="edit-cell edit-cell--fixed">{children}</span>;
  const button = (
    <button
      type="button"
      className={classNames('edit-cell', empty && 'edit-cell--empty')}
      aria-label={empty ? `${CELL_NAMES[field]} of ${key}: none` : undefined}
      aria-haspopup="dialog"
      title={`Change the ${CELL_NAMES[field].toLowerCase()}`}
      tabIndex={reachable ? 0 : -1}
      onClick={() => openCell.choose(key, field)}
    >
      {empty ? '–' : children}
    </button>
  );
  if (!open) return button;
  if (field === 'state') return <StateCell item={item} trigger={button} />;
  return (
    <Popover
      open
      onOpenChange={(next) => !next && openCell.close()}
      label={`${CELL_NAMES[field]} of ${key}`}
      trigger={button}
    >
      <CellEditor item={item} field={field} onDone={() => openCell.close()} />
    </Popover>
  );
}
