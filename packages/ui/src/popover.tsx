import { Popover as Radix } from 'radix-ui';
import type { ReactNode } from 'react';
import './popover.css';

export type PopoverProps = {
  trigger: ReactNode;
  /** What is inside, in words. */
  label: string;
  align?: 'start' | 'center' | 'end';
  open?: boolean;
  onOpenChange?: (open: boolean) => void;
  children: ReactNode;
};

/** A small form or explanation at a button: filters, a date. */
export function Popover({ trigger, label, align = 'start', children, ...state }: PopoverProps) {
  return (
    <Radix.Root {...state}>
      <Radix.Trigger asChild>{trigger}</Radix.Trigger>
      <Radix.Portal>
        <Radix.Content className="ch-popover" aria-label={label} align={align} sideOffset={4} collisionPadding={8}>
          {children}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}
