/* oxlint-disable jsx-a11y/prefer-tag-over-role -- select and datalist cannot show a second word or a tick */
import { Check } from 'lucide-react';
import type { useListbox } from './use-listbox';

type ListboxProps = {
  list: ReturnType<typeof useListbox>;
  label: string;
  selected: (value: string) => boolean;
  loading: boolean;
  emptyText: string;
};

/** The options under a combobox. The keyboard stays in the input; a pointer may press here. */
export function Listbox({ list, label, selected, loading, emptyText }: ListboxProps) {
  if (list.shown.length === 0) {
    return <output className="ch-listbox__note">{loading ? 'Looking…' : emptyText}</output>;
  }
  return (
    <div role="listbox" id={list.listId} aria-label={label}>
      {list.shown.map((option, index) => (
        // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/interactive-supports-focus -- the input holds focus and keys (aria-activedescendant)
        <div
          key={option.value}
          id={list.optionId(index)}
          role="option"
          aria-selected={selected(option.value)}
          className="ch-listbox__option"
          data-active={index === list.active || undefined}
          onPointerMove={() => list.setActive(index)}
          onPointerDown={(event) => event.preventDefault()}
          onClick={() => list.take(option.value)}
        >
          <span className="ch-listbox__text">
            <span className="ch-listbox__label" title={option.label}>
              {option.label}
            </span>
            {option.detail !== undefined && (
              <span className="ch-listbox__detail" title={option.detail}>
                {option.detail}
              </span>
            )}
          </span>
          {selected(option.value) && <Check aria-hidden />}
        </div>
      ))}
    </div>
  );
}
