import { Check } from 'lucide-react';
import { DropdownMenu as Radix } from 'radix-ui';
import type { ReactNode } from 'react';
import { classNames } from './class-names';
import { Kbd } from './kbd';
import './menu.css';

export type MenuProps = {
  /** One button; it opens the menu and names it. */
  trigger: ReactNode;
  align?: 'start' | 'center' | 'end';
  open?: boolean;
  onOpenChange?: (open: boolean) => void;
  children: ReactNode;
};

/** A list of actions behind a button; arrows, Home, End and first letters move in it. */
export function Menu({ trigger, align = 'start', children, ...state }: MenuProps) {
  return (
    <Radix.Root {...state} modal={false}>
      <Radix.Trigger asChild>{trigger}</Radix.Trigger>
      <Radix.Portal>
        <Radix.Content className="ch-menu" align={align} sideOffset={4} collisionPadding={8} loop>
          {children}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}

export type MenuItemProps = {
  icon?: ReactNode;
  /** A second line: why it is not possible, what it will do. */
  hint?: ReactNode;
  shortcut?: string;
  tone?: 'normal' | 'danger';
  disabled?: boolean;
  onSelect: () => void;
  children: ReactNode;
};

export function MenuItem({
  icon,
  hint,
  shortcut,
  tone = 'normal',
  disabled = false,
  onSelect,
  children,
}: MenuItemProps) {
  return (
    <Radix.Item
      className={classNames('ch-menu__item', tone === 'danger' && 'ch-menu__item--danger')}
      disabled={disabled}
      onSelect={onSelect}
    >
      {icon}
      <span className="ch-menu__text">
        {children}
        {hint && <span className="ch-menu__hint">{hint}</span>}
      </span>
      {shortcut !== undefined && <Kbd>{shortcut}</Kbd>}
    </Radix.Item>
  );
}

export type MenuChoiceProps<T extends string> = {
  label: string;
  value: T;
  onChange: (value: T) => void;
  options: readonly { value: T; label: string; icon?: ReactNode }[];
};

/** One of a few, inside a menu; the present one has a tick. */
export function MenuChoice<T extends string>({ label, value, onChange, options }: MenuChoiceProps<T>) {
  return (
    <Radix.RadioGroup value={value} aria-label={label}>
      <Radix.Label className="ch-menu__heading">{label}</Radix.Label>
      {options.map((option) => (
        <Radix.RadioItem
          key={option.value}
          className="ch-menu__item"
          value={option.value}
          onSelect={() => onChange(option.value)}
        >
          {option.icon}
          <span className="ch-menu__text">{option.label}</span>
          <span className="ch-menu__check">
            <Radix.ItemIndicator>
              <Check aria-hidden />
            </Radix.ItemIndicator>
          </span>
        </Radix.RadioItem>
      ))}
    </Radix.RadioGroup>
  );
}

export function MenuSeparator() {
  return <Radix.Separator className="ch-menu__separator" />;
}

export function MenuHeading({ children }: { children: ReactNode }) {
  return <Radix.Label className="ch-menu__heading">{children}</Radix.Label>;
}
