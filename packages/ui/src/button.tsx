import type { ComponentPropsWithRef, ReactNode } from 'react';
import { classNames } from './class-names';
import './button.css';

export type ButtonVariant = 'primary' | 'secondary' | 'ghost' | 'danger';
export type ButtonSize = 'sm' | 'md' | 'lg';

export type ButtonProps = ComponentPropsWithRef<'button'> & {
  /** One primary per screen or dialog; `secondary` otherwise. */
  variant?: ButtonVariant;
  size?: ButtonSize;
  icon?: ReactNode;
  /** Work is under way: the button stays focusable and does nothing (a double click is one click). */
  pending?: boolean;
  /** As wide as its container. */
  wide?: boolean;
};

export function Button({
  variant = 'secondary',
  size = 'md',
  icon,
  pending = false,
  wide = false,
  type = 'button',
  className,
  onClick,
  children,
  ...rest
}: ButtonProps) {
  return (
    <button
      {...rest}
      type={type}
      className={classNames(
        'ch-button',
        `ch-button--${variant}`,
        size !== 'md' && `ch-button--${size}`,
        wide && 'ch-button--wide',
        className,
      )}
      aria-busy={pending || undefined}
      aria-disabled={pending || undefined}
      onClick={(event) => {
        if (pending) event.preventDefault();
        else onClick?.(event);
      }}
    >
      {pending ? <span className="ch-button__spinner" aria-hidden /> : icon}
      {children}
    </button>
  );
}

export type ButtonLook = {
  variant?: ButtonVariant;
  size?: ButtonSize;
  wide?: boolean;
  /** It holds an icon alone, and carries a label of its own. */
  icon?: boolean;
};

/** The look of a button for a link: `<Link className={buttonLook({ variant: 'primary' })}>`. */
export function buttonLook({
  variant = 'secondary',
  size = 'md',
  wide = false,
  icon = false,
}: ButtonLook = {}): string {
  return classNames(
    'ch-button',
    icon && 'ch-button--icon',
    `ch-button--${variant}`,
    size !== 'md' && `ch-button--${size}`,
    wide && 'ch-button--wide',
  );
}
