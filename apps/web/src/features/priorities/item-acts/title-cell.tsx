import { ITEM_TITLE_LIMIT } from '@chapterhouse/domain/priorities/item-fields';
import { type ReactNode, useState } from 'react';
import type { ItemLineFragment } from '../../../generated/graphql';
import { openCell } from './open-cell';
import { useLineEdit } from './use-line-edit';
import './title-cell.css';

/** The title, or while it is being changed a field in its place: Enter saves, Escape lets go. */
export function TitleCell({ item, children }: { item: ItemLineFragment; children: ReactNode }) {
  const editing = openCell.useIsOpen(item.key, 'title');
  return editing ? <TitleField item={item} /> : children;
}

function TitleField({ item }: { item: ItemLineFragment }) {
  const { key, title } = item;
  const { edit } = useLineEdit();
  const [text, setText] = useState(title);
  const [left, setLeft] = useState(false);
  const leave = () => {
    setLeft(true);
    openCell.close();
    // Back on the line.
    requestAnimationFrame(() => document.querySelector<HTMLElement>(`[data-item-key="${CSS.escape(key)}"]`)?.focus());
  };
  const save = () => {
    if (left) return;
    const words = text.trim();
    leave();
    if (words !== '' && words !== title) void edit(item, { title: words }, { title: words });
  };
  return (
    <form
      className="title-cell"
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
    >
      <input
        className="ch-input"
        aria-label={`Title of ${key}`}
        maxLength={ITEM_TITLE_LIMIT}
        autoComplete="off"
        // oxlint-disable-next-line jsx-a11y/no-autofocus -- asked for by a key or a press
        autoFocus
        value={text}
        onChange={(event) => setText(event.target.value)}
        onBlur={save}
        onKeyDown={(event) => {
          // Keys of the list are letters here.
          event.stopPropagation();
          if (event.key !== 'Escape') return;
          event.preventDefault();
          leave();
        }}
      />
    </form>
  );
}
