import { useEffect, useState } from 'react';
import './visually-hidden.css';

type Listener = (message: string, urgent: boolean) => void;
const listeners = new Set<Listener>();

/** Says `message` to screen readers. `urgent` interrupts; keep it for what was refused or lost. */
export function announce(message: string, { urgent = false } = {}): void {
  for (const listener of listeners) listener(message, urgent);
}

/** Where announcements are spoken. Once, at the root of the app. */
export function LiveRegion() {
  const [polite, setPolite] = useState('');
  const [assertive, setAssertive] = useState('');
  useEffect(() => {
    // The same words twice are spoken twice only if the text differs: a trailing space alternates.
    const again = (message: string) => (previous: string) => (previous === message ? `${message}\u00A0` : message);
    const listener: Listener = (message, urgent) => (urgent ? setAssertive : setPolite)(again(message));
    listeners.add(listener);
    return () => {
      listeners.delete(listener);
    };
  }, []);
  return (
    <>
      <output className="ch-visually-hidden" aria-live="polite">
        {polite}
      </output>
      <div className="ch-visually-hidden" role="alert" aria-live="assertive">
        {assertive}
      </div>
    </>
  );
}
