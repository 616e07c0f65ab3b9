import { X } from 'lucide-react';
import { Dialog as Radix } from 'radix-ui';
import type { ReactNode } from 'react';
import { focusItself } from './focus-first-field';
import { IconButton } from './icon-button';
import './side-panel.css';

export type SidePanelProps = {
  open: boolean;
  onClose: () => void;
  /** Short: a key and a kind. It names the panel. */
  title: ReactNode;
  /** Buttons in the panel's head. */
  actions?: ReactNode;
  footer?: ReactNode;
  children: ReactNode;
};

/** Details beside the screen, which stays usable; fills a phone. Escape closes it, focus returns. */
export function SidePanel({ open, onClose, title, actions, footer, children }: SidePanelProps) {
  return (
    <Radix.Root open={open} onOpenChange={(next) => !next && onClose()} modal={false}>
      <Radix.Portal>
        <Radix.Content
          className="ch-side-panel"
          aria-describedby={undefined}
          onOpenAutoFocus={focusItself}
          onInteractOutside={(event) => event.preventDefault()}
        >
          <div className="ch-side-panel__head">
            <Radix.Title className="ch-side-panel__title">{title}</Radix.Title>
            {actions}
            <Radix.Close asChild>
              <IconButton label="Close" size="sm" icon={<X aria-hidden />} shortcut="Esc" />
            </Radix.Close>
          </div>
          <div className="ch-side-panel__body">{children}</div>
          {footer && <div className="ch-side-panel__foot">{footer}</div>}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}
