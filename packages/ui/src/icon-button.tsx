import type { ComponentPropsWithRef, ReactNode } from 'react';
import { classNames } from './class-names';
import { Tooltip } from './tooltip';
import './button.css';

export type IconButtonProps = Omit<ComponentPropsWithRef<'button'>, 'children' | 'aria-label'> & {
  /** What it does, in words: its accessible name and its tooltip. */
  label: string;
  icon: ReactNode;
  variant?: 'secondary' | 'ghost';
  size?: 'sm' | 'md';
  /** The key that does the same, shown in the tooltip. */
  shortcut?: string | undefined;
};

export function IconButton({
  label,
  icon,
  variant = 'ghost',
  size = 'md',
  shortcut,
  className,
  ...rest
}: IconButtonProps) {
  return (
    <Tooltip content={label} shortcut={shortcut}>
      <button
        type="button"
        {...rest}
        aria-label={label}
        className={classNames(
          'ch-button ch-button--icon',
          `ch-button--${variant}`,
          size === 'sm' && 'ch-button--sm',
          className,
        )}
      >
        {icon}
      </button>
    </Tooltip>
  );
}
