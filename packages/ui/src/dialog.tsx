import { X } from 'lucide-react';
import { Dialog as Radix } from 'radix-ui';
import { type ReactNode, useRef } from 'react';
import { classNames } from './class-names';
import { focusFirstField } from './focus-first-field';
import { IconButton } from './icon-button';
import { isToast, useEscape } from './use-escape';
import './dialog.css';
import './visually-hidden.css';

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
  /** Only its content is seen, from edge to edge: the title is heard, and the content has its own way to close. */
  bare?: boolean;
  /** After it is gone and the focus is back. */
  onClosed?: () => void;
  children: ReactNode;
};

/** A modal question or form. Focus moves in, stays, and goes back to where it came from. */
export function Dialog(props: DialogProps) {
  const { open, onOpenChange, title, description, size = 'md', children } = props;
  const { keepOnOutsideClick = false, mustAnswer = false, bare = false, onClosed } = props;
  const opener = useRef<Element | null>(null);
  const modal = useRef<HTMLDivElement>(null);
  useEscape(open, modal, mustAnswer ? undefined : () => onOpenChange(false));
  return (
    <Radix.Root open={open} onOpenChange={onOpenChange}>
      <Radix.Portal>
        <Radix.Overlay className={classNames('ch-dialog__scrim', bare && 'ch-dialog__scrim--bare')}>
          <Radix.Content
            ref={modal}
            className={classNames('ch-dialog', `ch-dialog--${size}`, bare && 'ch-dialog--bare')}
            data-ch-modal
            onOpenAutoFocus={(event) => {
              opener.current = document.activeElement;
              focusFirstField(event);
            }}
            onCloseAutoFocus={(event) => {
              event.preventDefault();
              returnFocus(opener.current);
              onClosed?.();
            }}
            {...(description ? {} : { 'aria-describedby': undefined })}
            onEscapeKeyDown={(event) => mustAnswer && event.preventDefault()}
            onInteractOutside={(event) =>
              (keepOnOutsideClick || mustAnswer || isToast(event.target)) && event.preventDefault()
            }
          >
            {bare ? (
              <Radix.Title className="ch-visually-hidden">{title}</Radix.Title>
            ) : (
              <div className="ch-dialog__head">
                <Radix.Title className="ch-dialog__title">{title}</Radix.Title>
                {!mustAnswer && (
                  <Radix.Close asChild>
                    <IconButton label="Close" size="sm" icon={<X aria-hidden />} />
                  </Radix.Close>
                )}
              </div>
            )}
            {description && <Radix.Description className="ch-dialog__description">{description}</Radix.Description>}
            {bare ? children : <div className="ch-dialog__body">{children}</div>}
          </Radix.Content>
        </Radix.Overlay>
      </Radix.Portal>
    </Radix.Root>
  );
}

/**
 * Back to where it was, when it was lost with the dialog: without Radix's trigger nobody else does it. A field keeps its
 * caret.
 */
function returnFocus(opener: Element | null): void {
  const lost = document.activeElement === null || document.activeElement === document.body;
  if (lost && opener instanceof HTMLElement && opener.isConnected) opener.focus({ preventScroll: true });
}

/** The row of buttons at a dialog's end; the primary one last. */
export function DialogActions({ children }: { children: ReactNode }) {
  return <div className="ch-dialog__foot">{children}</div>;
}
