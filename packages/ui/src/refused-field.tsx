import { type RefObject, useEffect } from 'react';
import { announce } from './live-region';

/** Forms that were sent and not touched since: what is refused in one of them is answered by moving there. */
const sent = new WeakSet<HTMLFormElement>();

if (typeof document !== 'undefined') {
  document.addEventListener('submit', (event) => void expectAnswer(event.target), { capture: true });
  // Whoever types on is not to be led elsewhere.
  document.addEventListener('input', (event) => void goesOn(event.target), { capture: true });
}

function expectAnswer(form: EventTarget | null): void {
  if (!(form instanceof HTMLFormElement)) return;
  sent.add(form);
  // The same problem as before does not come anew: what stands there once the form has answered counts.
  setTimeout(() => showRefused(form));
}

function goesOn(field: EventTarget | null): void {
  const form = field instanceof Element ? field.closest('form') : null;
  if (form) sent.delete(form);
}

/** Focus goes to the first field of a sent form that says what is wrong with it, and that is said aloud. */
function showRefused(form: HTMLFormElement): void {
  const field = form.querySelector<HTMLElement>('[aria-invalid="true"]');
  if (!field || !sent.delete(form)) return;
  field.focus();
  announce(`${nameOf(field)}: ${problemOf(field)}`, { urgent: true });
}

function nameOf(field: HTMLElement): string {
  const label = 'labels' in field && field.labels instanceof NodeList ? field.labels[0] : undefined;
  return label?.firstChild?.textContent ?? '';
}

function problemOf(field: HTMLElement): string {
  const described = field.getAttribute('aria-describedby')?.split(' ') ?? [];
  return document.getElementById(described.at(-1) ?? '')?.textContent ?? '';
}

/** The rule of every field: when its form was sent and it has a problem, the first such field gets the focus. */
export function useRefusedField(place: RefObject<HTMLElement | null>, error: string | undefined): void {
  useEffect(() => {
    const form = error ? place.current?.closest('form') : null;
    if (form) showRefused(form);
  }, [place, error]);
}
