import { ChevronDown } from 'lucide-react';
import { Popover } from 'radix-ui';
import { type ReactNode, type RefObject, useRef, useState } from 'react';
import { Chip } from './chip';
import { classNames } from './class-names';
import { Field, type FieldControl, type FieldProps } from './field';
import { Listbox } from './listbox';
import { type ComboboxOption, matching, useListbox } from './use-listbox';
import './combobox.css';

export type { ComboboxOption } from './use-listbox';

type Shared = FieldProps & {
  options: readonly ComboboxOption[];
  placeholder?: string;
  /** More options come from the server as one types. */
  onSearch?: (query: string) => void;
  /**
   * The options are the server's answer to what is typed now, which may know more than their labels: all are shown, in its
   * order. Else the options that are there are filtered, so that Enter never takes an answer to something else.
   */
  answered?: boolean;
  loading?: boolean;
  /** What the list says when nothing fits. */
  emptyText?: string;
  disabled?: boolean;
  autoFocus?: boolean;
};

export type ComboboxProps = Shared & {
  value: string | null;
  onChange: (value: string | null) => void;
  /** The label of a value that is not among the options (yet). */
  valueLabel?: string | undefined;
};

export type MultiComboboxProps = Shared & { values: readonly string[]; onChange: (values: string[]) => void };

/** One out of many, found by typing: a person, a team. Emptying the text clears the value. */
export function Combobox({ value, onChange, valueLabel, ...shared }: ComboboxProps) {
  const [typed, setTyped] = useState<string | null>(null);
  const current = shared.options.find((option) => option.value === value)?.label ?? valueLabel ?? '';
  const choose = (next: string) => {
    onChange(next);
    setTyped(null);
  };
  const list = useListbox(shared.options, typed ?? '', choose, shared.answered);
  const leave = () => {
    if (typed === '') onChange(null);
    setTyped(null);
  };
  return (
    <Shell
      shared={shared}
      list={list}
      text={typed ?? (value === null ? '' : current)}
      onText={setTyped}
      onLeave={leave}
      selected={(option) => option === value}
    />
  );
}

/** Several out of many, each a chip. Backspace in the empty text takes the last one away. */
export function MultiCombobox({ values, onChange, ...shared }: MultiComboboxProps) {
  const [typed, setTyped] = useState('');
  const input = useRef<HTMLInputElement>(null);
  const toggle = (next: string) => {
    onChange(values.includes(next) ? values.filter((value) => value !== next) : [...values, next]);
    setTyped('');
  };
  // Those that are chosen are among the options for their labels; they are no answer to what is typed.
  const offered =
    shared.answered && typed.trim() !== ''
      ? shared.options.filter((option) => !values.includes(option.value) || matching([option], typed).length > 0)
      : shared.options;
  const list = useListbox(offered, typed, toggle, shared.answered);
  const chips = values.map((value) => {
    const label = shared.options.find((option) => option.value === value)?.label ?? value;
    const remove = () => {
      toggle(value);
      input.current?.focus();
    };
    return (
      <Chip key={value} onRemove={remove}>
        {label}
      </Chip>
    );
  });
  return (
    <Shell
      shared={shared}
      list={list}
      text={typed}
      onText={setTyped}
      onLeave={() => setTyped('')}
      selected={(option) => values.includes(option)}
      chips={chips}
      inputRef={input}
      onBackspace={() => values.length > 0 && onChange(values.slice(0, -1))}
    />
  );
}

type ShellProps = {
  shared: Shared;
  list: ReturnType<typeof useListbox>;
  text: string;
  onText: (text: string) => void;
  onLeave: () => void;
  selected: (value: string) => boolean;
  chips?: ReactNode[];
  inputRef?: RefObject<HTMLInputElement | null>;
  onBackspace?: () => void;
};

function Shell({ shared, list, text, onText, onLeave, selected, chips, inputRef, onBackspace }: ShellProps) {
  const { label, labelHidden, hint, error, optional, placeholder, onSearch, loading = false } = shared;
  const { emptyText = 'Nothing fits.', disabled = false, autoFocus = false } = shared;
  const input = (control: FieldControl) => (
    <input
      {...control}
      ref={inputRef}
      className="ch-combobox__input"
      role="combobox"
      aria-expanded={list.open}
      aria-controls={list.open ? list.listId : undefined}
      aria-autocomplete="list"
      aria-activedescendant={list.open && list.shown.length > 0 ? list.optionId(list.active) : undefined}
      autoComplete="off"
      // oxlint-disable-next-line jsx-a11y/no-autofocus -- asked for by a dialog's first field
      autoFocus={autoFocus}
      disabled={disabled}
      placeholder={chips && chips.length > 0 ? undefined : placeholder}
      value={text}
      onChange={(event) => {
        onText(event.target.value);
        onSearch?.(event.target.value);
        list.setActive(0);
        list.setOpen(true);
      }}
      onClick={() => list.setOpen(true)}
      onFocus={(event) => event.target.select()}
      onBlur={() => {
        list.setOpen(false);
        onLeave();
      }}
      onKeyDown={(event) => {
        if (event.key === 'Backspace' && text === '') onBackspace?.();
        list.onKeyDown(event);
      }}
    />
  );
  return (
    <Field label={label} labelHidden={labelHidden} hint={hint} error={error} optional={optional}>
      {(control) => (
        <Popover.Root open={list.open}>
          <Popover.Anchor asChild>
            <div
              className={classNames('ch-combobox', chips && 'ch-combobox--chips')}
              data-invalid={control['aria-invalid']}
            >
              {chips}
              {input(control)}
              <ChevronDown aria-hidden />
            </div>
          </Popover.Anchor>
          {/* Not in a portal: a dialog around it would block scrolling the list. */}
          <Popover.Content
            className="ch-listbox"
            role="presentation"
            align="start"
            sideOffset={4}
            collisionPadding={8}
            onOpenAutoFocus={(event) => event.preventDefault()}
            onCloseAutoFocus={(event) => event.preventDefault()}
            onInteractOutside={(event) => event.preventDefault()}
            onEscapeKeyDown={(event) => event.preventDefault()}
          >
            <Listbox list={list} label={label} selected={selected} loading={loading} emptyText={emptyText} />
          </Popover.Content>
        </Popover.Root>
      )}
    </Field>
  );
}
