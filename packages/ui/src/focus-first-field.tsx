/** Where focus goes when a dialog opens: its first field, else the dialog itself; never the cross. */
export function focusFirstField(event: Event): void {
  event.preventDefault();
  if (!(event.target instanceof HTMLElement)) return;
  const field = event.target.querySelector<HTMLElement>(
    'input:not([type="checkbox"], [type="hidden"], [hidden], :disabled), select:not(:disabled), textarea:not(:disabled)',
  );
  (field ?? event.target).focus();
}

/** A panel to read is focused as a whole, so that its title is heard first. */
export function focusItself(event: Event): void {
  event.preventDefault();
  if (event.target instanceof HTMLElement) event.target.focus();
}
