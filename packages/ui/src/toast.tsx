import { CircleAlert, CircleCheck, X } from 'lucide-react';
import { useEffect, useState, useSyncExternalStore } from 'react';
import { Button } from './button';
import { classNames } from './class-names';
import { IconButton } from './icon-button';
import { announce } from './live-region';
import './toast.css';

export type Toast = {
  title: string;
  detail?: string;
  /** `problem` stays until it is closed and interrupts a screen reader. */
  tone?: 'done' | 'problem';
  action?: { label: string; onSelect: () => void };
  /** How long a `done` toast stays, in milliseconds, where that is not as usual. It waits while somebody is on it. */
  stays?: number;
  /** Takes the place of an earlier one of the same subject that is still there. */
  subject?: string;
};

type Shown = Toast & { id: number };

/** How long a `done` toast stays, in milliseconds. */
const STAYS = 6_000;
/** At most this many at once; the oldest goes first. */
const AT_ONCE = 3;

let nextId = 1;
let shown: readonly Shown[] = [];
const listeners = new Set<() => void>();

function change(next: readonly Shown[]): void {
  shown = next;
  for (const listener of listeners) listener();
}

function dismiss(id: number): void {
  change(shown.filter((toast) => toast.id !== id));
}

/** Shows a short note at the edge of the screen and says it to screen readers. */
export function notify(toast: Toast): void {
  const { subject } = toast;
  const others = subject === undefined ? shown : shown.filter((other) => other.subject !== subject);
  change([...others, { ...toast, id: nextId++ }].slice(-AT_ONCE));
  announce([toast.title, toast.detail].filter(Boolean).join(' '), { urgent: toast.tone === 'problem' });
}

/** Where toasts appear. Once, at the root of the app, beside `<LiveRegion>`. */
export function Toaster() {
  const toasts = useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => shown,
  );
  return (
    <section className="ch-toasts" aria-label="Notes">
      {toasts.map((toast) => (
        <ToastCard key={toast.id} toast={toast} />
      ))}
    </section>
  );
}

function ToastCard({ toast }: { toast: Shown }) {
  const { id, title, detail, tone = 'done', action } = toast;
  const time = toast.stays ?? (action === undefined ? STAYS : STAYS * 3);
  const [held, setHeld] = useState(false);
  useEffect(() => {
    if (tone === 'problem' || held) return undefined;
    const timer = setTimeout(() => dismiss(id), time);
    return () => clearTimeout(timer);
  }, [id, time, tone, held]);
  const hold = () => setHeld(true);
  const letGo = () => setHeld(false);
  return (
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- only waits while somebody is on it
    <div
      className={classNames('ch-toast', `ch-toast--${tone}`)}
      onPointerEnter={hold}
      onPointerLeave={letGo}
      onFocus={hold}
      onBlur={letGo}
    >
      {tone === 'problem' ? <CircleAlert aria-hidden /> : <CircleCheck aria-hidden />}
      <div>
        <p className="ch-toast__title">{title}</p>
        {detail !== undefined && <p className="ch-toast__detail">{detail}</p>}
        {action && (
          <Button
            size="sm"
            className="ch-toast__action"
            onClick={() => {
              dismiss(id);
              action.onSelect();
            }}
          >
            {action.label}
          </Button>
        )}
      </div>
      <IconButton label="Close note" size="sm" icon={<X aria-hidden />} onClick={() => dismiss(id)} />
    </div>
  );
}
