import { X } from 'lucide-react';
import { Dialog as Radix } from 'radix-ui';
import type { ReactNode } from 'react';
import { classNames } from './class-names';
import { focusFirstField } from './focus-first-field';
import { IconButton } from './icon-button';
import './dialog.css';

export type DialogProps = {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  title: string;
  description?: ReactNode;
  size?: 'sm' | 'md' | 'lg';
  /** Unsaved words are inside: a click beside the dialog does not close it (Escape and the cross do). */
  keepOnOutsideClick?: boolean;
  /** There is no way around it: no cross, no Escape. */
  mustAnswer?: boolean;
  children: ReactNode;
};

/** A modal question or form. Focus moves in, stays, and goes back to where it came from. */
export function Dialog(props: DialogProps) {
  const { open, onOpenChange, title, description, size = 'md', children } = props;
  const { keepOnOutsideClick = false, mustAnswer = false } = props;
  return (
    <Radix.Root open={open} onOpenChange={onOpenChange}>
      <Radix.Portal>
        <Radix.Overlay className="ch-dialog__scrim">
          <Radix.Content
            className={classNames('ch-dialog', `ch-dialog--${size}`)}
            data-ch-modal
            onOpenAutoFocus={focusFirstField}
            {...(description ? {} : { 'aria-describedby': undefined })}
            onInteractOutside={(event) =>
              (keepOnOutsideClick || mustAnswer || isToast(event.target)) && event.preventDefault()
            }
            onEscapeKeyDown={(event) => mustAnswer && event.preventDefault()}
          >
            <div className="ch-dialog__head">
              <Radix.Title className="ch-dialog__title">{title}</Radix.Title>
              {!mustAnswer && (
                <Radix.Close asChild>
                  <IconButton label="Close" size="sm" icon={<X aria-hidden />} />
                </Radix.Close>
              )}
            </div>
            {description && <Radix.Description className="ch-dialog__description">{description}</Radix.Description>}
            <div className="ch-dialog__body">{children}</div>
          </Radix.Content>
        </Radix.Overlay>
      </Radix.Portal>
    </Radix.Root>
  );
}

/** A note at the edge of the screen may be read and closed without leaving the dialog. */
function isToast(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest('.ch-toasts') !== null;
}

/** The row of buttons at a dialog's end; the primary one last. */
export function DialogActions({ children }: { children: ReactNode }) {
  return <div className="ch-dialog__foot">{children}</div>;
}
